// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::test {

/// Places inside a small study, for tests that damage one of them.
struct SmallStudy {
    std::filesystem::path root;

    [[nodiscard]] std::filesystem::path bold(int run) const; ///< .nii.gz
    [[nodiscard]] std::filesystem::path events(int run) const;
    [[nodiscard]] std::filesystem::path sidecar(int run) const;
    [[nodiscard]] std::filesystem::path picture(const std::string& name) const;
};

/// Writes a BIDS study of one made-up subject that fits in well under a second: two runs of 100
/// scans (TR 2 s) on a 10 x 10 x 6 grid, each with 24 training faces, 4 test faces shown twice and
/// 4 fixations; every voxel of a ball answers to faces, and to their brightness. Pictures are
/// 16 x 16 PNGs called T01.png to T48.png (training), F1.png, F2.png, M1.png, M2.png (test).
[[nodiscard]] SmallStudy writeSmallStudy(const std::filesystem::path& root);

/// The uncompressed bytes of a run's image: a header of 352 bytes, then float32 values.
[[nodiscard]] std::vector<std::byte> boldBytes(int run);
/// The file's bytes as one gzip member.
void writeGzip(const std::filesystem::path& file, const std::vector<std::byte>& bytes);

} // namespace fusiform::test
