// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch/trainer.h"

#include "core/face_model/torch/linear_start.h"

#include <cmath>

namespace fusiform::face_model {

namespace {

/// Parameters that no gradient flows into while this lives; one flows through them.
class Frozen {
public:
    explicit Frozen(const torch::nn::Module& module) : m_parameters(module.parameters())
    {
        for (Tensor& parameter : m_parameters)
            parameter.set_requires_grad(false);
    }
    ~Frozen()
    {
        for (Tensor& parameter : m_parameters)
            parameter.set_requires_grad(true);
    }
    Frozen(const Frozen&) = delete;
    Frozen& operator=(const Frozen&) = delete;

private:
    std::vector<Tensor> m_parameters;
};

void clipGradients(const std::vector<Tensor>& parameters, double limit)
{
    double sum = 0;
    for (const Tensor& parameter : parameters)
        if (parameter.grad().defined()) {
            const double norm = parameter.grad().norm().item<double>();
            sum += norm * norm;
        }
    const double norm = std::sqrt(sum);
    if (!(norm > limit))
        return;
    for (const Tensor& parameter : parameters)
        if (parameter.grad().defined())
            parameter.grad().mul_(limit / norm);
}

Tensor noiseLike(const Tensor& tensor, at::Generator& random)
{
    return torch::empty(tensor.sizes(), tensor.options().device(torch::kCPU))
        .normal_(0, 1, random)
        .to(tensor.device());
}

bool isAdversarial(const TrainingStep& settings)
{
    return settings.featureWeight > 0 || settings.adversarialWeight > 0;
}

template <class Module>
std::shared_ptr<Module> onDevice(std::shared_ptr<Module> module, torch::Device device)
{
    module->to(device);
    return module;
}

std::shared_ptr<Codec> sameWeights(const NetShape& shape, const Codec& codec, torch::Device device)
{
    std::shared_ptr<Codec> copy = onDevice(makeCodec(shape, Norm::Batch, generatorOf(0)), device);
    const torch::NoGradGuard noGradient;
    const auto from = codec.parameters();
    const auto to = copy->parameters();
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i].copy_(from[i]).set_requires_grad(false);
    return copy;
}

constexpr const char* kHead = "attributes.";
/// A linear map may learn faster than the nets: its problem is convex.
constexpr double kHeadRate = 10;

double valueOf(const Tensor& tensor) { return tensor.item<double>(); }

} // namespace

/// What the generator's half of a step hands to the discriminator's.
struct Trainer::Pass {
    Tensor real;
    Posterior posterior;
    Tensor fakes; ///< reconstructions, then pictures of random codes
};

Adam::Adam(std::vector<Tensor> parameters, double firstDecay, double secondDecay)
    : m_parameters(std::move(parameters)), m_firstDecay(firstDecay), m_secondDecay(secondDecay)
{
    for (const Tensor& parameter : m_parameters) {
        m_first.push_back(torch::zeros_like(parameter));
        m_second.push_back(torch::zeros_like(parameter));
    }
}

void Adam::step(double learningRate)
{
    const torch::NoGradGuard noGradient;
    m_steps.add_(1);
    const double steps = m_steps.item<double>();
    const double firstBias = 1 - std::pow(m_firstDecay, steps);
    const double secondBias = 1 - std::pow(m_secondDecay, steps);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        const Tensor gradient = m_parameters[i].grad();
        if (!gradient.defined())
            continue;
        m_first[i].lerp_(gradient, 1 - m_firstDecay);
        m_second[i].mul_(m_secondDecay).addcmul_(gradient, gradient, 1 - m_secondDecay);
        const Tensor scale = (m_second[i] / secondBias).sqrt_().add_(1e-8);
        m_parameters[i].addcdiv_(m_first[i], scale, -learningRate / firstBias);
        m_parameters[i].mutable_grad() = Tensor();
    }
}

void Adam::eachState(const std::string& prefix,
                     const std::function<void(const std::string&, Tensor&)>& visit)
{
    visit(prefix + "steps", m_steps);
    for (std::size_t i = 0; i < m_parameters.size(); ++i) {
        visit(prefix + "first." + std::to_string(i), m_first[i]);
        visit(prefix + "second." + std::to_string(i), m_second[i]);
    }
}

Trainer::Trainer(const NetShape& shape, std::int64_t attributes, std::uint64_t seed,
                 torch::Device device, const Group* group)
    : m_shape(shape),
      m_device(device),
      m_group(group),
      m_codec(onDevice(makeCodec(shape, Norm::Batch, generatorOf(seed)), device)),
      m_average(sameWeights(shape, *m_codec, device)),
      m_discriminator(
          onDevice(std::make_shared<Discriminator>(shape, generatorOf(seed + 1)), device)),
      m_head(shape.latentSize, attributes, device),
      m_codecAdam(m_codec->parameters(), 0.9, 0.99),
      m_discriminatorAdam(m_discriminator->parameters(), 0.5, 0.99),
      m_headAdam(m_head.parameters(), 0.9, 0.99),
      m_ssim(shape.imageSize, device),
      m_latentMean(torch::zeros({shape.latentSize}, device)),
      m_latentCovariance(torch::eye(shape.latentSize, device))
{
}

void Trainer::startFrom(const Tensor& pooled, std::uint64_t seed, const Watch& watch)
{
    const LinearSkips skips = linearSkips(*m_codec);
    if (!skips.encoderWeight.defined())
        return;
    const LinearSkips found{skips.encoderWeight.cpu(), skips.encoderBias.cpu(),
                            skips.generatorWeight.cpu(), skips.generatorBias.cpu()};
    startFromComponents(found, pooled, seed, watch);
    const torch::NoGradGuard noGradient;
    skips.encoderWeight.copy_(found.encoderWeight);
    skips.encoderBias.copy_(found.encoderBias);
    skips.generatorWeight.copy_(found.generatorWeight);
    skips.generatorBias.copy_(found.generatorBias);
    followWeights(0);
}

Trainer::Pass Trainer::forward(const Tensor& pictures, const TrainingStep& settings,
                               at::Generator& random, const Watch& watch)
{
    Pass pass;
    pass.real = pictures;
    {
        const Autocast autocast(m_precision);
        pass.posterior = m_codec->encode(pictures, watch);
    }
    const auto& [mean, logSigma] = pass.posterior;
    noteLatents(mean.detach(), settings.share);
    Tensor latents = mean + noiseLike(mean, random) * torch::exp(logSigma);
    // Reconstructions and pictures of random codes share one pass through the generator.
    if (isAdversarial(settings))
        latents = torch::cat({latents, sampledLatents((pictures.size(0) + 1) / 2, random)});
    const Autocast autocast(m_precision);
    pass.fakes = m_codec->generate(latents, watch);
    return pass;
}

TrainingLosses Trainer::step(const Tensor& pictures, const Tensor& labels,
                             const TrainingStep& settings, const Watch& watch)
{
    at::Generator random = generatorOf(settings.noiseSeed);
    m_codec->train();
    const Pass pass = forward(pictures, settings, random, watch);

    const Tensor reconstructions = pass.fakes.slice(0, 0, pictures.size(0));
    const PixelLosses pixel = pixelLosses(reconstructions, pictures);
    const Tensor ssim = m_ssim(reconstructions, pictures);
    const Tensor bound = boundLoss(pass.fakes);
    const Tensor kl = klLoss(pass.posterior.mean, pass.posterior.logSigma);
    const Tensor attribute = m_head.loss(pass.posterior.mean, labels);
    Tensor loss = settings.pixelWeight * (pixel.rgb + settings.chromaWeight * pixel.chroma)
                  + settings.ssimWeight * ssim + settings.boundWeight * bound
                  + settings.klWeight * kl + settings.attributeWeight * attribute;
    TrainingLosses losses = {};
    if (isAdversarial(settings))
        loss = loss + adversarialLoss(pass, settings, random, watch, losses);
    (settings.share * loss).backward();
    watch.check();
    if (settings.isLast) {
        sumGradients(m_codecAdam.parameters(), watch);
        sumGradients(m_headAdam.parameters(), watch);
        followLatents(watch);
        clipGradients(m_codecAdam.parameters(), settings.gradientLimit);
        m_codecAdam.step(settings.learningRate);
        m_headAdam.step(kHeadRate * settings.learningRate);
        followWeights(settings.averageDecay);
    }
    if (isAdversarial(settings))
        trainDiscriminator(pass, settings, random, watch, losses);

    losses.pixel = valueOf(pixel.rgb);
    losses.chroma = valueOf(pixel.chroma);
    losses.ssim = valueOf(ssim);
    losses.kl = valueOf(kl);
    losses.attribute = valueOf(attribute);
    losses.bound = valueOf(bound);
    losses.meanSigma = valueOf(torch::exp(pass.posterior.logSigma.detach()).mean());
    return losses;
}

Tensor Trainer::seenByDiscriminator(const Tensor& pictures, const TrainingStep& settings,
                                    at::Generator& random) const
{
    // One window for real and generated pictures, another in each step: patterns locked to the
    // pixel grid would otherwise go unnoticed.
    const Tensor window
        = pictures.slice(2, settings.windowY, settings.windowY + settings.windowSize)
              .slice(3, settings.windowX, settings.windowX + settings.windowSize);
    if (settings.discriminatorNoise <= 0)
        return window.contiguous();
    return window + settings.discriminatorNoise * noiseLike(window, random);
}

Tensor Trainer::adversarialLoss(const Pass& pass, const TrainingStep& settings,
                                at::Generator& random, const Watch& watch,
                                TrainingLosses& losses) const
{
    const Autocast autocast(m_precision);
    std::vector<Tensor> real;
    {
        const torch::NoGradGuard noGradient;
        real = m_discriminator->forward(seenByDiscriminator(pass.real, settings, random), watch);
    }
    const Frozen frozen(*m_discriminator);
    const std::vector<Tensor> fake
        = m_discriminator->forward(seenByDiscriminator(pass.fakes, settings, random), watch);
    const Tensor feature = featureLoss(real, fake, pass.real.size(0));
    const Tensor adversarial = torch::softplus(-fake.back()).mean();
    losses.feature = valueOf(feature.detach());
    losses.adversarial = valueOf(adversarial.detach());
    return settings.featureWeight * feature + settings.adversarialWeight * adversarial;
}

void Trainer::trainDiscriminator(const Pass& pass, const TrainingStep& settings,
                                 at::Generator& random, const Watch& watch, TrainingLosses& losses)
{
    const Autocast autocast(m_precision);
    // As many reconstructions as pictures of random codes.
    const std::int64_t half = pass.fakes.size(0) - pass.real.size(0);
    const Tensor fakes
        = torch::cat({pass.fakes.slice(0, 0, half), pass.fakes.slice(0, pass.real.size(0))})
              .detach()
              .clamp(0, 1);
    const Tensor seen = seenByDiscriminator(pass.real, settings, random);
    const Tensor real = m_discriminator->forward(seen, watch).back();
    const Tensor fake
        = m_discriminator->forward(seenByDiscriminator(fakes, settings, random), watch).back();
    Tensor loss = 0.5 * (torch::softplus(-real).mean() + torch::softplus(fake).mean());
    losses.discriminator = valueOf(loss);
    if (settings.gradientPenalty > 0) {
        const Tensor gradient = gradientPenalty(seen, watch);
        losses.gradient = valueOf(gradient);
        loss = loss + 0.5 * settings.gradientPenalty * gradient;
    }
    (settings.share * loss).backward();
    watch.check();
    if (settings.isLast) {
        sumGradients(m_discriminatorAdam.parameters(), watch);
        m_discriminatorAdam.step(settings.discriminatorRate);
    }
}

/// Squared gradient at real pictures, mean over them (R1 of Mescheder et al. 2018): a
/// discriminator that is flat there cannot win by details no generator can reach.
Tensor Trainer::gradientPenalty(const Tensor& real, const Watch& watch) const
{
    const Autocast full(Precision::Float32);
    const Tensor pictures = real.detach().clone().set_requires_grad(true);
    const Tensor score = m_discriminator->forward(pictures, watch).back().sum();
    const Tensor gradient = torch::autograd::grad({score}, {pictures}, {}, true, true).front();
    return gradient.square().sum() / static_cast<double>(pictures.size(0));
}

void Trainer::sumGradients(const std::vector<Tensor>& parameters, const Watch& watch) const
{
    if (!m_group)
        return;
    std::vector<Tensor> gradients;
    for (const Tensor& parameter : parameters)
        if (parameter.grad().defined())
            gradients.push_back(parameter.grad());
    if (gradients.empty())
        return;
    m_group->sum(gradients, watch);
}

void Trainer::noteLatents(const Tensor& means, double share)
{
    const torch::NoGradGuard noGradient;
    const Autocast full(Precision::Float32);
    const Tensor centred = means - m_latentMean;
    const Tensor mean = share * means.mean(0);
    const Tensor covariance
        = torch::mm(centred.t(), centred) * (share / static_cast<double>(means.size(0)));
    m_stepMean = m_stepMean.defined() ? m_stepMean + mean : mean;
    m_stepCovariance = m_stepCovariance.defined() ? m_stepCovariance + covariance : covariance;
}

/// The whole step moves the mean and covariance of codes, however it was cut into portions.
void Trainer::followLatents(const Watch& watch)
{
    const torch::NoGradGuard noGradient;
    constexpr double kShare = 0.02; // some fifty batches
    if (m_group)
        m_group->sum({m_stepMean, m_stepCovariance}, watch);
    m_latentMean.lerp_(m_stepMean, kShare);
    m_latentCovariance.lerp_(m_stepCovariance, kShare);
    m_stepMean = m_stepCovariance = Tensor();
}

void Trainer::shareState(const Watch& watch)
{
    if (!m_group)
        return;
    std::vector<Tensor> state;
    eachState([&state](const std::string&, Tensor& tensor) { state.push_back(tensor); });
    m_group->share(state, watch);
}

Tensor Trainer::sampledLatents(std::int64_t count, at::Generator& random) const
{
    const torch::NoGradGuard noGradient;
    const Autocast full(Precision::Float32);
    const Tensor root = torch::linalg_cholesky(m_latentCovariance
                                               + 1e-4 * torch::eye(m_shape.latentSize, m_device));
    const Tensor normal
        = torch::empty({count, m_shape.latentSize}).normal_(0, 1, random).to(m_device);
    return torch::addmm(m_latentMean, normal, root.t()).clamp(-1, 1);
}

void Trainer::followWeights(double decay)
{
    const torch::NoGradGuard noGradient;
    const auto from = m_codec->parameters();
    const auto to = m_average->parameters();
    for (std::size_t i = 0; i < to.size(); ++i)
        to[i].lerp_(from[i], 1 - decay);
}

void Trainer::eachState(const std::function<void(const std::string&, Tensor&)>& visit)
{
    const auto visitModule = [&visit](const std::string& prefix, torch::nn::Module& module) {
        for (auto& item : module.named_parameters())
            visit(prefix + item.key(), item.value());
        for (auto& item : module.named_buffers())
            if (item.value().is_floating_point()) // batch counters are not used
                visit(prefix + item.key(), item.value());
    };
    visitModule("codec.", *m_codec);
    visitModule("average.", *m_average);
    visitModule("discriminator.", *m_discriminator);
    m_codecAdam.eachState("codec_adam.", visit);
    m_discriminatorAdam.eachState("discriminator_adam.", visit);
    std::vector<Tensor> head = m_head.parameters();
    for (std::size_t i = 0; i < head.size(); ++i)
        visit(kHead + std::to_string(i), head[i]);
    if (!head.empty())
        m_headAdam.eachState(std::string(kHead) + "adam.", visit);
    visit("latents.mean", m_latentMean);
    visit("latents.covariance", m_latentCovariance);
}

bool Trainer::isNew(const std::string& array) { return array.rfind(kHead, 0) == 0; }

void Trainer::calibrate(const Tensor& pictures, std::int64_t index, const Watch& watch)
{
    // Training normalises with noisy codes; use feeds the generator with the means.
    const torch::NoGradGuard noGradient;
    averageNormalisation(*m_average, index);
    m_average->train();
    (void)m_average->generate(m_average->encode(pictures, watch).mean, watch);
}

} // namespace fusiform::face_model
