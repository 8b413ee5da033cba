// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/util/progress.h"

#include <cstdint>
#include <filesystem>
#include <span>
#include <vector>

namespace fusiform::face_model {

/// Square pictures in 8 bits, a quarter of what floats take: 8,000 of 128 x 128 are 0.4 GB.
class TrainingSet {
public:
    explicit TrainingSet(int imageSize) : m_imageSize(imageSize) { }
    /// @throws Error{Usage} if the picture is not imageSize x imageSize.
    void add(const image::Picture& picture);

    [[nodiscard]] std::size_t count() const { return m_bytes.size() / pictureBytes(); }
    [[nodiscard]] int imageSize() const { return m_imageSize; }
    [[nodiscard]] image::Picture picture(std::size_t index) const;

    /// Pictures of one batch as interleaved floats. Each is mirrored with probability one half and
    /// shifted by up to `shift` pixels each way (edges repeat); 0: the pictures as they are.
    [[nodiscard]] std::vector<float> batch(std::span<const std::size_t> indices, int shift,
                                           std::uint64_t seed) const;
    /// All pictures and, after them, their mirror images, averaged over 4 x 4 pixels, interleaved.
    [[nodiscard]] std::vector<float> pooledWithMirrors() const;

private:
    [[nodiscard]] std::size_t pictureBytes() const
    {
        return static_cast<std::size_t>(m_imageSize) * m_imageSize * 3;
    }
    int m_imageSize;
    std::vector<std::uint8_t> m_bytes;
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
