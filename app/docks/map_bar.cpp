// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/map_bar.h"

#include "app/docks/map_look.h"
#include "app/support/text.h"
#include "core/decode/searchlight_training.h"
#include "core/task/voxel_maps.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/range_slider.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPointer>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>
#include <QVBoxLayout>

#include <array>
#include <chrono>
#include <limits>

namespace fusiform {

namespace {

constexpr std::array kMapKinds
    = {MapKind::Faces,      MapKind::Gain,        MapKind::Evidence,     MapKind::Attribute,
       MapKind::Similarity, MapKind::Reliability, MapKind::NoiseCeiling, MapKind::Searchlight};
// The brain is painted anew that often while a searchlight fills in.
constexpr std::chrono::milliseconds kBetweenParts(400);

QComboBox* listIn(QWidget* parent, const char* name, const QString& accessibleName)
{
    auto* const list = new QComboBox(parent);
    list->setObjectName(QLatin1String(name));
    list->setAccessibleName(accessibleName);
    list->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    list->setMinimumContentsLength(9);
    return list;
}

std::shared_ptr<const SearchlightRun> runOf(SearchlightRun run)
{
    run.values = std::make_shared<const image::Volume>(run.opened->fit.volumeOf(run.map.accuracy));
    return std::make_shared<const SearchlightRun>(std::move(run));
}

} // namespace

MapBar::MapBar(Session& session, JobRunner& jobs, const LivePipeline& live, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_jobs(jobs),
      m_live(live),
      m_kind(listIn(this, "mapKind", tr("Map on the brain"))),
      m_correction(new QLabel(this)),
      m_fdr(new QToolButton(this)),
      m_slider(new RangeSlider(this)),
      m_details(new QWidget(this))
{
    for (const MapKind kind : kMapKinds) {
        m_kind->addItem(mapTitle(kind), static_cast<int>(kind));
        m_kind->setItemData(m_kind->count() - 1, mapTip(kind), Qt::ToolTipRole);
    }
    m_kind->setMinimumContentsLength(10);
    m_kind->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_kind->setMaximumWidth(fontMetrics().horizontalAdvance(mapTitle(MapKind::Gain)) + 48);
    m_correction->setObjectName(QStringLiteral("mapCorrection"));
    m_correction->setProperty("role", QStringLiteral("faint"));
    m_correction->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_slider->setObjectName(QStringLiteral("mapThreshold"));
    m_slider->setAccessibleName(tr("Threshold of the map"));
    m_slider->setMaximumWidth(280);
    m_fdr->setObjectName(QStringLiteral("mapFdr"));
    m_fdr->setAutoRaise(true);
    //: sets the threshold of a map where the false discovery rate is 5 %
    m_fdr->setText(tr("FDR 5 %"));
    m_fdr->setToolTip(tr("Set the threshold where the false discovery rate over the brain is 5 % "
                         "(Benjamini and Hochberg)."));
    auto* const below = new QHBoxLayout;
    below->addWidget(m_fdr);
    below->addStretch(1);
    below->addWidget(m_correction);
    auto* const names = new QVBoxLayout;
    names->setSpacing(0);
    names->addWidget(m_kind);
    names->addLayout(below);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(names, 1);
    layout->addWidget(m_slider, 1);
    makeDetails();
    showDetails();
    showCorrection();
    connect(&session, &Session::changed, this, &MapBar::refresh);
    connect(&live, &LivePipeline::busyChanged, this, &MapBar::giveWay);
    connect(&m_engine, &MapEngine::mapMade, this, [this](const auto& made) { showMade(*made); });
    connect(m_kind, &QComboBox::activated, this, [this] { choose(kind()); });
    connect(m_slider, &RangeSlider::valuesRequested, this, &MapBar::moveThreshold);
}

void MapBar::makeDetails()
{
    m_details->setObjectName(QStringLiteral("mapDetails"));
    m_face = listIn(m_details, "mapFace", tr("Face of the map"));
    m_overLabel = new QLabel(tr("over"), m_details);
    m_overLabel->setProperty("role", QStringLiteral("muted"));
    m_over = listIn(m_details, "mapOver", tr("Face it is told from"));
    m_attribute = listIn(m_details, "mapAttribute", tr("Attribute of the map"));
    m_note = new QLabel(m_details);
    m_note->setObjectName(QStringLiteral("mapNote"));
    m_note->setProperty("role", QStringLiteral("muted"));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* const layout = new QHBoxLayout(m_details);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    for (QWidget* const widget :
         std::initializer_list<QWidget*>{m_face, m_overLabel, m_over, m_attribute})
        layout->addWidget(widget);
    layout->addWidget(m_note, 1);
    makeTails();
    layout->addWidget(m_tails);
    for (const QComboBox* const list : {m_face, m_over, m_attribute})
        connect(list, &QComboBox::activated, this, &MapBar::ask);
    connect(m_fdr, &QToolButton::clicked, this, [this] {
        if (m_overlay && m_called)
            moveThreshold({*m_called, *m_called, std::max(m_overlay->maximum, *m_called)});
    });
}

void MapBar::makeTails()
{
    m_tails = new QWidget(m_details);
    m_tails->setObjectName(QStringLiteral("mapTails"));
    auto* const layout = new QHBoxLayout(m_tails);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    const auto add
        = [&](const char* name, const char* icon, const QString& title, const QString& tip) {
              auto* const button = new QToolButton(m_tails);
              button->setObjectName(QLatin1String(name));
              button->setIcon(themedIcon(icon));
              button->setAutoRaise(true);
              button->setCheckable(true);
              button->setChecked(true);
              button->setAccessibleName(title);
              button->setToolTip(tip);
              layout->addWidget(button);
              return button;
          };
    m_negative = add("mapNegativeTail", "minus", tr("Negative tail"),
                     tr("Whether negative values are shown"));
    m_link = add("mapLinkTails", "link", tr("One threshold for both tails"),
                 tr("On: the thresholds of both tails move together. Off: each has its own."));
    m_positive = add("mapPositiveTail", "plus", tr("Positive tail"),
                     tr("Whether positive values are shown"));
    connect(m_negative, &QToolButton::toggled, this, &MapBar::showTails);
    connect(m_positive, &QToolButton::toggled, this, &MapBar::showTails);
    connect(m_link, &QToolButton::toggled, this, &MapBar::linkTails);
}

/// Which tails are painted.
void MapBar::showTails()
{
    m_slider->setTailsShown(m_positive->isChecked(), m_negative->isChecked());
    if (m_overlay)
        moveThreshold(m_slider->values());
}

/// Linked again, the negative tail takes the threshold of the positive one.
void MapBar::linkTails(bool areLinked)
{
    m_slider->setLinked(areLinked);
    RangeSlider::Values values = m_slider->values();
    if (!m_overlay || !areLinked || values.threshold == values.negativeThreshold)
        return;
    values.negativeThreshold = values.threshold;
    moveThreshold(values);
}

MapKind MapBar::kind() const { return static_cast<MapKind>(m_kind->currentData().toInt()); }

QString MapBar::legend() const { return legendText(m_painted, correction()); }

void MapBar::setFocusFace(int face)
{
    if (face == m_focus)
        return;
    m_focus = face;
    const bool isFollowed = m_face->currentIndex() == 0
                            && (kind() == MapKind::Evidence || kind() == MapKind::Similarity);
    if (isFollowed)
        ask();
}

void MapBar::choose(MapKind kind)
{
    m_wanted.reset();
    choose(kind, true, true);
}

void MapBar::choose(MapKind kind, bool isPositiveShown, bool isNegativeShown)
{
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(kind)));
    m_isThresholdOwn = false;
    for (QToolButton* const tail : {m_negative, m_positive}) {
        const QSignalBlocker blocker(tail); // the map that is painted still is the one before
        tail->setChecked(tail == m_negative ? isNegativeShown : isPositiveShown);
    }
    m_slider->setTailsShown(isPositiveShown, isNegativeShown);
    showDetails();
    if (kind == MapKind::Attribute)
        fillAttributes();
    ask();
}

present::PaintedMap MapBar::painted() const
{
    present::PaintedMap map;
    map.kind = mapKey(kind());
    map.face = m_face->currentIndex() - 1;
    map.over = m_over->currentIndex() - 1;
    map.attribute = m_attribute->currentText().toStdString();
    if (m_isThresholdOwn && m_overlay) {
        const RangeSlider::Values& values = m_slider->values();
        map.thresholds = {values.threshold, values.negativeThreshold, values.maximum};
    }
    map.isPositiveShown = m_positive->isChecked();
    map.isNegativeShown = m_negative->isChecked();
    map.areTailsLinked = m_link->isChecked();
    return map;
}

void MapBar::show(const present::PaintedMap& map)
{
    const MapKind wanted = mapOfKey(map.kind).value_or(MapKind::Faces);
    const bool isThere = whyNot(wanted).isEmpty();
    {
        const QSignalBlocker linking(m_link); // no threshold moves before it is set
        m_link->setChecked(map.areTailsLinked);
    }
    m_slider->setLinked(map.areTailsLinked);
    const auto take = [](QComboBox* list, int row) {
        if (row >= 0 && row < list->count())
            list->setCurrentIndex(row);
    };
    take(m_face, map.face + 1);
    take(m_over, map.over + 1);
    if (isThere && wanted == MapKind::Attribute) {
        fillAttributes();
        take(m_attribute, m_attribute->findText(QString::fromStdString(map.attribute)));
    }
    m_wanted.reset();
    if (isThere && map.thresholds)
        m_wanted = {map.thresholds->positive, map.thresholds->negative, map.thresholds->maximum};
    choose(isThere ? wanted : MapKind::Faces, map.isPositiveShown || !isThere,
           map.isNegativeShown || !isThere);
}

void MapBar::refresh(Session::Changes changes)
{
    if (changes & (Session::FitChange | Session::ModelChange)) {
        fillLists();
        if (changes & Session::FitChange)
            m_searchlight.reset();
        showAvailability();
        if (!whyNot(kind()).isEmpty() || changes & Session::FitChange)
            choose(MapKind::Faces);
        else
            choose(kind());
        return;
    }
    if (!(changes & (Session::RegionChange | Session::DecoderChange))
        || kind() != MapKind::Evidence)
        return;
    // The faces come first; what the voxels say follows when they are read.
    if (m_live.isBusy())
        m_isOutOfDate = true;
    else
        ask();
}

/// The faces are what is waited for: evidence on its way would take both cores from them.
void MapBar::giveWay(bool isLiveBusy)
{
    if (isLiveBusy && kind() == MapKind::Evidence && m_shown < m_asked) {
        m_engine.interrupt();
        m_isOutOfDate = true;
    } else if (!isLiveBusy && m_isOutOfDate) {
        ask();
    }
}

void MapBar::fillLists()
{
    m_focus = 0;
    m_face->clear();
    m_over->clear();
    m_attribute->clear();
    m_axes.clear();
    const auto opened = m_session.opened();
    if (!opened || opened->fit.models.empty())
        return;
    m_face->addItem(tr("face in focus"));
    m_face->setItemData(0, tr("The face that was pressed last among the faces."), Qt::ToolTipRole);
    m_over->addItem(tr("the others"));
    m_over->setItemData(0, tr("The mean of all other exploration faces."), Qt::ToolTipRole);
    for (const std::string& name : opened->fit.models[m_session.model()].exploration.names) {
        const QString title = QFileInfo(QString::fromStdString(name)).completeBaseName();
        m_face->addItem(title);
        m_over->addItem(title);
    }
}

void MapBar::fillAttributes()
{
    if (m_attribute->count() > 0)
        return;
    const std::filesystem::path file
        = face_model::axesFileOf(m_session.opened()->fit.models[m_session.model()].modelFile);
    // Where they cannot be read the list stays empty, and the bar says so.
    (void)problemOf([&] { m_axes = face_model::readAxes(file).axes; });
    for (const face_model::AttributeAxis& axis : m_axes)
        m_attribute->addItem(QString::fromStdString(axis.name));
}

QString MapBar::whyNot(MapKind kind) const
{
    const auto opened = m_session.opened();
    if (!opened || opened->fit.models.empty())
        return tr("Open a fit first.");
    const glm::ModelFit& model = opened->fit.models[m_session.model()];
    const glm::FaceSet& faces = model.exploration;
    const bool isRun = m_searchlight && m_searchlight->opened->background == opened->background
                       && m_searchlight->model == m_session.model();
    const auto isStored = [&](task::StoredMap map) {
        return std::filesystem::exists(task::storedMapFile(opened->fit, model, map));
    };
    switch (kind) {
    case MapKind::Faces:
    case MapKind::Gain: return {};
    case MapKind::Evidence:
    case MapKind::Similarity:
        return faces.count() >= 2 && faces.codes.allFinite()
                   ? QString()
                   : tr("The fit has no exploration faces with known codes.");
    case MapKind::Attribute:
        return std::filesystem::exists(face_model::axesFileOf(model.modelFile))
                   ? QString()
                   : tr("There are no axes of attributes beside the face model.");
    case MapKind::Reliability:
        return isStored(task::StoredMap::Reliability)
                   ? QString()
                   : tr("The fit was made without the reliability of its weights.");
    case MapKind::NoiseCeiling:
        return isStored(task::StoredMap::NoiseCeiling)
                   ? QString()
                   : tr("The fit was made without a noise ceiling.");
    case MapKind::Searchlight: break;
    }
    return isRun ? QString() : tr("Run it first: Searchlight… in the menu Region.");
}

void MapBar::showAvailability()
{
    auto* const items = qobject_cast<QStandardItemModel*>(m_kind->model());
    for (int row = 0; items && row < items->rowCount(); ++row) {
        const QString reason = whyNot(kMapKinds[static_cast<std::size_t>(row)]);
        items->item(row)->setEnabled(reason.isEmpty());
        items->item(row)->setToolTip(
            reason.isEmpty() ? mapTip(kMapKinds[static_cast<std::size_t>(row)]) : reason);
    }
}

void MapBar::showDetails()
{
    const bool isEvidence = kind() == MapKind::Evidence;
    const bool isAttribute = kind() == MapKind::Attribute;
    const bool isSimilarity = kind() == MapKind::Similarity;
    m_face->setVisible(isEvidence || isSimilarity);
    m_over->setVisible(isEvidence);
    m_overLabel->setVisible(isEvidence);
    m_attribute->setVisible(isAttribute);
    m_hasFdr = isAttribute || isSimilarity || kind() == MapKind::Gain || kind() == MapKind::Faces;
    m_fdr->setVisible(m_hasFdr);
    setAvailable(m_fdr, false, tr("The fit has no p values of this map."));
    m_note->clear();
    m_details->setVisible(kind() != MapKind::Faces && kind() != MapKind::Gain);
    m_tails->setVisible(isEvidence || isAttribute || isSimilarity);
    m_kind->setToolTip(mapTip(kind()));
}

Eigen::Index MapBar::face() const
{
    const int chosen = m_face->currentIndex() - 1;
    // An opened face that is looked at is no exploration face: the first of these stands in.
    return chosen >= 0 ? chosen : m_focus < m_face->count() - 1 ? m_focus : 0;
}

MapRequest MapBar::request() const
{
    MapRequest request;
    request.number = m_asked;
    request.opened = m_session.opened();
    request.model = m_session.model();
    request.kind = kind();
    request.region = m_session.activeRegion();
    request.face = face();
    request.options = m_session.decodeOptions();
    if (m_over->currentIndex() > 0)
        request.over = m_over->currentIndex() - 1;
    if (kind() == MapKind::Attribute)
        request.axis = m_axes[static_cast<std::size_t>(m_attribute->currentIndex())];
    return request;
}

void MapBar::ask()
{
    m_isOutOfDate = false;
    const auto opened = m_session.opened();
    if (!opened) {
        showNothing({});
        return;
    }
    ++m_asked;
    const QString problem = whyNothing();
    if (kind() != MapKind::Faces && kind() != MapKind::Searchlight && problem.isEmpty()) {
        m_engine.make(request());
        return;
    }
    m_shown = m_asked; // nothing that is on its way takes the place of this
    if (!problem.isEmpty()) {
        showNothing(problem);
    } else if (kind() == MapKind::Searchlight) {
        showSearchlight(m_searchlight);
    } else {
        m_hasCorrection = false;
        m_called.reset();
        paint(opened->tMap);
        // Its p values may follow once the faces are there.
        m_shown = m_asked - 1;
        m_isOutOfDate = m_live.isBusy();
        if (!m_isOutOfDate)
            m_engine.make(request());
    }
}

/// What the chosen map lacks.
QString MapBar::whyNothing() const
{
    const auto region = m_session.activeRegion();
    if (kind() == MapKind::Evidence && (!region || region->voxels.isEmpty()))
        return tr("The region has no voxels yet.");
    if (kind() == MapKind::Evidence && m_over->currentIndex() - 1 == face())
        return tr("Choose two different faces.");
    if (kind() == MapKind::Attribute && m_attribute->currentIndex() < 0)
        return tr("The axes beside the face model cannot be read.");
    return {};
}

void MapBar::showMade(const MadeMap& made)
{
    const MapRequest& of = made.request;
    // While the region changes, an older answer is nearer to it than what is on screen.
    const bool isOfThis = of.kind == kind() && of.opened == m_session.opened()
                          && of.model == m_session.model() && of.number > m_shown;
    if (!isOfThis)
        return;
    m_shown = of.number;
    if (!made.values) {
        showNothing(made.problem);
        return;
    }
    m_hasCorrection = made.hasP;
    m_called = made.fdrThreshold;
    setAvailable(m_fdr, m_called.has_value(),
                 m_hasCorrection ? tr("No voxel passes a false discovery rate of 5 %.")
                                 : tr("The fit has no p values of this map."));
    if (kind() == MapKind::Faces) { // is painted already, with the threshold that is common
        showCorrection();
        Q_EMIT overlayChanged();
        return;
    }
    const QLocale locale;
    if (kind() == MapKind::Evidence)
        m_note->setText(tr("sum: difference of r %1").arg(locale.toString(made.decision, 'f', 3)));
    else
        m_note->setText(m_hasCorrection && !m_called
                            ? tr("No voxel passes a false discovery rate of 5 %.")
                            : QString());
    paint(made.values);
}

void MapBar::showSearchlight(const std::shared_ptr<const SearchlightRun>& run)
{
    const auto opened = m_session.opened();
    if (!opened || run->opened->background != opened->background)
        return; // its fit was closed
    m_searchlight = run;
    showAvailability();
    if (kind() != MapKind::Searchlight || !whyNot(MapKind::Searchlight).isEmpty())
        return;
    const decode::SearchlightMap& map = run->map;
    m_hasCorrection = map.permutations > 0;
    m_called = map.threshold;
    const QLocale locale;
    const QString radius = locale.toString(run->options.radiusMm, 'g', 4);
    m_note->setText(
        !map.isComplete ? tr("%1 mm, not finished: %2 centres")
                              .arg(radius, locale.toString(static_cast<qlonglong>(map.centres)))
        : !m_hasCorrection ? tr("%1 mm, without permutations").arg(radius)
        : m_called         ? tr("%1 mm, %2 permutations: p ≤ .05 from %3 on")
                         .arg(radius, locale.toString(static_cast<qlonglong>(map.permutations)),
                              locale.toString(*m_called, 'f', 3))
                   : tr("%1 mm, %2 permutations: nothing has p ≤ .05")
                         .arg(radius, locale.toString(static_cast<qlonglong>(map.permutations))));
    if (run->faces == SearchlightFaces::Training)
        //: of a searchlight; %1 is its radius and what there is to say of it
        m_note->setText(tr("training faces, %1").arg(m_note->text()));
    paint(run->values);
}

void MapBar::paint(std::shared_ptr<const image::Volume> values)
{
    const MapLook look = lookOf(kind(), std::move(values), m_called);
    const RangeSlider::Values before = m_slider->values();
    m_overlay = look.overlay;
    m_painted = kind();
    m_slider->setEnabled(true);
    m_slider->setColorMap(m_overlay->map);
    m_slider->setTwoSided(m_overlay->isTwoSided);
    m_slider->setLimits(look.lowest, look.highest);
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    m_isThresholdOwn = m_isThresholdOwn || wanted;
    setThreshold(wanted ? *wanted
                 : m_isThresholdOwn
                     ? before
                     : RangeSlider::Values{m_overlay->threshold, m_overlay->negativeThreshold,
                                           m_overlay->maximum});
    showCorrection();
    Q_EMIT overlayChanged();
}

void MapBar::showNothing(const QString& reason)
{
    m_overlay.reset();
    m_hasCorrection = false;
    m_called.reset();
    m_note->setText(reason);
    m_slider->setEnabled(false);
    showCorrection();
    Q_EMIT overlayChanged();
}

void MapBar::moveThreshold(const RangeSlider::Values& values)
{
    if (!m_overlay)
        return;
    m_isThresholdOwn = true;
    setThreshold(values);
    showCorrection();
    Q_EMIT overlayChanged();
}

/// As far as the slider goes.
void MapBar::setThreshold(const RangeSlider::Values& values)
{
    m_slider->setValues(values);
    const RangeSlider::Values& set = m_slider->values();
    constexpr double kOff = std::numeric_limits<double>::infinity();
    m_overlay->threshold = set.threshold;
    m_overlay->maximum = set.maximum;
    if (!m_overlay->isTwoSided)
        return;
    m_overlay->minimum = -set.maximum;
    m_overlay->threshold = m_positive->isChecked() ? set.threshold : kOff;
    m_overlay->negativeThreshold = m_negative->isChecked() ? set.negativeThreshold : kOff;
}

QString MapBar::correction() const
{
    return m_overlay
               ? correctionText(*m_overlay, m_painted, m_hasCorrection ? m_called : std::nullopt)
               : correctionText({}, m_painted, std::nullopt);
}

void MapBar::showCorrection()
{
    m_correction->setText(correction());
    // Where the threshold is one that holds, nothing is left to be set.
    m_fdr->setVisible(m_hasFdr && m_correction->text() == correctionText({}, m_painted, {}));
}

void MapBar::runSearchlight(SearchlightFaces faces, double radiusMm, int permutations)
{
    const auto opened = m_session.opened();
    if (!opened)
        return;
    SearchlightRun run;
    run.opened = opened;
    run.model = m_session.model();
    run.faces = faces;
    run.options.radiusMm = radiusMm;
    run.options.permutations = permutations;
    run.map.accuracy.assign(opened->fit.voxels.size(), std::nanf(""));
    run.map.isComplete = false;
    m_searchlight = runOf(run);
    showAvailability();
    choose(MapKind::Searchlight);
    // The bar may be gone before the job is; the runner outlives both.
    const auto show = [jobs = &m_jobs,
                       self = QPointer(this)](const std::shared_ptr<const SearchlightRun>& part) {
        QMetaObject::invokeMethod(
            jobs,
            [self, part] {
                if (self)
                    self->showSearchlight(part);
            },
            Qt::QueuedConnection);
    };
    m_jobs.start(tr("Searchlight, %1 mm").arg(QLocale().toString(radiusMm, 'g', 4)),
                 [run, show](Progress& progress) mutable -> JobRunner::Deliver {
                     const glm::ModelFit& model = run.opened->fit.models[run.model];
                     auto last = std::chrono::steady_clock::now();
                     const auto fillIn = [&](std::span<const float> accuracy) {
                         const auto now = std::chrono::steady_clock::now();
                         if (now - last < kBetweenParts)
                             return;
                         last = now;
                         run.map.accuracy.assign(accuracy.begin(), accuracy.end());
                         run.map.centres = std::ranges::count_if(
                             accuracy, [](float value) { return std::isfinite(value); });
                         show(runOf(run));
                     };
                     run.map = run.faces == SearchlightFaces::Training
                                   ? decode::trainingSearchlight(
                                       run.opened->fit,
                                       decode::makeTrainingFolds(run.opened->fit, model, progress),
                                       run.options, progress, fillIn)
                                   : decode::searchlight(run.opened->fit, model, model.exploration,
                                                         run.options, progress, fillIn);
                     show(runOf(run));
                     if (!run.map.isComplete)
                         throw cancelled(); // the part stays on the brain
                     return {};
                 });
}

} // namespace fusiform
