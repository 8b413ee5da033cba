// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/paint_limits.h"

#include "app/support/text.h"
#include "core/import/grey_matter.h"
#include "core/roi/threshold.h"

#include <utility>

namespace fusiform {

namespace {

image::VoxelSet shownOf(const scene::Overlay& map, const image::VoxelSet& inMask)
{
    roi::ValueRange positive;
    positive.lowest = map.threshold;
    image::VoxelSet shown = roi::withValues(*map.values, positive, inMask);
    if (map.isTwoSided) {
        roi::ValueRange negative;
        negative.highest = -map.negativeThreshold;
        shown = shown.united(roi::withValues(*map.values, negative, inMask));
    }
    return shown;
}

} // namespace

PaintLimits::PaintLimits(Session& session, JobRunner& jobs, QObject* parent)
    : QObject(parent), m_session(session), m_jobs(jobs)
{
    connect(&jobs, &JobRunner::cancelled, this, [this](const QString& title) {
        if (title == jobTitle() && !m_grey)
            giveUp({});
    });
}

QString PaintLimits::jobTitle() { return tr("Grey matter of the subject"); }

void PaintLimits::set(PaintLimit limit, const std::optional<scene::Overlay>& shown)
{
    m_limit = limit;
    const auto opened = m_session.opened();
    if (!opened || limit == PaintLimit::BrainMask || (limit == PaintLimit::Map && !shown)) {
        Q_EMIT allowedChanged(nullptr);
        return;
    }
    if (limit == PaintLimit::Map) {
        Q_EMIT allowedChanged(
            std::make_shared<const image::VoxelSet>(shownOf(*shown, opened->inMask)));
        return;
    }
    if (m_fitOfGrey != opened)
        readGreyMatter();
    else if (m_grey)
        Q_EMIT allowedChanged(m_grey);
}

void PaintLimits::readGreyMatter()
{
    const auto opened = m_session.opened();
    m_fitOfGrey = opened;
    m_grey.reset();
    m_jobs.start(jobTitle(), [this, opened](Progress& progress) -> JobRunner::Deliver {
        const auto image = import::greyMatterImage(opened->fit);
        if (!image)
            return [this, opened] {
                if (m_fitOfGrey == opened)
                    giveUp(tr("No image of the subject's grey matter: aparc+aseg of FreeSurfer, or "
                              "fMRIPrep's dseg or probseg, is looked for below the study's "
                              "derivatives. Painting takes the whole brain mask."));
            };
        std::shared_ptr<const image::VoxelSet> grey;
        const QString problem = problemOf([&] {
            grey = std::make_shared<const image::VoxelSet>(
                import::greyMatter(*image, opened->fit, progress));
        });
        return [this, opened, grey, problem] {
            if (m_fitOfGrey != opened)
                return;
            if (!grey)
                return giveUp(problem);
            m_grey = grey;
            if (m_limit == PaintLimit::GreyMatter)
                Q_EMIT allowedChanged(m_grey);
        };
    });
}

void PaintLimits::giveUp(const QString& reason)
{
    m_fitOfGrey.reset(); // asked for again, it is looked for again
    if (m_limit != PaintLimit::GreyMatter)
        return;
    m_limit = PaintLimit::BrainMask;
    Q_EMIT allowedChanged(nullptr);
    Q_EMIT unavailable(reason);
}

} // namespace fusiform
