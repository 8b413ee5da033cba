// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/results/section.h"

#include <QScrollArea>

#include <memory>

class QVBoxLayout;

namespace fusiform {

/// One section of results: its figures, tables, what was done, and what is missing.
class SectionView final : public QScrollArea {
    Q_OBJECT
public:
    explicit SectionView(QWidget* parent = nullptr);

    /// @param section null: `reason` stands in its place
    void show(std::shared_ptr<const results::Section> section, const QString& reason = {});
    [[nodiscard]] const results::Section* section() const { return m_section.get(); }

Q_SIGNALS:
    /// @param figure its name in the section
    void figureRequested(const QString& figure);

private:
    void addFigure(const results::NamedFigure& figure);
    void addTable(const results::Table& table);
    void addText(const QString& text, const char* role);

    std::shared_ptr<const results::Section> m_section;
    QVBoxLayout* m_layout = nullptr;
};

} // namespace fusiform
