// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/training_panel.h"

#include "app/jobs/job_strip.h"
#include "app/support/figure_list.h"
#include "app/support/text.h"
#include "core/face_model/face_folder.h"
#include "core/report/plots_training.h"
#include "widgets/controls/availability.h"
#include "widgets/faces/picture_view.h"

#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSlider>
#include <QSpinBox>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fusiform {

namespace {

constexpr const char* kLastTraining = "faces/training/";
constexpr std::size_t kMostSnapshots = 500; // some 200 kB each
constexpr std::size_t kMostHeldOut = 300;

QLabel* titleOf(const QString& text, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

QSpinBox* spinBox(const char* name, const QString& prefix, int low, int high, QWidget* parent)
{
    auto* const box = new QSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(low, high);
    box->setPrefix(prefix);
    box->setAccessibleName(prefix.trimmed());
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

/// "1:02:03"
QString clockText(double seconds)
{
    const auto whole = static_cast<int>(seconds);
    return QStringLiteral("%1:%2:%3")
        .arg(whole / 3600)
        .arg(whole / 60 % 60, 2, 10, QLatin1Char('0'))
        .arg(whole % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

TrainingPanel::TrainingPanel(QWidget* parent)
    : QWidget(parent),
      m_kind(new QComboBox(this)),
      m_size(new QComboBox(this)),
      m_latents(spinBox("trainLatents", tr("Latents: "), 1, 1024, this)),
      m_minutes(spinBox("trainMinutes", tr("Minutes: "), 1, 100000, this)),
      m_heldOut(spinBox("trainHeldOut", tr("Held out: "), 0, 100000, this)),
      m_width(spinBox("trainWidth", tr("Width: "), 0, 512, this)),
      m_eyes(new QPushButton(tr("By eyes…"), this)),
      m_train(new QPushButton(tr("Train…"), this)),
      m_goOn(new QPushButton(tr("Go on"), this)),
      m_pause(new QPushButton(tr("Pause"), this)),
      m_state(new QLabel(this)),
      m_losses(new FigureList(this)),
      m_samples(new PictureView(this)),
      m_strip(new PictureView(this)),
      m_scrubber(new QSlider(Qt::Horizontal, this)),
      m_when(new QLabel(this)),
      m_jobStrip(nullptr)
{
    setObjectName(QStringLiteral("trainingPanel"));
    m_jobStrip = new JobStrip(m_runner, this);
    m_losses->setObjectName(QStringLiteral("losses"));
    m_losses->showReason(tr("Losses appear here while a VAE-GAN learns. A PCA is made at once."));
    auto* const split = new QSplitter(Qt::Horizontal, this);
    split->addWidget(m_losses);
    split->addWidget(makePictures());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    split->setChildrenCollapsible(false);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(makeForm());
    layout->addWidget(m_jobStrip);
    layout->addWidget(split, 1);
    connect(&m_feed, &TrainingFeed::moved, this, &TrainingPanel::take);
    connect(&m_feed, &TrainingFeed::snapshotMade, this, &TrainingPanel::addSnapshot);
    connect(&m_runner, &JobRunner::changed, this, &TrainingPanel::refreshActions);
    connect(&m_runner, &JobRunner::failed, this,
            [this](const QString&, const QString& reason) { Q_EMIT problem(reason); });
    connect(&m_runner, &JobRunner::cancelled, this, [this] {
        m_state->setText(canGoOn() ? tr("Stopped; the last checkpoint is kept.") : tr("Stopped."));
        refreshActions();
        Q_EMIT stopped();
    });
    recall();
    refreshActions();
}

QWidget* TrainingPanel::makeForm()
{
    auto* const form = new QWidget(this);
    m_kind->setObjectName(QStringLiteral("trainKind"));
    m_kind->setAccessibleName(tr("Kind of model"));
    m_kind->addItem(tr("VAE-GAN, compact"), QStringLiteral("compact"));
    m_kind->addItem(tr("VAE-GAN, as published"), QStringLiteral("published"));
    m_kind->addItem(tr("PCA"), QStringLiteral("pca"));
    m_size->setObjectName(QStringLiteral("trainSize"));
    m_size->setAccessibleName(tr("Size of the pictures"));
    for (const int size : {64, 128, 256})
        m_size->addItem(tr("%1 × %1 pixels").arg(size), size);
    m_size->setCurrentIndex(1);
    m_latents->setValue(256);
    m_minutes->setValue(60);
    m_heldOut->setToolTip(
        tr("Pictures kept out of the training: the model is measured on them, and "
           "the first of them are shown below"));
    m_width->setSpecialValueText(tr("Width: usual"));
    m_width->setToolTip(tr("Channels of the first convolution: 32 for the compact VAE-GAN, 192 for "
                           "the published one; more learn finer and slower"));
    m_eyes->setObjectName(QStringLiteral("trainEyes"));
    m_eyes->setCheckable(true);
    connect(m_eyes, &QPushButton::clicked, this, [this](bool isWanted) {
        setEyes(isWanted ? QFileDialog::getOpenFileName(this, tr("Where the eyes are"), m_folder,
                                                        tr("Lists of eyes (*.txt *.tsv)"))
                         : QString());
    });
    setEyes({});
    m_train->setObjectName(QStringLiteral("train"));
    m_train->setDefault(true);
    m_goOn->setObjectName(QStringLiteral("goOn"));
    m_goOn->setToolTip(tr("From the last checkpoint of the training that was stopped"));
    m_pause->setObjectName(QStringLiteral("pause"));
    m_pause->setCheckable(true);
    m_pause->setToolTip(tr("The machine is free while a training is paused"));
    m_state->setObjectName(QStringLiteral("trainingState"));
    m_state->setProperty("role", QStringLiteral("muted"));
    m_state->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_state->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* const wishes = new QHBoxLayout;
    auto* const deeds = new QHBoxLayout;
    for (QWidget* const control :
         std::initializer_list<QWidget*>{m_kind, m_size, m_latents, m_width, m_minutes})
        wishes->addWidget(control);
    wishes->addStretch(1);
    for (QWidget* const control :
         std::initializer_list<QWidget*>{m_heldOut, m_eyes, m_train, m_goOn, m_pause})
        deeds->addWidget(control);
    deeds->addWidget(m_state, 1);
    auto* const lines = new QVBoxLayout(form);
    lines->setContentsMargins(0, 0, 0, 0);
    for (QHBoxLayout* const line : {wishes, deeds}) {
        line->setSpacing(8);
        lines->addLayout(line);
    }
    connect(m_kind, &QComboBox::currentIndexChanged, this, &TrainingPanel::refreshActions);
    connect(m_train, &QPushButton::clicked, this, &TrainingPanel::askAndTrain);
    connect(m_goOn, &QPushButton::clicked, this, &TrainingPanel::goOn);
    connect(m_pause, &QPushButton::toggled, this, [this](bool isPaused) {
        m_feed.setPaused(isPaused);
        m_pause->setText(isPaused ? tr("Resume") : tr("Pause"));
    });
    return form;
}

QWidget* TrainingPanel::makePictures()
{
    auto* const panel = new QWidget(this);
    m_samples->setObjectName(QStringLiteral("trainingSamples"));
    m_samples->setAccessibleName(tr("Faces of random codes"));
    m_strip->setObjectName(QStringLiteral("trainingStrip"));
    m_strip->setAccessibleName(tr("Held-out pictures and their reconstructions"));
    m_samples->setMinimumSize(200, 140);
    m_strip->setMinimumSize(200, 60);
    m_scrubber->setObjectName(QStringLiteral("scrubber"));
    m_scrubber->setAccessibleName(tr("Snapshots of the training"));
    m_scrubber->setToolTip(tr("How the model was at an earlier time"));
    m_when->setObjectName(QStringLiteral("snapshotTime"));
    m_when->setProperty("role", QStringLiteral("muted"));
    connect(m_scrubber, &QSlider::valueChanged, this, &TrainingPanel::showSnapshot);
    auto* const time = new QHBoxLayout;
    time->setSpacing(12);
    time->addWidget(m_scrubber, 1);
    time->addWidget(m_when);
    auto* const layout = new QVBoxLayout(panel);
    layout->setContentsMargins(16, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(titleOf(tr("Faces of random codes, the same each time"), panel));
    layout->addWidget(m_samples, 3);
    layout->addWidget(titleOf(tr("Held-out pictures and their reconstructions"), panel));
    layout->addWidget(m_strip, 1);
    layout->addLayout(time);
    return panel;
}

void TrainingPanel::setFolder(const QString& folder, std::size_t pictures)
{
    m_folder = folder;
    m_pictures = pictures;
    if (!isTraining())
        m_heldOut->setValue(static_cast<int>(std::min(kMostHeldOut, pictures / 10)));
    refreshActions();
}

void TrainingPanel::setEyes(const QString& list)
{
    m_eyesList = list;
    m_eyes->setChecked(!list.isEmpty());
    m_eyes->setToolTip(
        list.isEmpty() ? tr("Put faces in place by their eyes: CelebA's list of landmarks, or a "
                            "table. Otherwise the largest centred square is taken.")
                       : tr("Faces are put in place by the eyes in %1.").arg(list));
}

task::TrainModelOptions TrainingPanel::optionsOfForm() const
{
    task::TrainModelOptions options;
    const QString kind = m_kind->currentData().toString();
    const bool isPca = kind == QLatin1String("pca");
    options.images = pathOf(m_folder);
    options.kind = isPca ? "pca" : "vaegan";
    if (!isPca)
        options.architecture = kind.toStdString();
    options.imageSize = m_size->currentData().toInt();
    options.latent = m_latents->value();
    options.minutes = m_minutes->value();
    options.heldOut = m_heldOut->value();
    options.width = m_width->value();
    options.eyes = pathOf(m_eyesList);
    options.training = tr("%1 pictures of %2, %3 held out")
                           .arg(m_pictures)
                           .arg(pathText(pathOf(m_folder).parent_path().filename()
                                         / pathOf(m_folder).filename()))
                           .arg(m_heldOut->value())
                           .toStdString();
    return options;
}

void TrainingPanel::askAndTrain()
{
    const QString suggested = m_kind->currentData() == QLatin1String("pca")
                                  ? QStringLiteral("pca.safetensors")
                                  : QStringLiteral("faces.safetensors");
    QString file = QFileDialog::getSaveFileName(this, tr("Where to write the model"), suggested,
                                                tr("Face models (*.safetensors)"));
    if (file.isEmpty())
        return;
    if (!file.endsWith(QLatin1String(".safetensors")))
        file += QLatin1String(".safetensors");
    train(pathOf(file));
}

void TrainingPanel::train(const std::filesystem::path& out)
{
    task::TrainModelOptions options = optionsOfForm();
    options.out = out;
    options.overwrite = true; // asked for in the dialog
    m_moments.clear();
    m_snapshots.clear();
    m_scrubber->setRange(0, 0);
    m_samples->setPicture({});
    m_strip->setPicture({});
    start(options);
}

void TrainingPanel::goOn()
{
    task::TrainModelOptions options = m_last;
    options.resume = true;
    start(options);
}

void TrainingPanel::start(const task::TrainModelOptions& options)
{
    m_last = options;
    remember(options);
    m_pause->setChecked(false);
    m_feed.askSnapshot();
    m_state->setText({});
    m_runner.start(tr("Train %1").arg(pathText(options.out.filename())),
                   [this, options](Progress& progress) -> JobRunner::Deliver {
                       const task::Outcome outcome
                           = task::trainFollowed(options, &m_feed, progress);
                       const QString file = pathText(options.out);
                       const QString said = QString::fromStdString(outcome.text).trimmed();
                       return [this, file, said] {
                           m_state->setText(said.section(QLatin1Char('\n'), -1));
                           m_state->setToolTip(said);
                           Q_EMIT trained(file);
                       };
                   });
}

void TrainingPanel::take(const std::vector<face_model::TrainingMoment>& moments)
{
    m_moments.insert(m_moments.end(), moments.begin(), moments.end());
    const face_model::TrainingMoment& now = m_moments.back();
    const QLocale locale;
    const double left = now.share > 0 ? now.seconds * (1 - now.share) / now.share : 0;
    m_state->setText(tr("Step %1 · stage %2 · %3 pictures/s · %4 left")
                         .arg(locale.toString(static_cast<qulonglong>(now.step)))
                         .arg(now.stage)
                         .arg(locale.toString(now.imagesPerSecond, 'f', 1), clockText(left)));
    m_losses->setFigures(
        {[moments = m_moments](double width) { return report::lossesFigure(moments, width); }});
}

void TrainingPanel::addSnapshot(const ShownSnapshot& snapshot)
{
    const bool isAtEnd = m_scrubber->value() == m_scrubber->maximum();
    if (m_snapshots.size() == kMostSnapshots) {
        // Every other one: the whole history stays in reach.
        for (std::size_t i = 1; 2 * i < m_snapshots.size(); ++i)
            m_snapshots[i] = std::move(m_snapshots[2 * i]);
        m_snapshots.resize(kMostSnapshots / 2);
    }
    m_snapshots.push_back(snapshot);
    const auto last = static_cast<int>(m_snapshots.size()) - 1;
    {
        const QSignalBlocker blocker(m_scrubber);
        m_scrubber->setRange(0, last);
        if (isAtEnd)
            m_scrubber->setValue(last);
    }
    showSnapshot(m_scrubber->value());
    refreshActions();
}

void TrainingPanel::showSnapshot(int index)
{
    if (index < 0 || index >= static_cast<int>(m_snapshots.size()))
        return;
    const ShownSnapshot& snapshot = m_snapshots[static_cast<std::size_t>(index)];
    m_samples->setPicture(snapshot.samples);
    m_strip->setPicture(snapshot.reconstructions);
    m_when->setText(tr("step %1, %2")
                        .arg(QLocale().toString(static_cast<qulonglong>(snapshot.moment.step)),
                             clockText(snapshot.moment.seconds)));
}

bool TrainingPanel::canGoOn() const
{
    std::error_code error;
    return !m_last.out.empty() && m_last.kind == "vaegan"
           && std::filesystem::exists(task::checkpointOf(m_last.out), error);
}

void TrainingPanel::refreshActions()
{
    const bool isBusy = isTraining();
    const QString busy = tr("A training runs.");
    setAvailable(m_train, !isBusy && m_pictures > 1,
                 isBusy ? busy : tr("Choose a folder of pictures first."));
    setAvailable(m_goOn, !isBusy && canGoOn(), isBusy ? busy : tr("No training was stopped."));
    setAvailable(m_pause, isBusy, tr("No training runs."));
    const bool isPca = m_kind->currentData() == QLatin1String("pca");
    setAvailable(m_minutes, !isBusy && !isPca,
                 isBusy ? busy : tr("A PCA takes as long as it takes."));
    for (QWidget* const control :
         std::initializer_list<QWidget*>{m_kind, m_size, m_latents, m_heldOut, m_eyes})
        setAvailable(control, !isBusy, busy);
    setAvailable(m_width, !isBusy && !isPca, isBusy ? busy : tr("A PCA has no layers."));
    setAvailable(m_scrubber, m_snapshots.size() > 1, tr("There are no snapshots yet."));
    if (!isBusy && m_pause->isChecked())
        m_pause->setChecked(false);
}

/// So that a training can go on after the program was closed.
void TrainingPanel::remember(const task::TrainModelOptions& options) const
{
    QSettings settings;
    const QString at = QLatin1String(kLastTraining);
    settings.setValue(at + QLatin1String("out"), pathText(options.out));
    settings.setValue(at + QLatin1String("images"), pathText(options.images));
    settings.setValue(at + QLatin1String("kind"), QString::fromStdString(options.kind));
    settings.setValue(at + QLatin1String("architecture"),
                      QString::fromStdString(options.architecture));
    settings.setValue(at + QLatin1String("latent"), static_cast<qlonglong>(options.latent));
    settings.setValue(at + QLatin1String("size"), static_cast<qlonglong>(options.imageSize));
    settings.setValue(at + QLatin1String("minutes"), options.minutes);
    settings.setValue(at + QLatin1String("heldOut"), static_cast<qlonglong>(options.heldOut));
    settings.setValue(at + QLatin1String("width"), static_cast<qlonglong>(options.width));
    settings.setValue(at + QLatin1String("eyes"), pathText(options.eyes));
    settings.setValue(at + QLatin1String("training"), QString::fromStdString(options.training));
}

void TrainingPanel::recall()
{
    const QSettings settings;
    const QString at = QLatin1String(kLastTraining);
    const auto text
        = [&](const char* name) { return settings.value(at + QLatin1String(name)).toString(); };
    if (text("out").isEmpty())
        return;
    m_last.out = pathOf(text("out"));
    m_last.images = pathOf(text("images"));
    m_last.kind = text("kind").toStdString();
    m_last.architecture = text("architecture").toStdString();
    m_last.latent = settings.value(at + QLatin1String("latent")).toLongLong();
    m_last.imageSize = settings.value(at + QLatin1String("size")).toLongLong();
    m_last.minutes = settings.value(at + QLatin1String("minutes")).toDouble();
    m_last.heldOut = settings.value(at + QLatin1String("heldOut")).toLongLong();
    m_last.width = settings.value(at + QLatin1String("width")).toLongLong();
    m_last.eyes = pathOf(text("eyes"));
    m_last.training = text("training").toStdString();
    m_last.overwrite = true;
}

} // namespace fusiform
