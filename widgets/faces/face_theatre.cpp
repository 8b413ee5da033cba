// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_theatre.h"

#include "widgets/controls/theme_colors.h"
#include "widgets/faces/face_gallery.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace fusiform {

FaceTheatre::FaceTheatre(QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_gallery(new FaceGallery(this)),
      m_caption(new QLabel(this)),
      m_help(new QLabel(this))
{
    setObjectName(QStringLiteral("faceTheatre"));
    setWindowTitle(tr("Faces"));
    setFocusPolicy(Qt::StrongFocus);
    m_gallery->setObjectName(QStringLiteral("theatreGallery"));
    m_gallery->setLargestTile(420);
    m_gallery->setFadeMilliseconds(350);
    m_gallery->setFocusPolicy(Qt::NoFocus);
    m_gallery->viewport()->installEventFilter(this);
    m_gallery->widget()->installEventFilter(this);
    m_caption->setProperty("role", QStringLiteral("heading"));
    m_help->setProperty("role", QStringLiteral("muted"));
    auto* const line = new QHBoxLayout;
    line->addWidget(m_caption, 1);
    line->addWidget(m_help);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addLayout(line);
    layout->addWidget(m_gallery, 1);
    connect(m_gallery, &FaceGallery::facePressed, this, [this] { reveal(!m_areOriginalsShown); });
}

void FaceTheatre::open(const FaceTable& table, const QString& caption)
{
    setTable(table, caption);
    reveal(false);
    showFullScreen();
    raise();
    activateWindow();
    setFocus();
}

void FaceTheatre::setTable(const FaceTable& table, const QString& caption)
{
    m_caption->setText(caption);
    m_gallery->setTable(table);
    m_gallery->setOriginalsHidden(!m_areOriginalsShown);
}

void FaceTheatre::reveal(bool areOriginalsShown)
{
    m_areOriginalsShown = areOriginalsShown;
    m_gallery->setOriginalsHidden(!areOriginalsShown);
    m_help->setText(areOriginalsShown ? tr("Space hides the originals · Esc leaves")
                                      : tr("Space shows the originals · Esc leaves"));
}

void FaceTheatre::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_F: hide(); return;
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_PageDown:
    case Qt::Key_Right: reveal(!m_areOriginalsShown); return;
    default: QWidget::keyPressEvent(event);
    }
}

void FaceTheatre::mousePressEvent(QMouseEvent*) { reveal(!m_areOriginalsShown); }

void FaceTheatre::paintEvent(QPaintEvent*) { QPainter(this).fillRect(rect(), themeColor("panel")); }

bool FaceTheatre::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::MouseButtonPress) {
        reveal(!m_areOriginalsShown);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace fusiform
