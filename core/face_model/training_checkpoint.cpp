// SPDX-License-Identifier: GPL-3.0-or-later
// The state of a training in a file: written beside, then renamed; read back for --resume and
// --start-from.
#include "core/face_model/vaegan_training.h"

#include <algorithm>
#include <cmath>

namespace fusiform::face_model {

namespace {

constexpr const char* kCheckpointKey = "fusiform_checkpoint";

/// What a checkpoint says beside its arrays.
Json stateOf(const io::Safetensors& file)
{
    const auto text = file.metadata().find(kCheckpointKey);
    if (text == file.metadata().end())
        throw badData(file.file(), FUSIFORM_TR("core", "a checkpoint of a training"),
                      FUSIFORM_TR("core", "another safetensors file"));
    return parseJson(text->second, file.file());
}

} // namespace

/// What must agree for a training to go on from a checkpoint.
Json Training::identity() const
{
    return {{"architecture", m_options.architecture},
            {"latent_size", m_options.latentSize},
            {"width", m_options.width},
            {"image_size", m_pictures.imageSize()},
            {"images", m_pictures.count()},
            {"crop", m_options.crop},
            {"batch", m_batch},
            {"portion", m_portion},
            {"seed", m_options.seed},
            {"epochs", m_options.epochs},
            {"minutes", m_options.minutes},
            {"start", m_options.startFrom.filename().string()},
            {"patience", m_options.patience},
            {"attributes", m_options.attributes},
            {"recipe", recipeJson(m_options.recipe)}};
}

void Training::writeCheckpoint()
{
    readClock();
    m_lastCheckpoint = Clock::now();
    if (!isLeader() || m_options.checkpoint.empty())
        return;
    std::map<std::string, std::pair<std::vector<std::int64_t>, std::vector<float>>> arrays;
    std::string broken;
    m_trainer.eachState([&](const DoorArray& array) {
        std::vector<std::int64_t> shape(array.shape, array.shape + array.rank);
        const io::Tensor sized{io::TensorType::Float32, shape, {}};
        std::vector<float> values(array.values, array.values + sized.count());
        if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
            broken = array.name; // nothing may be thrown through the module
        arrays[array.name] = {std::move(shape), std::move(values)};
    });
    if (!broken.empty())
        throw brokenDown(broken);
    std::map<std::string, io::Tensor> tensors;
    for (const auto& [name, array] : arrays)
        tensors[name]
            = {io::TensorType::Float32, array.first, std::as_bytes(std::span(array.second))};
    Json sums = Json::array();
    for (const NamedLoss& loss : kLosses)
        sums.push_back(m_sums.*loss.value);
    const Json state = {{"identity", identity()},
                        {"step", m_step},
                        {"stage", m_stage},
                        {"stage_start", m_stageStart},
                        {"skipped", m_skipped},
                        {"early_stop", m_earlyStop.state()},
                        {"seconds", m_seconds},
                        {"sums", sums},
                        {"steps_in_sums", m_stepsInSums},
                        {"step_seconds", m_stepSeconds},
                        {"step_seconds_at_sums", m_stepSecondsAtSums},
                        {"bfloat16", m_precision == Precision::BFloat16},
                        {"log", m_log.rows}};
    io::writeSafetensors(m_options.checkpoint, tensors, {{kCheckpointKey, state.dump()}});
    m_progress.note(FUSIFORM_TR("core", "Checkpoint at step %1.").arg(m_step));
}

/// Of another training: its steps and options do not matter.
void Training::takeWeights(const std::filesystem::path& checkpoint)
{
    const io::Safetensors file(checkpoint);
    (void)stateOf(file);
    restoreArrays(file);
}

void Training::restoreArrays(const io::Safetensors& file)
{
    std::vector<std::vector<float>> values;
    std::vector<DoorArray> arrays;
    for (const auto& [name, tensor] : file.tensors()) {
        values.push_back(tensor.floats());
        DoorArray array{
            name.c_str(), static_cast<std::int32_t>(tensor.shape.size()), {}, values.back().data()};
        if (tensor.shape.size() > std::size(array.shape))
            throw badData(file.file(), FUSIFORM_TR("core", "arrays of at most 4 dimensions"),
                          FUSIFORM_TR("core", "%1 in %2").arg(tensor.shape.size()).arg(name));
        std::ranges::copy(tensor.shape, array.shape);
        arrays.push_back(array);
    }
    m_trainer.restore(arrays);
}

bool Training::restoreCheckpoint()
{
    std::error_code error;
    if (!std::filesystem::exists(m_options.checkpoint, error))
        return false;
    const io::Safetensors file(m_options.checkpoint);
    const Json state = stateOf(file);
    // Other memory is free now than was then: the portion stays what it was.
    if (m_options.portion == 0)
        m_portion = std::clamp<std::size_t>(state.at("identity").value("portion", m_portion), 1,
                                            ownBatch());
    if (state.at("identity") != identity())
        throw usage(FUSIFORM_TR("core", "%1 belongs to a training with other pictures or options; "
                                        "remove it to start anew.")
                        .arg(file.file().string()));
    restoreArrays(file);
    try {
        m_step = state.at("step");
        m_stage = state.at("stage");
        m_stageStart = state.at("stage_start");
        m_skipped = state.at("skipped");
        m_earlyStop.restore(state.at("early_stop"));
        m_seconds = state.at("seconds");
        for (std::size_t i = 0; i < kLosses.size(); ++i)
            m_sums.*kLosses[i].value = state.at("sums").at(i);
        m_stepsInSums = state.at("steps_in_sums");
        m_stepSeconds = state.at("step_seconds");
        m_stepSecondsAtSums = state.at("step_seconds_at_sums");
        m_log.rows = state.at("log").get<std::vector<std::vector<std::string>>>();
        m_precision = state.at("bfloat16").get<bool>() ? Precision::BFloat16 : Precision::Float32;
    } catch (const Json::exception& wrong) {
        throw badData(file.file(), FUSIFORM_TR("core", "a complete state of a training"),
                      FUSIFORM_TR("core", "%1").arg(wrong.what()));
    }
    m_progress.note(FUSIFORM_TR("core", "Going on from step %1.").arg(m_step));
    return true;
}

} // namespace fusiform::face_model
