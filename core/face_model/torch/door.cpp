// SPDX-License-Identifier: GPL-3.0-or-later
// The C side of the module: turns pointers into tensors, and exceptions into codes and messages.
#include "core/face_model/torch/encoder_tuner.h"
#include "core/face_model/torch/guarded.h"
#include "core/face_model/torch/script.h"
#include "core/face_model/torch/torch_door.h"
#include "core/face_model/torch/trainer.h"

#include <algorithm>
#include <cstring>
#include <map>

namespace fusiform::face_model {

namespace {

/// A codec for use and its shape.
struct OpenCodec {
    NetShape shape;
    std::shared_ptr<Codec> codec;
};

Tensor tensorOf(const DoorArray& array)
{
    const std::vector<std::int64_t> shape(array.shape, array.shape + array.rank);
    return torch::from_blob(const_cast<float*>(array.values), shape, torch::kFloat32);
}

/// Interleaved pixels as n x 3 x size x size; a view, so the memory must outlive it.
Tensor picturesFrom(const float* pictures, std::int64_t count, std::int64_t size)
{
    return torch::from_blob(const_cast<float*>(pictures), {count, size, size, 3}, torch::kFloat32)
        .permute({0, 3, 1, 2});
}

/// The same for a training: as its net wants them, where the net is.
Tensor trainingPictures(const float* pictures, std::int64_t count, const Trainer& trainer)
{
    return picturesFrom(pictures, count, trainer.shape().imageSize)
        .contiguous()
        .to(trainer.device());
}

std::map<std::string, const DoorArray*> byName(const DoorArray* arrays, std::int64_t count)
{
    std::map<std::string, const DoorArray*> found;
    for (std::int64_t i = 0; i < count; ++i)
        found[arrays[i].name] = &arrays[i];
    return found;
}

/// Copies the array of that name into `tensor`.
/// @throws c10::Error if it is missing or of another shape.
void fill(const std::string& name, const Tensor& tensor,
          const std::map<std::string, const DoorArray*>& arrays)
{
    const auto found = arrays.find(name);
    TORCH_CHECK(found != arrays.end(), "the array ", name, " is missing");
    const Tensor values = tensorOf(*found->second);
    TORCH_CHECK(values.sizes() == tensor.sizes(), "the array ", name, " has the shape ",
                values.sizes(), " instead of ", tensor.sizes());
    tensor.copy_(values);
}

void give(const std::string& name, const Tensor& tensor, TakeArray take, void* receiver)
{
    const Tensor values = tensor.detach().cpu().contiguous();
    DoorArray array = {name.c_str(), static_cast<std::int32_t>(values.dim()), {}, {}};
    TORCH_CHECK(values.dim() <= 4, name, " has too many dimensions");
    std::copy(values.sizes().begin(), values.sizes().end(), array.shape);
    array.values = values.data_ptr<float>();
    take(receiver, &array);
}

/// A codec of that shape with these arrays.
std::shared_ptr<Codec> finishedCodec(const NetShape& shape, const DoorArray* arrays,
                                     std::int64_t count)
{
    const torch::NoGradGuard noGradient;
    std::shared_ptr<Codec> codec = makeCodec(shape, Norm::Folded, generatorOf(0));
    const auto named = byName(arrays, count);
    eachFolded(*codec,
               [&](const std::string& name, const Tensor& tensor) { fill(name, tensor, named); });
    codec->eval();
    return codec;
}

DoorStatus openCodec(const NetShape* shape, const DoorArray* arrays, std::int64_t count,
                     void** codec, DoorMessage* message)
{
    return guarded(message, [&] {
        *codec = new OpenCodec{*shape, finishedCodec(*shape, arrays, count)};
    });
}

void closeCodec(void* codec) { std::unique_ptr<OpenCodec>(static_cast<OpenCodec*>(codec)); }

DoorStatus encode(void* codec, const float* pictures, std::int64_t count, double* latents,
                  const DoorWatch* doorWatch, DoorMessage* message)
{
    return guarded(message, [&] {
        const torch::NoGradGuard noGradient;
        const Watch watch(doorWatch);
        const auto& open = *static_cast<const OpenCodec*>(codec);
        const std::int64_t size = open.shape.imageSize;
        for (std::int64_t i = 0; i < count; ++i) {
            const Tensor picture = picturesFrom(pictures + i * size * size * 3, 1, size);
            const Tensor code = open.codec->encode(picture, watch).mean.to(torch::kFloat64);
            std::memcpy(latents + i * open.shape.latentSize, code.contiguous().data_ptr<double>(),
                        sizeof(double) * static_cast<std::size_t>(open.shape.latentSize));
        }
    });
}

DoorStatus generate(void* codec, const double* latents, std::int64_t count, float* pictures,
                    const DoorWatch* doorWatch, DoorMessage* message)
{
    return guarded(message, [&] {
        const torch::NoGradGuard noGradient;
        const Watch watch(doorWatch);
        const auto& open = *static_cast<const OpenCodec*>(codec);
        const std::int64_t size = open.shape.imageSize;
        const std::int64_t latentSize = open.shape.latentSize;
        for (std::int64_t i = 0; i < count; ++i) {
            const Tensor code = torch::from_blob(const_cast<double*>(latents + i * latentSize),
                                                 {1, latentSize}, torch::kFloat64)
                                    .to(torch::kFloat32);
            const Tensor picture
                = open.codec->generate(code, watch).clamp(0, 1).permute({0, 2, 3, 1}).contiguous();
            std::memcpy(pictures + i * size * size * 3, picture.data_ptr<float>(),
                        sizeof(float) * static_cast<std::size_t>(size * size * 3));
        }
    });
}

DoorStatus trainingMemory(const NetShape* shape, double* weights, double* perPicture,
                          DoorMessage* message)
{
    return guarded(message, [&] {
        const torch::NoGradGuard noGradient;
        const DoorWatch doorWatch = {1, nullptr, nullptr};
        std::int64_t elements = 0;
        const Watch watch(&doorWatch, &elements);
        const auto codec = makeCodec(*shape, Norm::Batch, generatorOf(0));
        Discriminator discriminator(*shape, generatorOf(1));
        codec->eval();
        const Tensor picture = torch::zeros({1, 3, shape->imageSize, shape->imageSize});
        const Tensor made = codec->generate(codec->encode(picture, watch).mean, watch);
        const std::int64_t ofCodec = elements;
        (void)discriminator.forward(made, watch);
        // Beside the weights: gradient and two moments; of the codec the moving average too.
        const auto count = [](const torch::nn::Module& module) {
            std::int64_t sum = 0;
            for (const Tensor& parameter : module.parameters())
                sum += parameter.numel();
            return static_cast<double>(sum);
        };
        *weights = sizeof(float) * (5 * count(*codec) + 4 * count(discriminator)) / 1e6;
        // Each map is kept before and after normalisation and has a gradient. The generator makes
        // half as many pictures of random codes, and the discriminator sees all of them and the
        // real ones, both with gradients.
        *perPicture
            = sizeof(float)
              * (4.5 * static_cast<double>(ofCodec) + 8 * static_cast<double>(elements - ofCodec))
              / 1e6;
    });
}

DoorStatus hasCuda(std::int32_t* has, DoorMessage* message)
{
    return guarded(message, [&] { *has = torch::cuda::is_available(); });
}

DoorStatus openGroup(const DoorMeeting* meeting, void** group, const DoorWatch* doorWatch,
                     DoorMessage* message)
{
    return guarded(message, [&] { *group = new Group(*meeting, Watch(doorWatch)); });
}

void closeGroup(void* group) { std::unique_ptr<Group>(static_cast<Group*>(group)); }

DoorStatus sumOverGroup(void* group, double* values, std::int64_t count, const DoorWatch* doorWatch,
                        DoorMessage* message)
{
    return guarded(message, [&] {
        static_cast<const Group*>(group)->sum({torch::from_blob(values, {count}, torch::kFloat64)},
                                              Watch(doorWatch));
    });
}

DoorStatus openTrainer(const NetShape* shape, std::int64_t attributes, std::uint64_t seed,
                       Device device, void* group, void** trainer, DoorMessage* message)
{
    return guarded(message, [&] {
        *trainer = new Trainer(*shape, attributes, seed,
                               device == Device::Cuda ? torch::kCUDA : torch::kCPU,
                               static_cast<const Group*>(group));
    });
}

void closeTrainer(void* trainer) { std::unique_ptr<Trainer>(static_cast<Trainer*>(trainer)); }

DoorStatus shareState(void* trainer, const DoorWatch* doorWatch, DoorMessage* message)
{
    return guarded(message, [&] { static_cast<Trainer*>(trainer)->shareState(Watch(doorWatch)); });
}

DoorStatus startFromComponents(void* trainer, const float* pooled, std::int64_t count,
                               std::uint64_t seed, const DoorWatch* doorWatch, DoorMessage* message)
{
    return guarded(message, [&] {
        const Watch watch(doorWatch);
        auto& open = *static_cast<Trainer*>(trainer);
        const Tensor pictures = picturesFrom(pooled, count, open.shape().imageSize / 4);
        open.startFrom(pictures.contiguous().flatten(1), seed, watch);
    });
}

DoorStatus setPrecision(void* trainer, Precision precision, DoorMessage* message)
{
    return guarded(message, [&] { static_cast<Trainer*>(trainer)->setPrecision(precision); });
}

DoorStatus step(void* trainer, const float* pictures, const float* labels, std::int64_t count,
                const TrainingStep* settings, TrainingLosses* losses, const DoorWatch* doorWatch,
                DoorMessage* message)
{
    return guarded(message, [&] {
        const Watch watch(doorWatch);
        auto& open = *static_cast<Trainer*>(trainer);
        Tensor known;
        if (labels && open.attributes() > 0)
            known = torch::from_blob(const_cast<float*>(labels), {count, open.attributes()},
                                     torch::kFloat32)
                        .to(open.device());
        *losses = open.step(trainingPictures(pictures, count, open), known, *settings, watch);
    });
}

DoorStatus saveState(void* trainer, TakeArray take, void* receiver, DoorMessage* message)
{
    return guarded(message, [&] {
        static_cast<Trainer*>(trainer)->eachState(
            [&](const std::string& name, Tensor& tensor) { give(name, tensor, take, receiver); });
    });
}

DoorStatus restoreState(void* trainer, const DoorArray* arrays, std::int64_t count,
                        DoorMessage* message)
{
    return guarded(message, [&] {
        const torch::NoGradGuard noGradient;
        const auto named = byName(arrays, count);
        static_cast<Trainer*>(trainer)->eachState([&](const std::string& name, Tensor& tensor) {
            if (!Trainer::isNew(name) || named.count(name) > 0)
                fill(name, tensor, named);
        });
    });
}

DoorStatus calibrate(void* trainer, const float* pictures, std::int64_t count, std::int64_t index,
                     const DoorWatch* doorWatch, DoorMessage* message)
{
    return guarded(message, [&] {
        const Watch watch(doorWatch);
        auto& open = *static_cast<Trainer*>(trainer);
        open.calibrate(trainingPictures(pictures, count, open), index, watch);
    });
}

DoorStatus saveCodec(void* trainer, TakeArray take, void* receiver, DoorMessage* message)
{
    return guarded(message, [&] {
        const torch::NoGradGuard noGradient;
        static_cast<const Trainer*>(trainer)->eachFoldedArray(
            [&](const std::string& name, const Tensor& tensor) {
                give(name, tensor, take, receiver);
            });
    });
}

DoorStatus openTuner(const NetShape* shape, const DoorArray* arrays, std::int64_t count,
                     const TuningGoal* goal, void** tuner, DoorMessage* message)
{
    return guarded(message, [&] {
        const auto copied = [](const float* values, std::int64_t length) {
            return torch::from_blob(const_cast<float*>(values), {length}, torch::kFloat32).clone();
        };
        *tuner = new EncoderTuner(
            *shape, finishedCodec(*shape, arrays, count), finishedCodec(*shape, arrays, count),
            copied(goal->deviations, shape->latentSize), copied(goal->weights, goal->attributes));
    });
}

void closeTuner(void* tuner) { std::unique_ptr<EncoderTuner>(static_cast<EncoderTuner*>(tuner)); }

DoorStatus tune(void* tuner, const float* pictures, const float* labels, const float* wanted,
                std::int64_t count, const TuningStep* settings, TuningLosses* losses,
                const DoorWatch* doorWatch, DoorMessage* message)
{
    return guarded(message, [&] {
        const Watch watch(doorWatch);
        auto& open = *static_cast<EncoderTuner*>(tuner);
        const auto rows = [count](const float* values, std::int64_t columns) {
            return torch::from_blob(const_cast<float*>(values), {count, columns}, torch::kFloat32);
        };
        const NetShape& shape = open.shape();
        *losses = open.step({picturesFrom(pictures, count, shape.imageSize).contiguous(),
                             rows(labels, open.attributes()),
                             wanted ? rows(wanted, shape.latentSize) : Tensor()},
                            *settings, watch);
    });
}

DoorStatus saveTuned(void* tuner, TakeArray take, void* receiver, DoorMessage* message)
{
    return guarded(message, [&] {
        static_cast<const EncoderTuner*>(tuner)->eachEncoderArray(
            [&](const std::string& name, const Tensor& tensor) {
                give(name, tensor, take, receiver);
            });
    });
}

constexpr TorchDoor kDoor = {kTorchDoorVersion, openCodec,           closeCodec,    encode,
                             generate,          trainingMemory,      hasCuda,       openGroup,
                             closeGroup,        sumOverGroup,        openTrainer,   closeTrainer,
                             shareState,        startFromComponents, setPrecision,  step,
                             saveState,         restoreState,        calibrate,     saveCodec,
                             openTuner,         closeTuner,          tune,          saveTuned,
                             openScript,        closeScript,         scriptPicture, scriptCode};

} // namespace

} // namespace fusiform::face_model

extern "C" __attribute__((visibility("default"))) const fusiform::face_model::TorchDoor*
fusiformTorchDoor()
{
    return &fusiform::face_model::kDoor;
}
