// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torch_module.h"

#include "core/util/error.h"
#include "core/util/parallel.h"
#include "core/util/resources.h"

#include <array>
#include <dlfcn.h>
#include <filesystem>

namespace fusiform::face_model {

namespace {

constexpr const char* kModuleName = "libfusiform_torch.so";

/// Beside the program (build tree), then in the library folders of an installation.
std::filesystem::path moduleFile()
{
    const std::filesystem::path bin = programFolder();
    for (const char* const folder : {".", "../lib/fusiform", "../lib/x86_64-linux-gnu/fusiform",
                                     "../lib/aarch64-linux-gnu/fusiform", "../lib64/fusiform"}) {
        const std::filesystem::path file = (bin / folder / kModuleName).lexically_normal();
        std::error_code error;
        if (std::filesystem::is_regular_file(file, error))
            return file;
    }
    return {};
}

const TorchDoor* openDoor()
{
    const std::filesystem::path file = moduleFile();
    if (file.empty())
        throw failure(FUSIFORM_TR("core",
                                  "VAE-GAN models and programs need the module %1, which is "
                                  "neither beside the program in %2 nor in ../lib/fusiform. This "
                                  "build was made without LibTorch; PCA models work.")
                          .arg(kModuleName)
                          .arg(programFolder().string()));
    // RTLD_LOCAL: torch brings its own OpenMP, protobuf and, on Debian 12, Qt 5 along.
    void* const module = ::dlopen(file.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!module)
        throw failure(
            FUSIFORM_TR("core", "%1 cannot be loaded: %2.").arg(file.string()).arg(::dlerror()));
    const auto getDoor = reinterpret_cast<GetTorchDoor>(::dlsym(module, kTorchDoorSymbol));
    const TorchDoor* const door = getDoor ? getDoor() : nullptr;
    if (!door || door->version != kTorchDoorVersion)
        throw failure(FUSIFORM_TR("core", "%1 belongs to another version of the program.")
                          .arg(file.string()));
    return door;
}

} // namespace

const TorchDoor& torchDoor()
{
    // Opened once, by whoever comes first; a failed attempt throws and the next call tries again.
    static const TorchDoor* const door = openDoor();
    return *door;
}

bool hasTorchModule() { return !moduleFile().empty(); }

void callTorch(const std::function<DoorStatus(DoorMessage*)>& call)
{
    DoorMessage message = {};
    switch (call(&message)) {
    case DoorStatus::Done: return;
    case DoorStatus::Stopped: throw cancelled();
    case DoorStatus::Failed: break;
    }
    throw failure(FUSIFORM_TR("core", "The VAE-GAN failed: %1.").arg(message.text));
}

DoorWatch watchOf(const Progress& progress)
{
    return {static_cast<std::int32_t>(threadCount()), const_cast<Progress*>(&progress),
            [](void* context) -> std::int32_t {
                return static_cast<const Progress*>(context)->isCancelled();
            }};
}

DoorWatch watchOfOne(const Progress& progress)
{
    DoorWatch watch = watchOf(progress);
    watch.threads = 1;
    return watch;
}

} // namespace fusiform::face_model
