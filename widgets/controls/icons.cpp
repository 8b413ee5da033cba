// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/icons.h"

#include "widgets/controls/theme_colors.h"

#include <QApplication>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace fusiform {

namespace {

QPixmap rendered(const QByteArray& name, const QColor& color, const QSize& devicePixels)
{
    const QString key = QStringLiteral("fusiform-icon/%1/%2/%3x%4")
                            .arg(QString::fromLatin1(name), color.name(QColor::HexArgb))
                            .arg(devicePixels.width())
                            .arg(devicePixels.height());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(QStringLiteral(":/icons/%1.svg").arg(QString::fromLatin1(name)));
    pixmap = QPixmap(devicePixels);
    pixmap.fill(Qt::transparent);
    if (file.open(QIODevice::ReadOnly)) {
        QByteArray svg = file.readAll();
        svg.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
        QSvgRenderer renderer(svg);
        QPainter painter(&pixmap);
        painter.setOpacity(color.alphaF());
        renderer.render(&painter, QRectF(QPointF(), QSizeF(devicePixels)));
    }
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class ThemedIconEngine final : public QIconEngine {
public:
    ThemedIconEngine(QByteArray name, QByteArray colorName)
        : m_name(std::move(name)), m_colorName(std::move(colorName))
    {
    }

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode, QIcon::State state) override
    {
        const qreal ratio = painter->device()->devicePixelRatioF();
        QPixmap picture = scaledPixmap(rect.size() * ratio, mode, state, ratio);
        picture.setDevicePixelRatio(ratio);
        painter->drawPixmap(rect.topLeft(), picture);
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        const QPalette palette = qApp->palette();
        const auto group = mode == QIcon::Disabled ? QPalette::Disabled : QPalette::Active;
        const bool isNamed = !m_colorName.isEmpty() && mode != QIcon::Disabled;
        return rendered(m_name,
                        isNamed ? themeColor(m_colorName.constData())
                                : palette.color(group, QPalette::ButtonText),
                        size);
    }
    QIconEngine* clone() const override { return new ThemedIconEngine(m_name, m_colorName); }

private:
    QByteArray m_name;
    QByteArray m_colorName;
};

} // namespace

QIcon themedIcon(const char* name) { return QIcon(new ThemedIconEngine(name, {})); }

QIcon themedIcon(const char* name, const char* colorName)
{
    return QIcon(new ThemedIconEngine(name, colorName));
}

QPixmap iconPixmap(const char* name, const QColor& color, int size, qreal pixelRatio)
{
    const int device = qRound(size * pixelRatio);
    QPixmap pixmap = rendered(name, color, {device, device});
    pixmap.setDevicePixelRatio(pixelRatio);
    return pixmap;
}

} // namespace fusiform
