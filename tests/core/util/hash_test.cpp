// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/hash.h"

#include "tests/support/test_main.h"

using namespace fusiform;

class HashTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void agreesWithTheStandardsExamples()
    {
        // FIPS 180-2, appendix B.1, and the empty message.
        QCOMPARE(contentHash(std::string_view("abc")),
                 std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(contentHash(std::string_view()),
                 std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    }
    void piecesAddUp()
    {
        QCOMPARE(ContentHash().add("a").add("bc").finish(), contentHash(std::string_view("abc")));
    }
};

FUSIFORM_TEST(HashTest)
#include "hash_test.moc"
