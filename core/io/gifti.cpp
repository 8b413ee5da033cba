// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/gifti.h"

#include "core/io/byte_reader.h"
#include "core/io/gifti_numbers.h"
#include "core/io/gzip_file.h"
#include "core/io/xml_walk.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace fusiform::io {

namespace {

constexpr std::size_t kLargestFile = std::size_t{4} << 30U; // text, after decompression
constexpr std::int64_t kMostDimensions = 6; // of the standard
constexpr std::size_t kLongestText = 1U << 16U; // of a name or a value; provenance can be long
constexpr double kLargestKey = 0x1p31; // keys are of 32 bits

struct GiftiType {
    const char* gifti;
    const char* ours;
};
// The standard allows the first three only; files with the others exist.
constexpr std::array kGiftiTypes = {
    GiftiType{"NIFTI_TYPE_UINT8", "uint8"},         GiftiType{"NIFTI_TYPE_INT32", "int32"},
    GiftiType{"NIFTI_TYPE_FLOAT32", "float32"},     GiftiType{"NIFTI_TYPE_INT8", "int8"},
    GiftiType{"NIFTI_TYPE_INT16", "int16"},         GiftiType{"NIFTI_TYPE_UINT16", "uint16"},
    GiftiType{"NIFTI_TYPE_UINT32", "uint32"},       GiftiType{"NIFTI_TYPE_INT64", "int64"},
    GiftiType{"NIFTI_TYPE_UINT64", "uint64"},       GiftiType{"NIFTI_TYPE_FLOAT64", "float64"},
    GiftiType{"NIFTI_TYPE_RGB24", "rgb24"},         GiftiType{"NIFTI_TYPE_RGBA32", "rgba32"},
    GiftiType{"NIFTI_TYPE_COMPLEX64", "complex64"},
};

/// Hears of elements one by one and builds the description.
class Listener final : public XmlListener {
public:
    Listener(std::filesystem::path file, GiftiNumbers numbers)
        : m_file(std::move(file)), m_numbers(numbers)
    {
    }

    void begin(const std::string& element, const Attributes& attributes) override
    {
        if (!m_hasRoot && element != "GIFTI")
            throw badData(m_file, FUSIFORM_TR("core", "a GIFTI file"),
                          FUSIFORM_TR("core", "XML that begins with %1").arg(printable(element)));
        m_text.clear();
        if (element == "GIFTI") {
            m_hasRoot = true;
            m_gifti.version = valueOf(attributes, "Version").value_or("");
        } else if (element == "DataArray") {
            m_gifti.arrays.push_back(arrayOf(attributes));
            m_isInArray = true;
        } else if (element == "MD") {
            m_name.clear();
        } else if (element == "Label") {
            m_gifti.labels.push_back(labelOf(attributes));
        } else if (element == "CoordinateSystemTransformMatrix" && m_isInArray) {
            m_gifti.arrays.back().transforms.emplace_back();
        }
        m_isInData = element == "Data" && m_isInArray;
    }
    void end(const std::string& element) override
    {
        if (element == "DataArray")
            m_isInArray = false;
        else if (m_isInData && m_numbers == GiftiNumbers::Read)
            m_gifti.arrays.back().numbers = giftiNumbers(m_gifti.arrays.back(), m_text, m_file);
        else if (element == "Name")
            m_name = printable(trimmed(m_text));
        else if (element == "Value")
            (m_isInArray ? m_gifti.arrays.back().metadata : m_gifti.metadata)[m_name]
                = printable(trimmed(m_text));
        else if (element == "Label" && !m_gifti.labels.empty())
            m_gifti.labels.back().name.name = printable(trimmed(m_text));
        else if (m_isInArray && !m_gifti.arrays.back().transforms.empty())
            endOfTransform(element, m_gifti.arrays.back().transforms.back());
        m_isInData = false;
        m_text.clear();
    }
    void text(std::string_view part) override
    {
        // Only short texts are kept: numbers that nobody asked for pass by.
        const bool isWanted = m_isInData && m_numbers == GiftiNumbers::Read;
        if (isWanted || m_text.size() + part.size() <= kLongestText)
            m_text += part;
    }
    [[nodiscard]] Gifti take() { return std::move(m_gifti); }

private:
    static std::optional<std::string> valueOf(const Attributes& attributes, const char* name)
    {
        const auto found = attributes.find(name);
        return found == attributes.end() ? std::nullopt : std::optional(found->second);
    }
    [[nodiscard]] std::string required(const Attributes& attributes, const char* name) const
    {
        if (auto value = valueOf(attributes, name))
            return *value;
        throw badData(
            m_file, FUSIFORM_TR("core", "%1 of array %2").arg(name).arg(m_gifti.arrays.size() + 1),
            FUSIFORM_TR("core", "none"));
    }
    [[nodiscard]] std::int64_t size(const Attributes& attributes, const std::string& name) const
    {
        const std::string text = required(attributes, name.c_str());
        std::int64_t value = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
        constexpr std::int64_t kLargest = std::int64_t{1} << 40;
        if (error != std::errc() || end != text.data() + text.size() || value < 1
            || value > kLargest)
            throw badData(m_file,
                          FUSIFORM_TR("core", "a sensible %1 of array %2")
                              .arg(name)
                              .arg(m_gifti.arrays.size() + 1),
                          FUSIFORM_TR("core", "\"%1\"").arg(printable(text)));
        return value;
    }
    void endOfTransform(const std::string& element, GiftiTransform& transform) const
    {
        if (element == "DataSpace")
            transform.dataSpace = printable(trimmed(m_text));
        else if (element == "TransformedSpace")
            transform.transformedSpace = printable(trimmed(m_text));
        else if (element == "MatrixData")
            transform.matrix = numbersIn(m_text);
    }
    static GiftiLabel labelOf(const Attributes& attributes)
    {
        GiftiLabel label;
        // Files from before version 1 say Index.
        const auto key = valueOf(attributes, "Key");
        const auto number = numberFrom(key ? *key : valueOf(attributes, "Index").value_or("0"));
        if (number && std::abs(*number) <= kLargestKey)
            label.key = static_cast<std::int64_t>(*number);
        std::array<std::uint8_t, 3> colour = {};
        constexpr std::array kParts = {"Red", "Green", "Blue"};
        for (std::size_t part = 0; part < kParts.size(); ++part) {
            const auto value = numberFrom(valueOf(attributes, kParts[part]).value_or(""));
            if (!value || !(*value >= 0 && *value <= 1))
                return label;
            colour[part] = static_cast<std::uint8_t>(std::lround(255 * *value));
        }
        label.name.colour = colour;
        return label;
    }
    [[nodiscard]] GiftiArray arrayOf(const Attributes& attributes) const
    {
        GiftiArray array;
        array.intent = printable(required(attributes, "Intent"));
        const std::string type = required(attributes, "DataType");
        const auto known = std::ranges::find(kGiftiTypes, type, &GiftiType::gifti);
        if (known == kGiftiTypes.end())
            throw badData(m_file, FUSIFORM_TR("core", "a data type of the NIfTI standard"),
                          FUSIFORM_TR("core", "%1").arg(printable(type)));
        array.type = known->ours;
        array.encoding = printable(required(attributes, "Encoding"));
        array.isBigEndian = valueOf(attributes, "Endian") == "BigEndian";
        array.isRowMajor = valueOf(attributes, "ArrayIndexingOrder") != "ColumnMajorOrder";
        const std::int64_t dimensions = size(attributes, "Dimensionality");
        if (dimensions > kMostDimensions)
            throw badData(m_file,
                          FUSIFORM_TR("core", "at most %1 dimensions")
                              .arg(static_cast<long long>(kMostDimensions)),
                          FUSIFORM_TR("core", "%1").arg(static_cast<long long>(dimensions)));
        for (std::int64_t d = 0; d < dimensions; ++d)
            array.shape.push_back(size(attributes, "Dim" + std::to_string(d)));
        return array;
    }

    std::filesystem::path m_file;
    Gifti m_gifti;
    std::string m_text;
    std::string m_name;
    GiftiNumbers m_numbers;
    bool m_hasRoot = false;
    bool m_isInArray = false;
    bool m_isInData = false;
};

} // namespace

bool isGifti(std::span<const std::byte> prefix, const std::filesystem::path& file)
{
    const std::string name = file.filename().string();
    return name.ends_with(".gii") || name.ends_with(".gii.gz")
           || textOf(prefix).find("<GIFTI") != std::string_view::npos;
}

Gifti readGifti(const std::filesystem::path& file, GiftiNumbers numbers)
{
    Listener listener(file, numbers);
    walkXml(readGzipWhole(file, kLargestFile).bytes, file,
            FUSIFORM_TR("core", "a GIFTI file (XML)"), listener);
    return listener.take();
}

Json describeGifti(const std::filesystem::path& file)
{
    const Gifti gifti = readGifti(file);
    Json arrays = Json::array();
    Json labels = Json::array();
    for (const GiftiLabel& label : gifti.labels)
        labels.push_back(label.name.name);
    for (const GiftiArray& array : gifti.arrays)
        arrays.push_back({{"intent", array.intent},
                          {"dtype", array.type},
                          {"shape", array.shape},
                          {"encoding", array.encoding},
                          {"big_endian", array.isBigEndian},
                          {"row_major", array.isRowMajor},
                          {"metadata", array.metadata}});
    return {{"format", "GIFTI"},
            {"version", gifti.version},
            {"arrays", arrays},
            {"labels", labels},
            {"metadata", gifti.metadata}};
}

} // namespace fusiform::io
