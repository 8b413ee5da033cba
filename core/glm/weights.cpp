// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/weights.h"

#include "core/util/error.h"

namespace fusiform::glm {

Weights::Weights(Eigen::MatrixXf matrix)
{
    const auto owner = std::make_shared<const Eigen::MatrixXf>(std::move(matrix));
    m_rows = owner->rows();
    m_voxels = owner->cols();
    m_data = owner->data();
    m_owner = owner;
}

Weights Weights::mapped(const std::filesystem::path& file, Eigen::Index rows, Eigen::Index voxels)
{
    const auto mappedFile = std::make_shared<const MappedFile>(file);
    const auto expected
        = static_cast<std::size_t>(rows) * static_cast<std::size_t>(voxels) * sizeof(float);
    if (mappedFile->bytes().size() != expected)
        throw badData(file,
                      FUSIFORM_TR("core", "%1 bytes (%2 rows x %3 voxels)")
                          .arg(expected)
                          .arg(rows)
                          .arg(voxels),
                      FUSIFORM_TR("core", "%1").arg(mappedFile->bytes().size()));
    Weights weights;
    weights.m_rows = rows;
    weights.m_voxels = voxels;
    weights.m_data = reinterpret_cast<const float*>(mappedFile->bytes().data());
    weights.m_owner = mappedFile;
    return weights;
}

} // namespace fusiform::glm
