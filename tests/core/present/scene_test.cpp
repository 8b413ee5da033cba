// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/scene.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using namespace fusiform::present;

class SceneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itIsTheSameAgain()
    {
        Scene scene;
        scene.kind = SceneKind::GuessWho;
        scene.title = "Who is it?";
        scene.text = "One of four.\nÉcoutez.";
        scene.notes = "wait";
        scene.look.zoom = 2;
        scene.region = "temporal";
        scene.model = "vaegan";
        scene.faces = {3, 1};
        scene.isRevealed = true;
        QVERIFY(sceneFrom(sceneJson(scene)) == scene);
        for (const SceneKind kind : {SceneKind::BrainAndFaces, SceneKind::Brain, SceneKind::Faces,
                                     SceneKind::GuessWho, SceneKind::Text}) {
            scene.kind = kind;
            QVERIFY(sceneFrom(sceneJson(scene)) == scene);
        }
    }
    void whatIsNotKnownIsRefused()
    {
        Json json = sceneJson({});
        json["kind"] = "hologram";
        QVERIFY_THROWS_EXCEPTION(Error, (void)sceneFrom(json));
        json = sceneJson({});
        json.erase("title");
        QVERIFY_THROWS_EXCEPTION(Json::exception, (void)sceneFrom(json));
        json = sceneJson({});
        json["faces"] = {"x"};
        QVERIFY_THROWS_EXCEPTION(Json::exception, (void)sceneFrom(json));
    }
    void stepByStep()
    {
        Scene scene;
        QCOMPARE(stepsOf(scene), std::vector<SceneStep>{SceneStep{}});
        scene.isRevealed = true;
        const std::vector<SceneStep> whole = stepsOf(scene);
        QCOMPARE(whole.size(), 5U);
        QVERIFY(!whole[0].hasRegion && !whole[0].hasFaces);
        QVERIFY(whole[1].hasRegion && !whole[1].hasFaces);
        QVERIFY(whole[2].hasFaces && !whole[2].hasReconstructions && !whole[2].hasOriginals);
        QVERIFY(whole[3].hasReconstructions && !whole[3].hasOriginals);
        QVERIFY(whole[4] == SceneStep{});
        scene.kind = SceneKind::Brain;
        QCOMPARE(stepsOf(scene).size(), 2U);
        scene.kind = SceneKind::Faces;
        QCOMPARE(stepsOf(scene).size(), 3U);
        QVERIFY(!stepsOf(scene)[0].hasOriginals);
        scene.kind = SceneKind::Text;
        QCOMPARE(stepsOf(scene).size(), 1U);
        scene.kind = SceneKind::GuessWho;
        scene.isRevealed = false;
        QCOMPARE(stepsOf(scene).size(), 2U);
        QVERIFY(!stepsOf(scene)[0].hasAnswer && stepsOf(scene)[1].hasAnswer);
    }
};

FUSIFORM_TEST(SceneTest)
#include "scene_test.moc"
