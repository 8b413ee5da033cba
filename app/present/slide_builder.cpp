// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/slide_builder.h"

#include "app/support/text.h"

#include <QLocale>

#include <algorithm>
#include <numeric>

namespace fusiform {

namespace {

/// So that rounds differ from slide to slide, and not from one showing to the next.
std::uint64_t seedOf(const present::Scene& scene)
{
    std::uint64_t seed = 2019;
    for (const char c : scene.title)
        seed = seed * 31 + static_cast<unsigned char>(c);
    return seed;
}

/// Which faces a slide has: those it names, or all.
std::vector<int> facesOf(const present::Scene& scene, std::size_t count)
{
    std::vector<int> faces;
    for (const int face : scene.faces)
        if (face >= 0 && static_cast<std::size_t>(face) < count)
            faces.push_back(face);
    if (faces.empty()) {
        faces.resize(count);
        std::iota(faces.begin(), faces.end(), 0);
    }
    return faces;
}

} // namespace

SlideBuilder::SlideBuilder(Session& session, QObject* parent) : QObject(parent), m_session(session)
{
    connect(&session, &Session::changed, this, &SlideBuilder::follow);
    connect(&m_faces, &SlideFaces::regionRead, this, &SlideBuilder::changed);
    connect(&m_faces, &SlideFaces::failed, this, &SlideBuilder::failed);
    follow();
}

void SlideBuilder::follow()
{
    const auto opened = m_session.opened();
    m_faces.setSource(opened && !opened->fit.models.empty() ? opened : nullptr,
                      m_session.decodeOptions(), m_session.shownCodes());
}

std::shared_ptr<const roi::Region> SlideBuilder::regionOf(const present::Scene& scene) const
{
    const auto& regions = m_session.document().regions;
    const auto found
        = std::ranges::find_if(regions, [&](const auto& one) { return one->name == scene.region; });
    return found != regions.end() ? *found : regions.empty() ? nullptr : regions.front();
}

SlideContent SlideBuilder::contentOf(const present::Scene& scene)
{
    using Kind = present::SceneKind;
    SlideContent content;
    content.scene = scene;
    const auto region = regionOf(scene);
    if (!region || scene.kind == Kind::Text)
        return content;
    const RegionFaces* const read = m_faces.of(region);
    if (!read) {
        content.isReady = false;
        return content;
    }
    content.origin = originOf(*region, *read);
    const auto isShown = [&](const RegionFaces::Row& row) {
        return scene.model.empty() || row.model.toStdString() == scene.model;
    };
    // Of a guess the whole set is needed, to draw other faces from.
    const std::vector<int> faces
        = facesOf(scene.kind == Kind::GuessWho ? present::Scene{} : scene, m_faces.names().size());
    for (const int face : faces) {
        content.names.push_back(m_faces.names()[static_cast<std::size_t>(face)]);
        content.originals.push_back(m_faces.originals()[static_cast<std::size_t>(face)]);
    }
    // The last model stands first in the talk of a guess: the one that makes the better pictures
    // comes after PCA in every fit.
    for (const RegionFaces::Row& row : read->rows) {
        if (!isShown(row))
            continue;
        SlideContent::Row shown{modelTitle(row.model.toStdString()), {}};
        for (const int face : faces)
            shown.faces.push_back(row.faces[static_cast<std::size_t>(face)]);
        content.rows.push_back(std::move(shown));
        if (scene.kind == Kind::GuessWho && row.decoded.similarity.allFinite())
            content.round
                = present::guessRound(row.decoded.similarity,
                                      scene.faces.empty() ? 0 : scene.faces.front(), seedOf(scene));
    }
    if (scene.kind == Kind::GuessWho && content.rows.size() > 1)
        content.rows.erase(content.rows.begin(), content.rows.end() - 1);
    return content;
}

QString SlideBuilder::originOf(const roi::Region& region, const RegionFaces& read) const
{
    const QLocale locale;
    const decode::Decoded& decoded = read.rows.front().decoded;
    //: at the foot of a slide: region, voxels, decoder, whether that is confirmatory
    return tr("%1 · %2 voxels · %3 · %4")
        .arg(regionTitle(region), locale.toString(static_cast<qlonglong>(decoded.voxels)),
             decoderText(decoded),
             m_session.opened()->isSealOpen && !region.isEditedWhileLooking
                 ? tr("confirmatory")
                 //: of faces that were looked at while regions were made
                 : tr("exploratory"));
}

SlideBrain::Shown SlideBuilder::brainOf(const present::Scene& scene,
                                        const present::SceneStep& step) const
{
    SlideBrain::Shown shown;
    shown.look = scene.look;
    shown.decoded = regionOf(scene);
    if (step.hasRegion)
        shown.region = shown.decoded;
    shown.options = m_session.decodeOptions();
    const auto opened = m_session.opened();
    for (std::size_t model = 0; opened && model < opened->fit.models.size(); ++model)
        if (opened->fit.models[model].model.name == scene.model)
            shown.model = model;
    return shown;
}

} // namespace fusiform
