// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/pca_model.h"

#include "core/math/blas.h"
#include "core/math/top_eigen.h"
#include "core/util/error.h"
#include "core/util/hash.h"
#include "core/util/memory.h"
#include "core/util/parallel.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cstring>

namespace fusiform::face_model {

namespace {

using Eigen::Index;
using math::Transpose;

constexpr Index kLargestLatentSize = 1024;
constexpr Index kPixelBlock
    = 4096; // numbers of every picture at a time: 2,000 pictures make 32 MB of floats

/// Pictures multiplied at a time, always as many (empty ones fill up), so that a picture's numbers
/// never depend on its neighbours' company.
constexpr Index kEncodedTogether = 64;
constexpr Index kGeneratedTogether = 16;
constexpr std::size_t kLatentBlock = 256;

image::Picture pictureOf(const Eigen::Ref<const Eigen::VectorXf>& values, int imageSize)
{
    image::Picture picture;
    picture.width = picture.height = imageSize;
    picture.rgb.resize(static_cast<std::size_t>(values.size()));
    std::ranges::transform(values, picture.rgb.begin(),
                           [](float value) { return std::clamp(value, 0.0F, 1.0F); });
    return picture;
}

/// All training pictures, one a column, as bytes.
using Bytes = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, Eigen::Dynamic>;

Bytes collect(std::size_t count, const std::function<image::Picture(std::size_t)>& picture,
              int imageSize, Progress& progress)
{
    const Index pixels = Index{3} * imageSize * imageSize;
    Bytes bytes(pixels, static_cast<Index>(count));
    progress.begin(FUSIFORM_TR("core", "Reading pictures"), count);
    parallelFor(count, [&](std::size_t p) {
        const image::Picture one = picture(p);
        if (one.width != imageSize || one.height != imageSize)
            throw usage(FUSIFORM_TR("core", "Picture %1 is %2 x %3, not %4 x %4.")
                            .arg(p)
                            .arg(one.width)
                            .arg(one.height)
                            .arg(imageSize));
        std::ranges::transform(one.rgb, bytes.col(static_cast<Index>(p)).data(), [](float value) {
            return static_cast<std::uint8_t>(std::lround(255 * std::clamp(value, 0.0F, 1.0F)));
        });
        progress.step();
    });
    return bytes;
}

/// Centred values of some pixels of all pictures: pictures x pixels.
Eigen::MatrixXf centredBlock(const Bytes& bytes, const Eigen::VectorXf& mean, Index first,
                             Index count)
{
    Eigen::MatrixXf block = bytes.middleRows(first, count).cast<float>() / 255.0F;
    block.colwise() -= mean.segment(first, count);
    return block.transpose();
}

std::vector<std::pair<Index, Index>> pixelBlocks(Index pixels)
{
    std::vector<std::pair<Index, Index>> blocks;
    for (Index first = 0; first < pixels; first += kPixelBlock)
        blocks.emplace_back(first, std::min(kPixelBlock, pixels - first));
    return blocks;
}

/// X Xᵀ of the centred pictures, accumulated in double over blocks of pixels in their order.
Eigen::MatrixXd pictureCovariance(const Bytes& bytes, const Eigen::VectorXf& mean,
                                  Progress& progress)
{
    const auto blocks = pixelBlocks(bytes.rows());
    progress.begin(FUSIFORM_TR("core", "Comparing pictures"), blocks.size());
    Eigen::MatrixXd sum = Eigen::MatrixXd::Zero(bytes.cols(), bytes.cols());
    constexpr Index kColumns = 256;
    for (const auto& [first, count] : blocks) {
        const Eigen::MatrixXf block = centredBlock(bytes, mean, first, count);
        parallelBlocks(static_cast<std::size_t>(bytes.cols()), kColumns,
                       [&](std::size_t begin, std::size_t end) {
                           const auto column = static_cast<Index>(begin);
                           const auto columns = static_cast<Index>(end - begin);
                           const Index rows = bytes.cols() - column; // the lower triangle is enough
                           Eigen::MatrixXf part = Eigen::MatrixXf::Zero(rows, columns);
                           math::multiplyAdd(block.bottomRows(rows), Transpose::No,
                                             block.middleRows(column, columns), Transpose::Yes,
                                             part);
                           sum.block(column, column, rows, columns) += part.cast<double>();
                       });
        progress.step();
    }
    for (Index column = 1; column < sum.cols(); ++column) // in place: it may be a gigabyte
        sum.col(column).head(column) = sum.row(column).head(column);
    return sum;
}

/// Components of unit length from the pictures' eigenvectors: Xᵀ u / sqrt(eigenvalue); zero where
/// the eigenvalue is.
Eigen::MatrixXf componentsFrom(const Bytes& bytes, const Eigen::VectorXf& mean,
                               const math::TopEigen& top, Progress& progress)
{
    // Directions without variance (pictures that are all alike) would be rounding errors scaled up.
    const double least = std::max(1e-12 * top.values.maxCoeff(), 1e-300);
    const Eigen::VectorXd scale
        = (top.values.array() > least).select(top.values.array().rsqrt(), 0.0);
    const Eigen::MatrixXf scaled = (top.vectors * scale.asDiagonal()).cast<float>();
    Eigen::MatrixXf components = Eigen::MatrixXf::Zero(bytes.rows(), scaled.cols());
    const auto blocks = pixelBlocks(bytes.rows());
    progress.begin(FUSIFORM_TR("core", "Making components"), blocks.size());
    parallelFor(blocks.size(), [&](std::size_t b) {
        const auto [first, count] = blocks[b];
        const Eigen::MatrixXf block = centredBlock(bytes, mean, first, count);
        math::multiplyAdd(block, Transpose::Yes, scaled, Transpose::No,
                          components.middleRows(first, count));
        progress.step();
    });
    return components;
}

} // namespace

PcaModel::PcaModel(ModelDescription description, Eigen::VectorXf mean, Eigen::MatrixXf components,
                   Eigen::VectorXd variances, double totalVariance)
    : m_description(std::move(description)),
      m_mean(std::move(mean)),
      m_components(std::move(components)),
      m_variances(std::move(variances)),
      m_totalVariance(totalVariance)
{
}

Eigen::MatrixXd PcaModel::encode(std::span<const image::Picture> pictures, Progress& progress) const
{
    Eigen::MatrixXd codes(static_cast<Index>(pictures.size()), latents());
    for (Index first = 0; first < codes.rows(); first += kEncodedTogether) {
        const Index count = std::min(kEncodedTogether, codes.rows() - first);
        Eigen::MatrixXf centred = Eigen::MatrixXf::Zero(m_mean.size(), kEncodedTogether);
        for (Index p = 0; p < count; ++p)
            centred.col(p) = checkedVector(pictures[static_cast<std::size_t>(first + p)]) - m_mean;
        Eigen::MatrixXf code = Eigen::MatrixXf::Zero(kEncodedTogether, latents());
        parallelBlocks(static_cast<std::size_t>(latents()), kLatentBlock,
                       [&](std::size_t begin, std::size_t end) {
                           progress.checkpoint();
                           const auto from = static_cast<Index>(begin);
                           const auto columns = static_cast<Index>(end - begin);
                           math::multiplyAdd(centred, Transpose::Yes,
                                             m_components.middleCols(from, columns), Transpose::No,
                                             code.middleCols(from, columns));
                       });
        codes.middleRows(first, count) = code.topRows(count).cast<double>();
    }
    return codes;
}

Eigen::VectorXf PcaModel::checkedVector(const image::Picture& picture) const
{
    Eigen::VectorXf vector = picture.vector();
    if (vector.size() != m_mean.size())
        throw usage(FUSIFORM_TR("core", "A picture of %1 x %1 pixels was expected, not %2 x %3.")
                        .arg(m_description.imageSize)
                        .arg(picture.width)
                        .arg(picture.height));
    return vector;
}

std::vector<image::Picture> PcaModel::generate(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                                               Progress& progress) const
{
    std::vector<image::Picture> pictures(static_cast<std::size_t>(codes.rows()));
    for (Index first = 0; first < codes.rows(); first += kGeneratedTogether) {
        const Index count = std::min(kGeneratedTogether, codes.rows() - first);
        Eigen::MatrixXf together = Eigen::MatrixXf::Zero(latents(), kGeneratedTogether);
        together.leftCols(count) = codes.middleRows(first, count).transpose().cast<float>();
        Eigen::MatrixXf values = m_mean.replicate(1, kGeneratedTogether);
        parallelBlocks(static_cast<std::size_t>(m_mean.size()), std::size_t{kPixelBlock},
                       [&](std::size_t begin, std::size_t end) {
                           progress.checkpoint();
                           const auto from = static_cast<Index>(begin);
                           const auto rows = static_cast<Index>(end - begin);
                           math::multiplyAdd(m_components.middleRows(from, rows), Transpose::No,
                                             together, Transpose::No,
                                             values.middleRows(from, rows));
                       });
        for (Index p = 0; p < count; ++p)
            pictures[static_cast<std::size_t>(first + p)]
                = pictureOf(values.col(p), m_description.imageSize);
    }
    return pictures;
}

std::unique_ptr<PcaModel> trainPca(std::size_t count,
                                   const std::function<image::Picture(std::size_t)>& picture,
                                   const PcaOptions& options, Progress& progress)
{
    const Index possible = std::min(kLargestLatentSize, static_cast<Index>(count) - 1);
    if (possible < 1)
        throw usage(
            FUSIFORM_TR("core", "A PCA needs at least two pictures; there are %1.").arg(count));
    if (options.components > possible)
        throw usage(
            FUSIFORM_TR("core", "%1 components are more than %2 pictures allow (at most %3).")
                .arg(options.components)
                .arg(count)
                .arg(possible));
    const Index components = options.components > 0 ? options.components : possible;

    const Bytes bytes = collect(count, picture, options.imageSize, progress);
    Eigen::VectorXf mean(bytes.rows());
    for (Index pixel = 0; pixel < bytes.rows(); ++pixel)
        mean[pixel] = static_cast<float>(bytes.row(pixel).cast<double>().mean() / 255);
    const Eigen::MatrixXd covariance = pictureCovariance(bytes, mean, progress);
    progress.begin(FUSIFORM_TR("core", "Finding principal components"));
    const math::TopEigen top = math::topEigen(covariance, components, progress);

    ModelDescription description;
    description.name = options.name;
    description.kind = "pca";
    description.latentSize = components;
    description.imageSize = options.imageSize;
    description.training = options.training;
    description.crop = options.crop;
    description.version = FUSIFORM_VERSION;
    Eigen::MatrixXf matrix = componentsFrom(bytes, mean, top, progress);
    description.hash = contentHash(
        std::as_bytes(std::span(matrix.data(), static_cast<std::size_t>(matrix.size()))));
    const double degrees = static_cast<double>(count) - 1;
    return std::make_unique<PcaModel>(std::move(description), std::move(mean), std::move(matrix),
                                      top.values / degrees, covariance.trace() / degrees);
}

std::unique_ptr<PcaModel> trainPca(std::span<const image::Picture> pictures,
                                   const PcaOptions& options, Progress& progress)
{
    return trainPca(
        pictures.size(), [&](std::size_t p) { return pictures[p]; }, options, progress);
}

void PcaModel::save(const std::filesystem::path& file) const
{
    const Json manifest
        = {{"kind", "pca"},
           {"name", m_description.name},
           {"latent_size", m_description.latentSize},
           {"image_size", m_description.imageSize},
           {"value_range", {0, 1}},
           {"training", m_description.training},
           {"crop", m_description.crop},
           {"version", m_description.version},
           {"variances", std::vector<double>(m_variances.begin(), m_variances.end())},
           {"total_variance", m_totalVariance}};
    const auto tensor = [](const auto& matrix, std::vector<std::int64_t> shape) {
        return io::Tensor{
            io::TensorType::Float32, std::move(shape),
            std::as_bytes(std::span(matrix.data(), static_cast<std::size_t>(matrix.size())))};
    };
    // Column-major pixels x latents is row-major latents x pixels.
    io::writeSafetensors(
        file,
        {{"mean", tensor(m_mean, {m_mean.size()})},
         {"components", tensor(m_components, {m_components.cols(), m_components.rows()})}},
        {{"fusiform", manifest.dump()}});
}

namespace {
template <class Matrix>
std::span<float> numbersOf(Matrix& matrix)
{
    return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}
} // namespace

std::shared_ptr<const FaceModel> loadPcaModel(const io::Safetensors& file)
{
    const Json manifest = parseJson(file.metadata().at("fusiform"), file.file());
    try {
        ModelDescription description;
        description.name = manifest.at("name");
        description.kind = "pca";
        description.latentSize = manifest.at("latent_size");
        description.imageSize = manifest.at("image_size");
        description.training = manifest.at("training");
        description.crop = manifest.value("crop", "");
        description.version = manifest.at("version");
        if (description.latentSize < 1 || description.latentSize > 4096 || description.imageSize < 1
            || description.imageSize > 4096)
            throw badData(file.file(), FUSIFORM_TR("core", "sensible latent and picture sizes"),
                          FUSIFORM_TR("core", "%1 and %2")
                              .arg(description.latentSize)
                              .arg(description.imageSize));
        const std::int64_t pixels = std::int64_t{3} * description.imageSize * description.imageSize;
        const std::array<std::int64_t, 1> meanShape = {pixels};
        const std::array<std::int64_t, 2> componentShape = {description.latentSize, pixels};
        const Index latents = description.latentSize;
        Eigen::VectorXf mean(pixels);
        file.tensor("mean", meanShape).floatsInto(numbersOf(mean));
        Eigen::MatrixXf components(pixels, latents);
        preferLargePages(components.data(), numbersOf(components).size_bytes());
        file.tensor("components", componentShape).floatsInto(numbersOf(components));
        const auto variances = manifest.at("variances").get<std::vector<double>>();
        if (static_cast<Index>(variances.size()) != description.latentSize)
            throw badData(file.file(),
                          FUSIFORM_TR("core", "%1 variances").arg(description.latentSize),
                          FUSIFORM_TR("core", "%1").arg(variances.size()));
        description.hash = contentHash(std::as_bytes(numbersOf(components)));
        return std::make_shared<PcaModel>(
            std::move(description), std::move(mean), std::move(components),
            Eigen::Map<const Eigen::VectorXd>(variances.data(), latents),
            manifest.at("total_variance").get<double>());
    } catch (const Json::exception& error) {
        throw badData(file.file(), FUSIFORM_TR("core", "the manifest of a PCA model"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

} // namespace fusiform::face_model
