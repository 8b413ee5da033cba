// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/util/scratch_file.h"

#include <algorithm>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

namespace fusiform::face_model {

/// Where the pictures of a training lie.
struct PictureStorage {
    double mostInMemoryMb = 0; ///< sets that take more go into a file
    std::filesystem::path folder; ///< of that file

    /// A third of the memory that is free now (the nets need the rest), and the cache folder.
    [[nodiscard]] static PictureStorage usual();
};

/// Square pictures in 8 bits, a quarter of what floats take: 8,000 of 128 x 128 are 0.4 GB. More
/// than memory should hold lie in a file; the numbers that come out are the same.
class TrainingSet {
public:
    /// Grows in memory.
    explicit TrainingSet(int imageSize) : m_imageSize(imageSize) { }
    /// @param mostPictures that will be added. @throws Error{Failure} if there is no room for a
    /// file
    TrainingSet(int imageSize, std::size_t mostPictures, const PictureStorage& storage);
    /// @throws Error{Usage} if the picture is not imageSize x imageSize, Error{Failure} if the disk
    /// is full.
    void add(const image::Picture& picture);

    [[nodiscard]] std::size_t count() const { return m_count; }
    [[nodiscard]] bool isInFile() const { return m_file != nullptr; }
    [[nodiscard]] int imageSize() const { return m_imageSize; }
    [[nodiscard]] image::Picture picture(std::size_t index) const;

    /// Pictures of one batch as interleaved floats. Each is mirrored with probability one half and
    /// shifted by up to `shift` pixels each way (edges repeat); 0: the pictures as they are.
    [[nodiscard]] std::vector<float> batch(std::span<const std::size_t> indices, int shift,
                                           std::uint64_t seed) const;
    /// Pictures and, after them, their mirror images, averaged over 4 x 4 pixels, interleaved:
    /// pooledCount() of each, evenly taken from all.
    [[nodiscard]] std::vector<float> pooledWithMirrors() const;
    [[nodiscard]] std::size_t pooledCount() const { return std::min(m_count, kMostPooled); }

private:
    // 0.8 GB at 128 x 128: principal components need no more, and all of a large set would take
    // half of what the pictures take.
    static constexpr std::size_t kMostPooled = 32768;

    [[nodiscard]] std::size_t pictureBytes() const
    {
        return static_cast<std::size_t>(m_imageSize) * m_imageSize * 3;
    }
    [[nodiscard]] const std::uint8_t* bytesOf(std::size_t index) const;

    int m_imageSize;
    std::size_t m_count = 0;
    std::vector<std::uint8_t> m_bytes;
    std::unique_ptr<ScratchFile> m_file; ///< instead of m_bytes
};

/// Which pictures make up a batch: every epoch visits all in a new order that follows from the
/// seed. The last, incomplete batch of an epoch is left out.
class BatchOrder {
public:
    BatchOrder(std::size_t pictures, std::size_t batch, std::uint64_t seed);
    [[nodiscard]] std::size_t stepsPerEpoch() const { return m_stepsPerEpoch; }
    /// Valid until the next call.
    [[nodiscard]] std::span<const std::size_t> batchOfStep(std::uint64_t step);

private:
    std::size_t m_batch;
    std::size_t m_stepsPerEpoch;
    std::uint64_t m_seed;
    std::uint64_t m_epoch = UINT64_MAX;
    std::vector<std::size_t> m_order;
};

} // namespace fusiform::face_model
