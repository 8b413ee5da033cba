// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/slide_painter.h"

#include "widgets/controls/theme_colors.h"

#include <QCoreApplication>
#include <QGuiApplication>
#include <QLocale>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace fusiform {

namespace {

// A slide has 1600 x 900 units.
constexpr double kWide = 1600;
constexpr double kHigh = 900;
constexpr double kEdge = 56;
constexpr double kTitleSize = 46;
constexpr double kTextSize = 27;
constexpr double kLabelSize = 22;
constexpr double kFootSize = 15;
constexpr double kFoot = 40; // height of the foot
constexpr double kBrainShare = 0.47; // of the width, beside faces

QString say(const char* text) { return QCoreApplication::translate("fusiform::Slide", text); }

QFont slideFont(double size, QFont::Weight weight = QFont::Normal)
{
    QFont font = QGuiApplication::font();
    font.setPixelSize(static_cast<int>(size));
    font.setWeight(weight);
    return font;
}

struct TextBlock {
    QString title;
    QString text;
    double titleHeight = 0;
    double textHeight = 0;

    [[nodiscard]] double height() const { return titleHeight + textHeight; }
};

double heightOf(const QString& text, const QFont& font, double width)
{
    if (text.isEmpty())
        return 0;
    return QFontMetricsF(font)
        .boundingRect(QRectF(0, 0, width, kHigh), static_cast<int>(Qt::TextWordWrap), text)
        .height();
}

TextBlock textOf(const SlideContent& content)
{
    TextBlock block;
    block.title = QString::fromStdString(content.scene.title);
    block.text = QString::fromStdString(content.scene.text);
    const double width = kWide - 2 * kEdge;
    block.titleHeight = heightOf(block.title, slideFont(kTitleSize, QFont::DemiBold), width);
    block.textHeight = heightOf(block.text, slideFont(kTextSize), width);
    if (block.textHeight > 0 && block.titleHeight > 0)
        block.titleHeight += 8;
    return block;
}

/// What is left below the words.
QRectF bodyOf(const SlideContent& content)
{
    const double height = textOf(content).height();
    const double top = kEdge + height + (height > 0 ? 24 : 0);
    return {kEdge, top, kWide - 2 * kEdge, kHigh - kFoot - 16 - top};
}

/// The body's part without the brain.
QRectF facesPlace(const SlideContent& content)
{
    QRectF body = bodyOf(content);
    if (content.scene.kind == present::SceneKind::BrainAndFaces)
        body.setLeft(body.left() + body.width() * kBrainShare + 24);
    return body;
}

void paintFace(QPainter& painter, const QRectF& place, const QImage& face)
{
    painter.save();
    QPainterPath round;
    round.addRoundedRect(place, place.width() * 0.06, place.width() * 0.06);
    painter.setClipPath(round);
    painter.drawImage(place, face);
    painter.restore();
}

void paintCover(QPainter& painter, const QRectF& place, const SlideColors& colors,
                const QString& mark)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(colors.cover);
    painter.drawRoundedRect(place, place.width() * 0.06, place.width() * 0.06);
    painter.setPen(colors.muted);
    painter.setFont(slideFont(place.height() * 0.4));
    painter.drawText(place, static_cast<int>(Qt::AlignCenter), mark);
}

/// How many faces stand side by side so that they are as large as can be.
struct Grid {
    int columns = 1;
    double tile = 0;
    double labels = 0; ///< width of the titles at the left
};

constexpr double kTileGap = 8;
constexpr double kGroupGap = 22;

Grid gridOf(int faces, int rows, const QRectF& place, double labels)
{
    Grid best;
    best.labels = labels;
    for (int columns = 1; columns <= faces; ++columns) {
        const int groups = (faces + columns - 1) / columns;
        const double wide = (place.width() - labels - (columns - 1) * kTileGap) / columns;
        const double high
            = (place.height() - (groups - 1) * kGroupGap - groups * (rows - 1) * kTileGap)
              / (groups * rows);
        const double tile = std::min(wide, high);
        if (tile > best.tile) {
            best.columns = columns;
            best.tile = tile;
        }
    }
    return best;
}

void paintFaces(QPainter& painter, const SlideContent& content, const present::SceneStep& step,
                const SlideColors& colors)
{
    const auto faces = static_cast<int>(content.originals.size());
    if (faces == 0)
        return;
    const QRectF place = facesPlace(content);
    const auto rows = static_cast<int>(content.rows.size()) + 1;
    const QFont labelFont = slideFont(kLabelSize);
    const QFontMetricsF metrics(labelFont);
    const QString original = say(QT_TRANSLATE_NOOP("fusiform::Slide", "Shown"));
    double labels = metrics.horizontalAdvance(original);
    for (const SlideContent::Row& row : content.rows)
        labels = std::max(labels, metrics.horizontalAdvance(row.title));
    const Grid grid = gridOf(faces, rows, place, labels + 20);
    const int groups = (faces + grid.columns - 1) / grid.columns;
    const double high
        = groups * rows * grid.tile + groups * (rows - 1) * kTileGap + (groups - 1) * kGroupGap;
    const double wide = grid.labels + grid.columns * grid.tile + (grid.columns - 1) * kTileGap;
    const double left = place.left() + (place.width() - wide) / 2;
    double top = place.top() + (place.height() - high) / 2;
    for (int group = 0; group < groups; ++group) {
        for (int row = 0; row < rows; ++row) {
            painter.setFont(labelFont);
            painter.setPen(colors.muted);
            painter.drawText(QRectF(left, top, grid.labels - 20, grid.tile),
                             static_cast<int>(Qt::AlignRight | Qt::AlignVCenter),
                             row == 0 ? original
                                      : content.rows[static_cast<std::size_t>(row - 1)].title);
            for (int column = 0; column < grid.columns; ++column) {
                const int face = group * grid.columns + column;
                if (face >= faces)
                    break;
                const auto f = static_cast<std::size_t>(face);
                const QRectF tile(left + grid.labels + column * (grid.tile + kTileGap), top,
                                  grid.tile, grid.tile);
                const bool isShown = row == 0 ? step.hasOriginals : step.hasReconstructions;
                const QImage& picture
                    = row == 0 ? content.originals[f]
                               : content.rows[static_cast<std::size_t>(row - 1)].faces[f];
                if (isShown)
                    paintFace(painter, tile, picture);
                else
                    paintCover(painter, tile, colors, QStringLiteral("?"));
            }
            top += grid.tile + (row + 1 < rows ? kTileGap : kGroupGap);
        }
    }
}

QString scoreText(const SlideContent& content, const present::SceneStep& step)
{
    const present::GuessScore score
        = step.hasAnswer && content.said
              ? present::withRound(content.score, *content.round, *content.said)
              : content.score;
    if (score.rounds == 0)
        return {};
    return say(QT_TRANSLATE_NOOP("fusiform::Slide", "The audience %1 of %3, the decoder %2 of %3"))
        .arg(score.audience)
        .arg(score.decoder)
        .arg(score.rounds);
}

void paintGuess(QPainter& painter, const SlideContent& content, const present::SceneStep& step,
                const SlideColors& colors)
{
    const QRectF body = bodyOf(content);
    if (!content.round || content.rows.empty()) {
        painter.setFont(slideFont(kTextSize));
        painter.setPen(colors.muted);
        painter.drawText(body, static_cast<int>(Qt::AlignCenter),
                         content.isReady ? say(QT_TRANSLATE_NOOP(
                             "fusiform::Slide", "A guess needs four faces with known codes."))
                                         : QString());
        return;
    }
    const present::GuessRound& round = *content.round;
    constexpr double kCaption = 44;
    const double large = std::min(body.height() - kCaption, body.width() * 0.42);
    const double small = (large - 2 * kCaption - kGroupGap) / 2 + kCaption / 2;
    const double wide = large + 120 + 2 * small + kGroupGap;
    const double left = body.left() + (body.width() - wide) / 2;
    const double top = body.top() + (body.height() - large - kCaption) / 2;
    const QRectF read(left, top, large, large);
    paintFace(painter, read, content.rows.front().faces[static_cast<std::size_t>(round.face)]);
    painter.setFont(slideFont(kLabelSize));
    painter.setPen(colors.muted);
    painter.drawText(QRectF(read.left(), read.bottom(), large, kCaption),
                     static_cast<int>(Qt::AlignCenter),
                     say(QT_TRANSLATE_NOOP("fusiform::Slide", "Read from the brain. Who is it?")));
    for (std::size_t choice = 0; choice < round.choices.size(); ++choice) {
        const QRectF place(
            left + large + 120 + static_cast<double>(choice % 2) * (small + kGroupGap),
            top + static_cast<double>(choice / 2) * (small + kCaption), small, small);
        paintFace(painter, place,
                  content.originals[static_cast<std::size_t>(round.choices[choice])]);
        const bool isAnswer = step.hasAnswer && choice == round.answer;
        if (isAnswer) {
            painter.setPen(QPen(colors.accent, 6));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(place.adjusted(-5, -5, 5, 5), small * 0.07, small * 0.07);
        }
        QString caption(QChar(static_cast<char16_t>(u'A' + choice)));
        QStringList marks;
        if (content.said == choice)
            marks << say(QT_TRANSLATE_NOOP("fusiform::Slide", "audience"));
        if (step.hasAnswer && round.decoder == choice)
            marks << say(QT_TRANSLATE_NOOP("fusiform::Slide", "decoder"));
        if (!marks.isEmpty())
            caption += QStringLiteral("  ·  ") + marks.join(QStringLiteral(", "));
        painter.setFont(slideFont(kLabelSize, isAnswer ? QFont::DemiBold : QFont::Normal));
        painter.setPen(isAnswer ? colors.accent : colors.text);
        painter.drawText(QRectF(place.left(), place.bottom() + 4, small, kCaption - 4),
                         static_cast<int>(Qt::AlignCenter), caption);
    }
    painter.setFont(slideFont(kLabelSize));
    painter.setPen(colors.text);
    painter.drawText(QRectF(kEdge, kHigh - kFoot - 40, kWide - 2 * kEdge, 40),
                     static_cast<int>(Qt::AlignRight | Qt::AlignVCenter), scoreText(content, step));
}

void paintWords(QPainter& painter, const SlideContent& content, const SlideColors& colors)
{
    const TextBlock block = textOf(content);
    const double width = kWide - 2 * kEdge;
    const bool isAlone = content.scene.kind == present::SceneKind::Text;
    double top = isAlone ? std::max(kEdge, (kHigh - block.height()) / 2.4) : kEdge;
    painter.setFont(slideFont(kTitleSize, QFont::DemiBold));
    painter.setPen(colors.text);
    painter.drawText(QRectF(kEdge, top, width, block.titleHeight),
                     static_cast<int>(Qt::TextWordWrap), block.title);
    top += block.titleHeight;
    painter.setFont(slideFont(kTextSize));
    painter.setPen(colors.muted);
    painter.drawText(QRectF(kEdge, top, width, block.textHeight + 4),
                     static_cast<int>(Qt::TextWordWrap), block.text);
}

void paintFoot(QPainter& painter, const SlideContent& content, const SlideColors& colors)
{
    painter.setFont(slideFont(kFootSize));
    painter.setPen(colors.muted);
    const QRectF foot(kEdge, kHigh - kFoot, kWide - 2 * kEdge, kFoot - 8);
    painter.drawText(
        foot, static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter),
        QFontMetricsF(painter.font()).elidedText(content.origin, Qt::ElideRight, foot.width()));
}

} // namespace

SlideColors SlideColors::ofTheme()
{
    return {themeColor("canvas"), themeColor("text"), themeColor("mutedText"), themeColor("accent"),
            themeColor("raised")};
}

SlideColors SlideColors::onWhite()
{
    return {Qt::white, QColor(0x1b, 0x20, 0x27), QColor(0x5a, 0x65, 0x73), QColor(0x0b, 0x7a, 0x6e),
            QColor(0xe6, 0xea, 0xef)};
}

QRectF slidePlace(const QRectF& within)
{
    const double scale = std::min(within.width() / kWide, within.height() / kHigh);
    QRectF place(0, 0, kWide * scale, kHigh * scale);
    place.moveCenter(within.center());
    return place;
}

QRectF brainPlace(const SlideContent& content, const QRectF& slide)
{
    const present::SceneKind kind = content.scene.kind;
    if (kind != present::SceneKind::Brain && kind != present::SceneKind::BrainAndFaces)
        return {};
    QRectF place = bodyOf(content);
    if (kind == present::SceneKind::BrainAndFaces)
        place.setWidth(place.width() * kBrainShare);
    const double scale = slide.width() / kWide;
    return {slide.left() + place.left() * scale, slide.top() + place.top() * scale,
            place.width() * scale, place.height() * scale};
}

void paintSlide(QPainter& painter, const QRectF& slide, const SlideContent& content,
                const present::SceneStep& step, const SlideColors& colors, const QImage& brain)
{
    painter.save();
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform
                           | QPainter::TextAntialiasing);
    painter.fillRect(slide, colors.ground);
    if (!brain.isNull())
        painter.drawImage(brainPlace(content, slide), brain);
    painter.setClipRect(slide);
    painter.translate(slide.topLeft());
    painter.scale(slide.width() / kWide, slide.height() / kHigh);
    paintWords(painter, content, colors);
    using Kind = present::SceneKind;
    if (content.scene.kind == Kind::GuessWho)
        paintGuess(painter, content, step, colors);
    else if (step.hasFaces
             && (content.scene.kind == Kind::Faces || content.scene.kind == Kind::BrainAndFaces))
        paintFaces(painter, content, step, colors);
    paintFoot(painter, content, colors);
    painter.restore();
}

} // namespace fusiform
