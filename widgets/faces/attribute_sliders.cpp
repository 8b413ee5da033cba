// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/attribute_sliders.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

#include <cmath>
#include <map>

namespace fusiform {

namespace {
constexpr int kSteps = 50; // to an amount of 1
}

AttributeSliders::AttributeSliders(QWidget* parent) : QScrollArea(parent), m_canvas(new QWidget)
{
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* const layout = new QVBoxLayout(m_canvas);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(2);
    layout->addStretch(1);
    setWidget(m_canvas);
}

AttributeSliders::Row AttributeSliders::makeRow(const AttributeRow& row)
{
    auto* const line = new QWidget(m_canvas);
    auto* const name = new QPushButton(line);
    auto* const slider = new QSlider(Qt::Horizontal, line);
    auto* const amount = new QLabel(line);
    name->setText(row.name);
    name->setToolTip(row.tip);
    name->setFlat(true);
    name->setFixedWidth(148);
    name->setFocusPolicy(Qt::NoFocus);
    name->setAccessibleName(tr("Back to 0: %1").arg(row.name));
    name->setProperty("role", QStringLiteral("attribute"));
    const int reach = static_cast<int>(kReach * kSteps);
    slider->setRange(-reach, reach);
    slider->setPageStep(kSteps / 2);
    slider->setAccessibleName(row.name);
    slider->setToolTip(row.tip);
    slider->setProperty("role", QStringLiteral("bipolar"));
    slider->setTickPosition(QSlider::NoTicks);
    amount->setFixedWidth(36);
    amount->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* const accuracy = new QLabel(tr("%1 %").arg(std::lround(100 * row.accuracy)), line);
    accuracy->setFixedWidth(40);
    accuracy->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    accuracy->setProperty("role", QStringLiteral("faint"));
    accuracy->setToolTip(tr("How often the axis tells this attribute of pictures that it was not "
                            "found on (balanced, held out)"));
    auto* const layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(name);
    layout->addWidget(slider, 1);
    layout->addWidget(amount);
    layout->addWidget(accuracy);
    const Row made{row.name, line, slider, amount};
    connect(name, &QPushButton::clicked, slider, [slider] { slider->setValue(0); });
    connect(slider, &QSlider::valueChanged, this, [this, made] {
        showAmount(made);
        Q_EMIT changed();
    });
    showAmount(made);
    return made;
}

void AttributeSliders::showAmount(const Row& row) const
{
    const int value = row.slider->value();
    const double amount = value / static_cast<double>(kSteps);
    const QString text = QLocale().toString(std::abs(amount), 'f', 1);
    // A minus as wide as the plus.
    row.amount->setText(value == 0  ? QString()
                        : value < 0 ? QChar(0x2212) + text
                                    : QLatin1Char('+') + text);
}

void AttributeSliders::setRows(const std::vector<AttributeRow>& rows)
{
    std::map<QString, int> values;
    for (const Row& row : m_rows) {
        values[row.name] = row.slider->value();
        row.line->deleteLater();
        row.line->hide();
    }
    m_rows.clear();
    auto* const layout = static_cast<QVBoxLayout*>(m_canvas->layout());
    for (const AttributeRow& row : rows) {
        m_rows.push_back(makeRow(row));
        layout->insertWidget(static_cast<int>(m_rows.size()) - 1, m_rows.back().line);
        const QSignalBlocker blocker(m_rows.back().slider);
        m_rows.back().slider->setValue(values[row.name]);
        showAmount(m_rows.back());
    }
}

std::vector<double> AttributeSliders::amounts() const
{
    std::vector<double> amounts;
    for (const Row& row : m_rows)
        amounts.push_back(row.slider->value() / static_cast<double>(kSteps));
    return amounts;
}

void AttributeSliders::setAmounts(const std::vector<double>& amounts)
{
    for (std::size_t r = 0; r < m_rows.size() && r < amounts.size(); ++r) {
        const QSignalBlocker blocker(m_rows[r].slider);
        m_rows[r].slider->setValue(static_cast<int>(std::lround(amounts[r] * kSteps)));
        showAmount(m_rows[r]);
    }
}

void AttributeSliders::setFilter(const QString& text)
{
    for (const Row& row : m_rows)
        row.line->setVisible(row.name.contains(text.trimmed(), Qt::CaseInsensitive));
}

} // namespace fusiform
