// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace fusiform {

/// One message that lies over the lower edge of its parent, until the user closes it or another
/// comes: nothing moves under the mouse when it comes and goes.
class MessageBar final : public QFrame {
    Q_OBJECT
public:
    enum class Kind { Information, Warning, Problem };
    explicit MessageBar(QWidget* parent = nullptr);

    void show(Kind kind, const QString& text);
    /// A question that one button answers; accepted() comes when it is pressed.
    void offer(const QString& text, const QString& choice);
    [[nodiscard]] QString text() const;

Q_SIGNALS:
    void accepted();

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    /// Of the parent, whose size it follows.
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void place();
    void refreshIcon();
    QLabel* m_icon;
    QLabel* m_text;
    QPushButton* m_choice;
    Kind m_kind = Kind::Information;
};

} // namespace fusiform
