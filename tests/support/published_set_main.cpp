// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/published_set.h"

#include <cstdio>
#include <fstream>

/// Writes a set of exactly the published shapes (methods 1.8, the largest selection of the four
/// subjects): about 17 GB. For the numbers in docs/performance.md; no test needs it.
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "fusiform_published_set FOLDER\n");
        return 2;
    }
    fusiform::test::PublishedSetOptions options;
    options.shape = {170, 240, 240};
    options.radii = {60, 75, 72}; // 1.36 million voxels
    options.latents = 1024;
    options.roiVoxels = 164524;
    options.roiShift = 20000;
    options.pictureSize = 128;
    options.components = 7742;
    const fusiform::test::PublishedSet set(argv[1], options);
    // Truth to compare with: the codes, row by row.
    std::ofstream codes(set.file("truth.tsv"));
    codes.precision(9);
    codes << set.codes("vaegan") << '\n';
    std::printf("%zu voxels in the mask\n", set.mask().size());
    return 0;
}
