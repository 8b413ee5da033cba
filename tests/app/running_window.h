// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docks/faces_panel.h"
#include "app/shell/main_window.h"
#include "widgets/faces/face_gallery.h"
#include "widgets/faces/face_tile.h"
#include "widgets/gl/gl_probe.h"

#include <QPointer>
#include <QSignalSpy>
#include <QtTest/QTest>

namespace fusiform::test {

/// Everything the program has, in its order.
struct RunningWindow {
    Session session;
    JobRunner jobs;
    LivePipeline live;
    MainWindow window{session, jobs, live, openGlProblem()};

    bool open(const std::filesystem::path& folder)
    {
        window.resize(1400, 900);
        window.show();
        return facesAfter([&] { window.openFolder(QString::fromStdString(folder.string())); });
    }
    template <class Change>
    bool facesAfter(Change change)
    {
        QSignalSpy shown(&window.faces(), &FacesPanel::facesShown);
        change();
        return !shown.isEmpty() || shown.wait(60000);
    }
    template <class Widget>
    [[nodiscard]] Widget* child(const char* name)
    {
        return window.findChild<Widget*>(QLatin1String(name));
    }
    [[nodiscard]] QAction* action(ActionId id) { return window.actionTable()[id]; }
    [[nodiscard]] const FaceTable& table() { return window.faces().gallery()->table(); }
    [[nodiscard]] QImage face(int position)
    {
        return window.faces().gallery()->tile(QStringLiteral("pca"), position)->cell().picture;
    }
};

} // namespace fusiform::test
