// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/torch/group.h"
#include "core/face_model/torch/losses.h"
#include "core/face_model/torch/networks.h"

#include <functional>
#include <string>
#include <vector>

namespace fusiform::face_model {

/// Adam, one instance per group of parameters.
class Adam {
public:
    Adam(std::vector<Tensor> parameters, double firstDecay, double secondDecay);
    /// Uses and then forgets the gradients.
    void step(double learningRate);
    void eachState(const std::string& prefix,
                   const std::function<void(const std::string&, Tensor&)>& visit);
    [[nodiscard]] const std::vector<Tensor>& parameters() const { return m_parameters; }

private:
    std::vector<Tensor> m_parameters, m_first, m_second;
    Tensor m_steps = torch::zeros({1});
    double m_firstDecay, m_secondDecay;
};

/// One VAE-GAN in training: the codec, its moving average, the discriminator, and their optimisers.
class Trainer {
public:
    /// Random numbers are always drawn on the processor: both devices train alike.
    /// @param group may be null.
    /// @param attributes how many the pictures are labelled with; 0: none.
    Trainer(const NetShape& shape, std::int64_t attributes, std::uint64_t seed,
            torch::Device device, const Group* group);

    void startFrom(const Tensor& pooled, std::uint64_t seed, const Watch& watch);
    void setPrecision(Precision precision) { m_precision = precision; }
    /// @param pictures n x 3 x size x size.
    /// @param labels n x attributes (losses.h); may be undefined
    TrainingLosses step(const Tensor& pictures, const Tensor& labels, const TrainingStep& settings,
                        const Watch& watch);
    /// Visits every array that a resumed training needs.
    void eachState(const std::function<void(const std::string&, Tensor&)>& visit);
    /// Whether a training that starts from the weights of another may do without that array: it may
    /// have more to learn.
    [[nodiscard]] static bool isNew(const std::string& array);
    void calibrate(const Tensor& pictures, std::int64_t index, const Watch& watch);
    void eachFoldedArray(const std::function<void(const std::string&, Tensor)>& take) const
    {
        eachFolded(*m_average, take);
    }
    /// Every process goes on with the state of process 0.
    void shareState(const Watch& watch);
    [[nodiscard]] const NetShape& shape() const { return m_shape; }
    [[nodiscard]] torch::Device device() const { return m_device; }
    [[nodiscard]] std::int64_t attributes() const { return m_head.attributes(); }

private:
    struct Pass;
    [[nodiscard]] Pass forward(const Tensor& pictures, const TrainingStep& settings,
                               at::Generator& random, const Watch& watch);
    [[nodiscard]] Tensor seenByDiscriminator(const Tensor& pictures, const TrainingStep& settings,
                                             at::Generator& random) const;
    [[nodiscard]] Tensor adversarialLoss(const Pass& pass, const TrainingStep& settings,
                                         at::Generator& random, const Watch& watch,
                                         TrainingLosses& losses) const;
    void trainDiscriminator(const Pass& pass, const TrainingStep& settings, at::Generator& random,
                            const Watch& watch, TrainingLosses& losses);
    [[nodiscard]] Tensor gradientPenalty(const Tensor& real, const Watch& watch) const;
    void sumGradients(const std::vector<Tensor>& parameters, const Watch& watch) const;
    void noteLatents(const Tensor& means, double share);
    void followLatents(const Watch& watch);
    [[nodiscard]] Tensor sampledLatents(std::int64_t count, at::Generator& random) const;
    void followWeights(double decay);

    NetShape m_shape;
    torch::Device m_device;
    const Group* m_group; ///< may be null
    std::shared_ptr<Codec> m_codec, m_average;
    std::shared_ptr<Discriminator> m_discriminator;
    AttributeHead m_head;
    Adam m_codecAdam, m_discriminatorAdam, m_headAdam;
    SsimLoss m_ssim;
    Tensor m_latentMean, m_latentCovariance; ///< running, for random codes
    Tensor m_stepMean, m_stepCovariance; ///< of the step so far; undefined before its first portion
    Precision m_precision = Precision::Float32;
};

} // namespace fusiform::face_model
