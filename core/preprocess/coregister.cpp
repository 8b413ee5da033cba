// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/coregister.h"

#include "core/preprocess/itk/powell.h"
#include "core/preprocess/joint_histogram.h"
#include "core/preprocess/realign.h"
#include "core/preprocess/rigid.h"
#include "core/util/text.h"

namespace fusiform::preprocess {

namespace {

constexpr double kFirstSteps = 20; // tolerances long
constexpr double kLittle = 1e-12; // keeps empty bins from deciding

Eigen::Matrix4d shifted(const Eigen::Vector3d& by)
{
    Eigen::Matrix4d matrix = Eigen::Matrix4d::Identity();
    matrix.topRightCorner<3, 1>() = by;
    return matrix;
}

} // namespace

Coregistration coregister(const image::Volume& reference, const image::Volume& source,
                          const CoregisterOptions& options, Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Coregistering"), options.separations.size());
    const double finest = options.separations.back();
    const GreyImage fixed = greyImage(reference, finest);
    const GreyImage moving = greyImage(source, finest);
    // Turning about the middle of the head, rotations hardly shift it: Powell's directions stay
    // apart.
    const Eigen::Vector3d centre = centreOfMass(reference.values, reference.grid);
    const auto mapOf = [&](const Eigen::VectorXd& p) {
        return Eigen::Matrix4d(shifted(centre) * rigidMatrix(p) * shifted(-centre));
    };
    const auto similarity = [&](const Eigen::Matrix4d& map, double separation) {
        progress.checkpoint();
        Eigen::MatrixXd histogram
            = smoothedHistogram(jointHistogram(fixed, moving, map, separation));
        histogram.array() += kLittle;
        return normalisedMutualInformation(histogram);
    };

    Coregistration result;
    result.similarityBefore = similarity(result.sourceFromReference, finest);
    Eigen::VectorXd parameters = Eigen::VectorXd::Zero(6);
    Eigen::VectorXd tolerances(6);
    tolerances << Eigen::Vector3d::Constant(options.translationTolerance),
        Eigen::Vector3d::Constant(options.rotationTolerance);
    for (const double separation : options.separations) {
        parameters = minimisePowell(
            [&](const Eigen::VectorXd& p) { return -similarity(mapOf(p), separation); }, parameters,
            tolerances, kFirstSteps);
        progress.step();
    }
    result.sourceFromReference = mapOf(parameters);
    result.similarity = similarity(result.sourceFromReference, finest);
    return result;
}

} // namespace fusiform::preprocess
