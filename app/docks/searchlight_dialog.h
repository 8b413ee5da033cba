// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QComboBox;
class QDoubleSpinBox;
class QSpinBox;

namespace fusiform {

/// Which faces a searchlight tells apart.
enum class SearchlightFaces { Exploration, Training };

/// Which faces a searchlight tells apart, how large its balls are, and whether it is corrected.
class SearchlightDialog final : public QDialog {
    Q_OBJECT
public:
    /// @param whyNoTraining why training faces cannot be cross-validated; empty: they can
    SearchlightDialog(const QString& whyNoTraining, QWidget* parent);

Q_SIGNALS:
    void runRequested(fusiform::SearchlightFaces faces, double radiusMm, int permutations);

private:
    QComboBox* m_faces;
    QDoubleSpinBox* m_radius;
    QSpinBox* m_permutations;
};

} // namespace fusiform
