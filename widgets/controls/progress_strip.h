// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTimer>
#include <QWidget>

namespace fusiform {

/// A thin line at the edge of a panel: how far the work it waits for has come.
class ProgressStrip final : public QWidget {
    Q_OBJECT
public:
    explicit ProgressStrip(QWidget* parent = nullptr);

    /// @param share 0..1; negative: running, no one knows how long.
    void setRunning(double share = -1);
    void setIdle();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }
    [[nodiscard]] QSize sizeHint() const override { return {40, 3}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QTimer m_timer;
    double m_share = -1;
    double m_phase = 0;
    bool m_isRunning = false;
};

} // namespace fusiform
