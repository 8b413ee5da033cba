// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/test_main.h"

#include <QCoreApplication>

#include <cctype>
#include <cstdio>
#include <map>

#ifdef __SANITIZE_ADDRESS__
/// HDF5 itself does not give back all that it read of a damaged file.
extern "C" __attribute__((visibility("default"))) const char* __lsan_default_suppressions()
{
    return "leak:libhdf5\n";
}
/// The leak checker itself crashes at the thread-local memory of a module that was opened late
/// (LibTorch's); what it does not follow there it does not need.
extern "C" __attribute__((visibility("default"))) const char* __asan_default_options()
{
    return "intercept_tls_get_addr=0";
}
#endif

namespace fusiform::test {

namespace {

std::map<std::string, std::function<std::unique_ptr<QObject>()>>& testClasses()
{
    static std::map<std::string, std::function<std::unique_ptr<QObject>()>> classes;
    return classes;
}

MakeApplication& applicationFactory()
{
    static MakeApplication factory = [](int& argc, char** argv) -> std::unique_ptr<QObject> {
        return std::make_unique<QCoreApplication>(argc, argv);
    };
    return factory;
}

std::string snakeCase(std::string name)
{
    if (name.ends_with("Test"))
        name.resize(name.size() - 4);
    std::string result;
    for (const char c : name) {
        if (std::isupper(static_cast<unsigned char>(c)) && !result.empty())
            result += '_';
        result += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    }
    return result;
}

} // namespace

bool addTestClass(const char* className, std::function<std::unique_ptr<QObject>()> make)
{
    testClasses()[snakeCase(className)] = std::move(make);
    return true;
}

void setApplicationFactory(MakeApplication make) { applicationFactory() = make; }

} // namespace fusiform::test

/// Usage: PROGRAM [NAME [Qt Test options]]; without a name every class of the program runs.
int main(int argc, char** argv)
{
    using namespace fusiform::test;
    std::vector<char*> words(argv, argv + argc);
    std::string wanted;
    if (words.size() > 1 && words[1][0] != '-') {
        wanted = words[1];
        words.erase(words.begin() + 1);
    }
    int count = static_cast<int>(words.size());
    words.push_back(nullptr);
    const auto application = applicationFactory()(count, words.data());
    int failures = 0;
    int executed = 0;
    for (const auto& [name, make] : testClasses()) {
        if (!wanted.empty() && name != wanted)
            continue;
        ++executed;
        const auto instance = make();
        failures += QTest::qExec(instance.get(), count, words.data());
    }
    if (executed == 0) {
        std::fprintf(stderr, "no test class called %s in this program\n", wanted.c_str());
        return 1;
    }
    return failures;
}
