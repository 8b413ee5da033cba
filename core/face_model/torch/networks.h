// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/torch_door.h"

#include <torch/torch.h>

#include <exception>
#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace fusiform::face_model {

using torch::Tensor;

/// Ends a computation that the user has stopped; never leaves the module.
struct Stopped : std::exception { };

/// Threads and cancellation of the call that is running.
class Watch {
public:
    explicit Watch(const DoorWatch* watch);
    /// Also adds up the elements of all watched tensors.
    Watch(const DoorWatch* watch, std::int64_t* elements) : Watch(watch) { m_elements = elements; }
    /// @throws Stopped
    void check() const;
    /// `tensor`, with a check now and another when the backward pass comes through it: a step lasts
    /// longer than a cancellation may.
    Tensor watched(const Tensor& tensor) const;

private:
    const DoorWatch* m_watch;
    std::int64_t* m_elements = nullptr;
};

/// Convolutions and matrix products in that precision while this lives.
class Autocast {
public:
    explicit Autocast(Precision precision);
    ~Autocast();
    Autocast(const Autocast&) = delete;
    Autocast& operator=(const Autocast&) = delete;

private:
    bool m_before;
};

/// Whether layers carry batch normalisation (training) or have it folded into their weights (use).
enum class Norm { Batch, Folded };

/// A convolution, transposed convolution or linear map with batch normalisation over its channels.
class NormedLayer : public torch::nn::Module {
public:
    enum class Kind { Convolution, TransposedConvolution, Linear };
    struct Shape {
        Kind kind;
        std::int64_t inputs, outputs;
        std::int64_t kernel = 1; ///< of a linear map: the side of the square map that it makes
        std::int64_t stride = 1, padding = 0;
        double epsilon = 1e-5;
    };
    NormedLayer(const Shape& shape, Norm norm, at::Generator& random);
    Tensor forward(const Tensor& input);
    /// Weight and bias that do the same in one step, with the running statistics.
    [[nodiscard]] std::pair<Tensor, Tensor> folded() const;
    /// Running statistics become the plain mean over the batches seen since `index` 0.
    void average(std::int64_t index);

private:
    Shape m_shape;
    Tensor m_weight, m_bias;
    torch::nn::BatchNorm2d m_norm{nullptr};
};

/// The posterior of pictures: means and log standard deviations, pictures x latents.
struct Posterior {
    Tensor mean, logSigma;
};

/// Encoder and generator.
class Codec : public torch::nn::Module {
public:
    /// @param withSigma false leaves out what only training needs; logSigma is then undefined.
    virtual Posterior encode(const Tensor& pictures, const Watch& watch) = 0;
    /// Not clipped.
    virtual Tensor generate(const Tensor& latents, const Watch& watch) = 0;

protected:
    std::shared_ptr<NormedLayer> addLayer(const std::string& name, const NormedLayer::Shape& shape);
    torch::nn::Linear addLinear(const std::string& name, std::int64_t inputs, std::int64_t outputs,
                                double scale);
    Codec(const NetShape& shape, Norm norm, at::Generator random);

    NetShape m_shape;
    Norm m_norm;
    at::Generator m_random;
};

/// `random` gives the starting weights. Folded codecs have no head for log sigma.
/// @throws c10::Error for an impossible shape.
std::shared_ptr<Codec> makeCodec(const NetShape& shape, Norm norm, at::Generator random);

/// The linear maps around a compact codec, for their start from principal components.
struct LinearSkips {
    Tensor encoderWeight, encoderBias, generatorWeight, generatorBias;
};
/// Nothing (undefined tensors) for other architectures.
LinearSkips linearSkips(Codec& codec);

/// Layers 2 and later are compared as features; the last entry is the verdict per picture.
class Discriminator : public torch::nn::Module {
public:
    Discriminator(const NetShape& shape, at::Generator random);
    std::vector<Tensor> forward(const Tensor& pictures, const Watch& watch);

private:
    std::vector<torch::nn::Conv2d> m_layers;
};

/// Calls `take` with every array of the codec, normalisation folded in, for a Folded codec.
void eachFolded(const Codec& codec, const std::function<void(const std::string&, Tensor)>& take);
/// Batch normalisation of the codec starts to count anew at index 0.
void averageNormalisation(Codec& codec, std::int64_t index);

at::Generator generatorOf(std::uint64_t seed);

} // namespace fusiform::face_model
