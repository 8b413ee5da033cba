// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/slide_brain.h"
#include "app/present/slide_painter.h"

#include <QWidget>

namespace fusiform {

/// Shows one slide as large as it can be, its brain alive.
class SlideStage final : public QWidget {
    Q_OBJECT
public:
    explicit SlideStage(const QString& glProblem, QWidget* parent = nullptr);

    [[nodiscard]] SlideBrain& brain() { return *m_brain; }
    [[nodiscard]] const SlideContent& content() const { return m_content; }
    void show(SlideContent content, const present::SceneStep& step, const SlideBrain::Shown& brain,
              SlideBrain::Move move);
    /// Nothing is shown but these words.
    void showNothing(const QString& words);
    /// Whether the slide stands out from what is around it: for work, not for an audience.
    void setFramed(bool isFramed) { m_isFramed = isFramed; }
    void setBlack(bool isBlack);
    [[nodiscard]] bool isBlack() const { return m_isBlack; }

    [[nodiscard]] QSize sizeHint() const override { return {800, 450}; }

Q_SIGNALS:
    void pressed(Qt::MouseButton button);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void placeBrain();
    [[nodiscard]] QRectF slide() const;

    SlideBrain* m_brain;
    SlideContent m_content;
    present::SceneStep m_step;
    QString m_words; ///< instead of a slide
    bool m_isFramed = false;
    bool m_isBlack = false;
};

} // namespace fusiform
