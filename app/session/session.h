// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/document.h"
#include "core/journal/journal.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <optional>

namespace fusiform {

/// The one owner of what is open, on the GUI thread. Views show it and call its functions;
/// changed() comes at most once per turn of the event loop. Every change is an entry in a journal
/// (core/journal), which is undo, recovery and provenance in one.
class Session final : public QObject {
    Q_OBJECT
public:
    enum Change {
        FitChange = 1,
        RegionChange = 2, ///< the list, a name, or which one is active
        ModelChange = 4,
        CursorChange = 8,
        LiveChange = 16,
        SealChange = 32, ///< the faces that may be shown
        ShownCodesChange = 64,
        DecoderChange = 128,
        SceneChange = 256, ///< slides
    };
    Q_DECLARE_FLAGS(Changes, Change)
    using Merge = journal::Journal::Merge;
    enum class Paint { Add, Remove };

    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Where journals are written from the next fit on; empty: in memory alone.
    void keepJournalsIn(std::filesystem::path folder) { m_journalFolder = std::move(folder); }
    [[nodiscard]] const std::filesystem::path& journalFolder() const { return m_journalFolder; }
    /// Of what is open; null if nothing is.
    [[nodiscard]] const journal::Journal* journal() const
    {
        return m_journal ? &*m_journal : nullptr;
    }
    /// The journal's lines so far; a stroke under way is finished first. Empty if nothing is open.
    [[nodiscard]] std::string journalText();

    /// While a stroke is under way, as it has made it so far.
    [[nodiscard]] const Document& document() const { return m_draft ? *m_draft : committed(); }
    /// Null if nothing is open.
    [[nodiscard]] std::shared_ptr<const OpenedFit> opened() const { return m_opened; }
    [[nodiscard]] std::shared_ptr<const roi::Region> activeRegion() const;
    [[nodiscard]] std::size_t model() const { return m_model; }
    [[nodiscard]] const image::MmPoint& cursor() const { return m_cursor; }
    [[nodiscard]] bool isLive() const { return m_isLive; }
    [[nodiscard]] decode::ShownCodes shownCodes() const { return m_shownCodes; }

    [[nodiscard]] const decode::DecodeOptions& decodeOptions() const { return m_decodeOptions; }

    /// A decoder that needs what this fit does not have gives way to the ridge.
    void open(std::shared_ptr<const OpenedFit> opened) { openWith(std::move(opened), {}); }
    /// With the history of a session that was saved: a copy, which goes when nothing is added to
    /// it.
    void open(std::shared_ptr<const OpenedFit> opened, journal::Journal copy)
    {
        openWith(std::move(opened), std::move(copy));
    }
    /// Goes on with a session of the open fit that was played again; ignored if it began otherwise
    /// than this fit does.
    void resume(journal::Journal journal);
    /// The open fit with its seal opened; regions and undo stay. Ignored if another fit is open
    /// now.
    void showUnsealed(std::shared_ptr<const OpenedFit> opened);
    void selectRegion(std::size_t region);
    /// What a tool or a criterion makes: takes the place of the active region, under its name and
    /// in its colour, if that was made the same way (the first word of Region::made), else is
    /// added. The moves of one gesture are one step of undo. Without voxels nothing happens.
    void shapeRegion(roi::Region region, const QString& addName, const QString& moveName);
    /// One dab of a stroke: its voxels join the active region or leave it. Views and faces follow
    /// at once; the stroke is one step of undo when it is finished, and none if it changed nothing.
    /// Does nothing without a region, or if that is locked.
    void paint(const fusiform::image::VoxelSet& dab, Paint how);
    void finishStroke();
    /// The region is again as it was before the stroke.
    void cancelStroke();
    [[nodiscard]] bool isPainting() const { return m_draft != nullptr; }
    void setRegionLocked(std::size_t region, bool isLocked);
    void setRegionHidden(std::size_t region, bool isHidden);
    void setRegionColour(std::size_t region, const std::array<std::uint8_t, 3>& colour);
    /// Whether a region made now is made while faces or scores can be seen.
    [[nodiscard]] bool isWatching() const;
    /// Adds a region (its name is made unique) and selects it.
    void addRegion(roi::Region region, const QString& actionName);
    /// Adds a region without voxels, to be painted.
    void newRegion();
    /// Adds regions in one step of undo and selects the first.
    void addRegions(std::vector<roi::Region> regions, const QString& actionName);
    /// Replaces the active region.
    void replaceRegion(roi::Region region, const QString& actionName, Merge merge);
    /// Cuts the selected voxels elsewhere: the regions that are thirds follow, those that were
    /// removed come back. The moves of one gesture are one step of undo.
    void moveThirds(const fusiform::roi::ThirdsPlanes& planes);
    void renameRegion(std::size_t region, const QString& name);
    void removeRegion(std::size_t region);
    void setModel(std::size_t model);
    void setCursor(const fusiform::image::MmPoint& cursor);
    void setLive(bool isLive);
    void setShownCodes(fusiform::decode::ShownCodes shown);
    void setDecodeOptions(const fusiform::decode::DecodeOptions& options);

    void addScene(std::size_t place, present::Scene scene);
    /// Typing in one field is one step. @param what is changed, for the step's name
    void changeScene(std::size_t place, present::Scene by, const QString& what);
    void removeScene(std::size_t place);
    void moveScene(std::size_t place, std::size_t to);

    void undo();
    void redo();
    /// Shows the document after so many of the journal's steps.
    void goTo(std::size_t done);
    /// The name of what undo would take back; empty if there is nothing.
    [[nodiscard]] QString undoName() const;
    [[nodiscard]] QString redoName() const;
    /// The next change starts an undo step of its own.
    void endGesture();

Q_SIGNALS:
    void changed(fusiform::Session::Changes changes);
    /// The journal cannot be written, or not be read back.
    void problem(const QString& text);

private:
    void openWith(std::shared_ptr<const OpenedFit> opened, std::optional<journal::Journal> copy);
    [[nodiscard]] const Document& committed() const;
    [[nodiscard]] const roi::Region* regionAt(std::size_t region) const;
    void startJournal();
    void restoreNotes();
    void closeJournal();
    void restore(const journal::Happening& happening);
    void commit(const journal::Command& command, const QString& name, Merge merge = Merge::No);
    void write(journal::Happening happening);
    void guarded(const std::function<void()>& work);
    void note(Changes changes);
    [[nodiscard]] journal::MoveThirds thirdsMoved(const Document& base,
                                                  const roi::ThirdsPlanes& planes) const;

    std::shared_ptr<const OpenedFit> m_opened; ///< null: nothing is open
    std::filesystem::path m_journalFolder;
    std::optional<journal::Journal> m_journal; ///< of what is open
    std::size_t m_copied = 0; ///< entries that it began with, if it is a copy
    QTimer m_flush; ///< a gesture that rests is written down
    std::shared_ptr<const Document> m_draft; ///< of the stroke under way; null: there is none
    Paint m_stroke = Paint::Add;
    std::size_t m_model = 0;
    image::MmPoint m_cursor;
    bool m_isLive = true;
    decode::ShownCodes m_shownCodes = decode::ShownCodes::ContrastMatched;
    decode::DecodeOptions m_decodeOptions;
    Changes m_pending;
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Session::Changes)

} // namespace fusiform
