// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/figure_list.h"

#include "app/support/text.h"

#include <QLabel>
#include <QVBoxLayout>

namespace fusiform {

FigureList::FigureList(QWidget* parent)
    : QScrollArea(parent), m_layout(nullptr), m_reason(new QLabel(this))
{
    auto* const content = new QWidget(this);
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(16, 16, 16, 16);
    m_layout->setSpacing(16);
    m_layout->addWidget(m_reason);
    m_layout->addStretch(1);
    m_reason->setProperty("role", QStringLiteral("muted"));
    m_reason->setWordWrap(true);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWidget(content);
}

void FigureList::setFigures(std::vector<FigureView::Maker> makers, FigureView::Zoom zoom)
{
    m_reason->hide();
    while (m_views.size() < makers.size()) {
        m_views.push_back(new FigureView(translated, widget()));
        m_layout->insertWidget(static_cast<int>(m_views.size()), m_views.back());
    }
    for (std::size_t v = 0; v < m_views.size(); ++v) {
        m_views[v]->setVisible(v < makers.size());
        m_views[v]->setZoom(zoom);
        m_views[v]->setFigure(v < makers.size() ? std::move(makers[v]) : FigureView::Maker());
    }
}

void FigureList::showReason(const QString& text)
{
    for (FigureView* const view : m_views)
        view->hide();
    m_reason->setText(text);
    m_reason->show();
}

} // namespace fusiform
