// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/brain_tools.h"

#include "app/docks/paint_tool.h"
#include "widgets/controls/icons.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QToolButton>

#include <cmath>

namespace fusiform {

namespace {

QDoubleSpinBox* radiusBox(const char* name, const QString& title, double value, QWidget* parent)
{
    auto* const box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(title);
    box->setToolTip(title + BrainTools::tr(" ([ smaller, ] larger)"));
    box->setRange(PaintTool::kSmallestMm, PaintTool::kLargestMm);
    box->setDecimals(0);
    box->setValue(value);
    box->setSuffix(BrainTools::tr(" mm"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    box->setKeyboardTracking(false);
    return box;
}

} // namespace

BrainTools::BrainTools(QWidget* parent)
    : QWidget(parent),
      m_brushRadius(radiusBox("brushRadius", tr("Radius of the brush"), 6, this)),
      m_sphereRadius(radiusBox("sphereRadius", tr("Radius of the sphere"), 14, this)),
      m_tip(new QToolButton(this)),
      m_limit(new QToolButton(this))
{
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    QToolButton* const navigate = addTool(BrainTool::Navigate, "navigateTool", "mouse-pointer-2");
    navigate->setText(QChar(QChar::Nbsp) + tr("Look"));
    navigate->setToolTip(tr("A click moves the cursor, a drag turns the brain."));
    QToolButton* const brushButton = addTool(BrainTool::Brush, "brushTool", "brush");
    brushButton->setText(QChar(QChar::Nbsp) + tr("Brush"));
    brushButton->setToolTip(
        tr("Left paints on the active region, right erases; the faces follow. Space "
           "held: look (B)."));
    QToolButton* const sphere = addTool(BrainTool::Sphere, "sphereTool", "circle-dot");
    sphere->setText(QChar(QChar::Nbsp) + tr("Sphere"));
    sphere->setToolTip(
        tr("A click or drag in the brain makes a spherical region there; the faces follow (S)."));
    for (const auto& [tool, button] : m_buttons)
        layout->addWidget(button);
    m_tip->setObjectName(QStringLiteral("brushTip"));
    m_tip->setCheckable(true);
    m_tip->setChecked(true);
    m_tip->setToolTip(tr("Ball: paints through the slices. Disk: only in the slice."));
    connect(m_tip, &QToolButton::toggled, this, [this] {
        showTool();
        Q_EMIT brushChanged(brush());
    });
    m_limit->setObjectName(QStringLiteral("limitToMap"));
    m_limit->setCheckable(true);
    m_limit->setIcon(themedIcon("layers"));
    m_limit->setAccessibleName(tr("Paint only where the map is shown"));
    m_limit->setToolTip(
        tr("Paint only where the map is shown: voxels above its threshold. Otherwise everywhere "
           "in the brain mask."));
    connect(m_limit, &QToolButton::toggled, this, &BrainTools::limitToMapToggled);
    connect(m_brushRadius, &QDoubleSpinBox::valueChanged, this,
            [this] { Q_EMIT brushChanged(brush()); });
    connect(m_sphereRadius, &QDoubleSpinBox::valueChanged, this, &BrainTools::sphereRadiusChanged);
    for (QWidget* const option :
         std::initializer_list<QWidget*>{m_brushRadius, m_sphereRadius, m_tip, m_limit})
        layout->addWidget(option);
    showTool();
}

QToolButton* BrainTools::addTool(BrainTool tool, const char* name, const char* icon)
{
    auto* const button = new QToolButton(this);
    button->setObjectName(QLatin1String(name));
    button->setIcon(themedIcon(icon));
    button->setCheckable(true);
    // A second click on the tool in hand puts it down.
    connect(button, &QToolButton::clicked, this, [this, tool](bool isChecked) {
        Q_EMIT toolRequested(isChecked ? tool : BrainTool::Navigate);
        showTool();
    });
    m_buttons.emplace_back(tool, button);
    return button;
}

void BrainTools::setTool(BrainTool tool)
{
    m_tool = tool;
    showTool();
}

void BrainTools::showTool()
{
    // A tool with options takes the room of the other tools' names: narrow windows have no more.
    const bool hasOptions = m_tool != BrainTool::Navigate;
    for (const auto& [tool, button] : m_buttons) {
        button->setChecked(tool == m_tool);
        button->setToolButtonStyle(hasOptions && tool != m_tool ? Qt::ToolButtonIconOnly
                                                                : Qt::ToolButtonTextBesideIcon);
    }
    m_brushRadius->setVisible(m_tool == BrainTool::Brush);
    m_tip->setVisible(m_tool == BrainTool::Brush);
    m_limit->setVisible(m_tool == BrainTool::Brush);
    m_sphereRadius->setVisible(m_tool == BrainTool::Sphere);
    m_tip->setIcon(themedIcon(m_tip->isChecked() ? "circle" : "disc"));
    m_tip->setText(QChar(QChar::Nbsp) + (m_tip->isChecked() ? tr("Ball") : tr("Disk")));
}

double BrainTools::sphereRadius() const { return m_sphereRadius->value(); }
bool BrainTools::isLimitedToMap() const { return m_limit->isChecked(); }

roi::Brush BrainTools::brush() const
{
    return {m_tip->isChecked() ? roi::Brush::Tip::Ball : roi::Brush::Tip::Disk,
            m_brushRadius->value()};
}

void BrainTools::resizeTool(int steps)
{
    QDoubleSpinBox* const box = m_tool == BrainTool::Sphere ? m_sphereRadius : m_brushRadius;
    // A fifth of the size, so that large brushes grow as quickly as small ones.
    const double notch = std::max(1.0, std::round(box->value() / 5));
    box->setValue(box->value() + steps * notch);
}

} // namespace fusiform
