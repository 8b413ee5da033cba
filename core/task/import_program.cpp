// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/import_program.h"

#include "core/face_model/program_trial.h"
#include "core/io/torch_archive.h"
#include "core/util/file.h"
#include "core/util/hash.h"

#include <nlohmann/json.hpp>

namespace fusiform::task {

Outcome importProgram(const ImportCheckpointOptions& options, Progress& progress)
{
    const std::filesystem::path& file = options.checkpoint;
    const std::vector<std::byte> bytes = readBinaryFile(file);
    io::requireProgram(file, bytes);
    const std::string hash = contentHash(bytes);
    if (!options.trust)
        throw face_model::notTrusted(file, hash);
    if (!options.out.empty())
        throw usage(FUSIFORM_TR("core", "--out is for weights: a program is used where it is, by "
                                        "the name of its file."));

    face_model::ProgramTrial trial = face_model::tryProgram(file, bytes, options.latent, progress);
    face_model::ProgramFacts& facts = trial.facts;
    facts.name = options.name.empty() ? file.stem().string() : options.name;
    face_model::trustProgram(hash, file, facts);

    const std::string size = std::to_string(facts.imageSize);
    const std::string list = face_model::trustedProgramsFile().string();
    Outcome outcome;
    outcome.json = {{"format", "TorchScript program"},
                    {"sha256", hash},
                    {"trusted", true},
                    {"name", facts.name},
                    {"latent_dim", facts.latentSize},
                    {"image_size", facts.imageSize},
                    {"value_range", {facts.low, facts.high}},
                    {"value_range_from", trial.saysRange ? "attribute" : "random codes"},
                    {"tried_codes", trial.codes},
                    {"lowest", trial.lowest},
                    {"highest", trial.highest},
                    {"encodes", facts.encodes},
                    {"trust_list", list}};
    outcome.text = facts.name + ": " + std::to_string(facts.latentSize) + " latents, " + size
                   + " x " + size + " pixels, "
                   + (facts.encodes ? "generates and encodes" : "only generates")
                   + ".\nValues from " + numberText(facts.low) + " to " + numberText(facts.high)
                   + (trial.saysRange ? ", as the program says" : ", a guess") + "; pictures of "
                   + std::to_string(trial.codes) + " random codes had " + numberText(trial.lowest)
                   + " to " + numberText(trial.highest) + ".\nYou trust the program " + hash
                   + " from now on (" + list + ").\n";
    return outcome;
}

void addTrust(Json& json, const std::filesystem::path& file)
{
    const std::string hash = fileHash(file);
    const auto facts = face_model::trustedProgram(hash);
    json["sha256"] = hash;
    json["trusted"] = facts.has_value();
    if (!facts) {
        json["note"] = "A program: it runs only after import-checkpoint --trust.";
        return;
    }
    json["name"] = facts->name;
    json["latent_size"] = facts->latentSize;
    json["image_size"] = facts->imageSize;
    json["value_range"] = {facts->low, facts->high};
    json["encodes"] = facts->encodes;
}

} // namespace fusiform::task
