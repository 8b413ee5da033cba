// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/coded_folder.h"

#include "core/face_model/face_folder.h"
#include "core/io/face_file.h"
#include "core/io/safetensors.h"
#include "core/util/error.h"
#include "core/util/hash.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <optional>

namespace fusiform::task {

namespace {

using CodeRows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;
constexpr const char* kCodesKey = "fusiform_codes";

/// Changes when a picture, or the model, does.
std::string fingerprint(const face_model::FaceModel& model,
                        const std::vector<std::filesystem::path>& files)
{
    ContentHash hash;
    hash.add(model.description().hash);
    for (const std::filesystem::path& file : files) {
        std::error_code unknown;
        hash.add(file.string());
        hash.add("\n" + std::to_string(std::filesystem::file_size(file, unknown)) + " ");
        hash.add(std::to_string(
            std::filesystem::last_write_time(file, unknown).time_since_epoch().count()));
    }
    return hash.finish();
}

/// Takes what `skipped` names out of the files.
void leaveOut(CodedFolder& folder)
{
    std::erase_if(folder.files, [&](const auto& file) {
        return std::ranges::find(folder.skipped, file) != folder.skipped.end();
    });
}

std::optional<CodedFolder> cachedFolder(const std::filesystem::path& cacheFile,
                                        const std::vector<std::filesystem::path>& files,
                                        Eigen::Index latents)
{
    std::error_code error;
    if (!std::filesystem::exists(cacheFile, error))
        return {};
    try {
        const io::Safetensors content(cacheFile);
        CodedFolder folder{files, {}, {}};
        for (const Json& name : parseJson(content.metadata().at(kCodesKey), cacheFile))
            folder.skipped.emplace_back(name.get<std::string>());
        leaveOut(folder);
        const std::array<std::int64_t, 2> shape = {std::ssize(folder.files), latents};
        const std::vector<float> values = content.tensor("codes", shape).floats();
        folder.codes = Eigen::Map<const CodeRows>(values.data(), shape[0], shape[1]).cast<double>();
        return folder;
    } catch (const std::exception&) {
        return {}; // damaged: coded anew and replaced
    }
}

void writeCache(const std::filesystem::path& cacheFile, const CodedFolder& folder)
{
    const CodeRows rows = folder.codes.cast<float>();
    Json skipped = Json::array();
    for (const std::filesystem::path& file : folder.skipped)
        skipped.push_back(file.string());
    const auto values = std::span(rows.data(), static_cast<std::size_t>(rows.size()));
    try {
        io::writeSafetensors(
            cacheFile,
            {{"codes",
              {io::TensorType::Float32, {rows.rows(), rows.cols()}, std::as_bytes(values)}}},
            {{kCodesKey, skipped.dump()}});
    } catch (const Error&) {
        return; // a full disk costs the time only
    }
}

} // namespace

CodedFolder codedFolder(const face_model::FaceModel& model, const std::filesystem::path& folder,
                        const std::filesystem::path& cache, Progress& progress)
{
    CodedFolder coded{face_model::pictureFiles(folder), {}, {}};
    const std::filesystem::path cacheFile
        = cache / (fingerprint(model, coded.files) + ".safetensors");
    const Eigen::Index latents = model.description().latentSize;
    if (auto cached = cachedFolder(cacheFile, coded.files, latents))
        return *std::move(cached);
    progress.begin(FUSIFORM_TR("core", "Encoding pictures with %1").arg(model.description().name),
                   coded.files.size());
    constexpr std::size_t kPortion = 128;
    coded.codes.resize(std::ssize(coded.files), latents);
    Eigen::Index done = 0;
    for (std::size_t first = 0; first < coded.files.size(); first += kPortion) {
        const auto some
            = std::span(coded.files).subspan(first, std::min(kPortion, coded.files.size() - first));
        std::vector<std::filesystem::path> part(some.begin(), some.end());
        std::vector<Error> problems;
        Progress silent(progress.token());
        const auto pictures
            = io::readReadableFaces(part, {model.description().imageSize}, problems, silent);
        // In single precision, as they come back from the cache.
        coded.codes.middleRows(done, std::ssize(part))
            = model.encode(pictures, silent).cast<float>().cast<double>();
        done += std::ssize(part);
        for (const Error& problem : problems)
            coded.skipped.push_back(problem.file());
        progress.step(some.size());
    }
    coded.codes.conservativeResize(done, Eigen::NoChange);
    leaveOut(coded);
    writeCache(cacheFile, coded);
    return coded;
}

} // namespace fusiform::task
