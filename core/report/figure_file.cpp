// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/figure_file.h"

#include "core/report/svg.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/time.h"

#include <zlib.h>

#include <cmath>
#include <cstdint>

namespace fusiform::report {

namespace {

std::string bigEndian(std::uint32_t number)
{
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8)
        bytes += static_cast<char>(number >> shift & 255U);
    return bytes;
}

std::string chunk(const std::string& kind, const std::string& data)
{
    const std::string body = kind + data;
    const auto sum
        = ::crc32(0, reinterpret_cast<const Bytef*>(body.data()), static_cast<uInt>(body.size()));
    return bigEndian(static_cast<std::uint32_t>(data.size())) + body
           + bigEndian(static_cast<std::uint32_t>(sum));
}

/// Cairo writes neither the resolution nor a word: both go behind the header.
std::string described(std::string png, const FigureFormat& format)
{
    constexpr std::size_t kHeaderEnd = 33; // signature and IHDR
    const auto dotsPerMetre = static_cast<std::uint32_t>(std::lround(format.dotsPerInch / 0.0254));
    // Not added piece by piece: g++ 12 then warns of a copy beyond the text's own buffer.
    constexpr std::string_view kSoftware("Software\0Fusiform " FUSIFORM_VERSION,
                                         sizeof("Software\0Fusiform " FUSIFORM_VERSION) - 1);
    png.insert(kHeaderEnd,
               chunk("pHYs", bigEndian(dotsPerMetre) + bigEndian(dotsPerMetre) + '\1')
                   + chunk("tEXt", std::string(kSoftware))
                   + chunk("iTXt", std::string("Source") + std::string(5, '\0') + format.origin));
    return png;
}

} // namespace

bool isFigureName(const std::filesystem::path& file)
{
    const std::filesystem::path extension = file.extension();
    return extension == ".svg" || extension == ".pdf" || extension == ".png";
}

void writeFigure(const Figure& figure, const std::filesystem::path& file,
                 const FigureFormat& format)
{
    if (!isFigureName(file))
        throw usage(FUSIFORM_TR("core", "A figure is written as .svg, .pdf or .png, not as %1.")
                        .arg(file.filename().string()));
    if (file.extension() == ".svg")
        return writeFileAtomically(file, svgText(figure, format.origin));
    const bool isPdf = file.extension() == ".pdf";
    CairoPainter painter
        = isPdf ? CairoPainter::pdf({figure.title.english(), format.origin, documentTime()},
                                    figure.widthMm, figure.heightMm)
                : CairoPainter::picture(figure.widthMm, figure.heightMm, format.dotsPerInch);
    painter.draw(figure, {0, 0});
    std::string bytes = painter.bytes();
    writeFileAtomically(file, isPdf ? bytes : described(std::move(bytes), format));
}

} // namespace fusiform::report
