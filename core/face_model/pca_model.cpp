// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/pca_model.h"

#include "core/face_model/principal_components.h"
#include "core/math/blas.h"
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
constexpr std::size_t kPixelBlock = 4096;
/// More pictures are decomposed in portions: their covariance would take gigabytes.
constexpr std::size_t kMostByCovariance = 8192;

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
        for (Index p = 0; p < count; ++p) {
            const image::Picture& picture = pictures[static_cast<std::size_t>(first + p)];
            m_description.checkPicture(picture);
            centred.col(p) = picture.vector() - m_mean;
        }
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

std::vector<image::Picture> PcaModel::generate(const Eigen::Ref<const Eigen::MatrixXd>& codes,
                                               Progress& progress) const
{
    m_description.checkCodes(codes);
    std::vector<image::Picture> pictures(static_cast<std::size_t>(codes.rows()));
    for (Index first = 0; first < codes.rows(); first += kGeneratedTogether) {
        const Index count = std::min(kGeneratedTogether, codes.rows() - first);
        Eigen::MatrixXf together = Eigen::MatrixXf::Zero(latents(), kGeneratedTogether);
        together.leftCols(count) = codes.middleRows(first, count).transpose().cast<float>();
        Eigen::MatrixXf values = m_mean.replicate(1, kGeneratedTogether);
        parallelBlocks(static_cast<std::size_t>(m_mean.size()), kPixelBlock,
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

    const PictureSource pictures{count, options.imageSize, picture};
    PrincipalComponents found = count <= kMostByCovariance
                                    ? componentsByCovariance(pictures, components, progress)
                                    : componentsStreamed(pictures, components, progress);

    ModelDescription description;
    description.name = options.name;
    description.kind = "pca";
    description.latentSize = components;
    description.imageSize = options.imageSize;
    description.training = options.training;
    description.crop = options.crop;
    description.version = FUSIFORM_VERSION;
    description.hash = contentHash(std::as_bytes(
        std::span(found.components.data(), static_cast<std::size_t>(found.components.size()))));
    return std::make_unique<PcaModel>(std::move(description), std::move(found.mean),
                                      std::move(found.components), std::move(found.variances),
                                      found.totalVariance);
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
