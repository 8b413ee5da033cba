// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/explorer_history.h"

#include <utility>

namespace fusiform {

namespace {
constexpr qint64 kPause = 800; // ms without a move: the next one is another gesture
} // namespace

class ExplorerHistory::Step final : public QUndoCommand {
public:
    Step(ExplorerHistory& history, const QString& name, ExplorerState before, ExplorerState after,
         int gesture)
        : QUndoCommand(name),
          m_history(history),
          m_before(std::move(before)),
          m_after(std::move(after)),
          m_gesture(gesture)
    {
    }
    void undo() override { m_history.restore(m_before); }
    void redo() override
    {
        if (std::exchange(m_isDone, true))
            m_history.restore(m_after);
    }
    [[nodiscard]] int id() const override { return m_gesture; }
    bool mergeWith(const QUndoCommand* later) override
    {
        m_after = static_cast<const Step*>(later)->m_after;
        return true;
    }

private:
    ExplorerHistory& m_history;
    ExplorerState m_before, m_after;
    int m_gesture; ///< -1: a step of its own
    bool m_isDone = false; ///< the first redo() comes with what was done already
};

void ExplorerHistory::start(ExplorerState state)
{
    m_stack.clear();
    m_state = std::move(state);
    m_sinceMove.invalidate();
}

void ExplorerHistory::note(const QString& name, ExplorerState state)
{
    m_sinceMove.invalidate();
    push(name, std::move(state), false);
}

void ExplorerHistory::noteMove(const QString& name, ExplorerState state)
{
    const bool isSame
        = m_sinceMove.isValid() && m_sinceMove.elapsed() < kPause && m_stack.undoText() == name;
    if (!isSame)
        ++m_gesture;
    m_sinceMove.start();
    push(name, std::move(state), true);
}

void ExplorerHistory::push(const QString& name, ExplorerState state, bool isMove)
{
    ExplorerState before = std::exchange(m_state, state);
    m_stack.push(
        new Step(*this, name, std::move(before), std::move(state), isMove ? m_gesture : -1));
}

void ExplorerHistory::restore(const ExplorerState& state)
{
    m_state = state;
    m_sinceMove.invalidate();
    Q_EMIT restored(m_state);
}

} // namespace fusiform
