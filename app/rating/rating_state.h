// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating_plan.h"

#include <QCoreApplication>
#include <QString>

namespace fusiform {

/// What of a plan is done and what is left, for whoever runs the sessions.
class RatingState {
    Q_DECLARE_TR_FUNCTIONS(fusiform::RatingState)
public:
    enum class Folder { New, Begun };
    [[nodiscard]] static QString text(const rating::Standing& standing, Folder folder);
};

} // namespace fusiform
