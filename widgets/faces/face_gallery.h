// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/faces/face_rows.h"

#include <QLabel>
#include <QScrollArea>

#include <map>
#include <vector>

namespace fusiform {

class FaceTile;

/// Original faces and, right below each, what every face model reads from the brain. Tiles are made
/// as large as the space allows; groups of faces wrap.
class FaceGallery final : public QScrollArea {
    Q_OBJECT
public:
    explicit FaceGallery(QWidget* parent = nullptr);

    /// Replaces all faces and rows. Tiles whose row and name stay keep their place and cross-fade.
    void setTable(const FaceTable& table);
    /// Replaces one row's pictures. Ignored if there is no such row or the counts differ.
    void setRow(const FaceRow& row);
    /// A row whose pictures belong to an older region is shown faded.
    void setRowStale(const QString& rowId, bool isStale);
    void setOriginalsHidden(bool isHidden);
    void setPlaceholder(const QString& text);
    void setLargestTile(int pixels) { m_largestTile = pixels; }
    void setFadeMilliseconds(int milliseconds);

    [[nodiscard]] const FaceTable& table() const { return m_table; }
    [[nodiscard]] FaceTile* tile(const QString& rowId, int face) const;
    [[nodiscard]] int tileSize() const { return m_tileSize; }

Q_SIGNALS:
    void facePressed(int face);
    void saveRequested(const QImage& picture, const QString& suggestedName);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    struct RowWidgets {
        std::vector<FaceTile*> tiles;
        std::vector<QLabel*> titles; ///< one a group
    };
    struct Arrangement {
        int columns = 1;
        int tile = 0;
        int groups = 1;
    };
    void rebuild();
    void arrange();
    void applyRow(const FaceRow& row);
    void showMenu(const QString& rowId, int face, const QPoint& at);
    [[nodiscard]] Arrangement best(const QSize& room) const;
    [[nodiscard]] int titleWidth() const;

    FaceTable m_table;
    QWidget* m_canvas;
    QLabel* m_placeholder;
    std::vector<QLabel*> m_names;
    std::map<QString, RowWidgets> m_rows;
    int m_tileSize = 0;
    int m_largestTile = 160;
    int m_fade = 180;
    bool m_areOriginalsHidden = false;
};

} // namespace fusiform
