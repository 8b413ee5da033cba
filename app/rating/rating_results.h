// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/task/ratings_task.h"

#include <QDialog>

#include <memory>

namespace fusiform {

class SectionView;

/// What raters preferred so far: for whoever runs the sessions, never for raters.
class RatingResults final : public QDialog {
    Q_OBJECT
public:
    RatingResults(std::shared_ptr<const task::ToldRatings> told, QWidget* parent);

    [[nodiscard]] SectionView* view() const { return m_view; }
    void saveFigure(const QString& figure, const std::filesystem::path& file);
    void save(const std::filesystem::path& folder);

private:
    void askForFigure(const QString& figure);
    void askForFolder();
    void complain(const QString& problem);

    std::shared_ptr<const task::ToldRatings> m_told;
    SectionView* m_view;
};

} // namespace fusiform
