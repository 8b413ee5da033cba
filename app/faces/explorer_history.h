// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces/mix_row.h"

#include <QElapsedTimer>
#include <QUndoStack>

namespace fusiform {

/// Everything the user has set in the latent explorer.
struct ExplorerState {
    FaceMix mix;
    int axisKind = 0;
    std::vector<double> amounts; ///< along axes
    Eigen::VectorXd own; ///< added to single latents by hand; empty: nothing
};

/// What was done in the latent explorer, step by step.
class ExplorerHistory final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    /// Forgets all steps: from here on.
    void start(ExplorerState state);
    void note(const QString& name, ExplorerState state);
    /// The same for a control that is being moved: moves that follow each other are one step.
    void noteMove(const QString& name, ExplorerState state);
    [[nodiscard]] QUndoStack& stack() { return m_stack; }
    [[nodiscard]] const ExplorerState& state() const { return m_state; }

Q_SIGNALS:
    void restored(const fusiform::ExplorerState& state);

private:
    class Step;
    void push(const QString& name, ExplorerState state, bool isMove);
    void restore(const ExplorerState& state);

    QUndoStack m_stack;
    ExplorerState m_state;
    QElapsedTimer m_sinceMove;
    int m_gesture = 0;
};

} // namespace fusiform
