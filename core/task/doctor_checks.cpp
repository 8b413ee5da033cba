// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/doctor_checks.h"

#include "core/decode/decode_region.h"
#include "core/face_model/face_models.h"
#include "core/face_model/torch_module.h"
#include "core/glm/fit.h"
#include "core/roi/region.h"
#include "core/task/demo_task.h"
#include "core/util/error.h"
#include "core/util/memory.h"
#include "core/util/resources.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <dlfcn.h>
#include <gnu/libc-version.h>
#include <sys/utsname.h>
#include <thread>
#include <unistd.h>

namespace fusiform::task {

namespace {

namespace fs = std::filesystem;
using Result = DoctorCheck::Result;

std::string gigabytes(double megabytes)
{
    std::array<char, 32> text = {};
    std::snprintf(text.data(), text.size(), "%.1f GB", megabytes / 1000);
    return text.data();
}

DoctorCheck system()
{
    struct utsname name = {};
    ::uname(&name);
    return {"system", Result::Fine,
            FUSIFORM_TR("core", "%1 %2 on %3, C library %4")
                .arg(name.sysname)
                .arg(name.release)
                .arg(name.machine)
                .arg(gnu_get_libc_version())};
}

DoctorCheck processors()
{
    return {"processors", Result::Fine,
            FUSIFORM_TR("core", "%1").arg(std::to_string(std::thread::hardware_concurrency()))};
}

DoctorCheck memory()
{
    constexpr double kLeastMb = 2000; // the demonstration and a fit of moderate size
    const double available = availableMemoryMb();
    if (available == 0)
        return {"memory", Result::Absent,
                FUSIFORM_TR("core", "The system does not say how much there is.")};
    return available >= kLeastMb
               ? DoctorCheck{"memory", Result::Fine,
                             FUSIFORM_TR("core", "%1 can be used").arg(gigabytes(available))}
               : DoctorCheck{"memory", Result::Wrong,
                             FUSIFORM_TR("core",
                                         "%1 can be used: too little for a fit. Close other "
                                         "programs.")
                                 .arg(gigabytes(available))};
}

/// Whether a folder can be written, tried with a file that goes at once.
DoctorCheck writable(const char* name, fs::path folder)
{
    std::error_code error;
    while (!fs::exists(folder, error) && folder.has_parent_path() && folder != folder.root_path())
        folder = folder.parent_path(); // it is made when it is needed
    std::string trial = (folder / ".fusiform-XXXXXX").string();
    const int file = ::mkstemp(trial.data());
    if (file < 0)
        return {name, Result::Wrong,
                FUSIFORM_TR("core", "The folder %1 cannot be written.").arg(folder.string())};
    ::close(file);
    ::unlink(trial.c_str());
    const double free = static_cast<double>(fs::space(folder, error).available) / 1e6;
    constexpr double kLeastFreeMb = 1000;
    return !error && free < kLeastFreeMb
               ? DoctorCheck{name, Result::Wrong,
                             FUSIFORM_TR("core", "%1 are free in %2: too little for a fit.")
                                 .arg(gigabytes(free))
                                 .arg(folder.string())}
               : DoctorCheck{name, Result::Fine,
                             FUSIFORM_TR("core", "%1 are free in %2")
                                 .arg(gigabytes(free))
                                 .arg(folder.string())};
}

DoctorCheck resources()
{
    const fs::path folder = resourceFolder();
    std::error_code error;
    for (const char* part : {"portraits", "models", "demo"})
        if (!fs::is_directory(folder / part, error))
            return {"resources", Result::Wrong,
                    FUSIFORM_TR("core", "%1 is not in %2: install the program again, or name the "
                                        "folder in FUSIFORM_RESOURCES.")
                        .arg(part)
                        .arg(folder.string())};
    return {"resources", Result::Fine, FUSIFORM_TR("core", "in %1").arg(folder.string())};
}

/// LibTorch and the built-in face model: a face is made.
DoctorCheck faceModels()
try {
    if (!face_model::hasTorchModule())
        return {"face_models", Result::Absent,
                FUSIFORM_TR("core", "This program was built without LibTorch: PCA alone works, "
                                    "VAE-GAN models do not.")};
    std::string names;
    for (const fs::path& file : face_model::builtInModelFiles()) {
        const auto model = face_model::loadFaceModel(file);
        Progress progress;
        (void)model->generate(Eigen::MatrixXd::Zero(1, model->description().latentSize), progress);
        names += (names.empty() ? "" : ", ") + file.stem().string();
    }
    return {"face_models", Result::Fine, FUSIFORM_TR("core", "%1").arg(names)};
} catch (const Error& error) {
    return {"face_models", Result::Wrong, error.message()};
}

/// The demonstration's exploration faces are read: everything from W to codes works.
DoctorCheck decoder()
try {
    const fs::path folder = demonstrationFit();
    if (folder.empty())
        return {"decoder", Result::Absent,
                FUSIFORM_TR("core", "The demonstration is not installed here.")};
    const glm::Fit fit = glm::readFit(folder);
    const glm::ModelFit& model = fit.models.front();
    decode::DecodeOptions options;
    Progress progress;
    const auto region = roi::offeredRegions(fit, model).front();
    const decode::Decoded decoded
        = decode::decodeRegion(fit, model, region.voxels, model.exploration, options, progress);
    return {"decoder", decoded.latents.allFinite() ? Result::Fine : Result::Wrong,
            FUSIFORM_TR("core", "%1 faces read from %2 voxels")
                .arg(std::to_string(decoded.latents.rows()))
                .arg(std::to_string(region.voxels.count()))};
} catch (const Error& error) {
    return {"decoder", Result::Wrong, error.message()};
}

/// A context without a display, as pictures of the brain without a window need it.
DoctorCheck graphics()
{
    using GetDisplay = void* (*)(unsigned, void*, const std::intptr_t*);
    using Initialize = unsigned (*)(void*, int*, int*);
    using Query = const char* (*)(void*, int);
    constexpr unsigned kSurfaceless = 0x31DD; // EGL_PLATFORM_SURFACELESS_MESA
    constexpr int kVendor = 0x3053;
    void* const library = ::dlopen("libEGL.so.1", RTLD_NOW | RTLD_LOCAL);
    const auto absent = [](const char* reason) {
        return DoctorCheck{"graphics", Result::Absent,
                           FUSIFORM_TR("core",
                                       "No OpenGL (%1): slices and decoding work, the brain "
                                       "in three dimensions does not.")
                               .arg(reason)};
    };
    if (!library)
        return absent("libEGL");
    const auto getDisplay = reinterpret_cast<GetDisplay>(::dlsym(library, "eglGetPlatformDisplay"));
    const auto initialize = reinterpret_cast<Initialize>(::dlsym(library, "eglInitialize"));
    const auto query = reinterpret_cast<Query>(::dlsym(library, "eglQueryString"));
    int major = 0;
    int minor = 0;
    void* const display
        = getDisplay && initialize && query ? getDisplay(kSurfaceless, nullptr, nullptr) : nullptr;
    if (!display || !initialize(display, &major, &minor))
        return absent("EGL");
    return {
        "graphics", Result::Fine,
        FUSIFORM_TR("core", "EGL %1.%2, %3").arg(major).arg(minor).arg(query(display, kVendor))};
}

/// A program that is looked for on the path.
DoctorCheck helper(const char* name, const char* program, Text without)
{
    const char* const path = std::getenv("PATH");
    std::string folders = path ? path : "";
    for (std::size_t from = 0; from <= folders.size();) {
        const std::size_t end = std::min(folders.find(':', from), folders.size());
        const fs::path file = fs::path(folders.substr(from, end - from)) / program;
        if (::access(file.c_str(), X_OK) == 0)
            return {name, Result::Fine, FUSIFORM_TR("core", "%1").arg(file.string())};
        from = end + 1;
    }
    return {name, Result::Absent, std::move(without)};
}

} // namespace

std::vector<DoctorCheck> doctorChecks()
{
    std::error_code error;
    return {
        system(),
        processors(),
        memory(),
        writable("temporary_folder", fs::temp_directory_path(error)),
        writable("cache_folder", cacheFolder()),
        resources(),
        faceModels(),
        decoder(),
        graphics(),
        helper("films", "ffmpeg",
               FUSIFORM_TR("core", "ffmpeg is not installed: animations are written as pictures "
                                   "only.")),
        helper("cluster", "sbatch",
               FUSIFORM_TR("core", "SLURM is not installed: work runs on this machine only."))};
}

} // namespace fusiform::task
