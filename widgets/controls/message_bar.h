// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;

namespace fusiform {

/// One message across the top of the work area, until the user closes it or another comes.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Warning, Problem };
    explicit MessageBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& text);
    [[nodiscard]] QString text() const;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void refreshIcon();
    QLabel* m_icon;
    QLabel* m_text;
    Kind m_kind = Kind::Information;
};

} // namespace fusiform
