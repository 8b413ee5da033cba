// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/rating/rating.h"

#include <QElapsedTimer>
#include <QImage>
#include <QWidget>

#include <optional>

namespace fusiform {

/// The three pictures of a trial, of any sizes: all are shown as large as each other.
struct StagedFaces {
    QImage original;
    QImage left;
    QImage right;
};

/// A face and two below it on neutral grey. All three appear in one drawing, scaled beforehand, and
/// the time runs from that drawing. Names nothing but the keys.
class RatingStage final : public QWidget {
    Q_OBJECT
public:
    explicit RatingStage(QWidget* parent = nullptr);

    void setFaces(const StagedFaces& faces);
    /// Scaled while the present ones are looked at.
    void prepare(const StagedFaces& next);
    /// Frames what was chosen and takes the other back a little.
    void mark(rating::Side chosen);
    /// One line between the original and the two below.
    void setQuestion(const QString& text);
    /// In its place, to be seen, until there are other faces.
    void setAnswer(const QString& text);
    /// At the lower edge; nothing: no line.
    void setProgress(std::optional<double> share);
    void setHelp(const QString& text);
    [[nodiscard]] const QString& question() const { return m_question; }
    [[nodiscard]] const QString& answer() const { return m_answer; }
    [[nodiscard]] const QString& help() const { return m_help; }
    /// Since the faces were drawn; nothing before that.
    [[nodiscard]] std::optional<double> secondsShown() const;
    [[nodiscard]] std::optional<rating::Side> marked() const { return m_marked; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Places {
        QRect original;
        QRect left;
        QRect right;
    };
    [[nodiscard]] Places places() const;
    [[nodiscard]] StagedFaces scaled(const StagedFaces& faces) const;
    void drawChoice(QPainter& painter, const QImage& face, const QRect& at, rating::Side side);

    StagedFaces m_faces;
    StagedFaces m_scaled;
    StagedFaces m_next;
    StagedFaces m_nextScaled;
    std::optional<rating::Side> m_marked;
    std::optional<double> m_progress;
    QString m_question;
    QString m_answer;
    QString m_help;
    QElapsedTimer m_shown;
};

} // namespace fusiform
