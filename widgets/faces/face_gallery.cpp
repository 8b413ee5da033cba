// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/face_gallery.h"

#include "widgets/controls/icons.h"
#include "widgets/faces/face_tile.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace fusiform {

namespace {
constexpr int kGalleryMargin = 12;
constexpr int kGalleryGap = 4;
constexpr int kGroupGap = 16;
constexpr int kSmallestTile = 52;
} // namespace

FaceGallery::FaceGallery(QWidget* parent)
    : QScrollArea(parent), m_canvas(new QWidget), m_placeholder(new QLabel(this))
{
    setObjectName(QStringLiteral("faceGallery"));
    setAccessibleName(tr("Faces: originals and reconstructions"));
    setWidget(m_canvas);
    setWidgetResizable(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFrameShape(QFrame::NoFrame);
    m_canvas->setObjectName(QStringLiteral("faceCanvas"));
    // Whoever shows the gallery gives it its background.
    m_canvas->setAutoFillBackground(false);
    viewport()->setAutoFillBackground(false);
    m_placeholder->setAlignment(Qt::AlignCenter);
    m_placeholder->setWordWrap(true);
    m_placeholder->setProperty("role", QStringLiteral("muted"));
    m_placeholder->setAttribute(Qt::WA_TransparentForMouseEvents);
}

void FaceGallery::setTable(const FaceTable& table)
{
    const auto isSameShape = [&] {
        if (table.names != m_table.names || table.rows.size() != m_table.rows.size())
            return false;
        return std::ranges::equal(table.rows, m_table.rows, [](const FaceRow& a, const FaceRow& b) {
            return a.id == b.id && a.title == b.title;
        });
    };
    const bool isRebuilt = !isSameShape();
    m_table = table;
    if (isRebuilt)
        rebuild();
    for (const FaceRow& row : m_table.rows)
        applyRow(row);
    m_placeholder->setVisible(m_table.isEmpty() && !m_placeholder->text().isEmpty());
}

void FaceGallery::setPlaceholder(const QString& text)
{
    m_placeholder->setText(text);
    m_placeholder->setVisible(m_table.isEmpty() && !text.isEmpty());
}

void FaceGallery::setFadeMilliseconds(int milliseconds)
{
    m_fade = milliseconds;
    for (const auto& [id, row] : m_rows)
        for (FaceTile* const tile : row.tiles)
            tile->setFadeMilliseconds(milliseconds);
}

void FaceGallery::rebuild()
{
    qDeleteAll(m_canvas->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly));
    m_names.clear();
    m_rows.clear();
    for (const QString& name : m_table.names) {
        auto* const label = new QLabel(name, m_canvas);
        label->setAlignment(Qt::AlignHCenter | Qt::AlignBottom);
        label->setProperty("role", QStringLiteral("faint"));
        m_names.push_back(label);
    }
    for (const FaceRow& row : m_table.rows) {
        RowWidgets& widgets = m_rows[row.id];
        for (int face = 0; face < m_table.faceCount(); ++face) {
            auto* const tile = new FaceTile(m_canvas);
            tile->setObjectName(QStringLiteral("face/%1/%2").arg(row.id).arg(face));
            tile->setFadeMilliseconds(m_fade);
            tile->setRankOf(row.id == originalRowId() ? 0 : m_table.faceCount());
            tile->setHidden(m_areOriginalsHidden && row.id == originalRowId());
            connect(tile, &FaceTile::pressed, this, [this, face] { Q_EMIT facePressed(face); });
            connect(tile, &FaceTile::menuRequested, this,
                    [this, id = row.id, face](const QPoint& at) { showMenu(id, face, at); });
            widgets.tiles.push_back(tile);
        }
    }
    arrange();
    for (QWidget* const child :
         m_canvas->findChildren<QWidget*>(QString(), Qt::FindDirectChildrenOnly))
        child->show();
}

void FaceGallery::setRow(const FaceRow& row)
{
    for (FaceRow& known : m_table.rows) {
        if (known.id != row.id || row.cells.size() != m_table.names.size())
            continue;
        known = row;
        applyRow(row);
    }
}

void FaceGallery::applyRow(const FaceRow& row)
{
    const auto found = m_rows.find(row.id);
    if (found == m_rows.end())
        return;
    for (std::size_t face = 0; face < found->second.tiles.size() && face < row.cells.size();
         ++face) {
        FaceTile* const tile = found->second.tiles[face];
        const FaceCell& cell = row.cells[face];
        const QString& name = m_table.names[face];
        tile->setCell(cell);
        if (cell.rank > 0)
            tile->setToolTip(tr("%1, read by %2: the true face has rank %3 of %4 (r = %5)")
                                 .arg(name, row.title)
                                 .arg(cell.rank)
                                 .arg(m_table.faceCount())
                                 .arg(QLocale().toString(cell.correlation, 'f', 2)));
        else
            tile->setToolTip(tr("%1, %2").arg(name, row.title));
        tile->setAccessibleName(tile->toolTip());
    }
    for (QLabel* const title : found->second.titles)
        title->setToolTip(row.note);
}

void FaceGallery::setRowStale(const QString& rowId, bool isStale)
{
    const auto found = m_rows.find(rowId);
    if (found == m_rows.end())
        return;
    for (FaceTile* const tile : found->second.tiles)
        tile->setStale(isStale);
}

void FaceGallery::setOriginalsHidden(bool isHidden)
{
    m_areOriginalsHidden = isHidden;
    const auto found = m_rows.find(originalRowId());
    if (found == m_rows.end())
        return;
    for (FaceTile* const tile : found->second.tiles)
        tile->setHidden(isHidden);
    for (QLabel* const name : m_names)
        name->setVisible(!isHidden);
}

FaceTile* FaceGallery::tile(const QString& rowId, int face) const
{
    const auto found = m_rows.find(rowId);
    const bool isThere
        = found != m_rows.end() && face >= 0 && face < static_cast<int>(found->second.tiles.size());
    return isThere ? found->second.tiles[static_cast<std::size_t>(face)] : nullptr;
}

int FaceGallery::titleWidth() const
{
    int widest = 0;
    for (const FaceRow& row : m_table.rows)
        widest = std::max(widest, fontMetrics().horizontalAdvance(row.title));
    return std::min(widest + 10, 120);
}

FaceGallery::Arrangement FaceGallery::best(const QSize& room) const
{
    const int faces = m_table.faceCount();
    const int rows = static_cast<int>(m_table.rows.size());
    const int nameHeight = fontMetrics().height() + 2;
    Arrangement best;
    double bestScore = -1;
    for (int columns = 1; columns <= faces; ++columns) {
        const int groups = (faces + columns - 1) / columns;
        const int byWidth
            = (room.width() - 2 * kGalleryMargin - titleWidth() - (columns - 1) * kGalleryGap)
              / columns;
        const int fixedHeight = 2 * kGalleryMargin + (groups - 1) * kGroupGap
                                + groups * (nameHeight + (rows - 1) * kGalleryGap);
        const int byHeight = (room.height() - fixedHeight) / (groups * rows);
        const int tile = std::min({byWidth, byHeight, m_largestTile});
        // Full groups look better than a last one with a single face.
        const double score = tile + (faces % columns == 0 ? 4.0 : 0.0);
        if (tile >= kSmallestTile && score > bestScore) {
            bestScore = score;
            best = {columns, tile, groups};
        }
    }
    if (bestScore >= 0)
        return best;
    // Too small for everything at once: scroll, with tiles of a useful size.
    const int usable = std::max(kSmallestTile, room.width() - 2 * kGalleryMargin - titleWidth());
    const int columns
        = std::clamp((usable + kGalleryGap) / (60 + kGalleryGap), 1, std::max(1, faces));
    return {columns, std::max(kSmallestTile, (usable - (columns - 1) * kGalleryGap) / columns),
            (faces + columns - 1) / columns};
}

void FaceGallery::arrange()
{
    m_placeholder->setGeometry(viewport()->rect().adjusted(24, 0, -24, 0));
    if (m_table.isEmpty()) {
        m_canvas->resize(viewport()->size());
        return;
    }
    const Arrangement layout = best(viewport()->size());
    m_tileSize = layout.tile;
    const int nameHeight = fontMetrics().height() + 2;
    const int rows = static_cast<int>(m_table.rows.size());
    const int groupHeight = nameHeight + rows * layout.tile + (rows - 1) * kGalleryGap;
    const int left = kGalleryMargin + titleWidth();
    const int usedWidth
        = left + layout.columns * (layout.tile + kGalleryGap) - kGalleryGap + kGalleryMargin;
    const int indent = std::max(0, (viewport()->width() - usedWidth) / 2);
    for (int face = 0; face < m_table.faceCount(); ++face) {
        const int group = face / layout.columns;
        const int x = indent + left + (face % layout.columns) * (layout.tile + kGalleryGap);
        int y = kGalleryMargin + group * (groupHeight + kGroupGap);
        m_names[static_cast<std::size_t>(face)]->setGeometry(x, y, layout.tile, nameHeight - 2);
        y += nameHeight;
        for (const FaceRow& row : m_table.rows) {
            m_rows[row.id].tiles[static_cast<std::size_t>(face)]->setGeometry(x, y, layout.tile,
                                                                              layout.tile);
            y += layout.tile + kGalleryGap;
        }
    }
    for (const FaceRow& row : m_table.rows) {
        std::vector<QLabel*>& titles = m_rows[row.id].titles;
        while (static_cast<int>(titles.size()) < layout.groups) {
            auto* const title = new QLabel(row.title, m_canvas);
            title->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
            title->setProperty("role", QStringLiteral("muted"));
            title->setToolTip(row.note);
            titles.push_back(title);
        }
        for (std::size_t group = 0; group < titles.size(); ++group) {
            const int order = static_cast<int>(&row - m_table.rows.data());
            const int y = kGalleryMargin + static_cast<int>(group) * (groupHeight + kGroupGap)
                          + nameHeight + order * (layout.tile + kGalleryGap);
            titles[group]->setGeometry(indent + kGalleryMargin, y, titleWidth() - 10, layout.tile);
            titles[group]->setVisible(static_cast<int>(group) < layout.groups);
        }
    }
    const int height
        = 2 * kGalleryMargin + layout.groups * groupHeight + (layout.groups - 1) * kGroupGap;
    m_canvas->resize(viewport()->width(), std::max(height, viewport()->height()));
}

void FaceGallery::showMenu(const QString& rowId, int face, const QPoint& at)
{
    const FaceTile* const chosen = tile(rowId, face);
    if (!chosen || chosen->cell().picture.isNull() || chosen->isPictureHidden())
        return;
    const QImage picture = chosen->cell().picture;
    const QString name = m_table.names[static_cast<std::size_t>(face)];
    QMenu menu(this);
    QAction* const copy = menu.addAction(themedIcon("copy"), tr("Copy picture"));
    QAction* const save = menu.addAction(themedIcon("image-down"), tr("Save picture…"));
    QAction* const enlarge = menu.addAction(themedIcon("maximize"), tr("Compare enlarged"));
    const QAction* const done = menu.exec(at);
    if (done == copy)
        QGuiApplication::clipboard()->setImage(picture);
    else if (done == save)
        Q_EMIT saveRequested(picture, QStringLiteral("%1_%2.png").arg(name, rowId));
    else if (done == enlarge)
        Q_EMIT facePressed(face);
}

void FaceGallery::resizeEvent(QResizeEvent* event)
{
    QScrollArea::resizeEvent(event);
    arrange();
}

void FaceGallery::changeEvent(QEvent* event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        arrange();
}

} // namespace fusiform
