// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <vector>

class QLabel;

namespace fusiform {

/// A key and what it does.
struct KeyLine {
    QString key;
    QString meaning;
};

/// A page of a rating session without pictures: what comes, and which keys there are.
class RatingMessage final : public QWidget {
    Q_OBJECT
public:
    explicit RatingMessage(QWidget* parent = nullptr);

    void say(const QString& title, const QString& text, const std::vector<KeyLine>& keys);

private:
    QLabel* m_title;
    QLabel* m_text;
    QWidget* m_column;
    QWidget* m_keys = nullptr;
};

} // namespace fusiform
