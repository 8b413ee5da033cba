// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/figure_export.h"

#include "core/report/svg.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

namespace fusiform {

namespace {

constexpr double kDotsPerMm = 300 / 25.4;

QByteArray pngOf(const report::Figure& figure, const std::string& svg)
{
    QSvgRenderer renderer(QByteArray::fromStdString(svg));
    QImage picture(qRound(figure.widthMm * kDotsPerMm), qRound(figure.heightMm * kDotsPerMm),
                   QImage::Format_RGB32);
    picture.setDotsPerMeterX(qRound(1000 * kDotsPerMm));
    picture.setDotsPerMeterY(qRound(1000 * kDotsPerMm));
    picture.setText(QStringLiteral("Software"), QStringLiteral("Fusiform " FUSIFORM_VERSION));
    picture.fill(Qt::white);
    QPainter painter(&picture);
    renderer.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    picture.save(&buffer, "PNG");
    return bytes;
}

} // namespace

void exportFigure(const report::Figure& figure, const std::filesystem::path& file)
{
    const std::string svg = report::svgText(figure);
    if (file.extension() != ".png")
        return writeFileAtomically(file, svg);
    const QByteArray png = pngOf(figure, svg);
    writeFileAtomically(file,
                        std::string_view(png.constData(), static_cast<std::size_t>(png.size())));
}

} // namespace fusiform
