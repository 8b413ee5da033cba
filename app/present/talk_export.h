// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/deck_writer.h"
#include "app/present/export_dialog.h"
#include "app/present/film.h"
#include "app/present/film_writer.h"

#include <QTimer>

namespace fusiform {

/// Writes a talk, one picture a turn of the event loop: brains are drawn on the window's thread,
/// and the window stays in hand. Deleted before its end, it leaves nothing behind.
class TalkExport final : public QObject {
    Q_OBJECT
public:
    /// @param slide that a turntable is of @throws Error{Failure}, Error{Usage}
    TalkExport(const Session& session, SlideBuilder& builder, SlideBrain& camera, std::size_t slide,
               const TalkExportOptions& options, QString file, QObject* parent);
    ~TalkExport() override;

    void start() { m_turn.start(); }
    /// Pictures to be made.
    [[nodiscard]] int total() const { return static_cast<int>(m_frames.size() + m_pages.size()); }

Q_SIGNALS:
    void advanced(int done);
    /// @param problem empty: the file is there
    void ended(const QString& problem);

private:
    void makeNext();
    [[nodiscard]] bool isReady();
    void addFrame(const FilmFrame& frame);
    [[nodiscard]] QImage pictureOf(const FilmFrame& frame);

    present::Slides m_slides;
    SlideRenderer m_renderer;
    TalkExportOptions m_options;
    SlideColors m_colors;
    std::vector<DeckPage> m_pages;
    std::vector<FilmFrame> m_frames;
    std::unique_ptr<DeckWriter> m_deck;
    std::unique_ptr<FilmWriter> m_film;
    Json m_record;
    std::size_t m_done = 0;
    QImage m_still; ///< the last picture, which the next may be again
    QImage m_before; ///< of the step before, that fades
    FilmFrame m_stillOf;
    QTimer m_turn;
};

/// Asks, exports with a progress that can be cancelled, and says where the file is.
void exportTalk(Session& session, SlideBuilder& builder, SlideBrain& camera, std::size_t slide,
                QWidget* parent,
                const std::function<void(const QString& text, bool isProblem)>& say);

} // namespace fusiform
