// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/published_set.h"

#include "core/util/random.h"
#include "tests/support/matlab_writer.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fusiform::test {

namespace {

using Eigen::Index;

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// The same number in -1..1 for the same two indices: W has too many to keep.
float hashed(std::uint64_t a, std::uint64_t b)
{
    std::uint64_t x = a * 0x9E3779B97F4A7C15ULL + b + 1; // splitmix64
    x = (x ^ (x >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27U)) * 0x94D049BB133111EBULL;
    x ^= x >> 31U;
    return static_cast<float>(static_cast<double>(x >> 40U) * 0x1.0p-23 - 1);
}
float hashed(Index a, Index b)
{
    return hashed(static_cast<std::uint64_t>(a), static_cast<std::uint64_t>(b));
}

void writeArrays(const std::filesystem::path& file, std::vector<MatArray> arrays,
                 PublishedFormat format)
{
    if (format != PublishedFormat::Mat73)
        return writeMat5(file, arrays,
                         format == PublishedFormat::Mat5Plain ? Mat5Form::Plain
                                                              : Mat5Form::Compressed);
    Mat73Writer writer(file);
    for (const MatArray& array : arrays)
        writer.add(array);
}

/// rows x columns of `value`, either way round.
MatArray matrix(const std::string& name, Index rows, Index columns, bool isTurned,
                const std::function<double(Index row, Index column)>& value)
{
    MatArray array{name, {rows, columns}, {}};
    if (isTurned)
        std::ranges::reverse(array.shape);
    for (Index outer = 0; outer < array.shape[1]; ++outer)
        for (Index inner = 0; inner < array.shape[0]; ++inner)
            array.values.push_back(isTurned ? value(outer, inner) : value(inner, outer));
    return array;
}

} // namespace

PublishedSet::PublishedSet(std::filesystem::path folder, PublishedSetOptions options)
    : m_folder(std::move(folder)), m_options(options)
{
    std::filesystem::create_directories(m_folder);
    const auto& shape = m_options.shape;
    for (Index v = 0; v < shape[0] * shape[1] * shape[2]; ++v) {
        const Eigen::Array3d at(static_cast<double>(v % shape[0]),
                                static_cast<double>(v / shape[0] % shape[1]),
                                static_cast<double>(v / (shape[0] * shape[1])));
        const Eigen::Array3d centre(static_cast<double>(shape[0] - 1) / 2,
                                    static_cast<double>(shape[1] - 1) / 2,
                                    static_cast<double>(shape[2] - 1) / 2);
        if (((at - centre) / m_options.radii.array()).matrix().norm() <= 1)
            m_mask.push_back(v);
    }
    // The back of the brain, as the authors' selection mostly is.
    std::vector<Index> fromBack = m_mask;
    std::ranges::stable_sort(fromBack, {}, [&](Index v) { return v / shape[0] % shape[1]; });
    const auto begin = fromBack.begin();
    m_vaeganRoi.assign(begin, begin + m_options.roiVoxels);
    m_pcaRoi.assign(begin + m_options.roiShift, begin + m_options.roiShift + m_options.roiVoxels);
    m_isInRoi.assign(static_cast<std::size_t>(shape[0] * shape[1] * shape[2]), false);
    for (std::vector<Index>* roi : {&m_vaeganRoi, &m_pcaRoi}) {
        std::ranges::sort(*roi);
        for (const Index voxel : *roi)
            m_isInRoi[static_cast<std::size_t>(voxel)] = true;
    }
    Random random(3);
    m_codes.resize(m_options.faces, m_options.latents);
    for (double& code : m_codes.reshaped())
        code = std::tanh(random.normal(0, 2)); // bounded and bimodal, as real codes (methods 3.2)
    writeMaps();
    writePatterns();
    writeImages();
    for (const auto& [published, model] :
         {std::pair{"VAEGAN", "vaegan"}, std::pair{"PCA", "pca"}}) {
        writeWeights(published, model);
        writeRoi(published, model);
    }
    if (m_options.components > 0)
        writeComponents();
}

const std::vector<Index>& PublishedSet::roi(const std::string& model) const
{
    return model == "pca" ? m_pcaRoi : m_vaeganRoi;
}

Eigen::MatrixXd PublishedSet::codes(const std::string& model) const
{
    if (model != "pca")
        return m_codes;
    Eigen::MatrixXd turned = m_codes.rowwise().reverse();
    for (Index k = 1; k < turned.cols(); k += 2)
        turned.col(k) *= -1;
    return turned;
}

float PublishedSet::weight(const std::string& model, Index row, Index voxel) const
{
    if (model != "pca" || row == m_options.latents)
        return hashed(voxel, row);
    return (row % 2 == 0 ? 1.0F : -1.0F) * hashed(voxel, m_options.latents - 1 - row);
}

float PublishedSet::t(Index voxel) const
{
    return (m_isInRoi[static_cast<std::size_t>(voxel)] ? 5.0F : 1.0F) + hashed(voxel, Index{-7});
}

Eigen::VectorXf PublishedSet::patterns(Index voxel) const
{
    Eigen::VectorXd w(m_options.latents);
    for (Index k = 0; k < m_options.latents; ++k)
        w[k] = weight("vaegan", k, voxel);
    const double bias = weight("vaegan", m_options.latents, voxel);
    return ((m_codes * w).array() + bias).cast<float>();
}

double PublishedSet::component(Index index, Index c) { return hashed(index, 1000 + c); }
double PublishedSet::mean(Index index) { return 0.5 + 0.1 * hashed(index, Index{999}); }
double PublishedSet::pixel(Index face, Index y, Index x, Index colour)
{
    // Different along every axis, so that no mix-up of axes goes unseen.
    return std::fmod(0.03 * static_cast<double>(face) + 0.05 * static_cast<double>(y)
                         + 0.011 * static_cast<double>(x) + 0.2 * static_cast<double>(colour),
                     1.0);
}

void PublishedSet::writeMaps() const
{
    const auto& shape = m_options.shape;
    const MatShape grid(shape.begin(), shape.end());
    const auto write = [&](const std::string& name, const std::string& variable, double outside,
                           const std::function<double(Index)>& value) {
        MatArray map{
            variable, grid,
            std::vector<double>(static_cast<std::size_t>(shape[0] * shape[1] * shape[2]), outside)};
        for (const Index voxel : m_mask)
            map.values[static_cast<std::size_t>(voxel)] = value(voxel);
        writeArrays(file(name), {std::move(map)}, m_options.format);
    };
    const auto residual = [&](const std::string& model) {
        return [this, &members = roi(model)](Index voxel) {
            return std::ranges::binary_search(members, voxel) ? 1.96 : 1.999;
        };
    };
    write("mask.mat", "mask", 0, [](Index) { return 1; });
    write("FacevsFix.mat", "vol", kNaN, [&](Index voxel) { return t(voxel); });
    write("FaceRV.mat", "vol", kNaN, [](Index) { return 2; });
    write("FullRV_VAEGAN.mat", "vol", kNaN, residual("vaegan"));
    write("FullRV_PCA.mat", "vol", kNaN, residual("pca"));
    write("img_pattern.mat", "vol", kNaN, [&](Index voxel) { return patterns(voxel)[0]; });
}

void PublishedSet::writePatterns() const
{
    const Index voxels = m_options.shape[0] * m_options.shape[1] * m_options.shape[2];
    std::vector<bool> isInside(static_cast<std::size_t>(voxels), false);
    for (const Index voxel : m_mask)
        isInside[static_cast<std::size_t>(voxel)] = true;
    Index known = -1; // faces of one voxel are asked for together
    Eigen::VectorXf faces;
    const auto value = [&](Index face, Index voxel) {
        if (!isInside[static_cast<std::size_t>(voxel)])
            return kNaN;
        if (voxel != known)
            faces = patterns(known = voxel);
        return static_cast<double>(faces[face]);
    };
    if (m_options.format != PublishedFormat::Mat73 || m_options.isTurned)
        return writeArrays(file("test_patterns.mat"),
                           {matrix("vol", m_options.faces, voxels, m_options.isTurned, value)},
                           m_options.format);
    Mat73Writer writer(file("test_patterns.mat"));
    writer.add("vol", {m_options.faces, voxels}, {m_options.faces, std::min(voxels, Index{1000})},
               [&](Index first, Index count) {
                   return matrix("", m_options.faces, count, false,
                                 [&](Index face, Index v) { return value(face, first + v); })
                       .values;
               });
}

void PublishedSet::writeWeights(const std::string& published, const std::string& model) const
{
    const Index voxels = m_options.isMaskOnly
                             ? static_cast<Index>(m_mask.size())
                             : m_options.shape[0] * m_options.shape[1] * m_options.shape[2];
    const auto value = [&](Index row, Index column) -> double {
        if (m_options.isMaskOnly)
            return weight(model, row, m_mask[static_cast<std::size_t>(column)]);
        return std::ranges::binary_search(m_mask, column) ? weight(model, row, column) : kNaN;
    };
    const std::filesystem::path target = file("W_" + published + ".mat");
    const Index rows = m_options.latents + 1;
    if (m_options.format != PublishedFormat::Mat73 || m_options.isTurned)
        return writeArrays(target, {matrix("W", rows, voxels, m_options.isTurned, value)},
                           m_options.format);
    // Blocks that hold neither whole rows nor whole columns, so that nothing relies on either.
    Mat73Writer writer(target);
    writer.add("W", {rows, voxels}, {(rows + 1) / 2, std::min(voxels, Index{64})},
               [&](Index first, Index count) {
                   return matrix("", rows, count, false,
                                 [&](Index row, Index v) { return value(row, first + v); })
                       .values;
               });
}

void PublishedSet::writeRoi(const std::string& published, const std::string& model) const
{
    const std::vector<Index>& voxels = roi(model);
    const Index rows = m_options.latents + 1;
    const auto count = static_cast<Index>(voxels.size());
    std::vector<MatArray> arrays;
    arrays.push_back(matrix("W", rows, count, m_options.isTurned, [&](Index row, Index v) {
        return weight(model, row, voxels[static_cast<std::size_t>(v)]);
    }));
    arrays.push_back(matrix("invcovW", rows, rows, false,
                            [](Index row, Index column) { return row == column ? 1 : 0; }));
    // MATLAB counts from 1.
    arrays.push_back(matrix("validindices", 1, count, false, [&](Index, Index v) {
        return static_cast<double>(voxels[static_cast<std::size_t>(v)] + 1);
    }));
    writeArrays(file("ROI_" + published + ".mat"), std::move(arrays), m_options.format);
}

void PublishedSet::writeImages() const
{
    const Index size = m_options.pictureSize;
    const auto pictures = [&](Index faces) {
        MatArray array{"testimage", {size, size, 3}, {}};
        if (faces > 1)
            array.shape.push_back(faces);
        for (Index face = 0; face < faces; ++face)
            for (Index colour = 0; colour < 3; ++colour)
                for (Index x = 0; x < size; ++x)
                    for (Index y = 0; y < size; ++y)
                        array.values.push_back(pixel(face, y, x, colour));
        return array;
    };
    const auto codesOf = [&](const std::string& name, const std::string& model, Index faces) {
        const Eigen::MatrixXd all = codes(model);
        return matrix(name, faces, m_options.latents, false,
                      [&](Index face, Index k) { return all(face, k); });
    };
    writeArrays(file("test_images.mat"),
                {pictures(m_options.faces),
                 codesOf("testimage_vaeganlatentvars", "vaegan", m_options.faces),
                 codesOf("testimage_pcalatentvars", "pca", m_options.faces)},
                m_options.format);
    writeArrays(file("img_image.mat"),
                {pictures(1), codesOf("img_vaeganlatentvars", "vaegan", 1),
                 codesOf("img_pcalatentvars", "pca", 1)},
                m_options.format);
}

void PublishedSet::writeComponents() const
{
    const Index numbers = Index{3} * m_options.pictureSize * m_options.pictureSize;
    const auto coefficients = [&](Index first, Index count) {
        return matrix("coeff", numbers, count, false,
                      [&](Index index, Index c) { return component(index, first + c); });
    };
    const MatArray mu
        = matrix("mu", 1, numbers, false, [](Index, Index index) { return mean(index); });
    if (m_options.format != PublishedFormat::Mat73)
        return writeArrays(file("PCA_coeffs.mat"), {coefficients(0, m_options.components), mu},
                           m_options.format);
    Mat73Writer writer(file("PCA_coeffs.mat"));
    writer.add("coeff", {numbers, m_options.components}, {numbers, 1},
               [&](Index first, Index count) { return coefficients(first, count).values; });
    writer.add(mu);
}

} // namespace fusiform::test
