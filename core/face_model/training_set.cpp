// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/training_set.h"

#include "core/util/error.h"
#include "core/util/memory.h"
#include "core/util/parallel.h"
#include "core/util/random.h"
#include "core/util/resources.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace fusiform::face_model {

PictureStorage PictureStorage::usual()
{
    const double available = availableMemoryMb();
    const double unknown = std::numeric_limits<double>::infinity();
    return {available > 0 ? available / 3 : unknown, cacheFolder()};
}

TrainingSet::TrainingSet(int imageSize, std::size_t mostPictures, const PictureStorage& storage)
    : m_imageSize(imageSize)
{
    const std::size_t bytes = mostPictures * pictureBytes();
    if (static_cast<double>(bytes) > 1e6 * storage.mostInMemoryMb)
        m_file = std::make_unique<ScratchFile>(storage.folder, bytes);
    else
        m_bytes.reserve(bytes);
}

const std::uint8_t* TrainingSet::bytesOf(std::size_t index) const
{
    const std::uint8_t* const first
        = m_file ? reinterpret_cast<const std::uint8_t*>(m_file->bytes().data()) : m_bytes.data();
    return first + index * pictureBytes();
}

void TrainingSet::add(const image::Picture& picture)
{
    if (picture.width != m_imageSize || picture.height != m_imageSize)
        throw usage(FUSIFORM_TR("core", "A training picture has %1 x %2 pixels instead of %3 x %3.")
                        .arg(picture.width)
                        .arg(picture.height)
                        .arg(m_imageSize));
    std::vector<std::uint8_t> bytes;
    bytes.reserve(picture.rgb.size());
    for (const float value : picture.rgb)
        bytes.push_back(
            static_cast<std::uint8_t>(std::lround(255.0F * std::clamp(value, 0.0F, 1.0F))));
    if (m_file)
        m_file->append(std::as_bytes(std::span(bytes)));
    else
        m_bytes.insert(m_bytes.end(), bytes.begin(), bytes.end());
    ++m_count;
}

image::Picture TrainingSet::picture(std::size_t index) const
{
    return {m_imageSize, m_imageSize, batch(std::span(&index, 1), 0, 0)};
}

std::vector<float> TrainingSet::batch(std::span<const std::size_t> indices, int shift,
                                      std::uint64_t seed) const
{
    std::vector<float> result(indices.size() * pictureBytes());
    Random random(seed);
    float* target = result.data();
    for (const std::size_t index : indices) {
        const bool isMirrored = shift > 0 && random.below(2) == 1;
        const auto draw = [&] {
            return shift > 0 ? static_cast<int>(random.below(2 * static_cast<unsigned>(shift) + 1))
                                   - shift
                             : 0;
        };
        const int right = draw();
        const int down = draw();
        const std::uint8_t* const source = bytesOf(index);
        const int last = m_imageSize - 1;
        for (int y = 0; y <= last; ++y) {
            const std::uint8_t* const row
                = source + std::ptrdiff_t{3} * m_imageSize * std::clamp(y - down, 0, last);
            for (int x = 0; x <= last; ++x) {
                const int column = std::clamp(x - right, 0, last);
                const std::uint8_t* const pixel = row + 3 * (isMirrored ? last - column : column);
                for (int c = 0; c < 3; ++c)
                    *target++ = static_cast<float>(pixel[c]) / 255.0F;
            }
        }
    }
    return result;
}

std::vector<float> TrainingSet::pooledWithMirrors() const
{
    const std::size_t side = static_cast<std::size_t>(m_imageSize) / 4;
    const std::size_t values = side * side * 3;
    const std::size_t some = pooledCount();
    std::vector<float> pooled(2 * some * values);
    parallelFor(some, [&](std::size_t i) {
        const std::uint8_t* const source = bytesOf(i * count() / some);
        float* const plain = pooled.data() + i * values;
        float* const mirrored = pooled.data() + (some + i) * values;
        for (std::size_t y = 0; y < 4 * side; ++y)
            for (std::size_t x = 0; x < 4 * side; ++x)
                for (std::size_t c = 0; c < 3; ++c) {
                    const float value
                        = static_cast<float>(source[3 * (y * 4 * side + x) + c]) / (16 * 255.0F);
                    plain[3 * (y / 4 * side + x / 4) + c] += value;
                    mirrored[3 * (y / 4 * side + side - 1 - x / 4) + c] += value;
                }
    });
    return pooled;
}

BatchOrder::BatchOrder(std::size_t pictures, std::size_t batch, std::uint64_t seed)
    : m_batch(std::min(batch, pictures)),
      m_stepsPerEpoch(pictures / std::max<std::size_t>(1, m_batch)),
      m_seed(seed),
      m_order(pictures)
{
}

std::span<const std::size_t> BatchOrder::batchOfStep(std::uint64_t step)
{
    const std::uint64_t epoch = step / m_stepsPerEpoch;
    if (epoch != m_epoch) {
        std::iota(m_order.begin(), m_order.end(), std::size_t{0});
        Random(m_seed, epoch).shuffle(m_order);
        m_epoch = epoch;
    }
    return std::span(m_order).subspan(step % m_stepsPerEpoch * m_batch, m_batch);
}

} // namespace fusiform::face_model
