// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/present/talk.h"

#include "tests/support/test_main.h"

using namespace fusiform::present;

class TalkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepOnceAndBack()
    {
        Scene words;
        words.kind = SceneKind::Text;
        Scene stepwise;
        stepwise.isRevealed = true; // five steps
        Slides slides;
        for (const Scene& scene : {words, stepwise, words})
            slides.push_back(std::make_shared<const Scene>(scene));
        const std::vector<TalkPlace> all = {{0, 0}, {1, 0}, {1, 1}, {1, 2}, {1, 3}, {1, 4}, {2, 0}};
        TalkPlace place;
        for (const TalkPlace& expected : all) {
            QVERIFY(place == expected);
            place = next(slides, place);
        }
        QVERIFY(place == all.back()); // the end is the end
        for (std::size_t at = all.size(); at-- > 0;) {
            QVERIFY(place == all[at]);
            place = previous(slides, place);
        }
        QVERIFY(place == all.front());
    }
};

FUSIFORM_TEST(TalkTest)
#include "talk_test.moc"
