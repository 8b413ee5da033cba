// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/preference_engine.h"
#include "app/session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QSpinBox;
class QToolButton;
class QVBoxLayout;

namespace fusiform {

class FaceTile;

/// The faces that the voxel under the mouse prefers; with the mouse elsewhere, those of the active
/// region. Pinned ones stay for comparison.
class PreferencePanel final : public QWidget {
    Q_OBJECT
public:
    PreferencePanel(Session& session, std::shared_ptr<ModelShelf> shelf, QWidget* parent = nullptr);

    /// None: the mouse is not on the brain.
    void setHovered(const std::optional<image::MmPoint>& at);
    void pin();

    static constexpr int kMostPins = 6;

protected:
    void showEvent(QShowEvent* event) override;

private:
    class Strip;
    void refresh(Session::Changes changes);
    void ask();
    void showFaces(const std::shared_ptr<const PreferredFaces>& faces);
    [[nodiscard]] QString titleOf(const PreferredFaces& faces) const;

    Session& m_session;
    PreferenceEngine m_engine;
    std::optional<image::Index> m_hovered; ///< voxel of the mask under the mouse
    std::shared_ptr<const PreferredFaces> m_shown;
    QLabel* m_title;
    QLabel* m_speed;
    Strip* m_strip;
    QComboBox* m_kind;
    QSpinBox* m_deviations;
    QToolButton* m_pin;
    QVBoxLayout* m_pins;
};

} // namespace fusiform
