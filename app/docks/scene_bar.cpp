// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/scene_bar.h"

#include "app/docks/surface_chooser.h"
#include "widgets/controls/icons.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>

#include <algorithm>

namespace fusiform {

SceneBar::SceneBar(Session& session, JobRunner& jobs, QWidget* view)
    : QFrame(view),
      m_surfaces(new SurfaceChooser(session, jobs, this)),
      m_cut(new QToolButton(this)),
      m_picture(new QToolButton(this))
{
    setObjectName(QStringLiteral("sceneBar"));
    // The view is dark in the light theme too: buttons need a ground of their own.
    setProperty("role", QStringLiteral("card"));
    move(8, 8);
    m_cut->setObjectName(QStringLiteral("cutButton"));
    m_cut->setIcon(themedIcon("scissors"));
    m_cut->setAccessibleName(tr("Cut the brain open"));
    m_cut->setToolTip(tr("Cut the brain open at the cursor: what lies before the plane is taken "
                         "away. On the cut a click picks and the brush paints."));
    m_cut->setPopupMode(QToolButton::InstantPopup);
    m_cut->setMenu(new QMenu(m_cut));
    m_cut->menu()->setToolTipsVisible(true);
    m_cut->setCheckable(true);
    m_picture->setObjectName(QStringLiteral("scenePicture"));
    m_picture->setIcon(themedIcon("camera"));
    m_picture->setAccessibleName(tr("Save a picture of the brain"));
    m_picture->setToolTip(tr("Save a picture of the brain, of any size"));
    connect(m_picture, &QToolButton::clicked, this, &SceneBar::pictureRequested);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(4, 2, 4, 2);
    layout->setSpacing(4);
    layout->addWidget(m_surfaces);
    layout->addWidget(m_cut);
    layout->addWidget(m_picture);
    layout->setSizeConstraint(QLayout::SetFixedSize); // as wide as the name of the surface
}

void SceneBar::setCuts(const QList<QAction*>& cuts)
{
    m_cut->menu()->addActions(cuts);
    for (QAction* const cut : cuts)
        connect(cut, &QAction::changed, this, &SceneBar::showCuts);
    showCuts();
}

void SceneBar::showCuts()
{
    const QList<QAction*> cuts = m_cut->menu()->actions();
    m_cut->setChecked(std::ranges::any_of(cuts, &QAction::isChecked));
}

} // namespace fusiform
