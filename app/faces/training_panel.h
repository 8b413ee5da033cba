// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces/training_feed.h"
#include "app/jobs/job_runner.h"
#include "core/task/train_model_task.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QSlider;
class QSpinBox;

namespace fusiform {

class FigureList;
class JobStrip;
class PictureView;

/// Trains a face model on the page's pictures and shows how it learns.
class TrainingPanel final : public QWidget {
    Q_OBJECT
public:
    explicit TrainingPanel(QWidget* parent = nullptr);

    void setFolder(const QString& folder, std::size_t pictures);
    /// Starts with what the controls say. @param out the model file to write, replaced if there
    void train(const std::filesystem::path& out);
    /// @param list of where the eyes are; empty: faces are cropped at the centre
    void setEyes(const QString& list);
    [[nodiscard]] bool isTraining() const { return m_runner.isBusy(); }
    [[nodiscard]] const std::vector<ShownSnapshot>& snapshots() const { return m_snapshots; }

Q_SIGNALS:
    void trained(const QString& modelFile);
    void stopped(); ///< by the user; the last checkpoint is there
    void problem(const QString& text);

private:
    [[nodiscard]] QWidget* makeForm();
    [[nodiscard]] QWidget* makePictures();
    void askAndTrain();
    void goOn();
    void start(const task::TrainModelOptions& options);
    void take(const std::vector<face_model::TrainingMoment>& moments);
    void addSnapshot(const ShownSnapshot& snapshot);
    void showSnapshot(int index);
    void refreshActions();
    [[nodiscard]] task::TrainModelOptions optionsOfForm() const;
    [[nodiscard]] bool canGoOn() const;
    void remember(const task::TrainModelOptions& options) const;
    void recall();

    QString m_folder;
    QString m_eyesList;
    std::size_t m_pictures = 0;
    QComboBox* m_kind;
    QComboBox* m_size;
    QSpinBox* m_latents;
    QSpinBox* m_minutes;
    QSpinBox* m_heldOut;
    QSpinBox* m_width;
    QPushButton* m_eyes;
    QPushButton* m_train;
    QPushButton* m_goOn;
    QPushButton* m_pause;
    QLabel* m_state;
    FigureList* m_losses;
    PictureView* m_samples;
    PictureView* m_strip;
    QSlider* m_scrubber;
    QLabel* m_when;
    task::TrainModelOptions m_last; ///< of the training that runs or ran last
    std::vector<face_model::TrainingMoment> m_moments;
    std::vector<ShownSnapshot> m_snapshots;
    TrainingFeed m_feed{this};
    JobRunner m_runner; // last: joined before what it reports to goes
    JobStrip* m_jobStrip;
};

} // namespace fusiform
