// SPDX-License-Identifier: GPL-3.0-or-later
// What a long session costs: strokes of about 2,000 voxels on a 1 mm grid of 170 x 240 x 240,
// journal and memory, and undo and redo of every one of them:
//   build/dev/bin/fusiform_journal_benchmarks [STROKES [FOLDER]]
#include "core/journal/journal.h"
#include "core/roi/shapes.h"
#include "core/util/random.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <unistd.h>

using namespace fusiform;

namespace {

using Clock = std::chrono::steady_clock;
constexpr double kMegabyte = 1e6;

struct Times {
    std::vector<double> milliseconds;

    template <class Work>
    void measure(Work work)
    {
        const auto start = Clock::now();
        work();
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(Clock::now() - start).count());
    }
    void print(const char* what)
    {
        std::ranges::sort(milliseconds);
        const std::size_t count = milliseconds.size();
        std::printf("| %s | %.2f | %.2f | %.2f |\n", what, milliseconds[count / 2],
                    milliseconds[count * 95 / 100], milliseconds.back());
    }
};

/// Bytes given out by the allocator and not given back.
double heldMegabytes()
{
    const struct mallinfo2 held = ::mallinfo2();
    return static_cast<double>(held.uordblks + held.hblkhd) / kMegabyte;
}

/// A ball of 2,000 voxels somewhere in the head.
image::VoxelSet ball(const image::Grid& grid, Random& random)
{
    const Eigen::Vector3d centre(random.uniform(20, 150), random.uniform(20, 220),
                                 random.uniform(20, 220));
    return roi::ball(grid, {centre}, 7.82);
}

/// Half of the head: what is painted on at first.
image::VoxelSet half(const image::Grid& grid)
{
    image::VoxelSet voxels(grid.shape);
    for (image::Index index = 0; index < grid.size(); ++index)
        if ((grid.mm(index).at - Eigen::Vector3d(85, 80, 120)).norm() < 70)
            voxels.insert(grid.voxel(index));
    return voxels;
}

void paint(journal::Journal& session, const image::Grid& grid, Random& random, Times& times)
{
    const roi::Region& region = *session.document()->regions[0];
    const bool isAdding = random.below(2) == 0;
    image::VoxelSet after = region.voxels; // as a stroke makes it, voxel by voxel
    for (const image::Index index : ball(grid, random).indices())
        if (isAdding)
            after.insert(grid.voxel(index));
        else
            after.erase(grid.voxel(index));
    times.measure([&] {
        session.commit(journal::PaintVoxels{0, journal::VoxelEdit::between(region.voxels, after),
                                            "brush", true},
                       isAdding ? "Paint 2,000 voxels in temporal"
                                : "Erase 2,000 voxels in temporal");
    });
}

void walk(journal::Journal& session, std::ptrdiff_t by, std::size_t to, Times& times)
{
    while (session.done() != to)
        times.measure([&] {
            session.goTo(
                static_cast<std::size_t>(static_cast<std::ptrdiff_t>(session.done()) + by));
        });
}

} // namespace

int main(int argc, char** argv)
{
    const std::size_t strokes = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 10'000;
    const std::filesystem::path folder
        = argc > 2 ? std::filesystem::path(argv[2]) : std::filesystem::temp_directory_path();
    const std::filesystem::path file
        = folder / ("fusiform-journal-" + std::to_string(::getpid()) + ".jsonl");
    const image::Grid grid{{170, 240, 240}, image::Affine(Eigen::Matrix4d::Identity())};
    journal::Start start;
    start.document.shape = grid.shape;
    roi::Region region;
    region.name = "temporal";
    region.voxels = half(grid);
    start.document.regions = {std::make_shared<const roi::Region>(std::move(region))};
    const double before = heldMegabytes();
    Random random(1);
    Times stroke;
    Times undo;
    Times redo;
    Times jump;
    Times replay;
    Progress progress;
    double memory = 0;
    double size = 0;
    std::string hash;
    {
        journal::Journal session(journal::JournalFile::create(file), std::move(start));
        while (session.done() < strokes)
            paint(session, grid, random, stroke);
        hash = session.hash();
        memory = heldMegabytes() - before;
        size = static_cast<double>(std::filesystem::file_size(file)) / kMegabyte;
        replay.measure([&] {
            if (journal::Journal::replayed(file, progress).hash() != hash)
                std::abort();
        });
        const std::string first = session.start().hash;
        walk(session, -1, 0, undo);
        walk(session, 1, strokes, redo);
        for (int i = 0; i < 200; ++i)
            jump.measure([&] { session.goTo(random.below(strokes + 1)); });
        session.goTo(0);
        if (session.hash() != first)
            std::abort();
        session.goTo(strokes);
    }
    const double whole = static_cast<double>(std::filesystem::file_size(file)) / kMegabyte;
    std::printf(
        "%zu strokes: %.1f MB of memory, %.1f MB of journal; %.1f MB with the undos and redos\n\n",
        strokes, memory, size, whole);
    std::printf("| ms | median | 95 %% | worst |\n| --- | --- | --- | --- |\n");
    stroke.print("write a stroke");
    undo.print("undo one step");
    redo.print("redo one step");
    jump.print("go anywhere");
    replay.print("replay the strokes");
    std::filesystem::remove(file);
    return 0;
}
