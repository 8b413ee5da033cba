// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/image/picture.h"
#include "core/util/json.h"
#include "core/util/progress.h"

#include <Eigen/Dense>

#include <span>
#include <string>
#include <vector>

namespace fusiform::face_model {

/// What is known of a face model without running it.
struct ModelDescription {
    std::string name; ///< shown to users and used in --model: "portraits-vaegan"
    std::string kind; ///< "pca", "vaegan", "torchscript", "codes"
    Eigen::Index latentSize = 0;
    int imageSize = 0; ///< pictures are square, RGB, 0..1
    std::string hash; ///< of the file the model was read from or would be written to
    std::string training; ///< name of the training data, one line
    std::string version; ///< of the program that trained it
    /// How its training pictures became squares: "centre", "eyes" (io/face_file.h); empty: not
    /// known
    std::string crop = {};

    /// @throws Error{Usage} if the picture is not of the model's size
    void checkPicture(const image::Picture& picture) const;
    /// @throws Error{Usage} if codes are not of the model's size, or not finite
    void checkCodes(const Eigen::Ref<const Eigen::MatrixXd>& latents) const;
};

/// A face model: pictures to latent codes and back. Thread-safe once made: all functions are const,
/// and the result for one picture does not depend on the others in the call.
class FaceModel {
public:
    virtual ~FaceModel() = default;

    [[nodiscard]] virtual const ModelDescription& description() const = 0;
    /// Latent codes of pictures, without sampling noise (a VAE gives its mean).
    /// @param pictures each imageSize x imageSize.  @return n x latentSize.
    /// @throws Error{Cancelled}, Error{Failure}
    [[nodiscard]] virtual Eigen::MatrixXd encode(std::span<const image::Picture> pictures,
                                                 Progress& progress) const = 0;
    /// Pictures of latent codes, clipped to 0..1.
    /// @param latents n x latentSize, finite.
    [[nodiscard]] virtual std::vector<image::Picture>
    generate(const Eigen::Ref<const Eigen::MatrixXd>& latents, Progress& progress) const = 0;
    /// Writes the model as one file that loadFaceModel reads: safetensors with its manifest in the
    /// header's metadata, or the program it came from.
    virtual void save(const std::filesystem::path& file) const = 0;
};

} // namespace fusiform::face_model
