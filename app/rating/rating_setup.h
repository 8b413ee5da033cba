// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/rating/rating_window.h"
#include "core/task/evaluation_run.h"

#include <QDialog>
#include <QPointer>

#include <memory>
#include <optional>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QSpinBox;

namespace fusiform {

/// Before a rating session: where ratings are kept, what is compared and how often, what is done
/// and what is left, and who rates. For whoever runs the sessions.
class RatingSetup final : public QDialog {
    Q_OBJECT
public:
    RatingSetup(std::shared_ptr<const task::EvaluationRun> run,
                std::vector<std::filesystem::path> fits, QWidget* parent);

    /// Whether a rating can be made of what was evaluated: two face models with pictures.
    [[nodiscard]] static bool isPossible(const task::EvaluationRun& run);

    void setFolder(const std::filesystem::path& folder);
    void start();
    void showResults();
    [[nodiscard]] RatingWindow* session() const { return m_session; }

private:
    void addPlan(QFormLayout& form);
    void addRater(QFormLayout& form);
    void addModels();
    void chooseModels();
    void fillRegions();
    void followModels();
    void refresh();
    void refreshRater();
    void askForFolder();
    void makeCode();
    void showPlan(const rating::PlanRecord& plan);
    [[nodiscard]] std::filesystem::path folder() const;
    [[nodiscard]] std::array<std::string, 2> models() const;
    [[nodiscard]] rating::Quotas quotas() const;
    /// Throws if there are no such pictures.
    [[nodiscard]] const rating::Comparison& comparison();
    [[nodiscard]] rating::PlanRecord newPlan();

    std::shared_ptr<const task::EvaluationRun> m_run;
    std::vector<std::filesystem::path> m_fits;
    std::optional<rating::Comparison> m_comparison; ///< of what is chosen
    std::optional<rating::RatingRecord> m_record; ///< of the folder; none: it holds no plan
    QString m_problem; ///< why it cannot start
    QLineEdit* m_folder;
    QComboBox* m_first;
    QComboBox* m_second;
    QComboBox* m_region;
    QSpinBox* m_ratings;
    QSpinBox* m_raters;
    QSpinBox* m_eachOrder;
    QLabel* m_state;
    QLineEdit* m_code;
    QLabel* m_codeState;
    QPushButton* m_results;
    QPushButton* m_start;
    QPointer<RatingWindow> m_session;
};

} // namespace fusiform
