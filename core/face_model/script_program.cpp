// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/script_program.h"

#include "core/face_model/torch_module.h"
#include "core/util/error.h"

#include <algorithm>
#include <cmath>
#include <functional>

namespace fusiform::face_model {

namespace {

using Result = ScriptProgram::Result;

void takeResult(void* receiver, const DoorArray* array)
{
    auto& result = *static_cast<Result*>(receiver);
    result.shape.assign(array->shape, array->shape + array->rank);
    std::size_t count = 1;
    for (const std::int64_t length : result.shape)
        count *= static_cast<std::size_t>(length);
    result.values.assign(array->values, array->values + count);
}

std::string shapeText(std::span<const std::int64_t> shape)
{
    std::string text;
    for (const std::int64_t length : shape)
        (text += text.empty() ? "" : " x ") += std::to_string(length);
    return text.empty() ? "a single number" : text;
}

/// What a program does wrong is the fault of its file.
void callProgram(const std::filesystem::path& file, const Text& expected,
                 const std::function<DoorStatus(DoorMessage*)>& call)
{
    DoorMessage message = {};
    switch (call(&message)) {
    case DoorStatus::Done: return;
    case DoorStatus::Stopped: throw cancelled();
    case DoorStatus::Failed: break;
    }
    throw badData(file, expected, FUSIFORM_TR("core", "the complaint \"%1\"").arg(message.text));
}

void checkFinite(const std::filesystem::path& file, const Text& expected, const Result& result)
{
    if (!std::ranges::all_of(result.values, [](float value) { return std::isfinite(value); }))
        throw badData(file, expected, FUSIFORM_TR("core", "values that are not finite numbers"));
}

} // namespace

ScriptProgram::ScriptProgram(std::filesystem::path file, std::span<const std::byte> bytes)
    : m_file(std::move(file))
{
    callProgram(m_file, FUSIFORM_TR("core", "a TorchScript program with a method forward"),
                [&](DoorMessage* message) {
                    return torchDoor().openScript(bytes.data(), std::ssize(bytes), &m_script,
                                                  &m_facts, message);
                });
}

ScriptProgram::~ScriptProgram() { torchDoor().closeScript(m_script); }

ScriptProgram::Result ScriptProgram::picture(const Eigen::VectorXd& code, int imageSize,
                                             const Progress& progress) const
{
    const DoorWatch watch = watchOfOne(progress);
    const auto latents = static_cast<long long>(code.size());
    const Text expected
        = imageSize > 0
              ? FUSIFORM_TR("core", "1 x 3 x %2 x %2 numbers from forward() of 1 x %1")
                    .arg(latents)
                    .arg(imageSize)
              : FUSIFORM_TR("core", "1 x 3 x S x S numbers from forward() of 1 x %1").arg(latents);
    Result result;
    callProgram(m_file, expected, [&](DoorMessage* message) {
        return torchDoor().scriptPicture(m_script, code.data(), code.size(), takeResult, &result,
                                         &watch, message);
    });
    const std::vector<std::int64_t>& shape = result.shape;
    const bool isPicture = shape.size() == 4 && shape[0] == 1 && shape[1] == 3 && shape[2] >= 1
                           && shape[2] == shape[3] && (imageSize == 0 || shape[2] == imageSize);
    if (!isPicture)
        throw badData(m_file, expected, FUSIFORM_TR("core", "%1").arg(shapeText(shape)));
    checkFinite(m_file, expected, result);
    return result;
}

Eigen::VectorXd ScriptProgram::code(const image::Picture& picture, std::int64_t latentSize,
                                    const Progress& progress) const
{
    const DoorWatch watch = watchOfOne(progress);
    const Text expected = FUSIFORM_TR("core", "1 x %1 numbers from encode() of 1 x 3 x %2 x %2")
                              .arg(static_cast<long long>(latentSize))
                              .arg(picture.width);
    Result result;
    callProgram(m_file, expected, [&](DoorMessage* message) {
        return torchDoor().scriptCode(m_script, picture.rgb.data(), picture.width, takeResult,
                                      &result, &watch, message);
    });
    const std::vector<std::int64_t>& shape = result.shape;
    if (shape.size() != 2 || shape[0] != 1 || shape[1] != latentSize)
        throw badData(m_file, expected, FUSIFORM_TR("core", "%1").arg(shapeText(shape)));
    checkFinite(m_file, expected, result);
    return Eigen::Map<const Eigen::VectorXf>(result.values.data(),
                                             static_cast<Eigen::Index>(latentSize))
        .cast<double>();
}

} // namespace fusiform::face_model
