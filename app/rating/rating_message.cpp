// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rating/rating_message.h"

#include "app/rating/rating_look.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

namespace fusiform {

RatingMessage::RatingMessage(QWidget* parent)
    : QWidget(parent),
      m_title(new QLabel(this)),
      m_text(new QLabel(this)),
      m_column(new QWidget(this))
{
    setObjectName(QStringLiteral("ratingMessage"));
    // Own colours: the session looks the same in every theme.
    setStyleSheet(
        QStringLiteral("#ratingMessage { background: %1; } QLabel { color: %2; font-size: 18px; } "
                       "QLabel#ratingTitle { font-size: 30px; font-weight: 600; } "
                       "QLabel[role=\"key\"] { border: 1px solid %2; border-radius: 5px; "
                       "padding: 5px 14px; font-size: 15px; } "
                       "QLabel[role=\"meaning\"] { font-size: 15px; }")
            .arg(ratingLook::kGround.name(), ratingLook::kText.name()));
    setAttribute(Qt::WA_StyledBackground);
    m_title->setObjectName(QStringLiteral("ratingTitle"));
    m_text->setObjectName(QStringLiteral("ratingText"));
    for (QLabel* const label : {m_title, m_text}) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    constexpr int kLineWidth = 640; // pixels: about 70 letters
    m_column->setFixedWidth(kLineWidth);
    auto* const column = new QVBoxLayout(m_column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(22);
    column->addWidget(m_title);
    column->addWidget(m_text);
    auto* const across = new QHBoxLayout;
    across->addStretch(1);
    across->addWidget(m_column);
    across->addStretch(1);
    auto* const layout = new QVBoxLayout(this);
    layout->addStretch(2);
    layout->addLayout(across);
    layout->addStretch(3);
}

void RatingMessage::say(const QString& title, const QString& text, const std::vector<KeyLine>& keys)
{
    m_title->setText(title);
    m_text->setText(text);
    delete m_keys;
    m_keys = new QWidget(m_column);
    auto* const grid = new QGridLayout(m_keys);
    grid->setContentsMargins(0, 8, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    grid->setColumnStretch(1, 1);
    for (const KeyLine& line : keys) {
        auto* const key = new QLabel(line.key, m_keys);
        key->setProperty("role", QStringLiteral("key"));
        key->setAlignment(Qt::AlignCenter);
        auto* const meaning = new QLabel(line.meaning, m_keys);
        meaning->setProperty("role", QStringLiteral("meaning"));
        meaning->setWordWrap(true);
        const int row = grid->rowCount();
        grid->addWidget(key, row, 0);
        grid->addWidget(meaning, row, 1);
    }
    m_column->layout()->addWidget(m_keys);
}

} // namespace fusiform
