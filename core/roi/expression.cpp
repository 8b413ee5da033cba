// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/roi/expression.h"

#include "core/util/error.h"
#include "core/util/joined.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cctype>

namespace fusiform::roi {

namespace {

constexpr std::size_t kLongest = 10'000;
constexpr int kDeepest = 100;

/// Bytes of UTF-8 after the first of a character.
bool isContinuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

bool isNameByte(char byte)
{
    const auto value = static_cast<unsigned char>(byte);
    return value >= 0x80U || std::isalnum(value) != 0 || byte == '_' || byte == '.';
}

/// Reads a text from left to right; a function for each level of binding.
class Reader {
public:
    Reader(std::string_view text, const ExpressionNames& names) : m_text(text), m_names(names) { }

    image::VoxelSet whole()
    {
        if (m_text.size() > kLongest)
            throw usage(FUSIFORM_TR("core", "An expression of regions has at most %1 characters; "
                                            "this one has %2.")
                            .arg(kLongest)
                            .arg(m_text.size()));
        image::VoxelSet set = sum();
        if (!isAtEnd())
            throw found(FUSIFORM_TR("core", "Character %1 of the expression: expected + - & ^ or "
                                            "the end; found %2."));
        return set;
    }

private:
    /// a + b - c ^ d
    image::VoxelSet sum()
    {
        image::VoxelSet set = product();
        while (true) {
            if (take('+'))
                set = set.united(product());
            else if (take('-'))
                set = set.minus(product());
            else if (take('^'))
                set = set.difference(product());
            else
                return set;
        }
    }

    /// a & b
    image::VoxelSet product()
    {
        image::VoxelSet set = operand();
        while (take('&'))
            set = set.intersected(operand());
        return set;
    }

    /// !a, (a) or a name
    image::VoxelSet operand()
    {
        if (++m_depth > kDeepest)
            throw usage(FUSIFORM_TR("core", "Character %1 of the expression: at most %2 "
                                            "parentheses and ! may stand within each other.")
                            .arg(place(m_at))
                            .arg(kDeepest));
        image::VoxelSet set;
        if (take('!') || take('~')) {
            set = m_names.everything.minus(operand());
        } else if (take('(')) {
            set = sum();
            closeParenthesis();
        } else {
            set = named();
        }
        --m_depth;
        return set;
    }

    void closeParenthesis()
    {
        if (take(')'))
            return;
        if (isAtEnd())
            throw found(FUSIFORM_TR("core",
                                    "Character %1 of the expression: expected + - & ^ or ); "
                                    "found its end."));
        throw found(FUSIFORM_TR("core", "Character %1 of the expression: expected + - & ^ or ); "
                                        "found %2."));
    }

    image::VoxelSet named()
    {
        skipBlanks();
        const std::size_t begin = m_at;
        const std::string name = nextName();
        const std::string lower = lowerCase(name);
        auto known = std::ranges::find(m_names.known, name);
        if (known == m_names.known.end())
            known = std::ranges::find(m_names.known, lower, lowerCase);
        if (known != m_names.known.end())
            return m_names.find(*known);
        throw usage(FUSIFORM_TR("core", "Character %1 of the expression: there is no region called "
                                        "%2. There are: %3. A name with blanks or signs stands in "
                                        "quotes.")
                        .arg(place(begin))
                        .arg(name)
                        .arg(joined(m_names.known)));
    }

    std::string nextName()
    {
        const char quote = m_at < m_text.size() ? m_text[m_at] : '\0';
        if (quote == '"' || quote == '\'') {
            const std::size_t end = m_text.find(quote, m_at + 1);
            if (end == std::string_view::npos)
                throw usage(FUSIFORM_TR("core", "Character %1 of the expression: the quote is not "
                                                "closed.")
                                .arg(place(m_at)));
            const std::string name(m_text.substr(m_at + 1, end - m_at - 1));
            m_at = end + 1;
            return name;
        }
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && isNameByte(m_text[m_at]))
            ++m_at;
        if (m_at == m_text.size() && m_at == begin)
            throw found(FUSIFORM_TR("core", "Character %1 of the expression: expected the name of "
                                            "a region, ! or (; found its end."));
        if (m_at == begin)
            throw found(FUSIFORM_TR("core", "Character %1 of the expression: expected the name of "
                                            "a region, ! or (; found %2."));
        return std::string(m_text.substr(begin, m_at - begin));
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0)
            ++m_at;
    }
    bool isAtEnd()
    {
        skipBlanks();
        return m_at == m_text.size();
    }
    bool take(char sign)
    {
        if (isAtEnd() || m_text[m_at] != sign)
            return false;
        ++m_at;
        return true;
    }

    /// The number of a character, counted from 1.
    [[nodiscard]] long long place(std::size_t at) const
    {
        return 1 + std::ranges::count_if(m_text.substr(0, at), std::not_fn(isContinuation));
    }

    /// An error about the place that was reached, and the character there.
    [[nodiscard]] Error found(const Text& text) const
    {
        std::size_t end = std::min(m_at + 1, m_text.size());
        while (end < m_text.size() && isContinuation(m_text[end]))
            ++end;
        return usage(text.arg(place(m_at)).arg(m_text.substr(m_at, end - m_at)));
    }

    std::string_view m_text;
    const ExpressionNames& m_names;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace

image::VoxelSet setOf(std::string_view expression, const ExpressionNames& names)
{
    return Reader(expression, names).whole();
}

} // namespace fusiform::roi
