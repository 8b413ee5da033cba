// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"
#include "app/session/session.h"

#include <QImage>
#include <QWidget>

class QComboBox;
class QLabel;

namespace fusiform {

class IdentificationMatrix;

/// Which decoded face resembles which true face, for one face model of the fit.
class IdentificationPanel final : public QWidget {
    Q_OBJECT
public:
    IdentificationPanel(Session& session, LivePipeline& live, QWidget* parent = nullptr);

private:
    void refresh(Session::Changes changes);
    void keep(std::shared_ptr<const LiveResult> result);
    void show();

    Session& m_session;
    QComboBox* m_model;
    QLabel* m_scores;
    IdentificationMatrix* m_matrix;
    std::vector<QImage> m_originals;
    std::vector<std::shared_ptr<const LiveResult>> m_results; ///< one a model
};

} // namespace fusiform
