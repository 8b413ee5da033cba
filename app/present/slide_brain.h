// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/map_engine.h"
#include "core/present/brain_look.h"
#include "widgets/brain/brain_view.h"

#include <QVariantAnimation>
#include <QWidget>

namespace fusiform {

/// The brain of a slide: shown as a look that was kept says, with a smooth way from one look to the
/// next.
class SlideBrain final : public QWidget {
    Q_OBJECT
public:
    explicit SlideBrain(const QString& glProblem, QWidget* parent = nullptr);
    ~SlideBrain() override;

    [[nodiscard]] bool isThreeDimensional() const { return m_view->isThreeDimensional(); }
    /// What the brain is of. @param surface as the window shows it; null: none yet
    void setSource(std::shared_ptr<const OpenedFit> opened,
                   std::shared_ptr<const scene::BrainSurface> surface);

    struct Shown {
        present::BrainLook look;
        std::shared_ptr<const roi::Region> region; ///< drawn on it; null: none
        std::shared_ptr<const roi::Region> decoded; ///< that a map of evidence is of
        std::size_t model = 0;
        decode::DecodeOptions options;
    };
    enum class Move { AtOnce, Smoothly };
    void show(const Shown& shown, Move move);
    [[nodiscard]] bool isMoving() const;
    /// Whether a map has not come yet.
    [[nodiscard]] bool isWaiting() const { return m_answered < m_asked; }
    [[nodiscard]] const present::BrainLook& look() const { return m_now; }
    /// The camera elsewhere, at once.
    void turnTo(const present::BrainLook& look);
    /// Null where there is no OpenGL.
    [[nodiscard]] QImage picture(const QSize& pixels, BrainPicture::Ground ground);

Q_SIGNALS:
    /// The map has come: pictures made before are out of date.
    void mapShown();
    /// The camera has arrived.
    void arrived();

private:
    [[nodiscard]] std::optional<MapRequest> requestFor(const Shown& shown) const;
    void showMap(const MapRequest& request);
    void paint(const MadeMap& made);

    BrainView* m_view;
    std::shared_ptr<const OpenedFit> m_opened;
    QVariantAnimation m_way;
    present::BrainLook m_from;
    present::BrainLook m_to;
    present::BrainLook m_now;
    std::optional<MapRequest> m_map; ///< of what is shown or on its way
    present::PaintedMap m_painted; ///< its thresholds
    std::vector<std::shared_ptr<const MadeMap>> m_made; ///< kept, for slides that are gone back to
    std::uint64_t m_asked = 0;
    std::uint64_t m_answered = 0;
    MapEngine m_engine; // last: it reports to what stands above
};

} // namespace fusiform
