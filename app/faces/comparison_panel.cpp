// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/comparison_panel.h"

#include "app/faces/explored_model.h"
#include "app/support/figure_list.h"
#include "app/support/text.h"
#include "core/util/random.h"
#include "widgets/controls/availability.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

namespace {
constexpr int kPictures = 12;
constexpr int kMostPictures = 200;
constexpr double kExportWidth = 180; // mm, a page
} // namespace

ComparisonPanel::ComparisonPanel(JobRunner& jobs, QWidget* parent)
    : QWidget(parent),
      m_jobs(jobs),
      m_models(new QPushButton(this)),
      m_modelList(new QMenu(this)),
      m_count(new QSpinBox(this)),
      m_compare(new QPushButton(tr("Compare"), this)),
      m_sortModel(new QComboBox(this)),
      m_sortBy(new QComboBox(this)),
      m_export(new QPushButton(tr("Export…"), this)),
      m_figures(new FigureList(this))
{
    setObjectName(QStringLiteral("comparisonPanel"));
    m_models->setObjectName(QStringLiteral("comparedModels"));
    m_models->setMenu(m_modelList);
    m_models->setToolTip(tr("Which models are compared"));
    m_count->setObjectName(QStringLiteral("comparedPictures"));
    m_count->setRange(1, kMostPictures);
    m_count->setValue(kPictures);
    m_count->setAccessibleName(tr("Number of pictures"));
    m_count->setPrefix(tr("Pictures: "));
    m_count->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_compare->setObjectName(QStringLiteral("compare"));
    m_compare->setToolTip(tr("Draws other pictures of the folder each time"));
    m_sortModel->setAccessibleName(tr("Sort by which model"));
    m_sortModel->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_sortBy->setObjectName(QStringLiteral("sortBy"));
    m_sortBy->setAccessibleName(tr("Sort by"));
    m_sortBy->addItems({tr("Sort: as drawn"), tr("Sort: pixel correlation"), tr("Sort: SSIM"),
                        tr("Sort: sharpness"), tr("Sort: rank of the own face")});
    m_export->setObjectName(QStringLiteral("exportComparison"));
    m_export->setToolTip(tr("The figure as SVG or PNG, with its models and program written below"));
    m_figures->setObjectName(QStringLiteral("comparisonFigure"));
    m_figures->showReason(tr("Choose models and compare them on pictures of the folder."));
    auto* const head = new QHBoxLayout;
    head->setSpacing(8);
    for (QWidget* const control : std::initializer_list<QWidget*>{m_models, m_count, m_compare})
        head->addWidget(control);
    head->addStretch(1);
    for (QWidget* const control : std::initializer_list<QWidget*>{m_sortBy, m_sortModel, m_export})
        head->addWidget(control);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 16, 12);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(m_figures, 1);
    connect(m_compare, &QPushButton::clicked, this, &ComparisonPanel::compare);
    connect(m_modelList, &QMenu::triggered, this, &ComparisonPanel::refreshActions);
    connect(m_sortBy, &QComboBox::activated, this, &ComparisonPanel::showOrdered);
    connect(m_sortModel, &QComboBox::activated, this, &ComparisonPanel::showOrdered);
    connect(m_export, &QPushButton::clicked, this, [this] {
        Q_EMIT figureExportRequested(report::comparisonFigure(*m_shown, order(), kExportWidth),
                                     QStringLiteral("face-models"));
    });
    refreshActions();
}

void ComparisonPanel::setModels(const std::vector<std::filesystem::path>& files)
{
    QStringList leftOut;
    for (const QAction* const action : m_modelList->actions())
        if (!action->isChecked())
            leftOut.append(action->data().toString());
    m_modelList->clear();
    for (const std::filesystem::path& file : files) {
        QAction* const action = m_modelList->addAction(modelTitle(file.stem().string()));
        action->setCheckable(true);
        action->setData(pathText(file));
        action->setToolTip(pathText(file));
        // The point is to see all of them beside each other.
        action->setChecked(!leftOut.contains(pathText(file)));
    }
    refreshActions();
}

void ComparisonPanel::setPictures(std::vector<std::filesystem::path> files)
{
    m_files = std::move(files);
    refreshActions();
}

std::vector<std::filesystem::path> ComparisonPanel::chosenModels() const
{
    std::vector<std::filesystem::path> files;
    for (const QAction* const action : m_modelList->actions())
        if (action->isChecked())
            files.push_back(pathOf(action->data().toString()));
    return files;
}

void ComparisonPanel::refreshActions()
{
    setAvailable(m_compare, !m_files.empty() && !chosenModels().empty(),
                 m_files.empty() ? tr("There are no pictures.") : tr("Choose a model first."));
    m_models->setText(tr("Models: %1").arg(chosenModels().size()));
    const QString nothing = tr("Compare first.");
    setAvailable(m_export, m_shown != nullptr, nothing);
    setAvailable(m_sortBy, m_shown != nullptr, nothing);
    setAvailable(m_sortModel, m_shown != nullptr && m_sortBy->currentIndex() > 0,
                 m_shown ? tr("The pictures are shown as they were drawn.") : nothing);
}

/// Who turns to it for the first time need not ask.
void ComparisonPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (!m_shown && m_draw == 0 && m_compare->isEnabled())
        compare();
}

std::vector<std::filesystem::path> ComparisonPanel::somePictures() const
{
    Random random(m_draw);
    std::vector<std::filesystem::path> files = m_files;
    random.shuffle(files);
    files.resize(std::min(files.size(), static_cast<std::size_t>(m_count->value())));
    return files;
}

void ComparisonPanel::compare()
{
    ++m_draw;
    m_jobs.start(
        tr("Compare models"),
        [this, files = somePictures(),
         modelFiles = chosenModels()](Progress& progress) -> JobRunner::Deliver {
            std::vector<std::shared_ptr<const face_model::FaceModel>> models;
            for (const std::filesystem::path& file : modelFiles) {
                models.push_back(loadPictureModel(file));
            }
            auto pictures = std::make_shared<const report::ComparisonPictures>(
                report::sharedPictures(face_model::compareModels(files, models, progress)));
            return [this, pictures] {
                m_shown = pictures;
                const QSignalBlocker blocker(m_sortModel);
                const int chosen = m_sortModel->currentIndex();
                m_sortModel->clear();
                for (const auto& model : pictures->numbers.models)
                    m_sortModel->addItem(modelTitle(model.model.name));
                m_sortModel->setCurrentIndex(std::clamp(chosen, 0, m_sortModel->count() - 1));
                showOrdered();
                Q_EMIT shown();
            };
        });
}

std::vector<std::size_t> ComparisonPanel::order() const
{
    if (const int by = m_sortBy->currentIndex(); by > 0)
        return face_model::orderedBy(m_shown->numbers,
                                     static_cast<std::size_t>(m_sortModel->currentIndex()),
                                     static_cast<face_model::Measure>(by - 1));
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < m_shown->originals.size(); ++i)
        order.push_back(i);
    return order;
}

void ComparisonPanel::showOrdered()
{
    refreshActions();
    m_figures->setFigures({[pictures = m_shown, order = order()](double width) {
        return report::comparisonFigure(*pictures, order, width);
    }});
}

} // namespace fusiform
