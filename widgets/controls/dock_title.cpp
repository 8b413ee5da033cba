// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/dock_title.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/theme_colors.h"

#include <QDockWidget>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QToolButton>

namespace fusiform {

namespace {
QToolButton* titleButton(const char* name, QWidget* parent)
{
    auto* const button = new QToolButton(parent);
    button->setObjectName(QLatin1String(name));
    button->setProperty("role", QStringLiteral("title"));
    button->setIconSize({16, 16});
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}
} // namespace

DockTitle::DockTitle(QDockWidget* dock)
    : QWidget(dock),
      m_dock(dock),
      m_name(new QLabel(dock->windowTitle(), this)),
      m_float(titleButton("floatDock", this)),
      m_close(titleButton("closeDock", this))
{
    m_name->setProperty("role", QStringLiteral("section"));
    m_close->setIcon(themedIcon("x", "mutedText"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 3, 4, 3);
    layout->setSpacing(2);
    layout->addWidget(m_name, 1);
    layout->addWidget(m_float);
    layout->addWidget(m_close);
    connect(m_float, &QToolButton::clicked, this,
            [this] { m_dock->setFloating(!m_dock->isFloating()); });
    connect(m_close, &QToolButton::clicked, m_dock, &QWidget::close);
    connect(m_dock, &QDockWidget::topLevelChanged, this, &DockTitle::showState);
    showState();
}

void DockTitle::showState()
{
    const bool isFloating = m_dock->isFloating();
    m_float->setIcon(themedIcon(isFloating ? "panel-bottom" : "picture-in-picture-2", "mutedText"));
    m_float->setToolTip(isFloating ? tr("Put back into the window")
                                   : tr("Make a window of its own"));
    m_close->setToolTip(tr("Close; the View menu brings it back"));
    for (QToolButton* const button : {m_float, m_close})
        button->setAccessibleName(QStringLiteral("%1: %2").arg(m_name->text(), button->toolTip()));
}

void DockTitle::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), themeColor("panel"));
    painter.fillRect(QRect(0, height() - 1, width(), 1), themeColor("line"));
}

} // namespace fusiform
