// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "widgets/plots/selection_scatter.h"

#include <QWidget>

class QLabel;

namespace fusiform {

/// The criterion by which voxels are selected, in the plane of t and gain: dragging its lines makes
/// the region "criterion" of the active face model.
class SelectionPanel final : public QWidget {
    Q_OBJECT
public:
    explicit SelectionPanel(Session& session, QWidget* parent = nullptr);

private:
    void refresh(Session::Changes changes);
    void showModel();
    void showCounts();
    void select(const SelectionScatter::Criterion& criterion);
    [[nodiscard]] const glm::ModelFit* model() const;

    Session& m_session;
    QLabel* m_counts;
    SelectionScatter* m_scatter;
};

} // namespace fusiform
