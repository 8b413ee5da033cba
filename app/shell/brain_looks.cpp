// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/brain_looks.h"

#include "app/docks/brain_panel.h"
#include "app/docks/map_bar.h"
#include "app/shell/action_table.h"

namespace fusiform {

namespace {
constexpr std::array kCuts = {ActionId::CutAxial, ActionId::CutCoronal, ActionId::CutSagittal};
}

present::BrainLook currentLook(const Session& session, const BrainPanel& brain,
                               ActionTable& actions)
{
    present::BrainLook look;
    const scene::Viewpoint& viewpoint = brain.viewpoint();
    look.azimuth = viewpoint.azimuth;
    look.elevation = viewpoint.elevation;
    look.zoom = viewpoint.zoom;
    look.shift = {viewpoint.shift[0], viewpoint.shift[1]};
    look.isGlass = actions[ActionId::Glass]->isChecked();
    for (std::size_t cut = 0; cut < kCuts.size(); ++cut)
        look.cuts[cut] = actions[kCuts[cut]]->isChecked();
    const Eigen::Vector3d& at = session.cursor().at;
    look.cursor = {at[0], at[1], at[2]};
    look.map = brain.maps().painted();
    return look;
}

void showLook(const present::BrainLook& look, Session& session, BrainPanel& brain,
              ActionTable& actions)
{
    if (look.cursor)
        session.setCursor({Eigen::Vector3d(look.cursor->data())});
    actions[ActionId::Glass]->setChecked(look.isGlass);
    for (std::size_t cut = 0; cut < kCuts.size(); ++cut)
        actions[kCuts[cut]]->setChecked(look.cuts[cut]);
    if (brain.isThreeDimensional())
        brain.turn({look.azimuth, look.elevation, look.zoom,
                    Eigen::Vector2d(look.shift[0], look.shift[1])});
    brain.maps().show(look.map);
}

} // namespace fusiform
