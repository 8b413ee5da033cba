// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/present/brain_look.h"

namespace fusiform {

class ActionTable;
class BrainPanel;
class Session;

/// How the window looks at the brain now.
[[nodiscard]] present::BrainLook currentLook(const Session& session, const BrainPanel& brain,
                                             ActionTable& actions);
/// Looks at it so again.
void showLook(const present::BrainLook& look, Session& session, BrainPanel& brain,
              ActionTable& actions);

} // namespace fusiform
