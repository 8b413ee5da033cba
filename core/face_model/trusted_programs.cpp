// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/trusted_programs.h"

#include "core/io/torch_archive.h"
#include "core/util/file.h"
#include "core/util/hash.h"
#include "core/util/json.h"
#include "core/util/resources.h"
#include "core/util/time.h"

#include <nlohmann/json.hpp>

namespace fusiform::face_model {

namespace {

Error damaged(const Text& found)
{
    return badData(trustedProgramsFile(),
                   FUSIFORM_TR("core", "the list of the programs that you trust"), found);
}

/// An empty object as long as no program is trusted.
Json trustedList()
{
    const std::filesystem::path file = trustedProgramsFile();
    if (!std::filesystem::exists(file))
        return Json::object();
    Json list = readJson(file);
    if (!list.is_object())
        throw damaged(FUSIFORM_TR("core", "something else"));
    return list;
}

} // namespace

std::filesystem::path trustedProgramsFile() { return configFolder() / "trusted-programs.json"; }

std::optional<ProgramFacts> trustedProgram(const std::string& hash)
{
    const Json list = trustedList();
    const auto found = list.find(hash);
    if (found == list.end())
        return std::nullopt;
    try {
        return ProgramFacts{found->at("name"),
                            found->at("latent_size"),
                            found->at("image_size"),
                            found->at("value_range").at(0),
                            found->at("value_range").at(1),
                            found->at("encodes")};
    } catch (const Json::exception& error) {
        throw damaged(FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

void trustProgram(const std::string& hash, const std::filesystem::path& file,
                  const ProgramFacts& facts)
{
    Json list = trustedList();
    list[hash] = {{"name", facts.name},
                  {"file", file.filename().string()},
                  {"trusted", utcNow()},
                  {"latent_size", facts.latentSize},
                  {"image_size", facts.imageSize},
                  {"value_range", {facts.low, facts.high}},
                  {"encodes", facts.encodes}};
    writeJson(trustedProgramsFile(), list);
}

std::optional<std::string> untrustedProgram(const std::filesystem::path& file)
{
    if (!io::isTorchArchive(file))
        return {};
    const std::vector<std::byte> bytes = readBinaryFile(file);
    io::requireProgram(file, bytes);
    const std::string hash = contentHash(bytes);
    return trustedProgram(hash) ? std::nullopt : std::optional(hash);
}

Error notTrusted(const std::filesystem::path& file, const std::string& hash)
{
    return usage(
        FUSIFORM_TR("core",
                    "%1 is a TorchScript program, and a program can do all that you can: read, "
                    "change and send your files. It runs only if you trust it. If you know who "
                    "made it, say fusiform-cli import-checkpoint \"%1\" --trust. Its SHA-256 is "
                    "%2.")
            .arg(file.string())
            .arg(hash));
}

} // namespace fusiform::face_model
