// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch/script.h"

#include "core/face_model/torch/guarded.h"

#include <caffe2/serialize/read_adapter_interface.h>
#include <torch/csrc/jit/runtime/graph_executor.h>
#include <torch/script.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <optional>

namespace fusiform::face_model {

namespace {

/// One program runs at a time: it may draw from torch's common random numbers, which start anew for
/// each picture, and it may keep something between its calls.
std::mutex& running()
{
    static std::mutex mutex;
    return mutex;
}

/// A file that was read already, so that what runs is what was checked.
class MemoryReader final : public caffe2::serialize::ReadAdapterInterface {
public:
    MemoryReader(const void* bytes, std::int64_t size)
        : m_bytes(static_cast<const char*>(bytes)), m_size(static_cast<std::size_t>(size))
    {
    }
    std::size_t size() const override { return m_size; }
    std::size_t read(std::uint64_t position, void* target, std::size_t count,
                     const char* what) const override
    {
        TORCH_CHECK(position <= m_size && count <= m_size - position, "the file ends within ",
                    what);
        std::memcpy(target, m_bytes + position, count);
        return count;
    }

private:
    const char* m_bytes;
    std::size_t m_size;
};

/// Runs `work` as the only program, without gradients and without the compiler that rewrites a
/// program after its first calls: the first picture is then computed as all others are.
template <class Work>
DoorStatus alone(DoorMessage* message, const Work& work)
{
    const auto undisturbed = [&] {
        const std::lock_guard lock(running());
        const torch::NoGradGuard noGradient;
        const torch::jit::GraphOptimizerEnabledGuard noOptimizer(false);
        constexpr std::uint64_t kSeed = 0;
        torch::manual_seed(kSeed);
        work();
    };
    return guarded(message, undisturbed, Telling::LastLine);
}

/// An attribute, or a constant of that name.
std::optional<torch::jit::IValue> entry(const torch::jit::Module& program, const std::string& name)
{
    if (program.hasattr(name))
        return program.attr(name);
    if (program.type()->findConstantSlot(name))
        return program.type()->getConstant(name);
    return std::nullopt;
}

/// A number, a tuple or list of numbers, or a tensor: as numbers.
std::vector<double> numbersIn(const torch::jit::IValue& value, const char* name)
{
    std::vector<double> numbers;
    if (value.isInt() || value.isDouble())
        numbers.push_back(value.toScalar().toDouble());
    else if (value.isTensor()) {
        const Tensor flat = value.toTensor().to(torch::kCPU, torch::kFloat64).flatten();
        TORCH_CHECK(flat.numel() <= 2, name, " has ", flat.numel(), " numbers");
        for (std::int64_t i = 0; i < flat.numel(); ++i)
            numbers.push_back(flat[i].item<double>());
    } else if (value.isTuple() || value.isList()) {
        const auto all
            = value.isTuple() ? value.toTupleRef().elements().vec() : value.toListRef().vec();
        for (const torch::jit::IValue& one : all) {
            TORCH_CHECK(one.isInt() || one.isDouble(), name, " holds ", one.tagKind());
            numbers.push_back(one.toScalar().toDouble());
        }
    }
    return numbers;
}

ScriptFacts factsOf(const torch::jit::Module& program)
{
    TORCH_CHECK(program.find_method("forward"), "it has no method forward");
    ScriptFacts facts = {};
    facts.encodes = program.find_method("encode").has_value() ? 1 : 0;
    if (const auto size = entry(program, "latent_size")) {
        const std::vector<double> number = numbersIn(*size, "latent_size");
        TORCH_CHECK(number.size() == 1 && number[0] >= 1 && number[0] <= 1 << 20,
                    "its latent_size is not a number of latents");
        facts.latentSize = static_cast<std::int64_t>(number[0]);
    }
    if (const auto range = entry(program, "value_range")) {
        const std::vector<double> ends = numbersIn(*range, "value_range");
        TORCH_CHECK(ends.size() == 2 && ends[0] < ends[1],
                    "its value_range is not two numbers, the lower first");
        facts.low = ends[0];
        facts.high = ends[1];
    }
    return facts;
}

/// Calls a method of one tensor and gives its result.
void call(void* script, const char* method, const Tensor& input, TakeArray take, void* receiver,
          const DoorWatch* doorWatch)
{
    const Watch watch(doorWatch);
    watch.check();
    auto& program = *static_cast<torch::jit::Module*>(script);
    const torch::jit::IValue result = program.get_method(method)({input});
    TORCH_CHECK(result.isTensor(), "it gives a ", result.tagKind(), " instead of a tensor");
    const Tensor values = result.toTensor().to(torch::kCPU, torch::kFloat32).contiguous();
    DoorArray array = {method, static_cast<std::int32_t>(values.dim()), {}, {}};
    TORCH_CHECK(values.dim() <= 4, "it gives a tensor of the shape ", values.sizes());
    std::copy(values.sizes().begin(), values.sizes().end(), array.shape);
    array.values = values.data_ptr<float>();
    take(receiver, &array);
}

} // namespace

DoorStatus openScript(const void* bytes, std::int64_t size, void** script, ScriptFacts* facts,
                      DoorMessage* message)
{
    return alone(message, [&] {
        auto program = std::make_unique<torch::jit::Module>(
            torch::jit::load(std::make_shared<MemoryReader>(bytes, size), torch::kCPU));
        program->eval();
        *facts = factsOf(*program);
        *script = program.release();
    });
}

void closeScript(void* script)
{
    std::unique_ptr<torch::jit::Module>(static_cast<torch::jit::Module*>(script));
}

DoorStatus scriptPicture(void* script, const double* code, std::int64_t latentSize, TakeArray take,
                         void* receiver, const DoorWatch* doorWatch, DoorMessage* message)
{
    return alone(message, [&] {
        const Tensor input
            = torch::from_blob(const_cast<double*>(code), {1, latentSize}, torch::kFloat64)
                  .to(torch::kFloat32);
        call(script, "forward", input, take, receiver, doorWatch);
    });
}

DoorStatus scriptCode(void* script, const float* picture, std::int64_t imageSize, TakeArray take,
                      void* receiver, const DoorWatch* doorWatch, DoorMessage* message)
{
    return alone(message, [&] {
        const Tensor input = torch::from_blob(const_cast<float*>(picture),
                                              {1, imageSize, imageSize, 3}, torch::kFloat32)
                                 .permute({0, 3, 1, 2})
                                 .contiguous();
        call(script, "encode", input, take, receiver, doorWatch);
    });
}

} // namespace fusiform::face_model
