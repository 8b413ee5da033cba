// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/xml_walk.h"

#include "core/io/byte_reader.h"
#include "core/util/error.h"

#include <expat.h>

#include <algorithm>
#include <exception>
#include <memory>

namespace fusiform::io {

namespace {

/// Feeds a listener from expat, which is C: no exception may pass through it.
class Parser {
public:
    Parser(std::filesystem::path file, Text expected, XmlListener& listener)
        : m_file(std::move(file)),
          m_expected(std::move(expected)),
          m_listener(listener),
          m_parser(XML_ParserCreate(nullptr), &XML_ParserFree)
    {
        if (!m_parser)
            throw failure(FUSIFORM_TR("core", "The XML parser could not be started."));
        XML_SetUserData(m_parser.get(), this);
        XML_SetElementHandler(m_parser.get(), onBegin, onEnd);
        XML_SetCharacterDataHandler(m_parser.get(), onText);
        XML_SetEntityDeclHandler(m_parser.get(), onEntity);
    }

    void parse(std::span<const std::byte> bytes)
    {
        constexpr std::size_t kPiece = 1U << 20U;
        for (std::size_t begin = 0;;) {
            const std::size_t count = std::min(kPiece, bytes.size() - begin);
            const bool isLast = begin + count == bytes.size();
            const XML_Status status
                = XML_Parse(m_parser.get(), reinterpret_cast<const char*>(bytes.data()) + begin,
                            static_cast<int>(count), isLast ? XML_TRUE : XML_FALSE);
            if (m_problem)
                std::rethrow_exception(m_problem);
            if (status != XML_STATUS_OK)
                throw badData(
                    m_file, m_expected,
                    FUSIFORM_TR("core", "%1 in line %2")
                        .arg(XML_ErrorString(XML_GetErrorCode(m_parser.get())))
                        .arg(static_cast<unsigned long>(XML_GetCurrentLineNumber(m_parser.get()))));
            begin += count;
            if (isLast)
                return;
        }
    }

private:
    template <class F>
    static void guarded(void* self, F f)
    {
        Parser& parser = *static_cast<Parser*>(self);
        if (parser.m_problem)
            return;
        try {
            f(parser);
        } catch (...) {
            parser.m_problem = std::current_exception();
            XML_StopParser(parser.m_parser.get(), XML_FALSE);
        }
    }
    static void onBegin(void* self, const XML_Char* name, const XML_Char** attributes)
    {
        guarded(self, [&](Parser& parser) {
            XmlListener::Attributes values;
            for (; attributes[0] != nullptr; attributes += 2)
                values[attributes[0]] = attributes[1];
            parser.m_listener.begin(name, values);
        });
    }
    static void onEnd(void* self, const XML_Char* name)
    {
        guarded(self, [&](Parser& parser) { parser.m_listener.end(name); });
    }
    static void onText(void* self, const XML_Char* text, int count)
    {
        guarded(self, [&](Parser& parser) {
            parser.m_listener.text({text, static_cast<std::size_t>(count)});
        });
    }
    static void onEntity(void* self, const XML_Char* name, int, const XML_Char*, int,
                         const XML_Char*, const XML_Char*, const XML_Char*, const XML_Char*)
    {
        guarded(self, [&](Parser& parser) {
            throw badData(parser.m_file,
                          FUSIFORM_TR("core", "an XML file without entities of its own"),
                          FUSIFORM_TR("core", "the entity %1").arg(printable(name)));
        });
    }

    std::filesystem::path m_file;
    Text m_expected;
    XmlListener& m_listener;
    std::exception_ptr m_problem;
    std::unique_ptr<XML_ParserStruct, decltype(&XML_ParserFree)> m_parser;
};

} // namespace

void walkXml(std::span<const std::byte> bytes, const std::filesystem::path& file,
             const Text& expected, XmlListener& listener)
{
    Parser(file, expected, listener).parse(bytes);
}

} // namespace fusiform::io
