// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/vaegan_model.h"

#include "core/face_model/torch_module.h"
#include "core/util/error.h"
#include "core/util/hash.h"
#include "core/util/parallel.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <functional>

namespace fusiform::face_model {

namespace {

constexpr std::int64_t kMostDimensions = 4;

std::map<std::string, io::Tensor> tensorsOf(const std::map<std::string, HalfArray>& arrays)
{
    std::map<std::string, io::Tensor> tensors;
    for (const auto& [name, array] : arrays)
        tensors[name]
            = {io::TensorType::Float16, array.shape, std::as_bytes(std::span(array.values))};
    return tensors;
}

/// Calls body(0) ... body(count - 1). Side by side is not always quicker: threads of one core share
/// its caches, which the weights of a large net do not fit. So, after a first picture that
/// prepares the kernels, one goes alone and one group side by side, and the rest as the quicker.
void eachPicture(std::size_t count, const std::function<void(std::size_t)>& body)
{
    using Clock = std::chrono::steady_clock;
    const std::size_t group = threadCount();
    if (group < 2 || count <= 2 + group)
        return parallelFor(count, body);
    body(0);
    const auto begin = Clock::now();
    body(1);
    const auto alone = Clock::now();
    parallelFor(group, [&](std::size_t i) { body(2 + i); });
    const bool isQuicker = Clock::now() - alone < static_cast<int>(group) * (alone - begin);
    const std::size_t tried = 2 + group;
    if (isQuicker)
        return parallelFor(count - tried, [&](std::size_t i) { body(tried + i); });
    for (std::size_t i = tried; i < count; ++i)
        body(i);
}

} // namespace

NetArchitecture architectureNamed(std::string_view name)
{
    if (name == "compact")
        return NetArchitecture::Compact;
    if (name == "published")
        return NetArchitecture::Published;
    throw usage(
        FUSIFORM_TR("core", "There is no architecture called %1; choose compact or published.")
            .arg(name));
}

NetShape netShapeOf(const Json& manifest)
{
    const Json& architecture = manifest.at("architecture");
    return {architectureNamed(architecture.at("name").get<std::string>()),
            manifest.at("image_size").get<std::int32_t>(),
            manifest.at("latent_size").get<std::int32_t>(),
            architecture.at("width").get<std::int32_t>()};
}

VaeganModel::VaeganModel(const Json& manifest, std::map<std::string, HalfArray> arrays)
    : m_manifest(std::make_unique<Json>(manifest)), m_arrays(std::move(arrays))
{
    m_description.name = manifest.value("name", "vaegan");
    m_description.kind = "vaegan";
    m_description.latentSize = manifest.at("latent_size").get<Eigen::Index>();
    m_description.imageSize = manifest.at("image_size").get<int>();
    m_description.training = manifest.value("training", "");
    m_description.version = manifest.value("version", "");
    m_description.crop = manifest.value("crop", "");
    ContentHash hash;
    for (const auto& [name, array] : m_arrays)
        hash.add(name).add(std::as_bytes(std::span(array.values)));
    m_description.hash = hash.finish();
    open();
}

std::unique_ptr<VaeganModel> VaeganModel::read(const io::Safetensors& file)
{
    const auto text = file.metadata().find("fusiform");
    if (text == file.metadata().end())
        throw badData(file.file(), FUSIFORM_TR("core", "a face model with its manifest"),
                      FUSIFORM_TR("core", "none"));
    std::map<std::string, HalfArray> arrays;
    for (const auto& [name, tensor] : file.tensors()) {
        if (!tensor.isFloat() || tensor.shape.size() > kMostDimensions)
            throw badData(file.file(),
                          FUSIFORM_TR("core", "tensor %1 of floating numbers").arg(name),
                          FUSIFORM_TR("core", "another type or shape"));
        arrays[name] = {tensor.shape, io::toHalf(tensor.floats())};
    }
    try {
        return std::make_unique<VaeganModel>(parseJson(text->second, file.file()),
                                             std::move(arrays));
    } catch (const Json::exception& error) {
        throw badData(file.file(), FUSIFORM_TR("core", "a complete manifest of a VAE-GAN"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    } catch (const Error& error) {
        // A missing module is no fault of the file.
        if (!hasTorchModule() || error.kind() == ErrorKind::BadData)
            throw;
        throw badData(file.file(), FUSIFORM_TR("core", "arrays that fit the manifest"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

DoorArrays::DoorArrays(const std::map<std::string, HalfArray>& arrays)
{
    for (const auto& [name, array] : arrays) {
        const io::Tensor tensor{io::TensorType::Float16, array.shape,
                                std::as_bytes(std::span(array.values))};
        m_values.push_back(tensor.floats());
        DoorArray door{name.c_str(),
                       static_cast<std::int32_t>(array.shape.size()),
                       {},
                       m_values.back().data()};
        std::ranges::copy(array.shape, door.shape);
        m_arrays.push_back(door);
    }
}

void VaeganModel::open()
{
    const NetShape shape = netShapeOf(*m_manifest);
    const DoorArrays arrays(m_arrays);
    callTorch([&](DoorMessage* message) {
        return torchDoor().openCodec(&shape, arrays.first(), arrays.count(), &m_codec, message);
    });
}

VaeganModel::~VaeganModel()
{
    if (m_codec)
        torchDoor().closeCodec(m_codec);
}

Eigen::MatrixXd VaeganModel::encode(std::span<const image::Picture> pictures,
                                    Progress& progress) const
{
    progress.begin(FUSIFORM_TR("core", "Encoding faces"), pictures.size());
    const DoorWatch watch = watchOfOne(progress);
    Eigen::MatrixXd latents(static_cast<Eigen::Index>(pictures.size()), m_description.latentSize);
    eachPicture(pictures.size(), [&](std::size_t i) {
        m_description.checkPicture(pictures[i]);
        Eigen::VectorXd latent(m_description.latentSize);
        callTorch([&](DoorMessage* message) {
            return torchDoor().encode(m_codec, pictures[i].rgb.data(), 1, latent.data(), &watch,
                                      message);
        });
        latents.row(static_cast<Eigen::Index>(i)) = latent.transpose();
        progress.step();
    });
    return latents;
}

std::vector<image::Picture> VaeganModel::generate(const Eigen::Ref<const Eigen::MatrixXd>& latents,
                                                  Progress& progress) const
{
    m_description.checkCodes(latents);
    progress.begin(FUSIFORM_TR("core", "Generating faces"),
                   static_cast<std::uint64_t>(latents.rows()));
    const DoorWatch watch = watchOfOne(progress);
    const int size = m_description.imageSize;
    std::vector<image::Picture> pictures(static_cast<std::size_t>(latents.rows()));
    eachPicture(pictures.size(), [&](std::size_t i) {
        const Eigen::VectorXd latent = latents.row(static_cast<Eigen::Index>(i)).transpose();
        image::Picture picture{size, size, {}};
        picture.rgb.resize(static_cast<std::size_t>(size) * size * 3);
        callTorch([&](DoorMessage* message) {
            return torchDoor().generate(m_codec, latent.data(), 1, picture.rgb.data(), &watch,
                                        message);
        });
        pictures[i] = std::move(picture);
        progress.step();
    });
    return pictures;
}

void VaeganModel::save(const std::filesystem::path& file) const
{
    io::writeSafetensors(file, tensorsOf(m_arrays), {{"fusiform", m_manifest->dump()}});
}

void VaeganModel::setManifestEntry(const std::string& key, const Json& value)
{
    (*m_manifest)[key] = value;
}

} // namespace fusiform::face_model
