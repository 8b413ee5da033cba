// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/report/figure.h"

#include <QFile>
#include <QString>
#include <QXmlStreamReader>

#include <array>
#include <cstdio>
#include <map>

namespace fusiform::test {

/// Where a text of a figure stands.
struct TextBox {
    std::string text;
    report::Box box;
};

/// Advances of the window's font (Inter, regular) for the characters from the blank on, in 1/2816
/// of its size.
inline constexpr std::array kAdvances = {
    792,  784,  1136, 1776, 1796, 2288, 1800, 624,  1020, 1020, 1408, 1856, 788,  1296, 776,  1004,
    1760, 1308, 1704, 1792, 1808, 1712, 1756, 1608, 1736, 1756, 776,  788,  1856, 1856, 1856, 1428,
    2636, 1904, 1832, 2048, 2024, 1684, 1652, 2092, 2084, 744,  1528, 1836, 1584, 2504, 2120, 2144,
    1788, 2144, 1800, 1796, 1808, 2088, 1904, 2672, 1808, 1872, 1760, 1020, 1004, 1020, 1320, 1272,
    1400, 1588, 1748, 1572, 1748, 1640, 1016, 1716, 1664, 668,  668,  1532, 668,  2448, 1648, 1680,
    1716, 1716, 1048, 1472, 1024, 1636, 1568, 2288, 1520, 1568, 1524, 1020, 920,  1020, 1856};

/// Those of DejaVu Sans, in 1/2048: a wide font that Debian always has.
inline constexpr std::array kDejaVuAdvances = {
    651,  821,  942,  1716, 1303, 1946, 1597, 563,  799,  799,  1024, 1716, 651,  739,  651,  690,
    1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 1303, 690,  690,  1716, 1716, 1716, 1087,
    2048, 1401, 1405, 1430, 1577, 1294, 1178, 1587, 1540, 604,  604,  1343, 1141, 1767, 1532, 1612,
    1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403, 1251, 1403, 799,  690,  799,  1716, 1024,
    1024, 1255, 1300, 1126, 1300, 1260, 721,  1300, 1298, 569,  569,  1186, 569,  1995, 1298, 1253,
    1300, 1300, 842,  1067, 803,  1298, 1212, 1675, 1212, 1212, 1075, 1303, 690,  1303, 1716};

inline double widthOf(const QString& text, const report::Label& label, bool isDejaVu = false)
{
    const auto& advances = isDejaVu ? kDejaVuAdvances : kAdvances;
    double width = 0;
    for (const QChar c : text) {
        const int index = c.unicode() - ' ';
        if (index >= 0 && index < static_cast<int>(advances.size()))
            width += advances[static_cast<std::size_t>(index)] / (isDejaVu ? 2048.0 : 2816.0);
        else
            width += c.unicode() == 0x202f ? 0.19 : c.unicode() == 0xa0 ? 0.29 : 0.66;
    }
    return width * label.sizeMm * (!label.isBold ? 1 : isDejaVu ? 1.12 : 1.04);
}

/// Texts of the core in French, by the English.
inline std::map<std::string, std::string> frenchCatalogue()
{
    std::map<std::string, std::string> catalogue;
    QFile file(QStringLiteral(FUSIFORM_SOURCE_DIR "/translations/fusiform_fr.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return catalogue;
    QXmlStreamReader xml(&file);
    std::string source;
    bool isCore = false;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement())
            continue;
        if (xml.name() == QLatin1String("name"))
            isCore = xml.readElementText() == QLatin1String("core");
        else if (isCore && xml.name() == QLatin1String("source"))
            source = xml.readElementText().toStdString();
        else if (isCore && xml.name() == QLatin1String("translation"))
            catalogue[source]
                = xml.readElementText(QXmlStreamReader::IncludeChildElements).toStdString();
    }
    return catalogue;
}

inline std::vector<TextBox> textBoxes(const report::Figure& figure,
                                      const std::map<std::string, std::string>& catalogue)
{
    std::vector<TextBox> boxes;
    for (const report::Label& label : figure.all<report::Label>()) {
        const auto found = catalogue.find(label.text.source);
        const std::string text
            = found == catalogue.end() ? label.text.english() : label.text.filled(found->second);
        const double width
            = widthOf(QString::fromStdString(text), label, figure.font == "DejaVu Sans");
        const double left = label.align == report::Align::Left     ? 0
                            : label.align == report::Align::Centre ? -width / 2
                                                                   : -width;
        boxes.push_back(
            {text,
             {label.at.x + left, label.at.y - 0.74 * label.sizeMm, width, 0.9 * label.sizeMm}});
    }
    return boxes;
}

/// Whether all texts are inside the figure and none lies on another, in English and in French;
/// prints those that are not. For figures without upright texts, in Inter or in DejaVu Sans, which
/// figures that leave the program may have: their texts are English.
inline bool textsHaveRoom(const report::Figure& figure)
{
    static const std::map<std::string, std::string> kFrench = frenchCatalogue();
    bool haveRoom = !kFrench.empty() && !figure.all<report::Label>().empty();
    const auto complain = [&](const std::string& text, const std::string& about) {
        std::printf("%g mm: \"%s\" %s\n", figure.widthMm, text.c_str(), about.c_str());
        haveRoom = false;
    };
    for (const auto& catalogue : {std::map<std::string, std::string>(), kFrench}) {
        if (!figure.font.empty() && !catalogue.empty())
            break;
        const std::vector<TextBox> boxes = textBoxes(figure, catalogue);
        for (std::size_t a = 0; a < boxes.size(); ++a) {
            const report::Box& one = boxes[a].box;
            if (one.left < 0 || one.top < 0 || one.right() > figure.widthMm
                || one.bottom() > figure.heightMm)
                complain(boxes[a].text, "is cut off");
            for (std::size_t b = a + 1; b < boxes.size(); ++b) {
                const report::Box& other = boxes[b].box;
                if (one.left < other.right() && other.left < one.right() && one.top < other.bottom()
                    && other.top < one.bottom())
                    complain(boxes[a].text, "lies on \"" + boxes[b].text + "\"");
            }
        }
    }
    return haveRoom;
}

/// The tips of all spots, in order.
inline std::vector<std::string> tipsOf(const report::Figure& figure)
{
    std::vector<std::string> tips;
    for (const report::Spot& spot : figure.spots)
        tips.push_back(spot.tip.english());
    return tips;
}

inline bool hasLabel(const report::Figure& figure, const std::string& text)
{
    for (const report::Label& label : figure.all<report::Label>())
        if (label.text.english() == text)
            return true;
    return false;
}

} // namespace fusiform::test
