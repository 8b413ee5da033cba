// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_loupe.h"

#include "widgets/controls/theme_colors.h"
#include "widgets/faces/face_tile.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace fusiform {

namespace {
constexpr int kLoupeGap = 24;
}

FaceLoupe::FaceLoupe(QWidget* window)
    : QWidget(window),
      m_name(new QLabel(this)),
      m_help(new QLabel(tr("← → other faces · Esc closes"), this))
{
    setObjectName(QStringLiteral("faceLoupe"));
    setFocusPolicy(Qt::StrongFocus);
    m_name->setProperty("role", QStringLiteral("title"));
    m_name->setAlignment(Qt::AlignCenter);
    m_help->setAlignment(Qt::AlignCenter);
    for (QLabel* const label : {m_name, m_help})
        label->setStyleSheet(QStringLiteral("color: #e7ebf0;"));
    window->installEventFilter(this);
    hide();
}

void FaceLoupe::open(const FaceTable& table, int face)
{
    for (const Panel& panel : m_panels) {
        delete panel.tile;
        delete panel.title;
        delete panel.score;
    }
    m_panels.clear();
    m_table = table;
    m_face = face;
    for (const FaceRow& row : m_table.rows) {
        Panel panel{new FaceTile(this), new QLabel(row.title, this), new QLabel(this)};
        panel.tile->setRankOf(row.id == originalRowId() ? 0 : table.faceCount());
        panel.tile->setObjectName(QStringLiteral("loupe/%1").arg(row.id));
        panel.title->setAlignment(Qt::AlignCenter);
        panel.title->setStyleSheet(
            QStringLiteral("color: #e7ebf0; font-size: 15px; font-weight: 600;"));
        panel.score->setAlignment(Qt::AlignCenter);
        panel.score->setStyleSheet(QStringLiteral("color: #a4aebb;"));
        m_panels.push_back(panel);
    }
    setGeometry(parentWidget()->rect());
    showFace();
    arrange();
    for (const Panel& panel : m_panels) {
        panel.tile->show();
        panel.title->show();
        panel.score->show();
    }
    raise();
    show();
    setFocus();
}

void FaceLoupe::setTable(const FaceTable& table)
{
    if (!isVisible() || table.rows.size() != m_table.rows.size() || table.names != m_table.names)
        return;
    m_table = table;
    showFace();
}

void FaceLoupe::showFace()
{
    if (m_table.isEmpty())
        return;
    const auto face = static_cast<std::size_t>(std::clamp(m_face, 0, m_table.faceCount() - 1));
    m_name->setText(m_table.names[face]);
    for (std::size_t r = 0; r < m_panels.size(); ++r) {
        if (face >= m_table.rows[r].cells.size())
            continue;
        const FaceCell& cell = m_table.rows[r].cells[face];
        m_panels[r].tile->setCell(cell);
        const QString score = cell.rank > 0 ? tr("rank %1 of %2 · r = %3")
                                                  .arg(cell.rank)
                                                  .arg(m_table.faceCount())
                                                  .arg(QLocale().toString(cell.correlation, 'f', 2))
                                            : QString();
        m_panels[r].score->setText(score);
    }
}

void FaceLoupe::arrange()
{
    const int count = std::max(1, static_cast<int>(m_panels.size()));
    const int tile = std::clamp(
        std::min((width() - 96 - (count - 1) * kLoupeGap) / count, height() - 220), 80, 420);
    const int total = count * tile + (count - 1) * kLoupeGap;
    int x = (width() - total) / 2;
    const int y = (height() - tile) / 2;
    m_name->setGeometry(0, y - 96, width(), 40);
    for (const Panel& panel : m_panels) {
        panel.title->setGeometry(x, y - 36, tile, 24);
        panel.tile->setGeometry(x, y, tile, tile);
        panel.score->setGeometry(x, y + tile + 8, tile, 24);
        x += tile + kLoupeGap;
    }
    m_help->setGeometry(0, y + tile + 48, width(), 24);
}

bool FaceLoupe::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible()) {
        setGeometry(parentWidget()->rect());
        arrange();
    }
    return QWidget::eventFilter(watched, event);
}

void FaceLoupe::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), QColor(8, 10, 13, 232));
}

void FaceLoupe::keyPressEvent(QKeyEvent* event)
{
    const int faces = std::max(1, m_table.faceCount());
    switch (event->key()) {
    case Qt::Key_Escape: hide(); return;
    case Qt::Key_Left: m_face = (m_face + faces - 1) % faces; break;
    case Qt::Key_Right:
    case Qt::Key_Space: m_face = (m_face + 1) % faces; break;
    default: QWidget::keyPressEvent(event); return;
    }
    showFace();
}

void FaceLoupe::mousePressEvent(QMouseEvent* event)
{
    if (!childAt(event->position().toPoint())
        || qobject_cast<QLabel*>(childAt(event->position().toPoint())))
        hide();
}

} // namespace fusiform
