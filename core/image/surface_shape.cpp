// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/image/surface_shape.h"

namespace fusiform::image {

namespace {

/// Sums over the neighbours of each vertex; of a closed surface each is met twice.
Eigen::MatrixXd sumsOfNeighbours(const Surface& surface, const Eigen::MatrixXd& values)
{
    Eigen::MatrixXd sums = Eigen::MatrixXd::Zero(values.rows(), values.cols());
    for (const auto& triangle : surface.triangles)
        for (std::size_t c = 0; c < 3; ++c) {
            const std::int32_t one = triangle[c];
            const std::int32_t other = triangle[(c + 1) % 3];
            sums.col(one) += values.col(other);
            sums.col(other) += values.col(one);
        }
    return sums;
}

} // namespace

Eigen::Matrix3Xd outwardNormals(const Surface& surface)
{
    Eigen::Matrix3Xd normals = Eigen::Matrix3Xd::Zero(3, surface.points.cols());
    const Eigen::Vector3d middle = surface.points.rowwise().mean();
    double volume = 0; // six times
    for (const auto& [a, b, c] : surface.triangles) {
        const Eigen::Vector3d corner = surface.points.col(a);
        const Eigen::Vector3d normal
            = (surface.points.col(b) - corner).cross(surface.points.col(c) - corner);
        volume += normal.dot(corner - middle);
        for (const std::int32_t vertex : {a, b, c})
            normals.col(vertex) += normal;
    }
    const double sign = volume < 0 ? -1 : 1;
    for (auto normal : normals.colwise())
        if (const double length = normal.norm(); length > 0)
            normal *= sign / length;
    return normals;
}

std::vector<float> hollowness(const Surface& surface)
{
    // About 3 mm on FreeSurfer's meshes, whose edges are 0.8 mm long.
    constexpr int kRounds = 10;
    const Eigen::Index vertices = surface.points.cols();
    const Eigen::RowVectorXd counts
        = sumsOfNeighbours(surface, Eigen::RowVectorXd::Ones(vertices)).cwiseMax(1);
    const Eigen::MatrixXd sums = sumsOfNeighbours(surface, surface.points);
    const Eigen::Matrix3Xd normals = outwardNormals(surface);
    Eigen::RowVectorXd hollow(vertices);
    for (Eigen::Index v = 0; v < vertices; ++v)
        hollow[v] = normals.col(v).dot(sums.col(v) / counts[v] - surface.points.col(v));
    for (int round = 0; round < kRounds; ++round)
        hollow
            = (hollow.array() + sumsOfNeighbours(surface, hollow).array()) / (counts.array() + 1);
    return {hollow.data(), hollow.data() + vertices};
}

} // namespace fusiform::image
