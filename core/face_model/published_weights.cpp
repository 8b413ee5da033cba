// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/published_weights.h"

#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <functional>
#include <set>

namespace fusiform::face_model {

namespace {

using Shape = std::vector<std::int64_t>;
using io::CheckpointTensor;

constexpr double kEpsilon = 1e-6; // of the published batch normalisation

bool has(const std::string& name, std::string_view word)
{
    return lowerCase(name).find(word) != std::string::npos;
}

std::string scopeOf(const std::string& name) { return name.substr(0, name.find_last_of('/') + 1); }
std::string leafOf(const std::string& name) { return name.substr(scopeOf(name).size()); }

/// Numbers in names count as numbers: layer 2 comes before layer 10.
bool comesBefore(const std::string& a, const std::string& b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto number = [&](const std::string& text, std::size_t& at) {
        std::string digits;
        while (at < text.size() && isDigit(text[at]))
            digits += text[at++];
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        return digits;
    };
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string first = number(a, i);
            const std::string second = number(b, j);
            if (first.size() != second.size())
                return first.size() < second.size();
            if (first != second)
                return first < second;
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

/// What an optimiser keeps beside a variable, and the discriminator, which makes no faces.
bool isOfTraining(const std::string& name)
{
    static const std::set<std::string> kSlots
        = {"adam",     "adam_1",      "rmsprop", "rmsprop_1",
           "momentum", "beta1_power", "adagrad", "beta2_power"};
    return kSlots.contains(lowerCase(leafOf(name))) || has(name, "discrim");
}

enum class Part { Encoder, Generator, Other };

Part partOf(const std::string& name)
{
    if (has(name, "encoder") || has(name, "/enc") || lowerCase(name).starts_with("enc"))
        return Part::Encoder;
    if (has(name, "generator") || has(name, "decoder") || lowerCase(name).starts_with("gen")
        || lowerCase(name).starts_with("dec"))
        return Part::Generator;
    return Part::Other;
}

/// Variables of batch normalisation that share a scope.
struct NormGroup {
    std::string scope;
    std::string gamma, beta, mean, variance;
    std::int64_t channels = 0;
    bool isUsed = false;
};

class Finder {
public:
    Finder(const io::TensorFlowCheckpoint& checkpoint, const std::filesystem::path& file)
        : m_file(file)
    {
        for (const CheckpointTensor& tensor : checkpoint.tensors)
            if (tensor.type == "float32" && !isOfTraining(tensor.name))
                m_tensors.push_back(&tensor);
        std::ranges::sort(
            m_tensors, [](const auto* a, const auto* b) { return comesBefore(a->name, b->name); });
        collectNorms();
    }

    [[nodiscard]] PublishedPlan plan(const io::TensorFlowCheckpoint& checkpoint)
    {
        PublishedPlan plan;
        const std::vector<const CheckpointTensor*> encoder = chain(Part::Encoder);
        const std::vector<const CheckpointTensor*> generator = chain(Part::Generator);
        if (encoder.size() != generator.size())
            throw missing(FUSIFORM_TR("core", "as many convolutions in the generator as in the "
                                              "encoder, %1")
                              .arg(encoder.size()),
                          FUSIFORM_TR("core", "%1").arg(generator.size()));
        for (std::size_t i = 0; i < encoder.size(); ++i)
            plan.layers.push_back(layer("encoder." + std::to_string(i), *encoder[i], 3));
        for (std::size_t i = 0; i < generator.size(); ++i)
            plan.layers.push_back(layer("generator." + std::to_string(i), *generator[i], 2));
        plan.width = static_cast<std::int32_t>(encoder.front()->shape[3]);
        plan.imageSize = 4 << encoder.size();

        const std::int64_t flat = 16 * encoder.back()->shape[3];
        const CheckpointTensor& joint
            = matrix(FUSIFORM_TR("core", "the encoder's joint layer"), [&](const auto& tensor) {
                  return partOf(tensor.name) == Part::Encoder && tensor.shape[0] == flat
                         && !isHead(tensor.name);
              });
        const CheckpointTensor& mean = matrix(
            FUSIFORM_TR("core", "the head of the latents' means (mu)"), [&](const auto& tensor) {
                return isHead(tensor.name) && !has(tensor.name, "sigma")
                       && tensor.shape[0] == joint.shape[1];
            });
        const CheckpointTensor& start
            = matrix(FUSIFORM_TR("core", "the generator's first layer"), [&](const auto& tensor) {
                  return partOf(tensor.name) == Part::Generator && tensor.shape[0] == mean.shape[1]
                         && tensor.shape[1] == 16 * generator.front()->shape[3];
              });
        plan.latentSize = static_cast<std::int32_t>(mean.shape[1]);
        plan.layers.push_back(linear("encoder.joint", joint));
        plan.layers.push_back(linear("encoder.mean", mean));
        plan.layers.push_back(linear("generator.start", start));
        for (const CheckpointTensor& tensor : checkpoint.tensors)
            if (!plan.uses(tensor.name))
                plan.unmapped.push_back(tensor.name);
        return plan;
    }

private:
    [[nodiscard]] Error missing(const Text& expected, const Text& found) const
    {
        return badData(m_file, expected, found);
    }

    static bool isHead(const std::string& name)
    {
        // A word of its own: "mu", "z_mu", "mean", "log_sigma".
        std::string word;
        for (const char c : lowerCase(name) + "/") {
            if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
                word += c;
                continue;
            }
            if (word == "mu" || word == "mean" || word == "sigma")
                return true;
            word.clear();
        }
        return false;
    }

    void collectNorms()
    {
        for (const CheckpointTensor* tensor : m_tensors)
            if (const std::string leaf = lowerCase(leafOf(tensor->name));
                tensor->shape.size() == 1 && (leaf == "beta" || leaf == "gamma")) {
                const std::string scope = scopeOf(tensor->name);
                if (m_norms.empty() || m_norms.back().scope != scope)
                    m_norms.push_back({scope, {}, {}, {}, {}, tensor->shape[0], false});
                (leaf == "beta" ? m_norms.back().beta : m_norms.back().gamma) = tensor->name;
            }
        // The moving averages lie in the same scope or below it, the mean's before the variance's.
        for (NormGroup& norm : m_norms) {
            std::vector<std::string> averages;
            for (const CheckpointTensor* tensor : m_tensors)
                if (tensor->name.starts_with(norm.scope) && tensor->name != norm.beta
                    && tensor->name != norm.gamma && tensor->shape == Shape{norm.channels})
                    averages.push_back(tensor->name);
            const auto isVariance = [](const std::string& name) { return has(name, "var"); };
            std::ranges::stable_partition(averages, std::not_fn(isVariance));
            if (averages.size() != 2)
                throw missing(FUSIFORM_TR("core", "two moving averages below %1").arg(norm.scope),
                              FUSIFORM_TR("core", "%1").arg(averages.size()));
            norm.mean = averages[0];
            norm.variance = averages[1];
        }
    }

    /// The convolutions of a part, from the picture to the 4 x 4 map or back.
    [[nodiscard]] std::vector<const CheckpointTensor*> chain(Part part) const
    {
        const bool isEncoder = part == Part::Encoder;
        std::vector<const CheckpointTensor*> left;
        for (const CheckpointTensor* tensor : m_tensors)
            if (partOf(tensor->name) == part && tensor->shape.size() == 4
                && tensor->shape[0] == tensor->shape[1])
                left.push_back(tensor);
        std::vector<const CheckpointTensor*> chain;
        // From the picture inwards, because its three channels are known. TensorFlow's axes are
        // rows, columns, in, out, and of transposed convolutions rows, columns, out, in.
        constexpr std::size_t kOuter = 2;
        constexpr std::size_t kInner = 3;
        std::int64_t channels = 3;
        if (!isEncoder)
            std::ranges::reverse(left);
        while (!left.empty()) {
            const auto next = std::ranges::find_if(left, [&](const CheckpointTensor* tensor) {
                return tensor->shape[kOuter] == channels;
            });
            if (next == left.end())
                break;
            chain.push_back(*next);
            channels = (*next)->shape[kInner];
            left.erase(next);
        }
        if (chain.empty() || chain.size() > 5 || !left.empty())
            throw missing(isEncoder
                              ? FUSIFORM_TR("core", "an encoder: up to five convolutions whose "
                                                    "channels follow each other from 3 on")
                              : FUSIFORM_TR("core", "a generator: up to five transposed "
                                                    "convolutions whose channels end with 3"),
                          FUSIFORM_TR("core", "%1 of %2 that do")
                              .arg(chain.size())
                              .arg(chain.size() + left.size()));
        if (!isEncoder)
            std::ranges::reverse(chain);
        return chain;
    }

    [[nodiscard]] std::string biasOf(const CheckpointTensor& weight, std::int64_t size) const
    {
        for (const CheckpointTensor* tensor : m_tensors)
            if (const std::string leaf = lowerCase(leafOf(tensor->name));
                scopeOf(tensor->name) == scopeOf(weight.name) && leaf.starts_with("b")
                && leaf != "beta" && tensor->shape == Shape{size})
                return tensor->name;
        return {};
    }

    [[nodiscard]] PublishedLayer layer(const std::string& name, const CheckpointTensor& weight,
                                       std::size_t outputs)
    {
        PublishedLayer layer{name, weight.name, biasOf(weight, weight.shape[outputs]), {}, {},
                             {},   {}};
        NormGroup* best = nullptr;
        std::size_t most = 0;
        for (NormGroup& norm : m_norms) {
            const auto same = static_cast<std::size_t>(
                std::ranges::mismatch(norm.scope, weight.name).in1 - norm.scope.begin());
            if (!norm.isUsed && norm.channels == weight.shape[outputs]
                && partOf(norm.scope) == partOf(weight.name) && (best == nullptr || same > most)) {
                best = &norm;
                most = same;
            }
        }
        if (!best)
            throw missing(FUSIFORM_TR("core", "batch normalisation for %1").arg(weight.name),
                          FUSIFORM_TR("core", "none of %1 channels")
                              .arg(static_cast<long long>(weight.shape[outputs])));
        best->isUsed = true;
        layer.gamma = best->gamma;
        layer.beta = best->beta;
        layer.mean = best->mean;
        layer.variance = best->variance;
        return layer;
    }

    [[nodiscard]] PublishedLayer linear(const std::string& name,
                                        const CheckpointTensor& weight) const
    {
        return {name, weight.name, biasOf(weight, weight.shape[1]), {}, {}, {}, {}};
    }

    template <class Fits>
    [[nodiscard]] const CheckpointTensor& matrix(const Text& what, const Fits& fits) const
    {
        for (const CheckpointTensor* tensor : m_tensors)
            if (tensor->shape.size() == 2 && fits(*tensor))
                return *tensor;
        throw missing(what, FUSIFORM_TR("core", "no variable with its shape and name"));
    }

    const std::filesystem::path& m_file;
    std::vector<const CheckpointTensor*> m_tensors; ///< of the networks, in the order of names
    std::vector<NormGroup> m_norms;
};

/// `axes[d]` is the source's axis of the result's axis d.
std::vector<float> permuted(const std::vector<float>& values, const Shape& shape,
                            const std::vector<std::size_t>& axes)
{
    Shape strides(shape.size(), 1);
    for (std::size_t d = shape.size() - 1; d-- > 0;)
        strides[d] = strides[d + 1] * shape[d + 1];
    std::vector<float> result;
    result.reserve(values.size());
    Shape at(shape.size(), 0);
    for (std::size_t i = 0; i < values.size(); ++i) {
        std::int64_t source = 0;
        for (std::size_t d = 0; d < axes.size(); ++d)
            source += at[d] * strides[axes[d]];
        result.push_back(values[static_cast<std::size_t>(source)]);
        for (std::size_t d = axes.size(); d-- > 0;) {
            if (++at[d] < shape[axes[d]])
                break;
            at[d] = 0;
        }
    }
    return result;
}

} // namespace

std::vector<std::string> PublishedLayer::variables() const
{
    std::vector<std::string> all = {weight, bias, gamma, beta, mean, variance};
    std::erase(all, std::string());
    return all;
}

bool PublishedPlan::uses(const std::string& variable) const
{
    return std::ranges::any_of(layers, [&](const PublishedLayer& layer) {
        return std::ranges::count(layer.variables(), variable) > 0;
    });
}

PublishedPlan planOf(const io::TensorFlowCheckpoint& checkpoint, const std::filesystem::path& file)
{
    return Finder(checkpoint, file).plan(checkpoint);
}

std::map<std::string, HalfArray> arraysOf(const PublishedPlan& plan,
                                          const std::map<std::string, io::FloatArray>& values)
{
    std::map<std::string, HalfArray> arrays;
    for (const PublishedLayer& layer : plan.layers) {
        const io::FloatArray& weight = values.at(layer.weight);
        const Shape& shape = weight.shape;
        const auto number = [&](const std::string& variable, std::size_t i, float otherwise) {
            return variable.empty() ? otherwise : values.at(variable).values[i];
        };
        std::string name = layer.name;
        std::ranges::replace(name, '.', '_');
        Shape target;
        std::vector<float> own;
        std::size_t outputs = 0;
        if (shape.size() == 4) {
            // Both end as LibTorch's: out, in, rows, columns, or in, out, ... when transposed.
            own = permuted(weight.values, shape, {3, 2, 0, 1});
            target = {shape[3], shape[2], shape[0], shape[1]};
            outputs = name.starts_with("encoder") ? 0 : 1;
        } else if (name == "encoder_joint") {
            // Maps lie as rows, columns, channels there and channels, rows, columns here.
            const Shape split = {4, 4, shape[0] / 16, shape[1]};
            own = permuted(weight.values, split, {3, 2, 0, 1});
            target = {shape[1], shape[0]};
        } else if (name == "generator_start") {
            const Shape split = {shape[0], 4, 4, shape[1] / 16};
            own = permuted(weight.values, split, {3, 1, 2, 0});
            target = {shape[1], shape[0]};
        } else {
            own = permuted(weight.values, shape, {1, 0});
            target = {shape[1], shape[0]};
        }
        const auto channels = static_cast<std::size_t>(target[outputs]);
        std::vector<float> bias(channels);
        std::vector<float> scale(channels, 1);
        for (std::size_t c = 0; c < channels; ++c) {
            bias[c] = number(layer.bias, c, 0);
            if (layer.variance.empty())
                continue;
            const double factor = static_cast<double>(number(layer.gamma, c, 1))
                                  / std::sqrt(number(layer.variance, c, 1) + kEpsilon);
            scale[c] = static_cast<float>(factor);
            bias[c] = static_cast<float>(number(layer.beta, c, 0)
                                         + (bias[c] - number(layer.mean, c, 0)) * factor);
        }
        if (name == "generator_start")
            bias = permuted(bias, {4, 4, shape[1] / 16}, {2, 0, 1});
        std::size_t inside = 1; // numbers of one output channel that lie together
        for (std::size_t d = outputs + 1; d < target.size(); ++d)
            inside *= static_cast<std::size_t>(target[d]);
        for (std::size_t i = 0; i < own.size(); ++i)
            own[i] *= scale[i / inside % channels];
        arrays[name + ".weight"] = {target, io::toHalf(own)};
        arrays[name + ".bias"] = {{static_cast<std::int64_t>(bias.size())}, io::toHalf(bias)};
    }
    return arrays;
}

} // namespace fusiform::face_model
