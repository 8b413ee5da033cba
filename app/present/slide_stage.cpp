// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/slide_stage.h"

#include "widgets/controls/theme_colors.h"

#include <QMouseEvent>
#include <QPainter>

namespace fusiform {

SlideStage::SlideStage(const QString& glProblem, QWidget* parent)
    : QWidget(parent), m_brain(new SlideBrain(glProblem, this))
{
    setObjectName(QStringLiteral("slideStage"));
    setAccessibleName(tr("Slide"));
    setMinimumSize(320, 180);
    m_brain->hide();
}

void SlideStage::show(SlideContent content, const present::SceneStep& step,
                      const SlideBrain::Shown& brain, SlideBrain::Move move)
{
    m_words.clear();
    m_content = std::move(content);
    m_step = step;
    placeBrain();
    if (!brainPlace(m_content, slide()).isEmpty())
        m_brain->show(brain, move);
    update();
}

void SlideStage::showNothing(const QString& words)
{
    m_words = words;
    m_content = {};
    m_brain->hide();
    update();
}

void SlideStage::setBlack(bool isBlack)
{
    m_isBlack = isBlack;
    placeBrain();
    update();
}

QRectF SlideStage::slide() const
{
    constexpr double kFrame = 16;
    const double frame = m_isFramed ? kFrame : 0;
    return slidePlace(QRectF(rect()).adjusted(frame, frame, -frame, -frame));
}

void SlideStage::placeBrain()
{
    const QRectF place = brainPlace(m_content, slide());
    const bool isShown
        = !place.isEmpty() && !m_isBlack && m_words.isEmpty() && m_brain->isThreeDimensional();
    if (isShown)
        m_brain->setGeometry(place.toAlignedRect());
    m_brain->setVisible(isShown);
}

void SlideStage::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    if (m_isBlack) {
        painter.fillRect(rect(), Qt::black);
        return;
    }
    const SlideColors colors = SlideColors::ofTheme();
    painter.fillRect(rect(), m_isFramed ? themeColor("window") : colors.ground);
    if (m_words.isEmpty()) {
        paintSlide(painter, slide(), m_content, m_step, colors, {});
        return;
    }
    painter.setPen(colors.muted);
    painter.drawText(rect().adjusted(24, 24, -24, -24),
                     static_cast<int>(Qt::AlignCenter | Qt::TextWordWrap), m_words);
}

void SlideStage::resizeEvent(QResizeEvent*) { placeBrain(); }

void SlideStage::mouseReleaseEvent(QMouseEvent* event) { Q_EMIT pressed(event->button()); }

void SlideStage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::PaletteChange)
        update();
    QWidget::changeEvent(event);
}

} // namespace fusiform
