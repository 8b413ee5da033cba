// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QLabel;
class QWidget;

namespace fusiform {

/// What a page of the window is made of: a head over its whole width, the strip of its job below,
/// then a list or table at the side and what is shown of it.
struct PageParts {
    QWidget* head;
    QWidget* strip;
    QWidget* side;
    QWidget* content;
    int sideWidth; ///< pixels, to begin with
    int contentWidth; ///< likewise
};
void layOutPage(QWidget& page, const PageParts& parts);

/// A row on the ground of heads. @param wide takes what room there is and is cut where there is
/// little
[[nodiscard]] QWidget* pageHead(QWidget* page, QLabel* wide, const std::vector<QWidget*>& row);

} // namespace fusiform
