// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/json.h"
#include "tests/support/program.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <cstdlib>

using namespace fusiform;

namespace {

/// The result of one check.
Json check(const Json& doctor, const std::string& name)
{
    for (const Json& one : doctor.at("checks"))
        if (one.at("name") == name)
            return one;
    return nullptr;
}

/// While it lives, a variable of the environment, which programs that are started get too.
class Variable {
public:
    Variable(const char* name, const std::string& value) : m_name(name)
    {
        if (const char* const before = std::getenv(name))
            m_before = before;
        ::setenv(name, value.c_str(), 1);
    }
    ~Variable()
    {
        if (m_before)
            ::setenv(m_name, m_before->c_str(), 1);
        else
            ::unsetenv(m_name);
    }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

private:
    const char* m_name;
    std::optional<std::string> m_before;
};

} // namespace

class DoctorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsHereIsFine()
    {
        const test::Finished done = test::runProgram({"doctor", "--json"});
        QVERIFY2(done.exitCode == 0, done.errors.c_str());
        const Json doctor = Json::parse(done.output);
        QVERIFY(doctor.at("ok").get<bool>());
        for (const char* name : {"system", "processors", "memory", "temporary_folder",
                                 "cache_folder", "resources", "face_models", "decoder", "graphics"})
            QVERIFY2(!check(doctor, name).is_null(), name);
        QCOMPARE(check(doctor, "decoder").at("detail").get<std::string>().substr(0, 8),
                 std::string("10 faces"));
    }
    void whatIsMissingIsNamed()
    {
        const test::TemporaryFolder empty;
        const Variable nowhere("FUSIFORM_RESOURCES", empty.path().string());
        const test::Finished done = test::runProgram({"doctor", "--json"});
        QCOMPARE(done.exitCode, 1);
        const Json doctor = Json::parse(done.output);
        QVERIFY(!doctor.at("ok").get<bool>());
        const Json resources = check(doctor, "resources");
        QVERIFY(!resources.at("ok").get<bool>());
        QVERIFY(resources.at("detail").get<std::string>().find(empty.path().string())
                != std::string::npos);
    }
    void whatCanBeDoneWithoutIsNoFault()
    {
        const test::TemporaryFolder empty;
        const Variable path("PATH", empty.path().string());
        const test::Finished done = test::runProgram({"doctor", "--json"});
        QCOMPARE(done.exitCode, 0);
        const Json films = check(Json::parse(done.output), "films");
        QVERIFY(films.at("ok").get<bool>() && films.at("absent").get<bool>());
    }
};

FUSIFORM_TEST(DoctorTest)
#include "doctor_test.moc"
