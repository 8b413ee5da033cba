// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <Eigen/Dense>
#include <QImage>
#include <QMimeData>
#include <QString>

#include <optional>

namespace fusiform {

/// A face as it is dragged from one place to another.
struct CarriedFace {
    QString name;
    QImage picture;
    QString modelHash; ///< of the model whose code it carries
    Eigen::VectorXd code; ///< empty: only the picture's file is known
    QString file; ///< empty: made by the model
};

/// As a drag's data: our own form, and the picture for other programs. The caller owns it.
[[nodiscard]] QMimeData* mimeOf(const CarriedFace& face);
/// Of our own form, or a single picture file of this computer; nothing of anything else.
[[nodiscard]] std::optional<CarriedFace> carriedFace(const QMimeData& data);

} // namespace fusiform
