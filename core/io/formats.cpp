// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/formats.h"

#include "core/io/freesurfer.h"
#include "core/io/gifti.h"
#include "core/io/gzip_file.h"
#include "core/io/mat5.h"
#include "core/io/mat73.h"
#include "core/io/mgh.h"
#include "core/io/nifti.h"
#include "core/io/safetensors.h"
#include "core/io/tensorflow_checkpoint.h"
#include "core/io/torch_archive.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

#include <array>

namespace fusiform::io {

namespace {

std::string textAt(std::span<const std::byte> bytes, std::size_t offset, std::size_t size)
{
    if (bytes.size() < offset + size)
        return {};
    return {reinterpret_cast<const char*>(bytes.data()) + offset, size};
}

bool isNifti(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    const std::string one = textAt(prefix, 344, 3);
    const std::string two = textAt(prefix, 4, 3);
    const std::string name = file.string();
    return one == "n+1" || one == "ni1" || two == "n+2" || two == "ni2" || name.ends_with(".nii")
           || name.ends_with(".nii.gz") || name.ends_with(".img") || name.ends_with(".hdr");
}

Json describeNifti(const std::filesystem::path& file)
{
    const NiftiHeader header = readNiftiHeader(file);
    Json warnings = Json::array();
    for (const Text& warning : header.warnings)
        warnings.push_back(warning.english());
    return {{"format", "NIfTI-" + std::to_string(header.version)},
            {"shape", header.shape},
            {"zooms", header.zooms},
            {"affine", header.affine.rows()},
            {"orientation", header.affineSource == "none" ? "???" : header.affine.orientation()},
            {"affine_source", header.affineSource},
            {"sform_code", header.sformCode},
            {"qform_code", header.qformCode},
            {"dtype", header.typeName()},
            {"slope", header.slope},
            {"intercept", header.intercept},
            {"big_endian", header.isSwapped},
            {"compressed", header.isCompressed},
            {"description", header.description},
            {"warnings", warnings}};
}

bool isSafetensors(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    return file.extension() == ".safetensors"
           || (prefix.size() > 9 && textAt(prefix, 8, 2) == "{\"");
}

Json describeSafetensors(const std::filesystem::path& file)
{
    const Safetensors content(file);
    Json tensors = Json::object();
    for (const auto& [name, tensor] : content.tensors())
        tensors[name] = {{"dtype", typeName(tensor.type)}, {"shape", tensor.shape}};
    Json json = {{"format", "safetensors"}, {"tensors", tensors}};
    if (const auto manifest = content.metadata().find("fusiform");
        manifest != content.metadata().end())
        json["manifest"] = parseJson(manifest->second, file);
    return json;
}

// Marks that cannot be mistaken come before names that can.
constexpr std::array kFormats = {
    Format{"MATLAB 7.3", isMat73, describeMat73},
    Format{"MATLAB", isMat5, describeMat5},
    Format{"TensorFlow checkpoint", isTensorFlowCheckpoint, describeTensorFlowCheckpoint},
    Format{"PyTorch", isTorchArchive, describeTorchArchive},
    Format{"GIFTI", isGifti, describeGifti},
    Format{"MGH", isMgh, describeMgh},
    Format{"NIfTI", isNifti, describeNifti},
    Format{"FreeSurfer", isFreeSurfer, describeFreeSurfer},
    Format{"safetensors", isSafetensors, describeSafetensors},
};

} // namespace

std::span<const Format> allFormats() { return kFormats; }

const Format& formatOf(const std::filesystem::path& file)
{
    constexpr std::size_t kPrefix = 1024;
    const GzipContent content = readGzipPrefix(file, kPrefix);
    std::string names;
    for (const Format& format : kFormats) {
        if (format.sniff(content.bytes, file))
            return format;
        (names += names.empty() ? "" : ", ") += format.name;
    }
    throw badData(file, FUSIFORM_TR("core", "a file of one of the formats %1").arg(names),
                  FUSIFORM_TR("core", "something else"));
}

} // namespace fusiform::io
