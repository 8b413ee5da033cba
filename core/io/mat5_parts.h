// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/mat5.h"
#include "core/util/error.h"

#include <zlib.h>

#include <bit>
#include <fstream>
#include <functional>

namespace fusiform::io {

// What the readers of MATLAB files of version 5 share; names as in MathWorks' "MAT-File Format".
constexpr std::uint64_t kMat5HeaderBytes = 128;
constexpr std::uint32_t kMat5Matrix = 14;
constexpr std::uint32_t kMat5Compressed = 15;
constexpr std::uint32_t kMat5Utf8 = 16;

/// A type of stored numbers: MATLAB keeps an array of doubles in the smallest type that holds its
/// values.
struct Mat5Number {
    std::uint32_t code;
    std::size_t bytes;
    double (*value)(const std::byte*, bool isSwapped);
};
/// Null if no numbers are stored under that code.
[[nodiscard]] const Mat5Number* mat5Number(std::uint32_t code);

/// Little or big endian, from the header of a file.
[[nodiscard]] std::endian mat5Order(std::span<const std::byte> header);
/// Class, logical and complex from the flags of a variable. @throws Error{BadData}
void setMat5Class(MatVariable& variable, const std::filesystem::path& file,
                  std::span<const std::byte> flags, std::endian order);
/// @throws Error{BadData} for fewer than two dimensions, or one below 0.
void setMat5Shape(MatVariable& variable, const std::filesystem::path& file,
                  std::span<const std::byte> dimensions, std::endian order);

/// The bytes of one part of a file from front to back, inflated where the part is compressed.
class Mat5Stream {
public:
    Mat5Stream(std::ifstream& stream, std::uint64_t bytes, bool isCompressed);
    ~Mat5Stream();
    Mat5Stream(const Mat5Stream&) = delete;
    Mat5Stream& operator=(const Mat5Stream&) = delete;

    /// False if there are fewer bytes or they are damaged.
    [[nodiscard]] bool read(std::span<std::byte> target);

private:
    [[nodiscard]] bool plain(std::span<std::byte> target);
    [[nodiscard]] bool inflated(std::span<std::byte> target);

    std::ifstream& m_stream;
    std::uint64_t m_left;
    bool m_isCompressed;
    z_stream m_zlib = {};
    std::vector<std::byte> m_buffer = std::vector<std::byte>(m_isCompressed ? 1U << 18U : 0);
};

/// Walks through the elements of a stream. Everything throws Error{BadData} naming the file and the
/// variable where the stream ends too early.
class Mat5Reader {
public:
    Mat5Reader(const std::filesystem::path& file, std::string variable, Mat5Stream& stream,
               std::endian order)
        : m_file(file), m_variable(std::move(variable)), m_stream(stream), m_order(order)
    {
    }

    struct Tag {
        std::uint32_t type = 0;
        std::uint64_t bytes = 0;
        std::uint64_t padding = 0; ///< bytes between this element and the next
    };
    [[nodiscard]] Tag tag();
    /// The bytes of a whole element, at most 64 kB: flags, dimensions, names.
    [[nodiscard]] std::vector<std::byte> element();
    /// The three elements that every matrix begins with.
    [[nodiscard]] MatVariable matrixHeader();
    using VisitNumbers = std::function<void(std::int64_t first, std::span<const double> values)>;
    /// The element of numbers that comes next, which has to be `count` long, in portions. `wants`
    /// may be empty; it is asked about each. `passed` hears of each portion, wanted or not.
    void numbers(std::int64_t count,
                 const std::function<bool(std::int64_t first, std::int64_t count)>& wants,
                 const VisitNumbers& visit, const std::function<void(std::int64_t)>& passed);
    void read(std::span<std::byte> target);
    void skip(std::uint64_t count);

    [[nodiscard]] std::uint64_t position() const { return m_position; }
    [[nodiscard]] std::endian order() const { return m_order; }
    [[nodiscard]] const std::filesystem::path& file() const { return m_file; }
    [[nodiscard]] Error damaged() const;

private:
    std::uint32_t word();

    const std::filesystem::path& m_file;
    std::string m_variable;
    Mat5Stream& m_stream;
    std::endian m_order;
    std::uint64_t m_position = 0;
};

/// Finds the variable of that name and hands over the reader at what follows its header.
/// @param visit gets the bytes that belong to the variable from there on.
/// @throws Error{BadData}, also if there is no such variable.
void visitMat5Variable(
    const std::filesystem::path& file, const std::string& name,
    const std::function<void(Mat5Reader&, const MatVariable&, std::uint64_t bytes)>& visit);

} // namespace fusiform::io
