// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/bids/near_copies.h"

#include "core/image/picture_likeness.h"
#include "core/io/picture_file.h"
#include "core/util/error.h"
#include "core/util/parallel.h"

#include <algorithm>
#include <atomic>
#include <optional>

namespace fusiform::bids {

namespace {

using Files = std::vector<std::filesystem::path>;

// A second look costs about a millisecond: at no more originals than these, the most alike.
constexpr std::size_t kMostLooks = 3;

/// None: no picture.
std::optional<image::Picture> decoded(const std::filesystem::path& file)
{
    try {
        // Pixels enough that reducing on reading does no harm.
        return io::readReduced(file,
                               [](int width, int height) {
                                   return std::min(width, height) / (4 * image::kCloseLook);
                               })
            .picture;
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData)
            throw;
        return std::nullopt;
    }
}

struct Original {
    Eigen::VectorXf glance;
    image::Picture look;
};

std::vector<Original> lookedAt(const Files& files, std::atomic<std::size_t>& notDecoded)
{
    std::vector<Original> originals(files.size());
    parallelFor(files.size(), [&](std::size_t f) {
        const auto picture = decoded(files[f]);
        notDecoded += !picture;
        if (picture)
            originals[f] = {image::glanceOf(*picture), image::closeLook(*picture)};
    });
    return originals;
}

/// The originals that a glance takes the picture for, the most alike first.
std::vector<std::size_t> candidates(const Eigen::VectorXf& glance,
                                    const std::vector<Original>& originals)
{
    std::vector<std::pair<float, std::size_t>> alike;
    for (std::size_t o = 0; o < originals.size() && glance.size() > 0; ++o)
        if (originals[o].glance.size() > 0)
            if (const float r = glance.dot(originals[o].glance); r >= image::kCopyGlance)
                alike.emplace_back(r, o);
    std::ranges::sort(alike, std::greater());
    alike.resize(std::min(alike.size(), kMostLooks));
    std::vector<std::size_t> chosen;
    for (const auto& [r, o] : alike)
        chosen.push_back(o);
    return chosen;
}

std::optional<NearCopy> copyAmong(const std::vector<std::size_t>& candidates,
                                  const std::vector<Original>& originals,
                                  const image::Picture& look)
{
    std::optional<NearCopy> best;
    for (const std::size_t o : candidates) {
        const double r = image::detailCorrelation(look, originals[o].look);
        if (r >= image::kCopyDetail && (!best || r > best->correlation))
            best = NearCopy{0, o, r};
    }
    return best;
}

} // namespace

NearCopies nearCopies(const Files& files, const Files& originals, Progress& progress)
{
    std::atomic<std::size_t> notDecoded = 0;
    progress.begin(FUSIFORM_TR("core", "Looking for nearly identical pictures"), files.size());
    const std::vector<Original> known = lookedAt(originals, notDecoded);
    std::vector<std::optional<NearCopy>> found(files.size());
    parallelFor(files.size(), [&](std::size_t f) {
        const auto picture = decoded(files[f]);
        notDecoded += !picture;
        if (picture) {
            const auto alike = candidates(image::glanceOf(*picture), known);
            if (!alike.empty())
                found[f] = copyAmong(alike, known, image::closeLook(*picture));
        }
        progress.step();
    });
    NearCopies result;
    for (std::size_t f = 0; f < files.size(); ++f)
        if (found[f]) {
            found[f]->file = f;
            result.copies.push_back(*found[f]);
        }
    result.notDecoded = notDecoded;
    return result;
}

} // namespace fusiform::bids
