// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/table.h"

#include <QTableWidget>

namespace fusiform {

/// A table of results, as high as its rows up to a limit. Ctrl+C and the context menu copy it with
/// all digits, for a spreadsheet.
class ResultTable final : public QTableWidget {
    Q_OBJECT
public:
    explicit ResultTable(QWidget* parent = nullptr);

    void setTable(const results::Table& table);
    [[nodiscard]] const results::Table& table() const { return m_table; }
    void copy() const;

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void fit();

    results::Table m_table;
};

} // namespace fusiform
