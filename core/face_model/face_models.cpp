// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/face_models.h"

#include "core/face_model/codes_only_model.h"
#include "core/face_model/pca_model.h"
#include "core/face_model/torchscript_model.h"
#include "core/face_model/vaegan_model.h"
#include "core/io/safetensors.h"
#include "core/io/torch_archive.h"
#include "core/util/error.h"
#include "core/util/resources.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>

namespace fusiform::face_model {

namespace {

struct Kind {
    std::string_view name;
    std::shared_ptr<const FaceModel> (*load)(const io::Safetensors& file);
};

/// Every kind of face model in our own files. To add one: write NAME_model.{h,cpp} and add a line
/// here.
constexpr std::array kKinds = {
    Kind{"pca", loadPcaModel},
    Kind{"vaegan", VaeganModel::load},
    Kind{"codes", loadCodesOnlyModel},
};

} // namespace

std::shared_ptr<const FaceModel> loadFaceModel(const std::filesystem::path& file)
{
    if (io::isTorchArchive(file))
        return TorchscriptModel::load(file);
    const io::Safetensors content(file);
    const auto text = content.metadata().find("fusiform");
    if (text == content.metadata().end())
        throw badData(file, FUSIFORM_TR("core", "a face model with its manifest"),
                      FUSIFORM_TR("core", "a safetensors file without one"));
    const Json manifest = parseJson(text->second, file);
    const std::string kind
        = manifest.is_object() && manifest.contains("kind") && manifest["kind"].is_string()
              ? manifest["kind"].get<std::string>()
              : std::string();
    const auto found = std::ranges::find(kKinds, kind, &Kind::name);
    if (found == kKinds.end())
        throw badData(file, FUSIFORM_TR("core", "a face model of a known kind"),
                      FUSIFORM_TR("core", "the kind \"%1\"").arg(kind));
    return found->load(content);
}

std::vector<std::filesystem::path> builtInModelFiles()
{
    std::vector<std::filesystem::path> files;
    std::error_code error;
    for (const auto& entry :
         std::filesystem::directory_iterator(resourceFolder() / "models", error))
        if (entry.path().extension() == ".safetensors"
            && entry.path().stem().extension() != ".axes") // that lies beside its model
            files.push_back(entry.path());
    std::ranges::sort(files);
    return files;
}

std::filesystem::path findModelFile(const std::string& nameOrFile)
{
    std::error_code error;
    if (std::filesystem::is_regular_file(nameOrFile, error))
        return nameOrFile;
    std::string names;
    for (const std::filesystem::path& file : builtInModelFiles()) {
        if (file.stem() == nameOrFile)
            return file;
        (names += names.empty() ? "" : ", ") += file.stem().string();
    }
    throw badData(nameOrFile, FUSIFORM_TR("core", "a model file or the name of a built-in model"),
                  names.empty() ? FUSIFORM_TR("core", "neither, and no model is built in")
                                : FUSIFORM_TR("core", "neither; built in are %1").arg(names));
}

} // namespace fusiform::face_model
