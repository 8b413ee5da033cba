// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/codes_only_model.h"

#include "core/util/error.h"

#include <nlohmann/json.hpp>

namespace fusiform::face_model {

namespace {
constexpr const char* kKind = "codes";
}

CodesOnlyModel::CodesOnlyModel(ModelDescription description) : m_description(std::move(description))
{
    m_description.kind = kKind;
}

Eigen::MatrixXd CodesOnlyModel::encode(std::span<const image::Picture>, Progress&) const
{
    throw usage(withoutGenerator(m_description.name));
}

std::vector<image::Picture>
CodesOnlyModel::generate(const Eigen::Ref<const Eigen::MatrixXd>& latents, Progress&) const
{
    const int size = m_description.imageSize;
    const image::Picture grey{size, size, std::vector<float>(std::size_t{3} * size * size, 0.5F)};
    return std::vector<image::Picture>(static_cast<std::size_t>(latents.rows()), grey);
}

void CodesOnlyModel::save(const std::filesystem::path& file) const
{
    const Json manifest = {{"kind", kKind},
                           {"name", m_description.name},
                           {"latent_size", m_description.latentSize},
                           {"image_size", m_description.imageSize},
                           {"training", m_description.training},
                           {"version", m_description.version}};
    io::writeSafetensors(file, {}, {{"fusiform", manifest.dump()}});
}

bool hasGenerator(const ModelDescription& description) { return description.kind != kKind; }

Text withoutGenerator(const std::string& name)
{
    return FUSIFORM_TR("core", "The face model %1 came without its network: there are codes and "
                               "scores, but no pictures. Import again with --model to attach "
                               "a model file.")
        .arg(name);
}

std::shared_ptr<const FaceModel> loadCodesOnlyModel(const io::Safetensors& file)
{
    const Json manifest = parseJson(file.metadata().at("fusiform"), file.file());
    try {
        ModelDescription description;
        description.name = manifest.at("name");
        description.latentSize = manifest.at("latent_size");
        description.imageSize = manifest.at("image_size");
        description.training = manifest.at("training");
        description.version = manifest.at("version");
        constexpr int kLargest = 4096;
        if (description.latentSize < 1 || description.latentSize > kLargest
            || description.imageSize < 1 || description.imageSize > kLargest)
            throw badData(file.file(), FUSIFORM_TR("core", "sensible latent and picture sizes"),
                          FUSIFORM_TR("core", "%1 and %2")
                              .arg(description.latentSize)
                              .arg(description.imageSize));
        return std::make_shared<CodesOnlyModel>(std::move(description));
    } catch (const Json::exception& error) {
        throw badData(file.file(), FUSIFORM_TR("core", "the manifest of a model without network"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

} // namespace fusiform::face_model
