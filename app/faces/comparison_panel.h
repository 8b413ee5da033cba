// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "core/report/plots_comparison.h"

#include <QWidget>

class QComboBox;
class QMenu;
class QPushButton;
class QSpinBox;

namespace fusiform {

class FigureList;

/// The same pictures through several face models, with numbers for each face.
class ComparisonPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ComparisonPanel(JobRunner& jobs, QWidget* parent = nullptr);

    /// The models that can be chosen; the first ones are chosen to begin with.
    void setModels(const std::vector<std::filesystem::path>& files);
    /// The pictures some of which are compared.
    void setPictures(std::vector<std::filesystem::path> files);
    [[nodiscard]] const report::ComparisonPictures* comparison() const { return m_shown.get(); }

Q_SIGNALS:
    void shown();
    void figureExportRequested(const fusiform::report::Figure& figure,
                               const QString& suggestedName);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void compare();
    void refreshActions();
    void showOrdered();
    [[nodiscard]] std::vector<std::size_t> order() const;
    [[nodiscard]] std::vector<std::filesystem::path> chosenModels() const;
    [[nodiscard]] std::vector<std::filesystem::path> somePictures() const;

    JobRunner& m_jobs;
    QPushButton* m_models;
    QMenu* m_modelList;
    QSpinBox* m_count;
    QPushButton* m_compare;
    QComboBox* m_sortModel;
    QComboBox* m_sortBy;
    QPushButton* m_export;
    FigureList* m_figures;
    std::vector<std::filesystem::path> m_files;
    std::shared_ptr<const report::ComparisonPictures> m_shown;
    std::uint64_t m_draw = 0;
};

} // namespace fusiform
