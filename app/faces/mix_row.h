// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/latent_mix.h"
#include "widgets/faces/carried_face.h"

#include <QWidget>

class QButtonGroup;
class QHBoxLayout;
class QLabel;
class QSlider;
class QVBoxLayout;

namespace fusiform {

class FaceSlot;

/// Faces, and how one is made of them.
struct FaceMix {
    face_model::MixKind kind = face_model::MixKind::One;
    std::array<CarriedFace, 3> faces; ///< A, B, C; those beyond facesOf(kind) are not shown
    int position = 0; ///< between A and B, percent

    [[nodiscard]] std::size_t count() const { return face_model::facesOf(kind); }
};

/// A [sign or handle] B [sign] C: the places of faces, and how they are mixed.
class MixRow final : public QWidget {
    Q_OBJECT
public:
    explicit MixRow(QWidget* parent = nullptr);

    [[nodiscard]] const FaceMix& mix() const { return m_mix; }
    /// Emits nothing.
    void setMix(const FaceMix& mix);
    void setFace(std::size_t place, const CarriedFace& face);
    /// The first empty place of those that are shown, else A.
    [[nodiscard]] std::size_t freePlace() const;
    /// "Face A"
    [[nodiscard]] QString placeName(std::size_t place) const;
    void addButtons(QVBoxLayout* buttons);

Q_SIGNALS:
    void dropped(std::size_t place, const fusiform::CarriedFace& face);
    void kindChosen(const QString& name);
    void positionMoved();

private:
    [[nodiscard]] QVBoxLayout* makeKinds();
    void showKind();

    FaceMix m_mix;
    std::array<FaceSlot*, 3> m_places;
    QButtonGroup* m_kinds;
    QSlider* m_position;
    std::array<QLabel*, 2> m_signs;
    QHBoxLayout* m_line;
};

} // namespace fusiform
