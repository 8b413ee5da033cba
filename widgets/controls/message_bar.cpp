// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/message_bar.h"

#include "widgets/controls/icons.h"
#include "widgets/controls/theme_colors.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace fusiform {

namespace {

constexpr int kMessageWidth = 760; // pixels, at most: about 100 letters
constexpr int kMessageMargin = 12;

const char* colorNameOf(MessageBar::Kind kind)
{
    switch (kind) {
    case MessageBar::Kind::Information: return "accent";
    case MessageBar::Kind::Warning: return "warning";
    case MessageBar::Kind::Problem: break;
    }
    return "error";
}

} // namespace

MessageBar::MessageBar(QWidget* parent)
    : QFrame(parent),
      m_icon(new QLabel(this)),
      m_text(new QLabel(this)),
      m_choice(new QPushButton(this))
{
    setObjectName(QStringLiteral("messageBar"));
    m_text->setObjectName(QStringLiteral("messageText"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_choice->setObjectName(QStringLiteral("messageChoice"));
    m_choice->hide();
    connect(m_choice, &QPushButton::clicked, this, &QWidget::hide);
    connect(m_choice, &QPushButton::clicked, this, &MessageBar::accepted);
    auto* const close = new QToolButton(this);
    close->setIcon(themedIcon("x"));
    close->setToolTip(tr("Close this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, &QWidget::hide);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(16, 6, 8, 6);
    layout->setSpacing(12);
    layout->addWidget(m_icon);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_choice);
    layout->addWidget(close, 0, Qt::AlignTop);
    if (parent)
        parent->installEventFilter(this);
    hide();
}

void MessageBar::place()
{
    const QWidget* const area = parentWidget();
    if (!area || isHidden())
        return;
    const int width = std::min(kMessageWidth, area->width() - 2 * kMessageMargin);
    const int height = layout()->totalHeightForWidth(width);
    setGeometry((area->width() - width) / 2, area->height() - height - kMessageMargin, width,
                height);
    raise();
}

bool MessageBar::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

QString MessageBar::text() const { return m_text->text(); }

void MessageBar::show(Kind kind, const QString& text)
{
    m_kind = kind;
    m_text->setText(text);
    m_choice->hide();
    refreshIcon();
    QFrame::show();
    place();
}

void MessageBar::offer(const QString& text, const QString& choice)
{
    show(Kind::Information, text);
    m_choice->setText(choice);
    m_choice->show();
    place();
}

void MessageBar::refreshIcon()
{
    const char* const icon = m_kind == Kind::Information ? "info" : "triangle-alert";
    m_icon->setPixmap(iconPixmap(icon, themeColor(colorNameOf(m_kind)), 18, devicePixelRatioF()));
}

void MessageBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        refreshIcon();
    QFrame::changeEvent(event);
}

void MessageBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = themeColor(colorNameOf(m_kind));
    constexpr double kRadius = 6;
    QPainterPath outline;
    outline.addRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
    painter.fillPath(outline, themeColor("panel"));
    QColor tint = color;
    tint.setAlphaF(0.14F);
    painter.fillPath(outline, tint);
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRect(0, 0, 4, height()), color);
    painter.restore();
    tint.setAlphaF(0.6F); // it lies on things of the same ground
    painter.setPen(tint);
    painter.drawPath(outline);
}

} // namespace fusiform
