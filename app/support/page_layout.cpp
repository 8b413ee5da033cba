// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/page_layout.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QSplitter>
#include <QVBoxLayout>

namespace fusiform {

void layOutPage(QWidget& page, const PageParts& parts)
{
    page.setAttribute(Qt::WA_StyledBackground);
    auto* const split = new QSplitter(Qt::Horizontal, &page);
    split->addWidget(parts.side);
    split->addWidget(parts.content);
    split->setStretchFactor(1, 1);
    split->setSizes({parts.sideWidth, parts.contentWidth});
    split->setChildrenCollapsible(false);
    auto* const layout = new QVBoxLayout(&page);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(parts.head);
    layout->addWidget(parts.strip);
    layout->addWidget(split, 1);
}

QWidget* pageHead(QWidget* page, QLabel* wide, const std::vector<QWidget*>& row)
{
    auto* const head = new QFrame(page);
    head->setProperty("role", QStringLiteral("header"));
    constexpr int kLeastWide = 80; // pixels
    wide->setMinimumWidth(kLeastWide);
    wide->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* const layout = new QHBoxLayout(head);
    layout->setContentsMargins(16, 8, 16, 8);
    layout->setSpacing(8);
    for (QWidget* const widget : row)
        layout->addWidget(widget, widget == wide ? 1 : 0);
    return head;
}

} // namespace fusiform
