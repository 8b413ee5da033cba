// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/vaegan_trainer.h"

#include "core/face_model/vaegan_training.h"
#include "core/util/error.h"

#include <algorithm>

namespace fusiform::face_model {

namespace {

void checkOptions(const TrainingSet& pictures, const VaeganOptions& options)
{
    if (pictures.count() < 2)
        throw usage(FUSIFORM_TR("core", "A VAE-GAN needs pictures to learn from; there are %1.")
                        .arg(pictures.count()));
    if ((options.epochs > 0) == (options.minutes > 0))
        throw usage(
            FUSIFORM_TR("core", "Say either how many epochs to train or how many minutes."));

    if (options.labels.size() != options.attributes.size() * pictures.count())
        throw usage(FUSIFORM_TR("core", "%1 labels for %2 pictures and %3 attributes.")
                        .arg(options.labels.size())
                        .arg(pictures.count())
                        .arg(options.attributes.size()));
    const auto nodes = static_cast<std::size_t>(std::max(1, options.place.nodes));
    if (nodes > 1 && options.epochs <= 0)
        throw usage(FUSIFORM_TR("core", "Several processes count epochs, not minutes."));
    if (std::min(options.batch, pictures.count()) % nodes != 0)
        throw usage(FUSIFORM_TR("core", "A batch of %1 pictures cannot be shared by %2 processes.")
                        .arg(std::min(options.batch, pictures.count()))
                        .arg(nodes));
    if (options.device == Device::Cuda) {
        std::int32_t hasCuda = 0;
        callTorch([&](DoorMessage* message) { return torchDoor().hasCuda(&hasCuda, message); });
        if (!hasCuda)
            throw failure(FUSIFORM_TR("core", "There is no CUDA device, or the installed LibTorch "
                                              "cannot use it; train on the processor "
                                              "(--device cpu)."));
    }
}

} // namespace

std::unique_ptr<VaeganModel> trainVaegan(const TrainingSet& pictures, const VaeganOptions& options,
                                         const MeasureModel& measure, Progress& progress,
                                         TrainingObserver* observer)
{
    checkOptions(pictures, options);
    return Training(pictures, options, measure, progress, observer).run();
}

} // namespace fusiform::face_model
