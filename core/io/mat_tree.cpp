// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/mat_tree.h"

#include "core/io/byte_reader.h"
#include "core/io/gzip_file.h"
#include "core/io/mat73.h"
#include "core/util/error.h"

#include <algorithm>
#include <limits>

namespace fusiform::io {

namespace {

void appendUtf8(std::string& text, std::uint32_t code)
{
    const auto add = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (code < 0x80) {
        add(code);
    } else if (code < 0x800) {
        add(0xC0U | code >> 6U);
        add(0x80U | (code & 0x3FU));
    } else {
        add(0xE0U | code >> 12U);
        add(0x80U | (code >> 6U & 0x3FU));
        add(0x80U | (code & 0x3FU));
    }
}

} // namespace

const MatNode* MatNode::find(std::string_view path) const
{
    const MatNode* node = this;
    while (!path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        const auto values = node->elements(path.substr(0, dot));
        if (values.empty())
            return nullptr;
        node = &values.front();
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return node;
}

std::span<const MatNode> MatNode::elements(std::string_view field) const
{
    const auto found = fields.find(field);
    return found == fields.end() ? std::span<const MatNode>() : found->second;
}

std::string MatNode::text() const { return rows.empty() ? std::string() : rows.front(); }

std::vector<std::string> MatNode::texts() const
{
    if (type == "char")
        return rows;
    std::vector<std::string> all;
    for (const MatNode& cell : cells)
        all.push_back(cell.text());
    return all;
}

void MatTreeBudget::spend(std::uint64_t values, std::uint64_t numbers, int depth)
{
    constexpr std::uint64_t kMostValues = 1'000'000;
    constexpr std::uint64_t kMostNumbers = std::uint64_t{1} << 26U;
    constexpr int kDeepest = 64;
    if (values > kMostValues - m_values || numbers > kMostNumbers - m_numbers || depth > kDeepest)
        throw badData(m_file,
                      FUSIFORM_TR("core", "at most %1 values and %2 numbers, %3 deep")
                          .arg(static_cast<unsigned long long>(kMostValues))
                          .arg(static_cast<unsigned long long>(kMostNumbers))
                          .arg(kDeepest),
                      FUSIFORM_TR("core", "more"));
    m_values += values;
    m_numbers += numbers;
}

std::uint64_t matElements(std::span<const std::int64_t> shape)
{
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
    std::uint64_t count = 1;
    for (const std::int64_t size : shape) {
        const auto length = static_cast<std::uint64_t>(std::max<std::int64_t>(0, size));
        if (length == 0)
            return 0;
        count = count > kMost / length ? kMost : count * length;
    }
    return count;
}

std::vector<std::string> matRows(std::span<const std::int64_t> shape, std::span<const double> codes)
{
    const auto count = static_cast<std::size_t>(shape.empty() ? 0 : shape[0]);
    if (count == 0 || codes.empty())
        return {};
    std::vector<std::string> rows(std::min(count, codes.size()));
    for (std::size_t at = 0; at < codes.size(); ++at)
        appendUtf8(rows[at % rows.size()], static_cast<std::uint16_t>(codes[at]));
    for (std::string& row : rows) {
        row = printable(row);
        row.resize(row.find_last_not_of(std::string_view(" \0", 2)) + 1);
    }
    return rows;
}

MatNode readMatTree(const std::filesystem::path& file, const std::string& name,
                    const WantsMatNode& wants)
{
    constexpr std::size_t kPrefix = 1024; // MATLAB's own 512 bytes, then the mark of HDF5
    const bool isHdf5 = isMat73(readGzipPrefix(file, kPrefix).bytes, file);
    const MatFile content = isHdf5 ? readMat73(file) : readMat5(file);
    if (content.version == "4")
        throw badData(file, FUSIFORM_TR("core", "a MATLAB file of version 5 or 7.3"),
                      FUSIFORM_TR("core", "one of version 4"));
    if (std::ranges::find(content.variables, name, &MatVariable::name) == content.variables.end()) {
        std::string all;
        for (const MatVariable& variable : content.variables)
            (all += all.empty() ? "" : ", ") += variable.name;
        throw badData(file, FUSIFORM_TR("core", "a variable called %1").arg(name),
                      all.empty() ? FUSIFORM_TR("core", "no variables")
                                  : FUSIFORM_TR("core", "%1").arg(all));
    }
    return isHdf5 ? readMat73Tree(file, name, wants) : readMat5Tree(file, name, wants);
}

} // namespace fusiform::io
