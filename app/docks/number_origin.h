// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"
#include "app/session/session.h"

#include <QCoreApplication>
#include <QString>

#include <functional>
#include <memory>
#include <optional>

class QLabel;

namespace fusiform {

/// What stands behind a number on screen.
class NumberOrigin {
    Q_DECLARE_TR_FUNCTIONS(fusiform::NumberOrigin)
public:
    std::shared_ptr<const roi::Region> region; ///< that was decoded
    QString how; ///< decoder, face model, faces: one line
};

/// Of what the live pipeline says of a region.
[[nodiscard]] NumberOrigin originOf(const LiveResult& result, const Session& session);

/// For a person and to be copied: the number, the region with its hash and how it was made, the
/// steps of the journal that made it what it is, the fit and who has opened its seal, the program's
/// version.
[[nodiscard]] QString originText(const Session& session, const QString& number,
                                 const NumberOrigin& origin);

/// Gives the label a menu: copy what it says, what it means, and where it comes from.
/// @param origin of what the label says now; none: it says nothing yet
/// @param meaning of its numbers, for a person
void tellOrigin(QLabel* label, const Session& session,
                std::function<std::optional<NumberOrigin>()> origin, const QString& meaning);

/// What the scores of faces mean.
[[nodiscard]] QString meaningOfScores();

} // namespace fusiform
