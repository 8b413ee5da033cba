// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"

#include <QWidget>

class QAction;
class QComboBox;
class QDoubleSpinBox;
class QToolButton;

namespace fusiform {

/// Which decoder reads the codes, how strong its ridge is, and what becomes of the bias.
class DecoderControls final : public QWidget {
    Q_OBJECT
public:
    explicit DecoderControls(Session& session, QWidget* parent = nullptr);

    void setChoosing(bool isChoosing);

Q_SIGNALS:
    /// The ridge is to be chosen on training faces.
    void ridgeWanted();

private:
    void refresh(Session::Changes changes);
    void showAvailable();
    void showOptions();
    void change(const std::function<void(decode::DecodeOptions&)>& change);

    Session& m_session;
    QComboBox* m_decoder;
    QDoubleSpinBox* m_ridge;
    QToolButton* m_choose;
    QToolButton* m_more;
    QAction* m_bias;
    QAction* m_inSd;
};

} // namespace fusiform
