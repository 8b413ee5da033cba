// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/brain_tools.h"

#include "app/docks/paint_tool.h"
#include "widgets/controls/icons.h"

#include <QActionGroup>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QMenu>
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
      m_area(new QToolButton(this)),
      m_through(new QToolButton(this)),
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
    m_area->setObjectName(QStringLiteral("areaTool"));
    m_area->setCheckable(true);
    m_area->setPopupMode(QToolButton::InstantPopup);
    m_area->setMenu(new QMenu(m_area));
    m_area->menu()->setToolTipsVisible(true);
    addAreaTool(BrainTool::Lasso, tr("Lasso"), "lasso",
                tr("Draw around something, in a slice or on the brain: left adds its voxels, right "
                   "takes them away (Shift+L)."));
    addAreaTool(BrainTool::Box, tr("Box"), "square-dashed",
                tr("Drag a box over something, in a slice or on the brain: left adds its voxels, "
                   "right takes them away (Shift+B)."));
    addAreaTool(BrainTool::Flood, tr("Flood"), "paint-bucket",
                tr("A click adds, a right click takes away all that is connected there and above "
                   "the threshold of the map (Shift+F)."));
    m_through->setObjectName(QStringLiteral("areaThrough"));
    m_through->setCheckable(true);
    m_through->setText(tr("Through"));
    m_through->setToolTip(tr("On: through the whole brain. Off: only in the slice, or on the side "
                             "of the brain that is in view."));
    layout->addWidget(m_area);
    addTips();
    addLimits();
    connect(m_brushRadius, &QDoubleSpinBox::valueChanged, this,
            [this] { Q_EMIT brushChanged(brush()); });
    connect(m_sphereRadius, &QDoubleSpinBox::valueChanged, this, &BrainTools::sphereRadiusChanged);
    for (QWidget* const option :
         std::initializer_list<QWidget*>{m_brushRadius, m_sphereRadius, m_tip, m_through, m_limit})
        layout->addWidget(option);
    showTool();
}

void BrainTools::addAreaTool(BrainTool tool, const QString& name, const char* icon,
                             const QString& tip)
{
    QAction* const action = m_area->menu()->addAction(themedIcon(icon), name);
    action->setToolTip(tip);
    m_areas[tool] = action;
    connect(action, &QAction::triggered, this, [this, tool] { Q_EMIT toolRequested(tool); });
}

void BrainTools::addTips()
{
    m_tip->setObjectName(QStringLiteral("brushTip"));
    m_tip->setPopupMode(QToolButton::InstantPopup);
    m_tip->setToolTip(tr("Ball: paints through the slices. Disk: only in the slice. Spray: "
                         "scattered voxels of a ball, more with every move."));
    auto* const menu = new QMenu(m_tip);
    auto* const group = new QActionGroup(menu);
    using Tip = roi::Brush::Tip;
    for (const auto& [tip, name, icon] :
         {std::tuple(Tip::Ball, tr("Ball"), "circle"), std::tuple(Tip::Disk, tr("Disk"), "disc"),
          std::tuple(Tip::Spray, tr("Spray"), "spray-can")}) {
        QAction* const action = menu->addAction(themedIcon(icon), name);
        action->setCheckable(true);
        action->setChecked(tip == m_brushTip);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, tip = tip] {
            m_brushTip = tip;
            showTool();
            Q_EMIT brushChanged(brush());
        });
    }
    m_tip->setMenu(menu);
}

void BrainTools::addLimits()
{
    m_limit->setObjectName(QStringLiteral("paintLimit"));
    m_limit->setPopupMode(QToolButton::InstantPopup);
    m_limit->setAccessibleName(tr("Where painting may take voxels"));
    auto* const menu = new QMenu(m_limit);
    menu->setToolTipsVisible(true);
    auto* const group = new QActionGroup(menu);
    for (const auto& [limit, name, icon, tip] :
         {std::tuple(PaintLimit::BrainMask, tr("Anywhere in the brain"), "brain",
                     tr("Paint takes all voxels of the brain mask.")),
          std::tuple(PaintLimit::Map, tr("Where the map is shown"), "layers",
                     tr("Paint takes only voxels above the threshold of the map.")),
          std::tuple(PaintLimit::GreyMatter, tr("Grey matter"), "brain-circuit",
                     tr("Paint takes only voxels of which a quarter or more is grey matter, by the "
                        "subject's FreeSurfer or fMRIPrep images below the study's "
                        "derivatives."))}) {
        QAction* const action = menu->addAction(themedIcon(icon), name);
        action->setCheckable(true);
        action->setToolTip(tip);
        group->addAction(action);
        m_limits[limit] = action;
        connect(action, &QAction::triggered, this, [this, limit = limit] {
            setLimit(limit);
            Q_EMIT limitChanged();
        });
    }
    m_limit->setMenu(menu);
    setLimit(m_paintLimit);
}

void BrainTools::setLimit(PaintLimit limit)
{
    m_paintLimit = limit;
    QAction* const action = m_limits.at(limit);
    action->setChecked(true);
    m_limit->setIcon(action->icon());
    m_limit->setToolTip(tr("Where painting may take voxels: %1").arg(action->text()));
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

void BrainTools::setNamed(bool areNamed)
{
    if (areNamed == m_areNamed)
        return;
    m_areNamed = areNamed;
    showTool();
}

void BrainTools::setTool(BrainTool tool)
{
    m_tool = tool;
    showTool();
}

void BrainTools::showTool()
{
    // A tool with options takes the room of the other tools' names.
    const bool hasNames = m_areNamed && m_tool == BrainTool::Navigate;
    for (const auto& [tool, button] : m_buttons) {
        button->setChecked(tool == m_tool);
        button->setToolButtonStyle(!hasNames && tool != m_tool ? Qt::ToolButtonIconOnly
                                                               : Qt::ToolButtonTextBesideIcon);
    }
    const bool isOutline = m_tool == BrainTool::Box || m_tool == BrainTool::Lasso;
    if (isOutline || m_tool == BrainTool::Flood)
        m_areaTool = m_tool;
    const QAction* const area = m_areas.at(m_areaTool);
    m_area->setIcon(area->icon());
    m_area->setText(QChar(QChar::Nbsp) + area->text());
    m_area->setAccessibleName(area->text());
    m_area->setToolTip(m_tool == m_areaTool ? area->toolTip() : tr("Lasso, box and flood"));
    m_area->setChecked(m_tool == m_areaTool);
    m_area->setToolButtonStyle(m_tool == m_areaTool ? Qt::ToolButtonTextBesideIcon
                                                    : Qt::ToolButtonIconOnly);
    m_brushRadius->setVisible(m_tool == BrainTool::Brush);
    m_tip->setVisible(m_tool == BrainTool::Brush);
    m_through->setVisible(isOutline);
    m_limit->setVisible(m_tool == BrainTool::Brush || isOutline);
    m_sphereRadius->setVisible(m_tool == BrainTool::Sphere);
    for (const QAction* const tip : m_tip->menu()->actions())
        if (tip->isChecked()) {
            m_tip->setIcon(tip->icon());
            m_tip->setText(QChar(QChar::Nbsp) + tip->text());
        }
}

double BrainTools::sphereRadius() const { return m_sphereRadius->value(); }
bool BrainTools::goesThrough() const { return m_through->isChecked(); }

roi::Brush BrainTools::brush() const { return {m_brushTip, m_brushRadius->value()}; }

void BrainTools::resizeTool(int steps)
{
    QDoubleSpinBox* const box = m_tool == BrainTool::Sphere ? m_sphereRadius : m_brushRadius;
    // A fifth of the size, so that large brushes grow as quickly as small ones.
    const double notch = std::max(1.0, std::round(box->value() / 5));
    box->setValue(box->value() + steps * notch);
}

} // namespace fusiform
