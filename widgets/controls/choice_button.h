// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace fusiform {

/// A large choice: an icon, what it does in one word or two, and a line that explains it.
class ChoiceButton final : public QAbstractButton {
    Q_OBJECT
public:
    ChoiceButton(const char* icon, const QString& title, const QString& text,
                 QWidget* parent = nullptr);
    void setExplanation(const QString& text);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    [[nodiscard]] QFont titleFont() const;
    [[nodiscard]] int textHeight(int width) const;

    const char* m_icon;
    QString m_explanation;
};

} // namespace fusiform
