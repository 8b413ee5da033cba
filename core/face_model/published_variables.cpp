// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/published_variables.h"

#include <algorithm>

namespace fusiform::face_model {

namespace {

using Shape = std::vector<std::int64_t>;

std::string lastWordOf(const std::string& name) { return name.substr(name.find_last_of('.') + 1); }

/// TensorFlow's own files name a variable, its converters the variable's output: "encoder/0/W:0".
std::string withoutOutput(std::string path)
{
    if (path.ends_with(":0"))
        path.resize(path.size() - 2);
    return path;
}

/// PyTorch calls the weights of all layers "weight"; what they are is told by their rank and by
/// what lies beside them.
std::string pathOf(const std::string& name, const Shape& shape, const io::Safetensors& file)
{
    const std::string leaf = lastWordOf(name);
    std::string scope = name.substr(0, name.size() - leaf.size());
    const bool isNorm = file.tensors().contains(scope + "running_mean");
    std::ranges::replace(scope, '.', '/');
    if (leaf == "weight")
        return scope + (shape.size() > 1 ? "W" : "gamma");
    if (leaf == "bias")
        return scope + (isNorm ? "beta" : "b");
    if (leaf == "running_mean")
        return scope + "mean";
    if (leaf == "running_var")
        return scope + "variance";
    return scope + leaf;
}

/// out, in, rows, columns become rows, columns, in, out (in and out change places in transposed
/// convolutions, in both orders alike); out, in become in, out.
Shape tensorflowShape(const Shape& shape)
{
    if (shape.size() == 4)
        return {shape[2], shape[3], shape[1], shape[0]};
    return {shape.rbegin(), shape.rend()};
}

} // namespace

std::vector<NetVariable> variablesOf(const io::TensorFlowCheckpoint& checkpoint)
{
    std::vector<NetVariable> variables;
    for (const io::CheckpointTensor& tensor : checkpoint.tensors)
        variables.push_back({tensor.name, tensor.name, tensor.shape, tensor.shape,
                             tensor.type.find("float") != std::string::npos});
    return variables;
}

NetLayout layoutOf(const io::Safetensors& file)
{
    const bool isTorch = std::ranges::any_of(file.tensors(), [](const auto& tensor) {
        const std::string leaf = lastWordOf(tensor.first);
        return leaf != tensor.first && (leaf == "weight" || leaf == "running_mean");
    });
    return isTorch ? NetLayout::Torch : NetLayout::TensorFlow;
}

std::vector<NetVariable> variablesOf(const io::Safetensors& file, NetLayout layout)
{
    std::vector<NetVariable> variables;
    for (const auto& [name, tensor] : file.tensors()) {
        NetVariable variable{name, {}, tensor.shape, {}, tensor.isFloat()};
        if (layout == NetLayout::Torch) {
            variable.path = pathOf(name, tensor.shape, file);
            variable.shape = tensorflowShape(tensor.shape);
        } else {
            variable.path = withoutOutput(name);
            variable.shape = tensor.shape;
        }
        variables.push_back(std::move(variable));
    }
    return variables;
}

std::map<std::string, io::FloatArray> valuesOf(const io::Safetensors& file,
                                               const PublishedPlan& plan)
{
    std::map<std::string, io::FloatArray> values;
    for (const auto& [name, tensor] : file.tensors())
        if (plan.uses(name))
            values[name] = {tensor.shape, tensor.floats()};
    return values;
}

} // namespace fusiform::face_model
