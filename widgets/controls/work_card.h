// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QImage>

namespace fusiform {

/// Something that was worked on: its picture, its name, and where it lies.
class WorkCard final : public QAbstractButton {
    Q_OBJECT
public:
    /// @param icon stands where there is no picture
    WorkCard(const QImage& picture, const char* icon, const QString& title, const QString& place,
             QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] int pictureHeight() const;
    void paintPicture(QPainter& painter) const;

    QImage m_picture;
    const char* m_icon;
    QString m_place;
};

} // namespace fusiform
