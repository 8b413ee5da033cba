// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/command.h"

#include "core/journal/command_json.h"
#include "core/util/error.h"
#include "tests/core/journal/edits.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using namespace fusiform::journal;
using image::Index;
using image::VoxelSet;

namespace {

/// Two documents are the same, looked at field by field.
bool isSame(const Document& a, const Document& b)
{
    const auto isSameRegion = [](const auto& one, const auto& other) {
        return one->name == other->name && one->colour == other->colour
               && one->voxels == other->voxels && one->made == other->made
               && one->isEditedWhileLooking == other->isEditedWhileLooking
               && one->isLocked == other->isLocked && one->isHidden == other->isHidden;
    };
    return a.shape == b.shape && a.active == b.active && a.thirds == b.thirds
           && std::ranges::equal(a.regions, b.regions, isSameRegion)
           && std::ranges::equal(a.scenes, b.scenes,
                                 [](const auto& one, const auto& other) { return *one == *other; });
}

} // namespace

class CommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void runsAreWhatIsInASetAndNoMore()
    {
        const std::vector<Index> members = {3, 4, 5, 9, 40, 41};
        const Runs runs = runsOf(VoxelSet::of(test::kEditShape, members));
        QVERIFY((runs == Runs{{3, 3}, {9, 1}, {40, 2}}));
        QVERIFY(voxelsOf(test::kEditShape, runs).indices() == members);
    }
    void anEditTurnsOneSetIntoAnother()
    {
        Random random(3);
        for (int round = 0; round < 50; ++round) {
            roi::Region before = test::editRegion("r", test::strokeVoxels(random));
            roi::Region after = before;
            for (const Index index : test::strokeVoxels(random)) {
                const image::Voxel voxel = image::Grid{test::kEditShape, {}}.voxel(index);
                if (random.below(2) == 0)
                    after.voxels.insert(voxel);
                else
                    after.voxels.erase(voxel);
            }
            Document document;
            document.shape = test::kEditShape;
            document.regions = {std::make_shared<const roi::Region>(before)};
            const Document next = applied(document, replacement(0, before, after));
            QVERIFY(next.regions[0]->voxels == after.voxels);
            QVERIFY(document.regions[0]->voxels == before.voxels);
        }
    }
    void aStrokeSharesWhatItDoesNotTouch()
    {
        const Document start = test::editStart();
        const Document next = applied(start, PaintVoxels{1, {{{50, 4}}, {{5, 1}}}, "brush", true});
        QVERIFY(next.regions[0] == start.regions[0]);
        QVERIFY(
            (next.regions[1]->voxels.indices() == std::vector<Index>{6, 7, 50, 51, 52, 53, 900}));
        QCOMPARE(next.regions[1]->made, std::string("brush"));
        QVERIFY(next.regions[1]->isEditedWhileLooking);
    }
    void theActiveRegionIsTheSameOneAfterARegionBeforeItIsRemoved()
    {
        Document document = test::editStart();
        document.active = 1;
        const auto active = document.activeRegion();
        QVERIFY(applied(document, RemoveRegion{0}).activeRegion() == active);
        QCOMPARE(applied(document, RemoveRegion{1}).active, std::size_t{0});
    }
    void commandsSurviveTheirText()
    {
        Random random(8);
        std::set<std::size_t> kinds;
        Document document = test::editStart();
        for (int round = 0; round < 300; ++round) {
            const Command command = test::anyCommand(document, random);
            const std::string text = commandJson(command).dump();
            const Command again = commandFrom(parseJson(text, "text"), test::kEditShape);
            const Document next = applied(document, command);
            QVERIFY2(isSame(next, applied(document, again)), text.c_str());
            QCOMPARE(again.index(), command.index());
            kinds.insert(command.index());
            document = next;
        }
        QCOMPARE(kinds.size(), std::variant_size_v<Command>);
        QVERIFY(isSame(documentFrom(parseJson(documentJson(document).dump(), "text")), document));
    }
    void runsAreWrittenAsVoxelsSkippedAndTaken()
    {
        const Json json = commandJson(PaintVoxels{0, {{{3, 3}, {9, 1}}, {}}, "brush", false});
        QCOMPARE(json.at("added").dump(), std::string("[3,3,3,1]"));
    }
    void equalDocumentsHaveEqualHashesAndOthersDoNot()
    {
        Random random(21);
        Document document = test::editStart();
        DocumentHasher kept;
        for (int round = 0; round < 200; ++round) {
            const Document next = applied(document, test::anyCommand(document, random));
            // A hasher that knows nothing, on a copy that shares nothing.
            const Document copy = documentFrom(parseJson(documentJson(next).dump(), "text"));
            QCOMPARE(kept.hashOf(next), DocumentHasher().hashOf(copy));
            QCOMPARE(DocumentHasher().hashOf(next) == DocumentHasher().hashOf(document),
                     isSame(next, document));
            document = next;
        }
    }
    void whatCannotBeDoneIsTold()
    {
        const Document start = test::editStart();
        roi::Region elsewhere = test::editRegion("elsewhere", {});
        elsewhere.voxels = VoxelSet({4, 4, 4});
        const Index size = test::kEditSize;
        const std::vector<Command> impossible = {
            SelectRegion{2},
            RemoveRegion{7},
            RenameRegion{2, "x"},
            PaintVoxels{2, {}, "", false},
            PaintVoxels{0, {{{size - 1, 2}}, {}}, "", false},
            PaintVoxels{0, {{}, {{-1, 1}}}, "", false},
            PaintVoxels{0, {{{1, std::numeric_limits<Index>::max()}}, {}}, "", false},
            AddRegions{},
            AddRegions{{elsewhere}},
            MoveThirds{{}, {{5, {}, {}}}, {}},
            MoveThirds{{}, {}, {elsewhere}},
        };
        for (const Command& command : impossible)
            QVERIFY2(problemWith(start, command), commandJson(command).dump().c_str());
        QVERIFY(!problemWith(start, PaintVoxels{0, {{{size - 1, 1}}, {}}, "", false}));
    }
    void textThatIsNoCommandIsRefused()
    {
        const std::vector<std::string> texts = {
            R"({})",
            R"({"kind":"dance"})",
            R"({"kind":"select"})",
            R"({"kind":"select","region":-1})",
            R"({"kind":"select","region":1.5})",
            R"({"kind":"select","region":18446744073709551615})",
            R"({"kind":"colour","region":0,"colour":[1,2,256]})",
            R"({"kind":"colour","region":0,"colour":[1,2]})",
            R"({"kind":"paint","region":0,"added":[1],"removed":[],"made":"","edited_while_looking":true})",
            R"({"kind":"paint","region":0,"added":[1,9999999],"removed":[],"made":"","edited_while_looking":true})",
            R"({"kind":"paint","region":0,"added":{"a":1},"removed":[],"made":"","edited_while_looking":true})",
            R"({"kind":"rename","region":0,"to":5})",
        };
        for (const std::string& text : texts) {
            bool isRefused = false;
            try {
                static_cast<void>(commandFrom(parseJson(text, "text"), test::kEditShape));
            } catch (const Json::exception&) {
                isRefused = true;
            } catch (const Error& error) {
                isRefused = error.kind() == ErrorKind::BadData;
            }
            QVERIFY2(isRefused, text.c_str());
        }
    }
};

FUSIFORM_TEST(CommandTest)
#include "command_test.moc"
