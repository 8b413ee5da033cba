// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QDoubleSpinBox;
class QSpinBox;

namespace fusiform {

/// How large the balls of a searchlight are, and whether it is corrected.
class SearchlightDialog final : public QDialog {
    Q_OBJECT
public:
    explicit SearchlightDialog(QWidget* parent);

Q_SIGNALS:
    void runRequested(double radiusMm, int permutations);

private:
    QDoubleSpinBox* m_radius;
    QSpinBox* m_permutations;
};

} // namespace fusiform
