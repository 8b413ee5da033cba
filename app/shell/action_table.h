// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QObject>

#include <map>
#include <span>

class QMenu;
class QMenuBar;

namespace fusiform {

enum class ActionId {
    NewWindow,
    OpenSession,
    SaveSession,
    SaveSessionAs,
    SaveWithData,
    OpenFit,
    OpenStudy,
    AddAtlas,
    OpenDemonstration,
    Welcome,
    SavePicture,
    Quit,
    Undo,
    Redo,
    Palette,
    StartPage,
    ExplorePage,
    PreparePage,
    FacesPage,
    ResultsPage,
    PresentPage,
    Glass,
    CutAxial,
    CutCoronal,
    CutSagittal,
    LookLeft,
    LookRight,
    LookFront,
    LookBack,
    LookAbove,
    LookBelow,
    ResetZoom,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ThemeContrast,
    ResetLayout,
    BrushTool,
    SphereTool,
    LassoTool,
    BoxTool,
    FloodTool,
    SmallerTool,
    LargerTool,
    PaintAtCursor,
    EraseAtCursor,
    PlaceNames,
    NewRegion,
    StartRegion,
    PinPreference,
    GrowRegion,
    ShrinkRegion,
    MirrorRegion,
    LargestPiece,
    FillHoles,
    Complement,
    Combine,
    ImportMask,
    ExportMask,
    RegionColour,
    LockRegion,
    HideRegion,
    AddSphere,
    Thirds,
    RemoveRegion,
    Searchlight,
    PreviousRegion,
    NextRegion,
    Live,
    OpenSeal,
    NewSlide,
    PresentSlides,
    FullScreenFaces,
    Manual,
    TakeTour,
    Diagnose,
    About,
};

enum class MenuId { File, Edit, View, Region, Present, Help };

/// One action: every menu, shortcut and the command palette read this table and nothing else.
struct ActionRow {
    ActionId id;
    MenuId menu;
    const char* text;
    const char* icon = nullptr;
    const char* key = nullptr;
    bool isCheckable = false;
    bool isAfterLine = false; ///< a separator stands before it in its menu
};

/// The actions of one window.
class ActionTable final : public QObject {
    Q_OBJECT
public:
    /// Adds every action to `window`, so that its shortcut works there.
    explicit ActionTable(QWidget* window);

    [[nodiscard]] static std::span<const ActionRow> rows();
    [[nodiscard]] QAction* operator[](ActionId id) const { return m_actions.at(id); }
    void fill(QMenuBar* bar);
    [[nodiscard]] QMenu* menu(MenuId id) const { return m_menus.at(id); }

private:
    std::map<ActionId, QAction*> m_actions;
    std::map<MenuId, QMenu*> m_menus;
};

} // namespace fusiform
