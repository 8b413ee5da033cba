// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces/explorer_history.h"
#include "app/faces/latent_engine.h"
#include "app/jobs/job_runner.h"
#include "widgets/faces/carried_face.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace fusiform {

class AttributeSliders;
class CodeBars;
class FaceSlot;
class MixRow;

/// The latent explorer: a face made of others and moved along axes, its code, and which pictures it
/// is near.
class ExplorerPanel final : public QWidget {
    Q_OBJECT
public:
    explicit ExplorerPanel(QWidget* parent = nullptr);

    /// Faces that were placed are coded anew.
    void setModel(std::shared_ptr<const ExploredModel> model);
    /// @param pictures null: being coded, or none
    void setPictures(std::shared_ptr<const ExploredPictures> pictures);
    /// Puts the picture of a file where the next face goes.
    void placeFile(const QString& file);
    [[nodiscard]] const Eigen::VectorXd& code() const { return m_code; }
    [[nodiscard]] QUndoStack& undoStack() { return m_history.stack(); }
    /// A's picture, and the face that is shown.
    [[nodiscard]] report::NetworkPictures networkPictures() const;

Q_SIGNALS:
    void problem(const QString& text);
    void faceShown(); ///< of the latest code, or of one on the way to it
    void axesRequested();
    void saveRequested(const QImage& picture, const QString& suggestedName);

private:
    [[nodiscard]] QWidget* makeFace();
    [[nodiscard]] QVBoxLayout* makeButtons();
    [[nodiscard]] QWidget* makeNear();
    [[nodiscard]] QWidget* makeSide();
    void place(std::size_t slot, CarriedFace face);
    /// A face with its code is put there.
    void take(std::size_t slot, const CarriedFace& face);
    /// Codes the pictures of faces that have no code of the model shown.
    void codeFaces();
    void placeRandom();
    [[nodiscard]] ExplorerState state() const;
    void restore(const ExplorerState& state);
    /// The slider that was moved, by its attribute.
    [[nodiscard]] QString movedAttribute() const;
    void showAxes();
    void clearAmounts();
    void reset();
    void refresh();
    void showFace(const QImage& face, double milliseconds);
    void showNear(const std::vector<NearPicture>& pictures);
    void showPlace();
    void showMenu(const QPoint& at);
    [[nodiscard]] QString caption() const;
    [[nodiscard]] CarriedFace shownFace() const;
    [[nodiscard]] face_model::AxisKind axisKind() const;
    [[nodiscard]] bool hasCode(const CarriedFace& face) const;

    std::shared_ptr<const ExploredModel> m_model;
    std::shared_ptr<const ExploredPictures> m_pictures;
    Eigen::VectorXd m_code; ///< what is shown
    Eigen::VectorXd m_own; ///< added to single latents by hand; empty: nothing
    std::uint64_t m_seed = 0;

    MixRow* m_mix;
    FaceSlot* m_original; ///< the picture of A beside what the model makes of it
    FaceSlot* m_face;
    QWidget* m_originalColumn;
    QLabel* m_originalCaption;
    QLabel* m_caption;
    QLabel* m_speed;
    QLabel* m_place; ///< how usual the code is
    CodeBars* m_bars;
    QPushButton* m_random;
    QPushButton* m_reset;
    std::vector<FaceSlot*> m_near;
    QLabel* m_nearTitle;
    QComboBox* m_axisKind;
    AttributeSliders* m_sliders;
    QStackedWidget* m_side;
    QLabel* m_noAxes;
    ExplorerHistory m_history;
    LatentEngine m_engine;
    JobRunner m_reading; // last: joined before anything it reports to goes
};

} // namespace fusiform
