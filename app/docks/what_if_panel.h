// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"
#include "app/live/what_if_engine.h"
#include "app/session/session.h"

#include <QWidget>

class QComboBox;
class QLabel;

namespace fusiform {

class FaceGallery;

/// Two regions side by side: the faces of A, of B, of both together, and of A with B silenced.
class WhatIfPanel final : public QWidget {
    Q_OBJECT
public:
    WhatIfPanel(Session& session, LivePipeline& live, QWidget* parent = nullptr);

Q_SIGNALS:
    void saveRequested(const QImage& picture, const QString& suggestedName);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void refresh(Session::Changes changes);
    void fillChoices();
    void makeTable();
    void ask();
    void showRow(const WhatIfRow& row);
    [[nodiscard]] std::shared_ptr<const roi::Region> chosen(const QComboBox* box) const;
    [[nodiscard]] QString nameOf(WhatIf kind) const;

    Session& m_session;
    WhatIfEngine m_engine;
    QComboBox* m_a;
    QComboBox* m_b;
    std::array<QLabel*, kWhatIfs.size()> m_numbers;
    FaceGallery* m_gallery;
    std::vector<QImage> m_originals;
};

} // namespace fusiform
