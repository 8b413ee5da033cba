// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/attribute_axes.h"
#include "core/io/safetensors.h"
#include "core/util/error.h"

#include <nlohmann/json.hpp>

namespace fusiform::face_model {

namespace {

using Eigen::Index;
using Rows = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

constexpr const char* kKey = "fusiform_attribute_axes";
constexpr const char* kMean = "mean_difference";
constexpr const char* kLogistic = "logistic";

Rows directionsOf(const AttributeAxes& axes, AxisReadout AttributeAxis::*readout)
{
    const auto count = static_cast<Index>(axes.axes.size());
    Rows rows(count, count == 0 ? 0 : (axes.axes.front().*readout).direction.size());
    for (Index a = 0; a < count; ++a)
        rows.row(a)
            = (axes.axes[static_cast<std::size_t>(a)].*readout).direction.transpose().cast<float>();
    return rows;
}

io::Tensor tensorOf(const Rows& rows)
{
    const auto values = std::span(rows.data(), static_cast<std::size_t>(rows.size()));
    return {io::TensorType::Float32, {rows.rows(), rows.cols()}, std::as_bytes(values)};
}

Json readoutJson(const AxisReadout& readout)
{
    return {{"accuracy", readout.accuracy}, {"balanced_accuracy", readout.balancedAccuracy}};
}

/// Everything but the direction, which is a row of an array.
AxisReadout readoutFrom(const Json& json, const std::vector<float>& rows, std::size_t row,
                        std::size_t latents, const std::filesystem::path& file)
{
    AxisReadout readout;
    readout.accuracy = json.at("accuracy");
    readout.balancedAccuracy = json.at("balanced_accuracy");
    readout.direction = Eigen::Map<const Eigen::VectorXf>(rows.data() + row * latents,
                                                          static_cast<Index>(latents))
                            .cast<double>();
    if (!readout.direction.allFinite())
        throw badData(file, FUSIFORM_TR("core", "axes of attributes"),
                      FUSIFORM_TR("core", "%1").arg("a direction is not finite"));
    return readout;
}

} // namespace

std::filesystem::path axesFileOf(const std::filesystem::path& modelFile)
{
    std::filesystem::path file = modelFile;
    return file.replace_extension(".axes.safetensors");
}

void writeAxes(const std::filesystem::path& file, const AttributeAxes& axes)
{
    Json list = Json::array();
    for (const AttributeAxis& axis : axes.axes)
        list.push_back({{"name", axis.name},
                        {"with", axis.with},
                        {"without", axis.without},
                        {kMean, readoutJson(axis.meanDifference)},
                        {kLogistic, readoutJson(axis.logistic)}});
    const Json json
        = {{"model_hash", axes.modelHash}, {"pictures", axes.pictures}, {"axes", std::move(list)}};
    const Rows mean = directionsOf(axes, &AttributeAxis::meanDifference);
    const Rows logistic = directionsOf(axes, &AttributeAxis::logistic);
    io::writeSafetensors(file, {{kMean, tensorOf(mean)}, {kLogistic, tensorOf(logistic)}},
                         {{kKey, json.dump()}});
}

AttributeAxes readAxes(const std::filesystem::path& file)
{
    const io::Safetensors content(file);
    const auto text = content.metadata().find(kKey);
    if (text == content.metadata().end())
        throw badData(file, FUSIFORM_TR("core", "axes of attributes"),
                      FUSIFORM_TR("core", "another safetensors file"));
    const Json json = parseJson(text->second, file);
    try {
        AttributeAxes axes{json.at("model_hash"), json.at("pictures"), {}};
        const Json& list = json.at("axes");
        const auto first = content.tensors().find(kMean);
        const bool isMatrix = first != content.tensors().end() && first->second.shape.size() == 2;
        const std::int64_t latents = isMatrix ? first->second.shape[1] : 0;
        const std::array<std::int64_t, 2> shape = {static_cast<std::int64_t>(list.size()), latents};
        const std::vector<float> mean = content.tensor(kMean, shape).floats();
        const std::vector<float> logistic = content.tensor(kLogistic, shape).floats();
        for (std::size_t a = 0; a < list.size(); ++a) {
            AttributeAxis axis;
            axis.name = list[a].at("name");
            axis.with = list[a].at("with");
            axis.without = list[a].at("without");
            const auto columns = static_cast<std::size_t>(latents);
            axis.meanDifference = readoutFrom(list[a].at(kMean), mean, a, columns, file);
            axis.logistic = readoutFrom(list[a].at(kLogistic), logistic, a, columns, file);
            axes.axes.push_back(std::move(axis));
        }
        return axes;
    } catch (const Json::exception& error) {
        throw badData(file, FUSIFORM_TR("core", "axes of attributes"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

} // namespace fusiform::face_model
