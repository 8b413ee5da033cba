// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/selection_panel.h"

#include "app/support/text.h"

#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform {

namespace {

/// Where the fit's own criterion lies: just below the smallest t and gain of its voxels.
SelectionScatter::Criterion criterionOf(const glm::Fit& fit, const glm::ModelFit& model)
{
    SelectionScatter::Criterion criterion;
    constexpr float kInfinity = std::numeric_limits<float>::infinity();
    float t = kInfinity;
    float gain = kInfinity;
    for (const Eigen::Index position : fit.positionsOf(model.selected)) {
        const auto v = static_cast<std::size_t>(position);
        t = std::min(t, fit.tFace[v]);
        gain = std::min(gain, model.gain[v]);
    }
    if (std::isfinite(t))
        criterion
            = {static_cast<double>(std::nextafter(t, -kInfinity)),
               std::isfinite(gain) ? static_cast<double>(std::nextafter(gain, -kInfinity)) : 0};
    return criterion;
}

} // namespace

SelectionPanel::SelectionPanel(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_counts(new QLabel(this)),
      m_scatter(new SelectionScatter(this))
{
    m_counts->setObjectName(QStringLiteral("selectionCounts"));
    m_counts->setProperty("role", QStringLiteral("muted"));
    m_counts->setWordWrap(true);
    m_counts->setContentsMargins(12, 8, 12, 0);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_counts);
    layout->addWidget(m_scatter, 1);
    connect(&session, &Session::changed, this, &SelectionPanel::refresh);
    connect(m_scatter, &SelectionScatter::criterionRequested, this, &SelectionPanel::select);
    connect(m_scatter, &SelectionScatter::gestureEnded, &session, &Session::endGesture);
}

const glm::ModelFit* SelectionPanel::model() const
{
    const auto opened = m_session.opened();
    if (!opened || m_session.model() >= opened->fit.models.size())
        return nullptr;
    return &opened->fit.models[m_session.model()];
}

void SelectionPanel::refresh(Session::Changes changes)
{
    if (changes & (Session::FitChange | Session::ModelChange))
        showModel();
    if (changes & (Session::FitChange | Session::ModelChange | Session::RegionChange))
        showCounts();
}

void SelectionPanel::showModel()
{
    const glm::ModelFit* const shown = model();
    if (shown == nullptr) {
        m_scatter->setVoxels({}, {});
        return;
    }
    const glm::Fit& fit = m_session.opened()->fit;
    const bool isKnown
        = std::ranges::any_of(shown->gain, [](float gain) { return std::isfinite(gain); });
    m_scatter->setVoxels(isKnown ? std::span<const float>(fit.tFace) : std::span<const float>(),
                         shown->gain);
    m_scatter->setCriterion(criterionOf(fit, *shown));
}

/// How many voxels the active region holds, and how they spread over the thirds of the selection.
void SelectionPanel::showCounts()
{
    const glm::ModelFit* const shown = model();
    const auto region = m_session.activeRegion();
    if (shown == nullptr || !region) {
        m_counts->clear();
        return;
    }
    const glm::Fit& fit = m_session.opened()->fit;
    const QLocale locale;
    const auto number
        = [&](image::Index count) { return locale.toString(static_cast<qlonglong>(count)); };
    QStringList parts;
    for (const roi::Region& offered : roi::offeredRegions(fit, *shown))
        if (offered.name != "selected")
            parts.append(tr("%1 %2").arg(
                regionTitle(offered), number(region->voxels.intersected(offered.voxels).count())));
    //: name of a region, its voxels, those of the mask; how many lie in each third
    m_counts->setText(tr("%1: %2 of %3 voxels · %4")
                          .arg(regionTitle(*region), number(region->voxels.count()),
                               number(static_cast<image::Index>(fit.voxels.size())),
                               parts.join(QStringLiteral(" · "))));
}

void SelectionPanel::select(const SelectionScatter::Criterion& criterion)
{
    m_scatter->setCriterion(criterion);
    roi::Region region
        = roi::aboveCriterion(m_session.opened()->fit, *model(), criterion.t, criterion.gain);
    region.isEditedWhileLooking = m_session.isWatching();
    m_session.shapeRegion(std::move(region), tr("Add criterion"), tr("Move criterion"));
}

} // namespace fusiform
