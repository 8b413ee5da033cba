// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/byte_reader.h"
#include "core/io/mat5_parts.h"
#include "core/io/mat_tree.h"

#include <algorithm>

namespace fusiform::io {

namespace {

/// Reads values that hold values: each has to end inside the one around it.
class Mat5TreeReader {
public:
    Mat5TreeReader(Mat5Reader& reader, const WantsMatNode& wants)
        : m_reader(reader), m_wants(wants), m_budget(reader.file())
    {
    }

    /// @param bytes of the value behind its header.
    [[nodiscard]] MatNode node(const MatVariable& header, std::uint64_t bytes,
                               std::string_view path, int depth)
    {
        m_budget.spend(1, 0, depth);
        const std::uint64_t end = m_reader.position() + bytes;
        MatNode node;
        node.type = header.type;
        node.shape = header.shape;
        if (m_wants(path) && !header.isComplex)
            fill(node, end, path, depth);
        if (m_reader.position() > end)
            throw m_reader.damaged();
        m_reader.skip(end - m_reader.position());
        return node;
    }

private:
    void fill(MatNode& node, std::uint64_t end, std::string_view path, int depth)
    {
        const std::string& type = node.type;
        if (type == "cell")
            fillCells(node, end, path, depth);
        else if (type == "struct" || type == "object")
            fillFields(node, end, path, depth);
        else if (type == "char")
            fillText(node);
        else if (type != "sparse" && type != "function" && type != "opaque")
            node.numbers = numbers(node);
    }

    /// The value that comes next, inside of one that ends at `end`.
    MatNode child(std::uint64_t end, std::string_view path, int depth)
    {
        const Mat5Reader::Tag tag = m_reader.tag();
        const std::uint64_t begin = m_reader.position();
        if (tag.type != kMat5Matrix || begin > end || tag.bytes > end - begin)
            throw m_reader.damaged();
        if (tag.bytes == 0) { // some writers' way of saying "empty"
            m_budget.spend(1, 0, depth);
            return {"double", {0, 0}, {}, {}, {}, {}};
        }
        const MatVariable header = m_reader.matrixHeader();
        const std::uint64_t used = m_reader.position() - begin;
        if (used > tag.bytes)
            throw m_reader.damaged();
        MatNode result = node(header, tag.bytes - used, path, depth);
        // MATLAB pads what is in a cell; the last one may go without.
        m_reader.skip(std::min(tag.padding, end - std::min(end, m_reader.position())));
        return result;
    }
    void fillCells(MatNode& node, std::uint64_t end, std::string_view path, int depth)
    {
        for (std::uint64_t left = matElements(node.shape); left > 0; --left)
            node.cells.push_back(child(end, path, depth + 1));
    }
    void fillFields(MatNode& node, std::uint64_t end, std::string_view path, int depth)
    {
        if (node.type == "object")
            (void)m_reader.element(); // the name of its class
        const std::vector<std::string> names = fieldNames();
        const std::string prefix = path.empty() ? std::string() : std::string(path) + ".";
        for (const std::string& name : names)
            node.fields[name];
        for (std::uint64_t left = names.empty() ? 0 : matElements(node.shape); left > 0; --left)
            for (const std::string& name : names)
                node.fields[name].push_back(child(end, prefix + name, depth + 1));
    }
    /// A number, the room that each name has; then the names.
    std::vector<std::string> fieldNames()
    {
        const std::vector<std::byte> raw = m_reader.element();
        const std::uint32_t room
            = ByteReader(m_reader.file(), raw, m_reader.order()).next<std::uint32_t>();
        const std::vector<std::byte> all = m_reader.element();
        if (room == 0 || all.size() % room != 0)
            throw m_reader.damaged();
        std::vector<std::string> names;
        for (std::size_t at = 0; at < all.size(); at += room)
            names.push_back(
                ByteReader(m_reader.file(), std::span(all).subspan(at, room), m_reader.order())
                    .text(room));
        for (std::string& name : names)
            name = printable(name);
        return names;
    }
    std::vector<double> numbers(const MatNode& node)
    {
        const std::uint64_t count = matElements(node.shape);
        m_budget.spend(0, count, 0);
        std::vector<double> values;
        if (count == 0) // whatever type of number an empty array is said to have
            return values;
        m_reader.numbers(
            static_cast<std::int64_t>(count), {},
            [&](std::int64_t, std::span<const double> portion) {
                values.insert(values.end(), portion.begin(), portion.end());
            },
            [](std::int64_t) {});
        return values;
    }
    void fillText(MatNode& node)
    {
        constexpr std::uint32_t kUtf16 = 17;
        const Mat5Reader::Tag tag = m_reader.tag();
        m_budget.spend(0, tag.bytes, 0);
        std::vector<std::byte> raw;
        constexpr std::uint64_t kPortion = 1 << 16;
        while (raw.size() < tag.bytes) {
            const std::size_t before = raw.size();
            raw.resize(std::min(tag.bytes, before + kPortion));
            m_reader.read(std::span(raw).subspan(before));
        }
        // Text that is one row, or has one byte a letter, is what its bytes say.
        const bool isPlain = raw.size() == matElements(node.shape);
        if (tag.type == kMat5Utf8 && !isPlain) {
            node.rows = {printable(textOf(raw))};
            return;
        }
        const Mat5Number* type = mat5Number(tag.type == kMat5Utf8 ? 2
                                            : tag.type == kUtf16  ? 4
                                                                  : tag.type);
        if (type == nullptr || raw.size() % type->bytes != 0)
            throw m_reader.damaged();
        std::vector<double> codes;
        for (std::size_t at = 0; at < raw.size(); at += type->bytes)
            codes.push_back(type->value(raw.data() + at, m_reader.order() != std::endian::native));
        node.rows = matRows(node.shape, codes);
    }

    Mat5Reader& m_reader;
    const WantsMatNode& m_wants;
    MatTreeBudget m_budget;
};

} // namespace

MatNode readMat5Tree(const std::filesystem::path& file, const std::string& name,
                     const WantsMatNode& wants)
{
    MatNode root;
    visitMat5Variable(file, name,
                      [&](Mat5Reader& reader, const MatVariable& header, std::uint64_t bytes) {
                          root = Mat5TreeReader(reader, wants).node(header, bytes, "", 0);
                      });
    return root;
}

} // namespace fusiform::io
