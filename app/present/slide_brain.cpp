// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/slide_brain.h"

#include "app/docks/map_look.h"
#include "core/present/look_path.h"
#include "core/util/error.h"
#include "widgets/scene/cut.h"

#include <QVBoxLayout>

#include <algorithm>
#include <limits>

namespace fusiform {

namespace {

/// Thresholds as the user set them, or those of the map itself; tails that are off have none.
void setThresholds(scene::Overlay& overlay, const present::PaintedMap& map)
{
    if (map.thresholds) {
        overlay.threshold = map.thresholds->positive;
        overlay.negativeThreshold = map.thresholds->negative;
        overlay.maximum = map.thresholds->maximum;
    }
    if (!overlay.isTwoSided)
        return;
    constexpr double kOff = std::numeric_limits<double>::infinity();
    overlay.minimum = -overlay.maximum;
    if (!map.isPositiveShown)
        overlay.threshold = kOff;
    if (!map.isNegativeShown)
        overlay.negativeThreshold = kOff;
}

face_model::AttributeAxis axisNamed(const glm::ModelFit& model, const std::string& name)
try {
    for (face_model::AttributeAxis& axis :
         face_model::readAxes(face_model::axesFileOf(model.modelFile)).axes)
        if (axis.name == name)
            return axis;
    return {};
} catch (const Error&) {
    return {}; // the map is not painted
}

/// Whether two requests are for the same map.
bool isSame(const MapRequest& one, const MapRequest& two)
{
    return one.opened == two.opened && one.model == two.model && one.kind == two.kind
           && one.region == two.region && one.face == two.face && one.over == two.over
           && one.options == two.options && one.axis.name == two.axis.name;
}

} // namespace

SlideBrain::SlideBrain(const QString& glProblem, QWidget* parent)
    : QWidget(parent), m_view(new BrainView(glProblem, this))
{
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view);
    m_view->setPlainGround(true);
    m_way.setStartValue(0.0);
    m_way.setEndValue(1.0);
    m_way.setEasingCurve(QEasingCurve::Linear); // the path eases by itself
    connect(&m_way, &QVariantAnimation::valueChanged, this, [this](const QVariant& way) {
        turnTo(present::between(m_from, m_to, way.toDouble()));
    });
    connect(&m_way, &QVariantAnimation::finished, this, &SlideBrain::arrived);
    connect(&m_engine, &MapEngine::mapMade, this, [this](const auto& made) {
        m_answered = made->request.number;
        if (made->request.opened != m_opened)
            return;
        constexpr std::size_t kMostKept = 16;
        if (m_made.size() == kMostKept)
            m_made.erase(m_made.begin());
        m_made.push_back(made);
        if (m_map && isSame(*m_map, made->request))
            paint(*made);
        Q_EMIT mapShown();
    });
}

SlideBrain::~SlideBrain() { m_way.stop(); }

void SlideBrain::setSource(std::shared_ptr<const OpenedFit> opened,
                           std::shared_ptr<const scene::BrainSurface> surface)
{
    if (opened != m_opened) {
        m_opened = std::move(opened);
        m_map.reset();
        m_made.clear();
        m_view->setRegions(nullptr);
        m_view->setAnatomy(m_opened ? scene::backgroundOf(m_opened->background)
                                    : scene::Background());
    }
    m_view->setSurface(std::move(surface));
}

void SlideBrain::show(const Shown& shown, Move move)
{
    if (!m_opened)
        return;
    std::shared_ptr<const scene::RegionLabels> labels;
    if (shown.region) {
        const auto& [r, g, b] = shown.region->colour;
        labels = scene::labelsOf(m_opened->fit.grid, {{shown.region->voxels, {r, g, b}, true}});
    }
    m_view->setRegions(labels);
    m_view->setGlass(shown.look.isGlass);
    std::vector<scene::SlicePlane> cuts;
    constexpr std::array kPlanes
        = {scene::SlicePlane::Axial, scene::SlicePlane::Coronal, scene::SlicePlane::Sagittal};
    for (std::size_t cut = 0; cut < kPlanes.size(); ++cut)
        if (shown.look.cuts[cut])
            cuts.push_back(kPlanes[cut]);
    // The cursor is where the brain is cut; a mark of it is for work, not for a talk.
    if (!cuts.empty() && shown.look.cursor)
        m_view->setCursor(image::MmPoint{Eigen::Vector3d(shown.look.cursor->data())});
    else
        m_view->setCursor(std::nullopt);
    m_view->setCuts(cuts);
    m_painted = shown.look.map;
    if (const auto request = requestFor(shown)) {
        showMap(*request);
    } else {
        m_map.reset();
        m_view->setOverlay(std::nullopt, {});
    }
    m_way.stop();
    const double seconds = present::secondsBetween(m_now, shown.look);
    if (move == Move::AtOnce || seconds == 0) {
        turnTo(shown.look);
        Q_EMIT arrived();
        return;
    }
    m_from = m_now;
    m_to = shown.look;
    m_way.setDuration(static_cast<int>(1000 * seconds));
    m_way.start();
}

bool SlideBrain::isMoving() const { return m_way.state() == QAbstractAnimation::Running; }

void SlideBrain::turnTo(const present::BrainLook& look)
{
    m_now = look;
    m_view->turn(
        {look.azimuth, look.elevation, look.zoom, Eigen::Vector2d(look.shift[0], look.shift[1])});
}

/// None: the look has a map that this fit cannot have.
std::optional<MapRequest> SlideBrain::requestFor(const Shown& shown) const
{
    const present::PaintedMap& map = shown.look.map;
    const glm::ModelFit& model = m_opened->fit.models[shown.model];
    const auto faces = model.exploration.count();
    MapRequest request;
    request.opened = m_opened;
    request.model = shown.model;
    request.kind = mapOfKey(map.kind).value_or(MapKind::Faces);
    if (request.kind == MapKind::Evidence) {
        request.region = shown.decoded;
        request.options = shown.options;
    }
    if (request.kind == MapKind::Evidence || request.kind == MapKind::Similarity)
        request.face = map.face >= 0 && map.face < faces ? map.face : 0;
    if (request.kind == MapKind::Evidence && map.over >= 0 && map.over < faces
        && map.over != request.face)
        request.over = map.over;
    if (request.kind == MapKind::Attribute)
        request.axis = axisNamed(model, map.attribute);
    const bool lacks = request.kind == MapKind::Searchlight // kept nowhere
                       || (request.kind == MapKind::Evidence && (!request.region || faces < 2))
                       || (request.kind == MapKind::Similarity && faces < 2)
                       || (request.kind == MapKind::Attribute && request.axis.name.empty());
    return lacks ? std::nullopt : std::optional(request);
}

void SlideBrain::showMap(const MapRequest& request)
{
    m_map = request;
    const auto isOfIt = [&](const auto& made) { return isSame(made->request, request); };
    if (const auto made = std::ranges::find_if(m_made, isOfIt); made != m_made.end()) {
        paint(**made);
        return;
    }
    m_map->number = ++m_asked;
    m_engine.make(*m_map);
}

void SlideBrain::paint(const MadeMap& made)
{
    const MapKind kind = made.request.kind;
    const auto values = kind == MapKind::Faces ? m_opened->tMap : made.values;
    if (!values) {
        m_view->setOverlay(std::nullopt, {});
        return;
    }
    // The threshold of t is common to all fits; that of other maps is their correction's.
    scene::Overlay overlay
        = lookOf(kind, values, kind == MapKind::Faces ? std::nullopt : made.fdrThreshold).overlay;
    setThresholds(overlay, m_painted);
    const QString correction
        = correctionText(overlay, kind, made.hasP ? made.fdrThreshold : std::nullopt);
    m_view->setOverlay(overlay, legendText(kind, correction));
}

QImage SlideBrain::picture(const QSize& pixels, BrainPicture::Ground ground)
{
    BrainPicture wanted;
    wanted.pixels = pixels;
    // The legend's letters as on the screen: a slide is 1600 units wide and 47 % of it brain.
    constexpr double kLegendWidth = 700;
    wanted.dotsPerInch = 110.0 * pixels.width() / kLegendWidth;
    wanted.ground = ground;
    return m_view->picture(wanted);
}

} // namespace fusiform
