// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rating/rating_state.h"

namespace fusiform {

QString RatingState::text(const rating::Standing& standing, Folder folder)
{
    if (standing.isComplete())
        return tr("Complete: all %1 ratings are there, by %2 raters.")
            .arg(standing.ratings)
            .arg(standing.raters);
    if (folder == Folder::Begun)
        return tr("Done: %1 ratings, by %2 raters.\nLeft: %3 ratings, in at least %4 sittings.")
            .arg(standing.ratings)
            .arg(standing.raters)
            .arg(standing.lacking)
            .arg(standing.sittingsNeeded);
    return tr("To do: %1 ratings of %2 pairs, in at least %3 sittings.")
        .arg(standing.lacking)
        .arg(standing.pairs.size())
        .arg(standing.sittingsNeeded);
}

} // namespace fusiform
