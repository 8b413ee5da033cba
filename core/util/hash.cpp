// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/hash.h"

#include "core/util/error.h"
#include "core/util/file.h"

#include <openssl/evp.h>

namespace fusiform {

struct ContentHash::State {
    std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                    &EVP_MD_CTX_free};
};

namespace {
void check(int result)
{
    if (result != 1)
        throw failure(FUSIFORM_TR("core", "The SHA-256 library failed."));
}
} // namespace

ContentHash::ContentHash() : m_state(std::make_unique<State>())
{
    check(EVP_DigestInit_ex(m_state->context.get(), EVP_sha256(), nullptr));
}

ContentHash::~ContentHash() = default;
ContentHash::ContentHash(ContentHash&&) noexcept = default;

ContentHash& ContentHash::add(std::span<const std::byte> bytes)
{
    check(EVP_DigestUpdate(m_state->context.get(), bytes.data(), bytes.size()));
    return *this;
}

std::string ContentHash::finish()
{
    std::array<unsigned char, 32> digest = {};
    check(EVP_DigestFinal_ex(m_state->context.get(), digest.data(), nullptr));
    std::string text;
    for (const unsigned char byte : digest) {
        constexpr std::string_view kDigits = "0123456789abcdef";
        text += kDigits[byte >> 4];
        text += kDigits[byte & 15];
    }
    return text;
}

std::string contentHash(std::span<const std::byte> bytes)
{
    return ContentHash().add(bytes).finish();
}
std::string contentHash(std::string_view text) { return ContentHash().add(text).finish(); }
std::string fileHash(const std::filesystem::path& file)
{
    // Pictures come in thousands: a mapping costs each of them more than its bytes do.
    constexpr std::uintmax_t kSmall = 1 << 20;
    std::error_code unknown;
    const std::uintmax_t size = std::filesystem::file_size(file, unknown);
    return !unknown && size < kSmall ? contentHash(readTextFile(file))
                                     : contentHash(MappedFile(file).bytes());
}

} // namespace fusiform
