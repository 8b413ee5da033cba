// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QMetaType>
#include <QString>

#include <limits>
#include <vector>

namespace fusiform {

/// One face as a picture, with what is known of how well it was read.
struct FaceCell {
    QImage picture; ///< null: not there yet
    int rank = 0; ///< of the true face among all, 1 is best; 0: not known or an original
    double correlation = std::numeric_limits<double>::quiet_NaN(); ///< with its own face's code
};

/// A row of the gallery: the originals, or what one face model reads from the brain.
struct FaceRow {
    QString id; ///< "original", or the face model's name
    QString title;
    QString note; ///< a tip: how the pictures were made
    std::vector<FaceCell> cells;
};

/// Everything the gallery shows; all rows have one cell a name.
struct FaceTable {
    std::vector<QString> names;
    std::vector<FaceRow> rows;

    [[nodiscard]] bool isEmpty() const { return names.empty() || rows.empty(); }
    [[nodiscard]] int faceCount() const { return static_cast<int>(names.size()); }
};

inline const QString& originalRowId()
{
    static const QString id = QStringLiteral("original");
    return id;
}

/// Smooth at every scale: shrinking in linear steps first keeps eyes and hair from aliasing.
[[nodiscard]] QImage smoothScaled(const QImage& picture, int devicePixels);

} // namespace fusiform
