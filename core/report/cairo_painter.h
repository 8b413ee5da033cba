// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <memory>
#include <string>
#include <vector>

namespace fusiform::report {

/// Draws figures and lines of text into a file of pages (PDF, real text in the program's own font)
/// or into one picture (PNG). Places are mm from the upper left corner of the page.
class CairoPainter {
public:
    /// Nothing but the pages: what stands in the file beside them.
    struct About {
        std::string title;
        std::string subject; ///< where it comes from
        std::string created; ///< UTC, ISO 8601; the same file again needs the same time
    };
    static CairoPainter pdf(const About& about, double widthMm, double heightMm);
    /// White where nothing is drawn.
    static CairoPainter picture(double widthMm, double heightMm, double dotsPerInch);
    CairoPainter(CairoPainter&&) noexcept;
    CairoPainter& operator=(CairoPainter&&) noexcept;
    ~CairoPainter();

    /// @param scale of everything, text too
    void draw(const Figure& figure, const Point& at, double scale = 1);
    void draw(const Label& label, const Point& offset = {});
    void draw(const Area& area);
    void draw(const Polyline& line);
    /// mm that a text takes in a line. @param font family; empty: the program's own
    [[nodiscard]] double widthOf(const std::string& text, double sizeMm, bool isBold,
                                 const std::string& font = {}) const;
    /// Whether this machine has a family of fonts: of others the next best is drawn.
    [[nodiscard]] static bool hasFont(const std::string& family);
    /// The next page, of another size if one is given.
    void nextPage();
    void nextPage(double widthMm, double heightMm);

    /// The file. Nothing can be drawn afterwards. @throws Error{Failure}
    [[nodiscard]] std::string bytes();

private:
    struct State;
    explicit CairoPainter(std::unique_ptr<State> state);
    std::unique_ptr<State> m_state;
};

} // namespace fusiform::report
