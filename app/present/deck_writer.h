// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/slide_renderer.h"
#include "core/present/talk.h"

#include <QByteArray>

namespace fusiform {

/// A page of what is written: one step of a slide.
struct DeckPage {
    std::size_t slide = 0;
    std::size_t step = 0;
};
/// Every step, or the last step of each slide.
[[nodiscard]] std::vector<DeckPage> deckPages(const present::Slides& slides, bool isStepByStep);

/// How the slides were made: program, fit, regions with their hashes, decoder, openings of the
/// seal. It goes with whatever leaves the program.
[[nodiscard]] Json deckRecord(const Session& session);

/// Pages of a file, one by one; nothing is written before finish().
class DeckWriter {
public:
    virtual ~DeckWriter() = default;
    virtual void add(const present::Slides& slides, const DeckPage& page, SlideRenderer& renderer)
        = 0;
    /// @throws Error{Failure}
    virtual void finish(const Json& record) = 0;
};
/// 13.3 x 7.5 inches, words as text.
[[nodiscard]] std::unique_ptr<DeckWriter> pdfDeck(const QString& file, const SlideColors& colors);
/// One file that needs no other: pictures in it, keys to go through them, the words as text for who
/// cannot see them.
[[nodiscard]] std::unique_ptr<DeckWriter> htmlDeck(const QString& file, const SlideColors& colors,
                                                   int width);

} // namespace fusiform
