// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/prepare/prepared_subject.h"

#include <QTableWidget>

namespace fusiform {

/// The runs of a subject with their quality; a tick says that a run is used.
class RunTable final : public QTableWidget {
    Q_OBJECT
public:
    explicit RunTable(QWidget* parent = nullptr);

    void setRuns(std::span<const PreparedRun> runs);
    /// Its position in setRuns(); -1: none.
    [[nodiscard]] int currentRun() const { return currentRow(); }

Q_SIGNALS:
    void runChosen(int run);
    /// The user wants a run used or not.
    void useRequested(int run, bool isUsed);

private:
    void fillRow(int row, const PreparedRun& run);
    void report(QTableWidgetItem* item);
};

} // namespace fusiform
