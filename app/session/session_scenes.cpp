// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with slides, as commands.
#include "app/session/session.h"

namespace fusiform {

void Session::addScene(std::size_t place, present::Scene scene)
{
    finishStroke();
    if (m_journal && place <= committed().scenes.size())
        commit(journal::AddScene{place, std::move(scene)}, tr("New slide"));
}

void Session::changeScene(std::size_t place, present::Scene by, const QString& what)
{
    finishStroke();
    if (m_journal && place < committed().scenes.size() && *committed().scenes[place] != by)
        commit(journal::ReplaceScene{place, std::move(by)},
               //: name of a step of undo: which slide, and what of it
               tr("Slide %1: %2").arg(place + 1).arg(what), Merge::WithLastOfSameName);
}

void Session::removeScene(std::size_t place)
{
    finishStroke();
    if (m_journal && place < committed().scenes.size())
        commit(journal::RemoveScene{place}, tr("Remove slide %1").arg(place + 1));
}

void Session::moveScene(std::size_t place, std::size_t to)
{
    finishStroke();
    if (m_journal && place != to && std::max(place, to) < committed().scenes.size())
        commit(journal::MoveScene{place, to}, tr("Move slide %1").arg(place + 1));
}

} // namespace fusiform
