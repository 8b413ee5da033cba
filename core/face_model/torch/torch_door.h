// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The door between the program and the LibTorch module: numbers and pointers only. The module is
// opened with dlopen(RTLD_LOCAL) and hides its symbols, so neither types nor exceptions can cross.
// Both sides include this header, and nothing else of each other.

#include <cstdint>

namespace fusiform::face_model {

inline constexpr std::int32_t kTorchDoorVersion = 6;
inline constexpr const char* kTorchDoorSymbol = "fusiformTorchDoor";

enum class DoorStatus : std::int32_t { Done = 0, Stopped = 1, Failed = 2 };

/// Room for a message of the module, ended by a zero.
struct DoorMessage {
    char text[512];
};

/// A float32 array with a name; row-major, the last index fastest. The values are borrowed.
struct DoorArray {
    const char* name;
    std::int32_t rank;
    std::int64_t shape[4];
    const float* values;
};

/// Receives arrays one by one; they live until the call returns.
using TakeArray = void (*)(void* receiver, const DoorArray* array);

/// How a call runs: threads to use, and whether to go on. `isStopped` is asked between layers.
struct DoorWatch {
    std::int32_t threads;
    void* context;
    std::int32_t (*isStopped)(void* context); ///< may be null
};

enum class NetArchitecture : std::int32_t {
    Compact = 0, ///< stride-2 encoder, upsampling residual generator, linear skips
    Published = 1, ///< VanRullen & Reddy 2019, Supplementary Table 1
};

struct NetShape {
    NetArchitecture architecture;
    std::int32_t imageSize; ///< a power of two from 32 to 256
    std::int32_t latentSize;
    std::int32_t width; ///< channels of the first convolution
};

enum class Precision : std::int32_t { Float32 = 0, BFloat16 = 1 };
enum class Device : std::int32_t { Cpu = 0, Cuda = 1 };

/// Where the processes of one training meet: process 0 listens there.
struct DoorMeeting {
    const char* host;
    std::int32_t port;
    std::int32_t rank; ///< from 0
    std::int32_t nodes; ///< processes in all
};

/// One training step: rates and weights come from the schedule, which is plain code of the program.
struct TrainingStep {
    std::uint64_t noiseSeed; ///< all random numbers of this step follow from it
    double learningRate;
    double discriminatorRate;
    double pixelWeight;
    double chromaWeight; ///< extra weight of squared errors in Cb and Cr, relative to pixels
    double ssimWeight;
    double klWeight;
    double attributeWeight; ///< on telling the pictures' attributes from their codes
    double boundWeight; ///< on squared distances of values from 0..1
    double featureWeight; ///< 0 with adversarialWeight 0: no discriminator in this step
    double adversarialWeight;
    double discriminatorNoise; ///< sd of noise on what the discriminator sees
    double gradientPenalty; ///< on its squared gradient at real pictures; 0: not in this step
    double gradientLimit; ///< norm to which the gradient of encoder and generator is clipped
    double averageDecay; ///< of the moving average of the weights
    std::int32_t windowX; ///< the square that the discriminator sees in this step
    std::int32_t windowY;
    std::int32_t windowSize;
    /// The pictures of a step may come in portions: gradients add up, the last moves the weights.
    double share; ///< of this portion in the batch: one over their number, in all processes
    std::int32_t isLast; ///< portion of the step, in this process
};

struct TrainingLosses {
    double pixel; ///< mean squared error of RGB
    double chroma;
    double ssim; ///< 1 - mean SSIM of the step's windows
    double kl;
    double attribute; ///< mean logistic loss of the attributes that are known
    double bound;
    double feature;
    double adversarial;
    double discriminator;
    double gradient; ///< of the discriminator at real pictures, squared; 0: not in this step
    double meanSigma; ///< of the posterior
};

/// What the encoder of a finished codec is tuned to.
struct TuningGoal {
    const float* deviations; ///< latentSize: of the codes that it gave before
    std::int64_t attributes; ///< how many the pictures are labelled with
    const float* weights; ///< of each attribute
};

struct TuningStep {
    double learningRate;
    double headRate; ///< of the linear map that tells the attributes
    double hold; ///< weight on staying at the codes of before
};

struct TuningLosses {
    double drift; ///< mean squared distance from the codes of before, in their deviations
    double attribute; ///< weighted sum over attributes of the logistic loss, mean over pictures
};

/// What a TorchScript program says of itself.
struct ScriptFacts {
    std::int64_t latentSize; ///< its attribute latent_size; 0: it has none
    double low, high; ///< its attribute value_range; both 0: it has none
    std::int32_t encodes; ///< whether it has a method encode
};

/// The functions of the module. Pictures are float32 in 0..1, height x width x 3, one after the
/// other.
struct TorchDoor {
    std::int32_t version;

    /// A codec for use: encoder and generator with batch normalisation folded in.
    DoorStatus (*openCodec)(const NetShape*, const DoorArray* arrays, std::int64_t count,
                            void** codec, DoorMessage*);
    void (*closeCodec)(void* codec);
    /// latents: count x latentSize. Pictures go through one at a time: the result for one does not
    /// depend on the others.
    DoorStatus (*encode)(void* codec, const float* pictures, std::int64_t count, double* latents,
                         const DoorWatch*, DoorMessage*);
    /// Values are clipped to 0..1.
    DoorStatus (*generate)(void* codec, const double* latents, std::int64_t count, float* pictures,
                           const DoorWatch*, DoorMessage*);

    /// About how much memory a step needs, MB: for the weights with all their copies, and for each
    /// picture. From the sizes of the maps of one picture.
    DoorStatus (*trainingMemory)(const NetShape*, double* weights, double* perPicture,
                                 DoorMessage*);
    /// Whether this LibTorch can train on a graphics card of this machine.
    DoorStatus (*hasCuda)(std::int32_t* has, DoorMessage*);
    /// Waits for the other processes of a training.
    DoorStatus (*openGroup)(const DoorMeeting*, void** group, const DoorWatch*, DoorMessage*);
    void (*closeGroup)(void* group);
    /// Sums values over the processes, in place.
    DoorStatus (*sumOverGroup)(void* group, double* values, std::int64_t count, const DoorWatch*,
                               DoorMessage*);
    /// @param attributes how many the pictures are labelled with; 0: none
    /// @param group may be null; it must live longer than the trainer.
    DoorStatus (*openTrainer)(const NetShape*, std::int64_t attributes, std::uint64_t seed, Device,
                              void* group, void** trainer, DoorMessage*);
    void (*closeTrainer)(void* trainer);
    /// Every process of the group goes on with the weights of process 0.
    DoorStatus (*shareState)(void* trainer, const DoorWatch*, DoorMessage*);
    /// Sets the linear skips of a compact net from the principal components of pictures that were
    /// averaged over 4 x 4 pixels.
    DoorStatus (*startFromComponents)(void* trainer, const float* pooled, std::int64_t count,
                                      std::uint64_t seed, const DoorWatch*, DoorMessage*);
    DoorStatus (*setPrecision)(void* trainer, Precision, DoorMessage*);
    /// @param labels of each picture its attributes: 1, -1, or 0 where it is not known; may be null
    DoorStatus (*step)(void* trainer, const float* pictures, const float* labels,
                       std::int64_t count, const TrainingStep*, TrainingLosses*, const DoorWatch*,
                       DoorMessage*);
    /// Everything needed to go on: weights, moving averages, moments of the optimisers.
    DoorStatus (*saveState)(void* trainer, TakeArray, void* receiver, DoorMessage*);
    DoorStatus (*restoreState)(void* trainer, const DoorArray* arrays, std::int64_t count,
                               DoorMessage*);
    /// Re-estimates the normalisation of the averaged weights on one more batch; index 0 starts
    /// anew.
    DoorStatus (*calibrate)(void* trainer, const float* pictures, std::int64_t count,
                            std::int64_t index, const DoorWatch*, DoorMessage*);
    /// The averaged weights with their normalisation folded in: what openCodec takes.
    DoorStatus (*saveCodec)(void* trainer, TakeArray, void* receiver, DoorMessage*);

    /// Takes a finished compact codec as openCodec does; its encoder alone is to learn.
    DoorStatus (*openTuner)(const NetShape*, const DoorArray* arrays, std::int64_t count,
                            const TuningGoal*, void** tuner, DoorMessage*);
    void (*closeTuner)(void* tuner);
    /// @param labels of each picture its attributes: 1, -1, or 0 where it is not known
    /// @param wanted count x latentSize, the codes that the encoder gave before; null: it is asked
    DoorStatus (*tune)(void* tuner, const float* pictures, const float* labels, const float* wanted,
                       std::int64_t count, const TuningStep*, TuningLosses*, const DoorWatch*,
                       DoorMessage*);
    /// The arrays of the encoder.
    DoorStatus (*saveTuned)(void* tuner, TakeArray, void* receiver, DoorMessage*);

    /// A TorchScript program from the bytes of its file. To open one is to run it already: only
    /// with the user's consent.
    DoorStatus (*openScript)(const void* bytes, std::int64_t size, void** script, ScriptFacts*,
                             DoorMessage*);
    void (*closeScript)(void* script);
    /// Gives what forward() makes of one code, whatever its shape is.
    DoorStatus (*scriptPicture)(void* script, const double* code, std::int64_t latentSize,
                                TakeArray, void* receiver, const DoorWatch*, DoorMessage*);
    /// Gives what encode() makes of one picture, whatever its shape is.
    DoorStatus (*scriptCode)(void* script, const float* picture, std::int64_t imageSize, TakeArray,
                             void* receiver, const DoorWatch*, DoorMessage*);
};

using GetTorchDoor = const TorchDoor* (*)();

} // namespace fusiform::face_model
