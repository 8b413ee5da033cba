// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces/explored_model.h"
#include "app/jobs/job_runner.h"
#include "core/report/figure.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QTabWidget;
class QUndoStack;

namespace fusiform {

class ComparisonPanel;
class ExplorerPanel;
class FigureList;
class JobStrip;
class PictureShelf;
class TrainingPanel;

/// The page Faces: a face model from the inside.
class FacesPage final : public QWidget {
    Q_OBJECT
public:
    /// @param jobs runs what takes long; what the page reads for itself does not wait for it.
    explicit FacesPage(JobRunner& jobs, QWidget* parent = nullptr);

    /// The models of the open fit are offered beside those that are built in.
    void offerModels(const std::vector<std::filesystem::path>& files);
    /// Reads the model and the pictures that are shown first, once.
    void wake();
    void openModel(const std::filesystem::path& file);
    void openPictures(const QString& folder);
    [[nodiscard]] ExplorerPanel* explorer() const { return m_explorer; }
    [[nodiscard]] QUndoStack& undoStack() const;
    [[nodiscard]] ComparisonPanel* comparison() const { return m_comparison; }
    [[nodiscard]] TrainingPanel* training() const { return m_training; }
    [[nodiscard]] std::shared_ptr<const ExploredPictures> pictures() const { return m_pictures; }

Q_SIGNALS:
    void problem(const QString& text);
    void picturesCoded();
    void saveRequested(const QImage& picture, const QString& suggestedName);
    void figureExportRequested(const fusiform::report::Figure& figure,
                               const QString& suggestedName);

protected:
    /// A picture, a folder of pictures, a model; what else is dropped is for the window.
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    [[nodiscard]] QWidget* makeHead();
    void fillModels();
    void chooseModel(int index);
    /// A model that is a program is tried and opened once the user trusts it.
    void askForTrust(const std::filesystem::path& file, const std::string& hash);
    void showModel(std::shared_ptr<const ExploredModel> model);
    void codePictures();
    /// Of the tab that is shown.
    void showFigures();
    void findAxes();

    JobRunner& m_jobs;
    QComboBox* m_models;
    QLabel* m_about;
    JobStrip* m_strip;
    PictureShelf* m_shelf;
    QTabWidget* m_tabs;
    ExplorerPanel* m_explorer;
    ComparisonPanel* m_comparison;
    FigureList* m_inside;
    FigureList* m_codes;
    TrainingPanel* m_training;
    std::vector<std::filesystem::path> m_offered;
    std::vector<std::filesystem::path> m_added; ///< opened by hand
    std::shared_ptr<const ExploredModel> m_model;
    std::shared_ptr<const ExploredPictures> m_pictures;
    QString m_folder;
    JobRunner m_reading; // last: joined before anything it reports to goes
};

} // namespace fusiform
