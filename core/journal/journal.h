// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/journal/entry.h"
#include "core/journal/journal_file.h"
#include "core/util/progress.h"

#include <map>
#include <optional>

namespace fusiform::journal {

/// The history of a document: undo and redo to any depth, and a line in a file for everything that
/// happened, from which it is made again. Only documents near the present one, and one every so
/// many steps, stay in memory; others are made anew from the lines behind them.
class Journal {
public:
    enum class Merge { No, WithLastOfSameName };
    struct Step {
        std::string name;
        std::string time; ///< UTC, ISO 8601
        std::string hash; ///< of the document after it
        Effect effect;
        std::size_t line = 0; ///< in the file, from 1; 0: not written yet
        std::int64_t from = 0; ///< bytes of that line in the file
        std::int64_t length = 0;
    };
    /// What happened beside the steps.
    struct Note {
        std::string time; ///< UTC, ISO 8601
        Happening happening;
        std::size_t steps = 0; ///< how many were in the list then
    };

    /// Starts one. `start.hash` and `start.time` are worked out here.
    Journal(JournalFile file, Start start);
    /// Plays a file again from its start; every line is checked against its hashes. A half line at
    /// the end, of a program that died while it wrote, is left out, and cut off where the file may
    /// be written. Nothing is written before something new happens.
    /// @throws Error{BadData} naming the line, Error{Failure}, Error{Cancelled}
    [[nodiscard]] static Journal resumed(const std::filesystem::path& file, Progress& progress);
    /// The same of a file that is only looked at, of a running program for instance. To be asked,
    /// not to be gone on with.
    [[nodiscard]] static Journal replayed(const std::filesystem::path& file, Progress& progress);

    [[nodiscard]] const Start& start() const { return m_start; }
    [[nodiscard]] const std::filesystem::path& path() const { return m_file.path(); }
    [[nodiscard]] const std::shared_ptr<const Document>& document() const { return m_document; }
    [[nodiscard]] const std::string& hash() const { return hashAt(m_done); }
    /// Of the list; those from done() on can be redone.
    [[nodiscard]] const std::vector<Step>& steps() const { return m_steps; }
    [[nodiscard]] std::size_t done() const { return m_done; }
    [[nodiscard]] const std::vector<Note>& notes() const { return m_notes; }
    /// Lines after the first.
    [[nodiscard]] std::size_t entries() const { return m_lines - 1; }
    /// All of it as it stands in the file, the gesture under way included. @throws Error{Failure}
    [[nodiscard]] std::string text();
    /// Of the half line that was left out.
    [[nodiscard]] std::int64_t droppedBytes() const { return m_droppedBytes; }
    /// Whether the last line says that the session was closed in order.
    [[nodiscard]] bool isClosed() const { return m_isClosed; }
    /// Steps that made the region at this place of the list what it is now, oldest first.
    [[nodiscard]] std::vector<std::size_t> stepsBehind(std::size_t region) const;

    /// The document that a command of this name has to be made for: the present one, or where it
    /// will take the place of the gesture's last command, the one before that.
    [[nodiscard]] std::shared_ptr<const Document> base(const std::string& name, Merge merge);
    /// Does a command that was made for base(name, merge). The commands of a gesture are one step,
    /// which is written when the gesture ends or flush() is called.
    /// @return false if it changes nothing: then nothing happened
    /// @throws Error{Usage} if the command is impossible
    bool commit(const Command& command, const std::string& name, Merge merge = Merge::No);
    /// Shows the document after so many steps of the list. @throws Error{BadData} if the file was
    /// changed meanwhile
    void goTo(std::size_t done);
    /// Writes down what is no step. @param happening not Done, Undone or Closed
    void note(Happening happening);
    /// The next command starts a step of its own.
    void endGesture();
    void flush();
    /// Writes that the session was closed in order, and waits for the disk.
    void close();
    /// Why nothing is written to the file any more, if a write failed since this was asked last.
    /// The history goes on in memory.
    [[nodiscard]] std::optional<Text> takeProblem() { return std::exchange(m_problem, {}); }

private:
    Journal(JournalFile file, Start start, std::size_t lines);
    static Journal played(JournalFile file, Progress& progress);
    void play(const Entry& entry, const Step& at, const LinePlace& place);
    void playCommand(const Done& done, Step step, const LinePlace& place);
    void playUndo(std::int64_t steps, const LinePlace& place);
    [[nodiscard]] const std::string& hashAt(std::size_t done) const;
    [[nodiscard]] std::shared_ptr<const Document> documentAt(std::size_t done);
    [[nodiscard]] bool isContinuing(const std::string& name, Merge merge) const;
    void push(Step step, std::shared_ptr<const Document> after);
    void show(std::size_t done, std::shared_ptr<const Document> document);
    void write(Happening happening, const std::string& before, const std::string& after);
    void append(const std::string& line);

    JournalFile m_file;
    Start m_start; ///< its document is the one in m_kept
    std::vector<Step> m_steps;
    std::size_t m_done = 0;
    std::vector<Note> m_notes;
    std::size_t m_lines = 0;
    std::int64_t m_droppedBytes = 0;
    bool m_isClosed = false;
    std::shared_ptr<const Document> m_document;
    std::map<std::size_t, std::shared_ptr<const Document>> m_kept; ///< by steps done; always 0
    std::size_t m_spacing;
    DocumentHasher m_hasher;
    bool m_isGestureOpen = false;
    std::optional<Done> m_pending; ///< of the last step, not written yet
    std::optional<Text> m_problem;
};

} // namespace fusiform::journal
