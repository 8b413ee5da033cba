// SPDX-License-Identifier: GPL-3.0-or-later
// The guided tour through the window.
#include "app/shell/main_window.h"

#include "app/docks/brain_panel.h"
#include "app/docks/brain_tools.h"
#include "app/shell/tour.h"
#include "widgets/controls/message_bar.h"

#include <QDockWidget>
#include <QSettings>
#include <QToolButton>

namespace fusiform {

namespace {
constexpr const char* kTourSetting = "tourOffered";
}

void MainWindow::startTour()
{
    if (!m_session.opened() || findChild<Tour*>())
        return;
    showPage(Page::Explore);
    m_messages->hide();
    const auto dock
        = [this](const char* name) { return findChild<QDockWidget*>(QLatin1String(name)); };
    const auto raised = [dock](const char* name) {
        return [dock, name] {
            dock(name)->show();
            dock(name)->raise();
        };
    };
    std::vector<TourStep> steps = {
        {m_brain,
         tr("The brain"),
         tr("Drag to turn it, use the wheel to zoom, click to put the cursor. The three slices "
            "below "
            "show the same place. Colours: where faces give a stronger answer than a cross."),
         {}},
        {dock("regionsDock"), tr("Regions"),
         tr("Faces are read from one region at a time. Choose another one: the faces change."),
         raised("regionsDock")},
        {findChild<BrainTools*>(),
         tr("Brush"),
         tr("Draw your own region: B, then paint with the left button and erase with the right "
            "one, in "
            "slices or on the brain. Ctrl+Z takes anything back."),
         {}},
        {dock("facesDock"), tr("Faces"),
         tr("Above what was shown in the scanner, below what is read from the region, live. The "
            "small number is the rank of the true face."),
         raised("facesDock")},
        {m_seal,
         tr("The seal"),
         tr("Half of the faces stay sealed, so that you cannot fool yourself by choosing a region "
            "that happens to work. Open them once, when the region is settled: it is written "
            "down."),
         {}},
    };
    auto* const tour = new Tour(std::move(steps), this);
    connect(tour, &Tour::ended, this, [this](bool isFinished) {
        if (isFinished)
            m_messages->show(
                MessageBar::Kind::Information,
                tr("That was the tour. Ctrl+K finds every action by its name, F1 explains "
                   "what is under the mouse."));
    });
    tour->start();
}

/// Once, to who opens the demonstration for the first time.
void MainWindow::offerTour()
{
    QSettings settings;
    if (settings.value(QLatin1String(kTourSetting)).toBool())
        return;
    settings.setValue(QLatin1String(kTourSetting), true);
    m_isTourOffered = true;
    m_messages->offer(tr("New here? Five steps show how faces are read from the brain."),
                      tr("Take the tour"));
}

} // namespace fusiform
