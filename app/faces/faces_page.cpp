// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/faces_page.h"

#include "app/faces/comparison_panel.h"
#include "app/faces/explorer_panel.h"
#include "app/faces/model_figures.h"
#include "app/faces/picture_shelf.h"
#include "app/faces/training_panel.h"
#include "app/faces/trust_dialog.h"
#include "app/jobs/job_strip.h"
#include "app/support/figure_list.h"
#include "app/support/page_layout.h"
#include "app/support/text.h"
#include "core/face_model/face_folder.h"
#include "core/face_model/face_models.h"
#include "core/face_model/trusted_programs.h"
#include "core/task/attributes_task.h"
#include "core/task/import_checkpoint_task.h"
#include "core/util/resources.h"
#include "widgets/faces/carried_face.h"

#include <QComboBox>
#include <QDirIterator>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMimeData>
#include <QSignalBlocker>
#include <QTabWidget>
#include <QUrl>

#include <algorithm>

namespace fusiform {

namespace {

constexpr int kShelfWidth = 280;

enum class Dropped { Nothing, Picture, Pictures, Model };

Dropped kindOf(const QMimeData& data)
{
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return Dropped::Nothing;
    const QFileInfo file(urls.front().toLocalFile());
    if (file.isDir()) {
        QDirIterator pictures(
            file.filePath(),
            {QStringLiteral("*.jpg"), QStringLiteral("*.jpeg"), QStringLiteral("*.png")},
            QDir::Files);
        return pictures.hasNext() ? Dropped::Pictures : Dropped::Nothing;
    }
    if (file.suffix() == QLatin1String("safetensors") || file.suffix() == QLatin1String("pt"))
        return Dropped::Model;
    return carriedFace(data) ? Dropped::Picture : Dropped::Nothing;
}

} // namespace

FacesPage::FacesPage(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_models(new QComboBox(this)),
      m_about(new QLabel(this)),
      m_strip(new JobStrip(jobs, this)),
      m_shelf(new PictureShelf(this)),
      m_tabs(new QTabWidget(this)),
      m_explorer(new ExplorerPanel(this)),
      m_comparison(new ComparisonPanel(jobs, this)),
      m_inside(new FigureList(this)),
      m_codes(new FigureList(this)),
      m_training(new TrainingPanel(this))
{
    setObjectName(QStringLiteral("facesPage"));
    setAcceptDrops(true);
    m_tabs->setObjectName(QStringLiteral("facesTabs"));
    m_tabs->setAccessibleName(tr("Parts of the page"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_explorer, tr("Explorer"));
    m_tabs->addTab(m_comparison, tr("Comparison"));
    m_tabs->addTab(m_codes, tr("Codes"));
    m_tabs->addTab(m_inside, tr("Inside"));
    m_tabs->addTab(m_training, tr("Training"));
    m_codes->setObjectName(QStringLiteral("codeFigures"));
    m_inside->setObjectName(QStringLiteral("insideFigures"));
    connect(m_tabs, &QTabWidget::currentChanged, this, &FacesPage::showFigures);
    connect(m_explorer, &ExplorerPanel::faceShown, this, &FacesPage::showFigures);
    m_shelf->setMinimumWidth(kShelfWidth / 2);
    layOutPage(*this, {makeHead(), m_strip, m_shelf, m_tabs, kShelfWidth, 4 * kShelfWidth});
    connect(m_shelf, &PictureShelf::chosen, m_explorer, &ExplorerPanel::placeFile);
    connect(m_shelf, &PictureShelf::folderRequested, this, &FacesPage::openPictures);
    connect(m_explorer, &ExplorerPanel::problem, this, &FacesPage::problem);
    connect(m_explorer, &ExplorerPanel::axesRequested, this, &FacesPage::findAxes);
    connect(m_explorer, &ExplorerPanel::saveRequested, this, &FacesPage::saveRequested);
    connect(m_training, &TrainingPanel::problem, this, &FacesPage::problem);
    connect(m_training, &TrainingPanel::trained, this,
            [this](const QString& file) { openModel(pathOf(file)); });
    connect(m_comparison, &ComparisonPanel::figureExportRequested, this,
            &FacesPage::figureExportRequested);
    connect(&m_reading, &JobRunner::failed, this, [this](const QString&, const QString& reason) {
        fillModels(); // back to the model that is shown
        Q_EMIT problem(reason);
    });
    fillModels();
}

QUndoStack& FacesPage::undoStack() const { return m_explorer->undoStack(); }

QWidget* FacesPage::makeHead()
{
    auto* const title = new QLabel(tr("Face model"), this);
    title->setProperty("role", QStringLiteral("heading"));
    m_models->setObjectName(QStringLiteral("facesModel"));
    m_models->setAccessibleName(tr("Face model"));
    m_models->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_about->setObjectName(QStringLiteral("modelAbout"));
    m_about->setProperty("role", QStringLiteral("muted"));
    connect(m_models, &QComboBox::activated, this, &FacesPage::chooseModel);
    return pageHead(this, m_about, {title, m_models, m_about});
}

void FacesPage::offerModels(const std::vector<std::filesystem::path>& files)
{
    m_offered = files;
    fillModels();
}

void FacesPage::fillModels()
{
    const QSignalBlocker blocker(m_models);
    m_models->clear();
    std::vector<std::filesystem::path> files = face_model::builtInModelFiles();
    for (const auto* const more : {&m_offered, &m_added})
        files.insert(files.end(), more->begin(), more->end());
    std::vector<std::filesystem::path> listed;
    for (const std::filesystem::path& file : files) {
        if (m_models->findData(pathText(file)) >= 0)
            continue;
        listed.push_back(file);
        m_models->addItem(modelTitle(file.stem().string()), pathText(file));
        m_models->setItemData(m_models->count() - 1, pathText(file), Qt::ToolTipRole);
    }
    if (m_model)
        m_models->setCurrentIndex(m_models->findData(pathText(m_model->file)));
    m_comparison->setModels(listed);
    m_models->insertSeparator(m_models->count());
    m_models->addItem(tr("Open a model…"));
}

void FacesPage::chooseModel(int index)
{
    const QString file = m_models->itemData(index).toString();
    if (!file.isEmpty())
        return openModel(pathOf(file));
    const QString chosen = QFileDialog::getOpenFileName(this, tr("Open a face model"), {},
                                                        tr("Face models (*.safetensors *.pt)"));
    if (chosen.isEmpty())
        fillModels();
    else
        openModel(pathOf(chosen));
}

void FacesPage::wake()
{
    if (m_model || m_reading.isBusy())
        return;
    if (m_folder.isEmpty())
        openPictures(pathText(resourceFolder() / "portraits" / "pictures"));
    if (const QString file = m_models->itemData(0).toString(); !file.isEmpty())
        openModel(pathOf(file));
}

void FacesPage::openModel(const std::filesystem::path& file)
{
    m_reading.start(tr("Open %1").arg(pathText(file.filename())),
                    [this, file](Progress&) -> JobRunner::Deliver {
                        if (const auto hash = face_model::untrustedProgram(file))
                            return [this, file, hash = *hash] { askForTrust(file, hash); };
                        auto model = openExploredModel(file);
                        return [this, model] { showModel(model); };
                    });
}

void FacesPage::askForTrust(const std::filesystem::path& file, const std::string& hash)
{
    fillModels(); // back to the model that is shown
    auto* const dialog = new TrustDialog(file, QString::fromStdString(hash), this);
    connect(dialog, &TrustDialog::trusted, this, [this, file](int latents) {
        task::ImportCheckpointOptions options;
        options.checkpoint = file;
        options.trust = true;
        options.latent = latents;
        m_jobs.start(tr("Try %1").arg(pathText(file.filename())),
                     [this, options](Progress& progress) -> JobRunner::Deliver {
                         static_cast<void>(task::importCheckpoint(options, progress));
                         return [this, options] { openModel(options.checkpoint); };
                     });
    });
    dialog->open();
}

void FacesPage::showModel(std::shared_ptr<const ExploredModel> model)
{
    const bool isFirst = m_model == nullptr;
    m_model = std::move(model);
    if (pathText(m_model->file) != m_models->currentData().toString()
        && m_models->findData(pathText(m_model->file)) < 0)
        m_added.push_back(m_model->file);
    fillModels();
    const face_model::ModelDescription& description = m_model->model->description();
    const QString about
        = tr("%1 latents, %2 × %2 pixels, trained on %3")
              .arg(QLocale().toString(static_cast<qlonglong>(description.latentSize)))
              .arg(description.imageSize)
              .arg(QString::fromStdString(description.training));
    m_about->setText(about);
    m_about->setToolTip(about);
    m_explorer->setModel(m_model);
    if (isFirst && !m_shelf->firstFile().isEmpty())
        m_explorer->placeFile(m_shelf->firstFile());
    codePictures();
}

void FacesPage::openPictures(const QString& folder)
{
    m_reading.start(tr("Open %1").arg(folder), [this, folder](Progress&) -> JobRunner::Deliver {
        auto files = face_model::pictureFiles(pathOf(folder));
        return [this, folder, files] {
            m_folder = folder;
            m_shelf->setFolder(folder, files);
            m_comparison->setPictures(files);
            m_training->setFolder(folder, files.size());
            codePictures();
        };
    });
}

/// Coding some thousand pictures takes a while the first time: a job that can be stopped.
void FacesPage::codePictures()
{
    m_pictures = nullptr;
    m_explorer->setPictures(nullptr);
    showFigures();
    if (!m_model || m_folder.isEmpty())
        return;
    m_jobs.start(
        tr("Code the pictures"),
        [this, model = m_model, folder = m_folder](Progress& progress) -> JobRunner::Deliver {
            auto pictures = openExploredPictures(*model, pathOf(folder), progress);
            return [this, model, folder, pictures] {
                if (model != m_model || folder != m_folder)
                    return;
                m_pictures = pictures;
                m_explorer->setPictures(pictures);
                showFigures();
                Q_EMIT picturesCoded();
            };
        });
}

void FacesPage::dragEnterEvent(QDragEnterEvent* event)
{
    if (kindOf(*event->mimeData()) != Dropped::Nothing)
        event->acceptProposedAction();
}

void FacesPage::dropEvent(QDropEvent* event)
{
    event->acceptProposedAction();
    const QString path = event->mimeData()->urls().front().toLocalFile();
    switch (kindOf(*event->mimeData())) {
    case Dropped::Pictures: return openPictures(path);
    case Dropped::Model: return openModel(pathOf(path));
    case Dropped::Picture: m_tabs->setCurrentWidget(m_explorer); return m_explorer->placeFile(path);
    case Dropped::Nothing: break;
    }
}

void FacesPage::showFigures()
{
    const QWidget* const shown = m_tabs->currentWidget();
    if (shown == m_codes) {
        if (m_pictures)
            m_codes->setFigures(codeFigures(*m_model, m_pictures, m_explorer->code()));
        else
            m_codes->showReason(tr("The pictures are not coded yet."));
    }
    if (shown == m_inside) {
        if (!m_model)
            return m_inside->showReason(tr("No model is open."));
        m_inside->setFigures(insideFigures(m_model, m_explorer->networkPictures()));
    }
}

void FacesPage::findAxes()
{
    const QString file
        = QFileDialog::getOpenFileName(this, tr("Labels of the pictures in %1").arg(m_folder),
                                       m_folder, tr("Labels (*.txt *.tsv)"));
    if (file.isEmpty() || !m_model)
        return;
    task::AttributesOptions options;
    options.model = m_model->file.string();
    options.images = pathOf(m_folder);
    options.attributes = pathOf(file);
    options.overwrite = true; // axes of another model, or none
    m_jobs.start(tr("Find axes of attributes"),
                 [this, options, model = m_model](Progress& progress) -> JobRunner::Deliver {
                     static_cast<void>(task::findAttributes(options, progress));
                     return [this, model] {
                         if (model == m_model)
                             openModel(model->file);
                     };
                 });
}

} // namespace fusiform
