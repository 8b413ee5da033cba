// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>

#include <memory>
#include <string>

namespace fusiform::preprocess {

/// A map of points that ITK, ANTs or fMRIPrep wrote: .h5, .mat, .txt or .tfm; affine maps,
/// displacement fields and chains of them. ITK's resampling asks such a map where each point of the
/// image that is made lies in the image that is taken: "from-A_to-B" takes images from A to B, and
/// points of B to A.
class ItkTransform {
public:
    /// @throws std::runtime_error with ITK's words, or ours
    explicit ItkTransform(const std::string& file);
    /// @param lps mm, ITK's axes: to the left, to the back, up
    [[nodiscard]] Eigen::Vector3d operator()(const Eigen::Vector3d& lps) const;

private:
    struct Map;
    std::shared_ptr<const Map> m_map;
};

} // namespace fusiform::preprocess
