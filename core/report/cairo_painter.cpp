// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cairo_painter.h"

#include "core/io/picture_file.h"
#include "core/report/svg.h"
#include "core/report/text_runs.h"
#include "core/util/error.h"
#include "core/util/resources.h"
#include "core/util/tsv.h"

#include <cairo-ft.h>
#include <cairo-pdf.h>
#include <cairo.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <map>
#include <numbers>

namespace fusiform::report {

/// What a painter is made of; named, as sources may be compiled together.
namespace painting {

struct SurfaceEnd {
    void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};
struct ContextEnd {
    void operator()(cairo_t* context) const { cairo_destroy(context); }
};
struct FaceEnd {
    void operator()(cairo_font_face_t* face) const { cairo_font_face_destroy(face); }
};
using Surface = std::unique_ptr<cairo_surface_t, SurfaceEnd>;
using Context = std::unique_ptr<cairo_t, ContextEnd>;
using Face = std::unique_ptr<cairo_font_face_t, FaceEnd>;

/// The fonts that the program brings along; what the machine has where they are not installed.
class Fonts {
public:
    Fonts()
    {
        if (FT_Init_FreeType(&m_library) != 0)
            m_library = nullptr;
        m_faces[0] = faceOf("Inter-Regular.otf", CAIRO_FONT_WEIGHT_NORMAL, 0);
        m_faces[1] = faceOf("Inter-SemiBold.otf", CAIRO_FONT_WEIGHT_BOLD, 1);
    }
    ~Fonts()
    {
        for (Face& face : m_faces)
            face.reset();
        for (FT_Face file : m_files)
            if (file)
                FT_Done_Face(file);
        if (m_library)
            FT_Done_FreeType(m_library);
    }
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    /// @param family empty: the program's own
    [[nodiscard]] cairo_font_face_t* face(bool isBold, const std::string& family)
    {
        if (family.empty())
            return m_faces[isBold].get();
        Face& known = m_others[{family, isBold}];
        if (!known)
            known.reset(cairo_toy_font_face_create(family.c_str(), CAIRO_FONT_SLANT_NORMAL,
                                                   isBold ? CAIRO_FONT_WEIGHT_BOLD
                                                          : CAIRO_FONT_WEIGHT_NORMAL));
        return known.get();
    }

private:
    Face faceOf(const char* name, cairo_font_weight_t weight, std::size_t place)
    {
        const std::filesystem::path file = resourceFolder() / "fonts" / name;
        if (m_library && FT_New_Face(m_library, file.c_str(), 0, &m_files[place]) == 0)
            return Face(cairo_ft_font_face_create_for_ft_face(m_files[place], 0));
        m_files[place] = nullptr;
        return Face(cairo_toy_font_face_create("sans-serif", CAIRO_FONT_SLANT_NORMAL, weight));
    }

    FT_Library m_library = nullptr;
    std::array<FT_Face, 2> m_files = {};
    std::array<Face, 2> m_faces;
    std::map<std::pair<std::string, bool>, Face> m_others; ///< of the machine
};

} // namespace painting

namespace {

constexpr double kPointsPerMm = 72 / 25.4;

cairo_status_t append(void* to, const unsigned char* data, unsigned length)
{
    static_cast<std::string*>(to)->append(reinterpret_cast<const char*>(data), length);
    return CAIRO_STATUS_SUCCESS;
}

void setColor(cairo_t* context, const std::string& hex, double opacity)
{
    const auto color = std::strtoul(hex.c_str() + 1, nullptr, 16);
    cairo_set_source_rgba(context, static_cast<double>(color >> 16 & 255U) / 255,
                          static_cast<double>(color >> 8 & 255U) / 255,
                          static_cast<double>(color & 255U) / 255, opacity);
}

void trace(cairo_t* context, const std::vector<Point>& points)
{
    cairo_new_path(context);
    for (const Point& point : points)
        cairo_line_to(context, point.x, point.y);
}

painting::Surface pixels(const image::Picture& picture)
{
    painting::Surface surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.width, picture.height));
    unsigned char* const data = cairo_image_surface_get_data(surface.get());
    const int stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < picture.height; ++y) {
        auto* const row = reinterpret_cast<std::uint32_t*>(data + y * stride);
        for (int x = 0; x < picture.width; ++x) {
            const float* const rgb
                = &picture.rgb[3 * static_cast<std::size_t>(y * picture.width + x)];
            std::uint32_t value = 0;
            for (int c = 0; c < 3; ++c)
                value = value << 8
                        | static_cast<std::uint32_t>(
                            std::lround(255 * std::clamp(static_cast<double>(rgb[c]), 0.0, 1.0)));
            row[x] = value;
        }
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

/// A PDF then holds these bytes instead of the pixels.
void keepAsJpeg(cairo_surface_t* surface, const image::Picture& picture)
{
    const std::vector<std::byte> jpeg = io::jpegBytes(picture);
    auto* const bytes = static_cast<unsigned char*>(std::malloc(jpeg.size()));
    if (!bytes)
        return;
    std::memcpy(bytes, jpeg.data(), jpeg.size());
    if (cairo_surface_set_mime_data(surface, CAIRO_MIME_TYPE_JPEG, bytes, jpeg.size(), std::free,
                                    bytes)
        != CAIRO_STATUS_SUCCESS)
        std::free(bytes);
}

void paint(cairo_t* context, const Raster& raster, cairo_surface_t* surface)
{
    const image::Picture& picture = *raster.picture;
    if (picture.width < 1 || picture.height < 1)
        return;
    cairo_save(context);
    cairo_translate(context, raster.box.left, raster.box.top);
    cairo_scale(context, raster.box.width / picture.width, raster.box.height / picture.height);
    cairo_set_source_surface(context, surface, 0, 0);
    // Few pixels are shown as squares, as in the SVG.
    constexpr double kFine = 4; // pixels a mm
    cairo_pattern_t* const pattern = cairo_get_source(context);
    cairo_pattern_set_filter(pattern, picture.width < kFine * raster.box.width
                                          ? CAIRO_FILTER_NEAREST
                                          : CAIRO_FILTER_GOOD);
    // A PDF takes a JPEG as it is only without; pixels have no soft borders there anyway.
    if (cairo_surface_get_type(cairo_get_target(context)) != CAIRO_SURFACE_TYPE_PDF)
        cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD);
    cairo_rectangle(context, 0, 0, picture.width, picture.height);
    cairo_fill(context);
    cairo_restore(context);
}

} // namespace

struct CairoPainter::State {
    std::string bytes;
    mutable painting::Fonts fonts; // after the surface, which may use them to its end
    painting::Surface surface;
    painting::Context context;
    bool isPdf = false;
    double unitsPerMm = 1;
    const Figure* figure = nullptr; ///< that is being drawn
    /// A picture that stands on several pages is in the file once.
    std::map<image::SharedPicture, painting::Surface> pictures;

    [[nodiscard]] cairo_surface_t* surfaceOf(const image::SharedPicture& picture, bool isPhotograph)
    {
        painting::Surface& known = pictures[picture];
        if (!known && !picture->isEmpty()) {
            known = pixels(*picture);
            if (isPdf && isPhotograph)
                keepAsJpeg(known.get(), *picture);
        }
        return known.get();
    }

    [[nodiscard]] std::string font() const { return figure ? figure->font : std::string(); }
    [[nodiscard]] std::string color(Ink ink) const
    {
        return figure ? paperColor(*figure, ink) : std::string(paperColor(ink));
    }
};

CairoPainter::CairoPainter(std::unique_ptr<State> state) : m_state(std::move(state))
{
    State& s = *m_state;
    s.context.reset(cairo_create(s.surface.get()));
    cairo_scale(s.context.get(), s.unitsPerMm, s.unitsPerMm);
    cairo_set_line_join(s.context.get(), CAIRO_LINE_JOIN_ROUND);
}

CairoPainter::CairoPainter(CairoPainter&&) noexcept = default;
CairoPainter& CairoPainter::operator=(CairoPainter&&) noexcept = default;
CairoPainter::~CairoPainter() = default;

CairoPainter CairoPainter::pdf(const About& about, double widthMm, double heightMm)
{
    auto state = std::make_unique<State>();
    state->isPdf = true;
    state->unitsPerMm = kPointsPerMm;
    state->surface.reset(cairo_pdf_surface_create_for_stream(
        append, &state->bytes, widthMm * kPointsPerMm, heightMm * kPointsPerMm));
    cairo_surface_t* const surface = state->surface.get();
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, about.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, about.subject.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR,
                                   "Fusiform " FUSIFORM_VERSION);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, about.created.c_str());
    return CairoPainter(std::move(state));
}

CairoPainter CairoPainter::picture(double widthMm, double heightMm, double dotsPerInch)
{
    auto state = std::make_unique<State>();
    state->unitsPerMm = dotsPerInch / 25.4;
    const auto size
        = [&](double mm) { return static_cast<int>(std::lround(mm * state->unitsPerMm)); };
    state->surface.reset(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, size(widthMm), size(heightMm)));
    CairoPainter painter(std::move(state));
    cairo_set_source_rgb(painter.m_state->context.get(), 1, 1, 1);
    cairo_paint(painter.m_state->context.get());
    return painter;
}

void CairoPainter::draw(const Figure& figure, const Point& at, double scale)
{
    cairo_t* const context = m_state->context.get();
    cairo_save(context);
    cairo_translate(context, at.x, at.y);
    cairo_scale(context, scale, scale);
    m_state->figure = &figure;
    for (const Element& element : figure.elements) {
        if (const auto* const raster = std::get_if<Raster>(&element))
            paint(context, *raster, m_state->surfaceOf(raster->picture, raster->isPhotograph));
        else if (const auto* const line = std::get_if<Polyline>(&element))
            draw(*line);
        else if (const auto* const area = std::get_if<Area>(&element))
            draw(*area);
        else if (const auto* const label = std::get_if<Label>(&element))
            draw(*label);
    }
    m_state->figure = nullptr;
    cairo_restore(context);
}

void CairoPainter::draw(const Polyline& line)
{
    cairo_t* const context = m_state->context.get();
    trace(context, line.points);
    setColor(context, m_state->color(line.ink), 1);
    cairo_set_line_width(context, line.widthMm);
    constexpr std::array<double, 2> kDashes = {1.4, 1};
    cairo_set_dash(context, kDashes.data(), line.isDashed ? 2 : 0, 0);
    cairo_stroke(context);
}

void CairoPainter::draw(const Area& area)
{
    cairo_t* const context = m_state->context.get();
    trace(context, area.outline);
    cairo_close_path(context);
    setColor(context, m_state->color(area.ink), area.opacity);
    cairo_fill(context);
}

void CairoPainter::draw(const Label& label, const Point& offset)
{
    cairo_t* const context = m_state->context.get();
    const std::string text = label.text.english();
    const std::string font = m_state->font();
    const double width = widthOf(text, label.sizeMm, label.isBold, font);
    const double back = label.align == Align::Left     ? 0
                        : label.align == Align::Centre ? width / 2
                                                       : width;
    cairo_save(context);
    cairo_translate(context, label.at.x + offset.x, label.at.y + offset.y);
    if (label.isUpright)
        cairo_rotate(context, -std::numbers::pi / 2);
    cairo_set_font_face(context, m_state->fonts.face(label.isBold, font));
    setColor(context, m_state->color(label.ink), 1);
    double x = -back;
    for (const TextRun& run : textRuns(text)) {
        cairo_set_font_size(context, (run.isRaised ? kRaisedSize : 1) * label.sizeMm);
        cairo_move_to(context, x, run.isRaised ? -kRaisedBy * label.sizeMm : 0);
        cairo_show_text(context, run.text.c_str());
        cairo_get_current_point(context, &x, nullptr);
    }
    cairo_restore(context);
}

bool CairoPainter::hasFont(const std::string& family)
{
    const painting::Face face(cairo_toy_font_face_create(family.c_str(), CAIRO_FONT_SLANT_NORMAL,
                                                         CAIRO_FONT_WEIGHT_NORMAL));
    const std::unique_ptr<cairo_font_options_t, void (*)(cairo_font_options_t*)> options(
        cairo_font_options_create(), cairo_font_options_destroy);
    cairo_matrix_t unit;
    cairo_matrix_init_identity(&unit);
    const std::unique_ptr<cairo_scaled_font_t, void (*)(cairo_scaled_font_t*)> font(
        cairo_scaled_font_create(face.get(), &unit, &unit, options.get()),
        cairo_scaled_font_destroy);
    if (cairo_scaled_font_get_type(font.get()) != CAIRO_FONT_TYPE_FT)
        return false;
    const FT_Face found = cairo_ft_scaled_font_lock_face(font.get());
    const bool isIt = found != nullptr && found->family_name != nullptr
                      && lowerCase(found->family_name) == lowerCase(family);
    if (found != nullptr)
        cairo_ft_scaled_font_unlock_face(font.get());
    return isIt;
}

double CairoPainter::widthOf(const std::string& text, double sizeMm, bool isBold,
                             const std::string& font) const
{
    cairo_t* const context = m_state->context.get();
    cairo_save(context);
    cairo_set_font_face(context, m_state->fonts.face(isBold, font));
    double width = 0;
    for (const TextRun& run : textRuns(text)) {
        cairo_text_extents_t extents;
        cairo_set_font_size(context, (run.isRaised ? kRaisedSize : 1) * sizeMm);
        cairo_text_extents(context, run.text.c_str(), &extents);
        width += extents.x_advance;
    }
    cairo_restore(context);
    return width;
}

void CairoPainter::nextPage() { cairo_show_page(m_state->context.get()); }

void CairoPainter::nextPage(double widthMm, double heightMm)
{
    nextPage();
    if (m_state->isPdf)
        cairo_pdf_surface_set_size(m_state->surface.get(), widthMm * kPointsPerMm,
                                   heightMm * kPointsPerMm);
}

std::string CairoPainter::bytes()
{
    State& s = *m_state;
    const cairo_status_t drawn = cairo_status(s.context.get());
    s.context.reset();
    cairo_status_t written = CAIRO_STATUS_SUCCESS;
    if (s.isPdf) {
        cairo_surface_finish(s.surface.get());
        written = cairo_surface_status(s.surface.get());
    } else {
        written = cairo_surface_write_to_png_stream(s.surface.get(), append, &s.bytes);
    }
    if (drawn != CAIRO_STATUS_SUCCESS || written != CAIRO_STATUS_SUCCESS)
        throw failure(
            FUSIFORM_TR("core", "The figure could not be drawn: %1.")
                .arg(cairo_status_to_string(drawn != CAIRO_STATUS_SUCCESS ? drawn : written)));
    return std::move(s.bytes);
}

} // namespace fusiform::report
