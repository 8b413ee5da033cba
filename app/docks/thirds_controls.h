// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QWidget>

class QDoubleSpinBox;
class QPushButton;

namespace fusiform {

/// Where the selected voxels are cut into thirds: a button, and while it is down the planes in
/// millimetres.
class ThirdsControls final : public QWidget {
    Q_OBJECT
public:
    explicit ThirdsControls(Session& session, QWidget* parent = nullptr);

    void setAdjusting(bool isOn);

Q_SIGNALS:
    void adjustRequested(bool isOn);

private:
    [[nodiscard]] QDoubleSpinBox* makeBox(const char* name, const QString& accessibleName);
    void refresh(Session::Changes changes);
    void apply();

    Session& m_session;
    QPushButton* m_adjust;
    QWidget* m_planes;
    QDoubleSpinBox* m_behind;
    QDoubleSpinBox* m_below;
};

} // namespace fusiform
