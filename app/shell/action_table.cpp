// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/action_table.h"

#include "widgets/controls/icons.h"

#include <QMenu>
#include <QMenuBar>

#include <array>

namespace fusiform {

namespace {

constexpr std::array kRows = {
    ActionRow{ActionId::OpenFit, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Open a fit…"), "folder-open", "Ctrl+O"},
    ActionRow{ActionId::OpenStudy, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Open a BIDS study…"), "layers",
              "Ctrl+Shift+O"},
    ActionRow{ActionId::OpenDemonstration, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Open the demonstration"), "sparkles"},
    ActionRow{ActionId::OpenSession, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Open a session…"), "folder-open",
              "Ctrl+Alt+O", false, true},
    ActionRow{ActionId::SaveSession, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Save the session"), "save", "Ctrl+S"},
    ActionRow{ActionId::SaveSessionAs, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Save the session as…"), nullptr,
              "Ctrl+Shift+S"},
    ActionRow{ActionId::SaveWithData, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Save with data, for another machine…"),
              "package"},
    ActionRow{ActionId::NewWindow, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "New window"), "app-window",
              "Ctrl+Shift+N", false, true},
    ActionRow{ActionId::Welcome, MenuId::File, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Close"),
              "house", "Ctrl+W"},
    ActionRow{ActionId::SavePicture, MenuId::File,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Save a picture of the window…"),
              "image-down", "Ctrl+P", false, true},
    ActionRow{ActionId::Quit, MenuId::File, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Quit"),
              "log-out", "Ctrl+Q", false, true},
    ActionRow{ActionId::Undo, MenuId::Edit, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Undo"),
              "undo-2", "Ctrl+Z"},
    ActionRow{ActionId::Redo, MenuId::Edit, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Redo"),
              "redo-2", "Ctrl+Shift+Z"},
    ActionRow{ActionId::Palette, MenuId::Edit,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Find an action…"), "command", "Ctrl+K",
              false, true},
    ActionRow{ActionId::StartPage, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Start"), "house", nullptr, true},
    ActionRow{ActionId::ExplorePage, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Explore"), "brain", "1", true},
    ActionRow{ActionId::PreparePage, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Prepare"), "list-checks", "2", true},
    ActionRow{ActionId::FacesPage, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Models"), "scan-face", "3", true},
    ActionRow{ActionId::ResultsPage, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Results"), "chart-column", "4", true},
    ActionRow{ActionId::PresentPage, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Present"), "presentation", "5", true},
    ActionRow{ActionId::Glass, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "See-through brain"), "eye", "G", true,
              true},
    ActionRow{ActionId::CutAxial, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Cut the brain open: axial"), "scissors",
              "Ctrl+1", true},
    ActionRow{ActionId::CutCoronal, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Cut the brain open: coronal"), nullptr,
              "Ctrl+2", true},
    ActionRow{ActionId::CutSagittal, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Cut the brain open: sagittal"), nullptr,
              "Ctrl+3", true},
    ActionRow{ActionId::LookLeft, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Look from the left"), nullptr, "Alt+1",
              false, true},
    ActionRow{ActionId::LookRight, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Look from the right"), nullptr, "Alt+2"},
    ActionRow{ActionId::LookFront, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Look from the front"), nullptr, "Alt+3"},
    ActionRow{ActionId::LookBack, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Look from behind"), nullptr, "Alt+4"},
    ActionRow{ActionId::LookAbove, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Look from above"), nullptr, "Alt+5"},
    ActionRow{ActionId::LookBelow, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Look from below"), nullptr, "Alt+6"},
    ActionRow{ActionId::ResetZoom, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Fit the slices to their views"),
              "maximize", "Ctrl+0"},
    ActionRow{ActionId::ThemeSystem, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Colours of the system"), nullptr, nullptr,
              true, true},
    ActionRow{ActionId::ThemeLight, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Light colours"), nullptr, nullptr, true},
    ActionRow{ActionId::ThemeDark, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Dark colours"), nullptr, nullptr, true},
    ActionRow{ActionId::ThemeContrast, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "High contrast"), nullptr, nullptr, true},
    ActionRow{ActionId::ResetLayout, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Restore all docks"), "panel-bottom",
              "Ctrl+Shift+R", false, true},
    ActionRow{ActionId::PlaceNames, MenuId::View,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Names at the cursor"), "map-pin"},
    ActionRow{ActionId::NewRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "New region"), "plus", "N"},
    ActionRow{ActionId::StartRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Start from"), "map-pin"},
    ActionRow{ActionId::BrushTool, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Brush"), "brush", "B", true, true},
    ActionRow{ActionId::SmallerTool, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Smaller brush"), nullptr, "["},
    ActionRow{ActionId::LargerTool, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Larger brush"), nullptr, "]"},
    ActionRow{ActionId::PaintAtCursor, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Paint at the cursor"), nullptr, "P"},
    ActionRow{ActionId::EraseAtCursor, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Erase at the cursor"), "eraser", "E"},
    ActionRow{ActionId::SphereTool, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Sphere where I click"), nullptr, "S",
              true},
    ActionRow{ActionId::LassoTool, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Lasso"), "lasso", "Shift+L", true},
    ActionRow{ActionId::BoxTool, MenuId::Region, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Box"),
              "square-dashed", "Shift+B", true},
    ActionRow{ActionId::FloodTool, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Flood above the threshold"),
              "paint-bucket", "Shift+F", true},
    ActionRow{ActionId::AddSphere, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Sphere at the cursor"), "circle-plus",
              "Shift+S"},
    ActionRow{ActionId::AddAtlas, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Regions of an atlas…"), "layers",
              "Ctrl+Shift+A"},
    ActionRow{ActionId::ImportMask, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Region from a mask or label…"),
              "folder-open"},
    ActionRow{ActionId::ExportMask, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Save the region as a mask…"),
              "image-down"},
    ActionRow{ActionId::PinPreference, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Pin the preferred face"), nullptr, "K"},
    ActionRow{ActionId::Combine, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Combine regions…"), "command", "Ctrl+M",
              false, true},
    ActionRow{ActionId::GrowRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Grow by a voxel"), nullptr, "Ctrl+]"},
    ActionRow{ActionId::ShrinkRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Shrink by a voxel"), nullptr, "Ctrl+["},
    ActionRow{ActionId::MirrorRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Mirror left and right"),
              "flip-horizontal-2"},
    ActionRow{ActionId::LargestPiece, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Keep the largest piece")},
    ActionRow{ActionId::FillHoles, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Fill holes")},
    ActionRow{ActionId::Complement, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Complement in the brain mask")},
    ActionRow{ActionId::RegionColour, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Colour of the region…"), "palette",
              nullptr, false, true},
    ActionRow{ActionId::HideRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Hide the region on the brain"), "eye-off",
              "H", true},
    ActionRow{ActionId::LockRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Lock the region"), "lock", "Ctrl+L",
              true},
    ActionRow{ActionId::Thirds, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Adjust the thirds"), nullptr, "T", true},
    ActionRow{ActionId::RemoveRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Remove the region"), "trash-2",
              "Ctrl+Backspace"},
    ActionRow{ActionId::PreviousRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Previous region"), nullptr, "PgUp", false,
              true},
    ActionRow{ActionId::NextRegion, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Next region"), nullptr, "PgDown"},
    ActionRow{ActionId::Searchlight, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Searchlight…"), "search", nullptr, false,
              true},
    ActionRow{ActionId::Live, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Faces follow the region"), nullptr, "L",
              true, true},
    ActionRow{ActionId::OpenSeal, MenuId::Region,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Open the sealed faces…"), "lock-open",
              nullptr, false, true},
    ActionRow{ActionId::NewSlide, MenuId::Present,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "New slide of this view"), "plus",
              "Ctrl+D"},
    ActionRow{ActionId::PresentSlides, MenuId::Present,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Present the slides"), "play", "F5"},
    ActionRow{ActionId::FullScreenFaces, MenuId::Present,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Faces on the whole screen"), "users",
              "F"},
    ActionRow{ActionId::Manual, MenuId::Help, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Manual"),
              "scroll-text", "F1"},
    ActionRow{ActionId::TakeTour, MenuId::Help,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Guided tour"), "map-pin"},
    ActionRow{ActionId::Diagnose, MenuId::Help,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "Diagnose…"), "stethoscope"},
    ActionRow{ActionId::About, MenuId::Help,
              QT_TRANSLATE_NOOP("fusiform::ActionTable", "About Fusiform"), "info"},
};

struct MenuRow {
    MenuId id;
    const char* text;
};
constexpr std::array kMenus = {
    MenuRow{MenuId::File, QT_TRANSLATE_NOOP("fusiform::ActionTable", "File")},
    MenuRow{MenuId::Edit, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Edit")},
    MenuRow{MenuId::View, QT_TRANSLATE_NOOP("fusiform::ActionTable", "View")},
    MenuRow{MenuId::Region, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Region")},
    MenuRow{MenuId::Present, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Present")},
    MenuRow{MenuId::Help, QT_TRANSLATE_NOOP("fusiform::ActionTable", "Help")},
};

} // namespace

std::span<const ActionRow> ActionTable::rows() { return kRows; }

ActionTable::ActionTable(QWidget* window) : QObject(window)
{
    for (const ActionRow& row : kRows) {
        auto* const action = new QAction(tr(row.text), window);
        action->setObjectName(QStringLiteral("action/%1").arg(static_cast<int>(row.id)));
        if (row.icon)
            action->setIcon(themedIcon(row.icon));
        if (row.key)
            action->setShortcut(QKeySequence(QLatin1String(row.key)));
        action->setCheckable(row.isCheckable);
        window->addAction(action);
        m_actions[row.id] = action;
    }
}

void ActionTable::fill(QMenuBar* bar)
{
    for (const MenuRow& row : kMenus)
        m_menus[row.id] = bar->addMenu(tr(row.text));
    for (const ActionRow& row : kRows) {
        QMenu* const menu = m_menus[row.menu];
        if (row.isAfterLine)
            menu->addSeparator();
        menu->addAction(m_actions[row.id]);
    }
}

} // namespace fusiform
