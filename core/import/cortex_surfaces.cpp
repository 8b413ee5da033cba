// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/cortex_surfaces.h"

#include "core/image/surface_shape.h"
#include "core/import/anatomy_folders.h"
#include "core/import/surface_search.h"
#include "core/io/surface_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace fusiform::import {

namespace {

namespace fs = std::filesystem;
using SurfaceKind = CortexSurfaceKind;

constexpr double kThicknessMm = 2.5; // of the cortex on average (Fischl & Dale 2000)
constexpr double kGapMm = 8; // between inflated sides

constexpr std::array<std::pair<SurfaceKind, const char*>, 4> kKinds
    = {{{SurfaceKind::Pial, "pial"},
        {SurfaceKind::White, "white"},
        {SurfaceKind::Midthickness, "midthickness"},
        {SurfaceKind::Inflated, "inflated"}}};

bool isThere(const fs::path& file)
{
    std::error_code ignored;
    return fs::is_regular_file(file, ignored);
}

/// Sulcal depth is smoother than curvature and reads better on an inflated surface.
constexpr std::array kFoldWords = {"sulc", "curv"};

/// Words of a name that stand for the kind of file, not for what it belongs to.
bool isKindWord(const std::string& word)
{
    constexpr std::array kOthers = {"surf", "shape", "gii", "gz", "very"};
    return std::ranges::find(kOthers, word) != kOthers.end()
           || std::ranges::find(kFoldWords, word) != kFoldWords.end()
           || std::ranges::any_of(kKinds, [&](const auto& kind) { return word == kind.second; });
}

std::vector<std::string> belongingWords(const SurfaceNameParts& parts)
{
    std::vector<std::string> words = parts.after;
    std::erase_if(words, isKindWord);
    return words;
}

bool hasNameWord(const SurfaceNameParts& parts, const std::string& word)
{
    return std::ranges::find(parts.after, word) != parts.after.end();
}

/// The files of a folder whose names begin alike and belong to the same thing.
CortexSide sideIn(const std::vector<fs::path>& files, const SurfaceNameParts& like,
                  const std::string& side)
{
    CortexSide result;
    std::array<fs::path, kFoldWords.size()> folds;
    const auto takeShorter = [](fs::path& known, const fs::path& file) {
        const auto order = [](const fs::path& f) {
            return std::pair(f.filename().string().size(), f.filename().string());
        };
        if (known.empty() || order(file) < order(known))
            known = file;
    };
    for (const fs::path& file : files) {
        const SurfaceNameParts parts = surfaceNameParts(file);
        if (parts.side != side || parts.before != like.before
            || belongingWords(parts) != belongingWords(like) || !isThere(file))
            continue;
        for (const auto& [kind, word] : kKinds)
            if (hasNameWord(parts, word))
                takeShorter(result.surfaces[kind], file);
        for (std::size_t w = 0; w < kFoldWords.size(); ++w)
            if (hasNameWord(parts, kFoldWords[w]))
                takeShorter(folds[w], file);
    }
    result.folds = folds[0].empty() ? folds[1] : folds[0];
    return result;
}

CortexFiles sidesIn(const std::vector<fs::path>& files, const SurfaceNameParts& like)
{
    CortexFiles sides;
    for (const char* const side : {"lh", "rh"})
        if (CortexSide found = sideIn(files, like, side); !found.surfaces.empty())
            sides.push_back(std::move(found));
    return sides;
}

/// fMRIPrep's: the first name that ends with pial.surf.gii tells how they all begin.
CortexFiles sidesOfFmriPrep(const fs::path& anat)
{
    const std::vector<fs::path> files = nativeFiles(anat);
    for (const fs::path& file : files) {
        const SurfaceNameParts parts = surfaceNameParts(file);
        if (!parts.side.empty() && parts.after == std::vector<std::string>{"pial", "surf", "gii"})
            return sidesIn(files, parts);
    }
    return {};
}

void requireVertices(const fs::path& file, Eigen::Index wanted, Eigen::Index found)
{
    if (wanted != found)
        throw badData(file, FUSIFORM_TR("core", "the %1 vertices of the surface").arg(wanted),
                      FUSIFORM_TR("core", "%1").arg(found));
}

image::Surface placed(const fs::path& file, Progress& progress)
{
    io::SurfaceFile read = io::readSurface(file);
    if (!read.isPlaced)
        progress.warn(FUSIFORM_TR("core", "%1 does not say how its coordinates lie to the "
                                          "scanner's; they are taken as the scanner's.")
                          .arg(file.filename().string()));
    return std::move(read.surface);
}

/// One side of what is shown, with the surfaces of its vertices that lie in the brain.
class SideReader {
public:
    SideReader(const CortexSide& side, Progress& progress) : m_side(side), m_progress(progress) { }

    CortexSurface read(SurfaceKind kind)
    {
        CortexSurface result;
        result.isAnatomical = kind != SurfaceKind::Inflated;
        placeGreyMatter(result);
        result.shown.triangles = m_brain.triangles;
        if (kind == SurfaceKind::Inflated)
            result.shown = inflated();
        else if (hasFile(kind))
            result.shown.points = pointsOf(kind);
        else // between pial and white
            result.shown.points = (result.outer + result.inner) / 2;
        result.folds = folds();
        return result;
    }

private:
    [[nodiscard]] bool hasFile(SurfaceKind kind) const { return m_side.surfaces.contains(kind); }

    /// The first surface read gives the triangles; the others have its vertices.
    const Eigen::Matrix3Xd& pointsOf(SurfaceKind kind)
    {
        const auto known = m_points.find(kind);
        if (known != m_points.end())
            return known->second;
        const fs::path& file = m_side.surfaces.at(kind);
        image::Surface surface = placed(file, m_progress);
        m_progress.checkpoint();
        if (m_brain.points.cols() == 0)
            m_brain = surface;
        requireVertices(file, m_brain.points.cols(), surface.points.cols());
        return m_points[kind] = std::move(surface.points);
    }

    void placeGreyMatter(CortexSurface& result)
    {
        if (hasFile(SurfaceKind::Pial) && hasFile(SurfaceKind::White)) {
            result.outer = pointsOf(SurfaceKind::Pial);
            result.inner = pointsOf(SurfaceKind::White);
            return;
        }
        const auto found = std::ranges::find_if(kKinds, [&](const auto& kind) {
            return kind.first != SurfaceKind::Inflated && hasFile(kind.first);
        });
        if (found == kKinds.end())
            throw badData(m_side.surfaces.begin()->second,
                          FUSIFORM_TR("core", "a pial, white or midthickness surface beside it: an "
                                              "inflated one does not tell where the brain is"),
                          FUSIFORM_TR("core", "none"));
        const Eigen::Matrix3Xd& points = pointsOf(found->first);
        const double outside = found->first == SurfaceKind::Pial    ? 0
                               : found->first == SurfaceKind::White ? kThicknessMm
                                                                    : kThicknessMm / 2;
        const Eigen::Matrix3Xd normals = image::outwardNormals(m_brain);
        result.outer = points + outside * normals;
        result.inner = result.outer - kThicknessMm * normals;
    }

    /// The inflated surface, in the middle of where the brain's lies from front to back and up.
    image::Surface inflated()
    {
        const fs::path& file = m_side.surfaces.at(SurfaceKind::Inflated);
        image::Surface surface = io::readSurface(file).surface;
        requireVertices(file, m_brain.points.cols(), surface.points.cols());
        const auto middle = [](const Eigen::Matrix3Xd& points) -> Eigen::Vector3d {
            return (points.rowwise().minCoeff() + points.rowwise().maxCoeff()) / 2;
        };
        Eigen::Vector3d shift = middle(m_brain.points) - middle(surface.points);
        shift.x() = 0;
        surface.points.colwise() += shift;
        return surface;
    }

    std::vector<float> folds()
    {
        std::vector<float> shape = image::hollowness(m_brain);
        if (m_side.folds.empty())
            return shape;
        std::vector<float> values = io::readVertexValues(m_side.folds);
        requireVertices(m_side.folds, m_brain.points.cols(),
                        static_cast<Eigen::Index>(values.size()));
        // FreeSurfer's sulci are positive, the HCP's negative: the shape tells which these are.
        const double middle
            = std::accumulate(shape.begin(), shape.end(), 0.0) / static_cast<double>(shape.size());
        double together = 0;
        for (std::size_t v = 0; v < values.size(); ++v) {
            if (!std::isfinite(values[v]))
                values[v] = 0;
            together += static_cast<double>(values[v]) * (static_cast<double>(shape[v]) - middle);
        }
        if (together < 0)
            for (float& value : values)
                value = -value;
        return values;
    }

    const CortexSide& m_side;
    Progress& m_progress;
    image::Surface m_brain; ///< the first that was read
    std::map<SurfaceKind, Eigen::Matrix3Xd> m_points;
};

void append(Eigen::Matrix3Xd& points, const Eigen::Matrix3Xd& more)
{
    Eigen::Matrix3Xd all(3, points.cols() + more.cols());
    all << points, more;
    points = std::move(all);
}

void append(CortexSurface& all, const CortexSurface& side)
{
    const auto first = static_cast<std::int32_t>(all.shown.points.cols());
    append(all.shown.points, side.shown.points);
    append(all.outer, side.outer);
    append(all.inner, side.inner);
    for (const auto& [a, b, c] : side.shown.triangles)
        all.shown.triangles.push_back({a + first, b + first, c + first});
    all.folds.insert(all.folds.end(), side.folds.begin(), side.folds.end());
    all.isAnatomical = side.isAnatomical;
}

/// Left of the middle and right of it, as they stand in the head.
void standBeside(CortexSurface& side, const Eigen::Matrix3Xd& brain)
{
    const bool isRight = brain.row(0).mean() > 0;
    const double shift = isRight ? kGapMm / 2 - side.shown.points.row(0).minCoeff()
                                 : -kGapMm / 2 - side.shown.points.row(0).maxCoeff();
    side.shown.points.row(0).array() += shift;
}

} // namespace

bool CortexSide::has(SurfaceKind kind) const
{
    const auto there = [&](SurfaceKind k) { return surfaces.contains(k); };
    if (kind == SurfaceKind::Inflated)
        return there(kind) && surfaces.size() > 1;
    if (kind == SurfaceKind::Midthickness)
        return there(kind) || (there(SurfaceKind::Pial) && there(SurfaceKind::White));
    return there(kind);
}

bool hasAll(const CortexFiles& sides, SurfaceKind kind)
{
    return !sides.empty()
           && std::ranges::all_of(sides, [&](const CortexSide& side) { return side.has(kind); });
}

CortexFiles cortexFiles(const glm::Fit& fit)
{
    const AnatomyFolders folders = anatomyFolders(fit);
    for (const fs::path& subject : folders.freeSurfer)
        if (CortexFiles sides = sidesIn(entriesOf(subject / "surf"), surfaceNameParts("lh.pial"));
            !sides.empty())
            return sides;
    for (const fs::path& anat : folders.fmriPrep)
        if (CortexFiles sides = sidesOfFmriPrep(anat); !sides.empty())
            return sides;
    return {};
}

CortexChoice cortexAround(const fs::path& file)
{
    CortexChoice choice;
    const SurfaceNameParts parts = surfaceNameParts(file);
    bool isKnown = false;
    for (const auto& [kind, word] : kKinds)
        if (hasNameWord(parts, word)) {
            choice.kind = kind;
            isKnown = true;
        }
    if (!parts.side.empty() && isKnown) {
        const fs::path folder = file.has_parent_path() ? file.parent_path() : fs::path(".");
        choice.sides = sidesIn(entriesOf(folder), parts);
        // The file itself, not one beside it with a shorter name.
        for (CortexSide& side : choice.sides)
            if (surfaceNameParts(side.surfaces.begin()->second).side == parts.side)
                side.surfaces[choice.kind] = file;
        // Both sides or this one alone.
        if (hasAll(choice.sides, choice.kind))
            return choice;
        std::erase_if(choice.sides, [&](const CortexSide& side) {
            return surfaceNameParts(side.surfaces.begin()->second).side != parts.side;
        });
    }
    if (choice.sides.empty())
        choice.sides = {{{{choice.kind, file}}, {}}};
    return choice;
}

CortexSurface readCortexSurface(const CortexFiles& sides, SurfaceKind kind, Progress& progress)
{
    CortexSurface all;
    for (const CortexSide& side : sides) {
        CortexSurface read = SideReader(side, progress).read(kind);
        progress.checkpoint();
        if (!read.isAnatomical)
            standBeside(read, read.outer);
        append(all, read);
    }
    return all;
}

} // namespace fusiform::import
