// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"
#include "app/live/training_check.h"
#include "app/session/session.h"

#include <QImage>
#include <QWidget>

class QComboBox;
class QLabel;

namespace fusiform {

class DecoderControls;
class IdentificationMatrix;

/// Which decoded face resembles which true face, for one face model of the fit and one decoder; and
/// beside it the score of training faces, which no look at test faces can spoil.
class IdentificationPanel final : public QWidget {
    Q_OBJECT
public:
    IdentificationPanel(Session& session, LivePipeline& live, QWidget* parent = nullptr);

private:
    void refresh(Session::Changes changes);
    void keep(std::shared_ptr<const LiveResult> result);
    void show();
    void check();
    void showTraining(const TrainingCheckResult& result);
    [[nodiscard]] TrainingCheckRequest request() const;

    Session& m_session;
    QComboBox* m_model;
    DecoderControls* m_decoder;
    QLabel* m_scores;
    QLabel* m_training;
    IdentificationMatrix* m_matrix;
    std::vector<QImage> m_originals;
    std::vector<std::shared_ptr<const LiveResult>> m_results; ///< one a model
    TrainingCheck m_check;
    TrainingCheckRequest m_trained; ///< what m_training says
    bool m_canCheck = false; ///< the fit has folds for the model that is chosen
};

} // namespace fusiform
