// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/practice.h"

#include "core/io/picture_file.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <set>

using namespace fusiform;
using namespace fusiform::rating;

namespace {

double distance(const image::SharedPicture& a, const image::SharedPicture& b)
{
    return static_cast<double>((a->vector() - b->vector()).norm());
}

/// A fit of two models, the same PCA under two names.
glm::Fit fitOfTwo(const std::filesystem::path& folder)
{
    glm::Fit fit = test::makeFit(folder);
    glm::ModelFit& first = fit.models.front();
    glm::ModelFit second;
    second.model = first.model;
    second.model.name = "another";
    second.modelFile = first.modelFile;
    second.latentMean = first.latentMean;
    second.latentSd = first.latentSd;
    fit.models.push_back(std::move(second));
    return fit;
}

} // namespace

class PracticeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theOwnFaceIsTheLikelierOneAndNoneIsRatedLater()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = fitOfTwo(folder.path());
        Progress progress;
        const std::vector<PracticeTrial> trials
            = practiceTrials(fit, {fit.models[0].model.name, "another"}, 1, progress);
        QCOMPARE(trials.size(), std::size_t{4});
        std::set<Side> sides;
        for (const PracticeTrial& trial : trials) {
            sides.insert(trial.ownSide);
            QCOMPARE(trial.at(trial.ownSide), trial.own);
            QVERIFY(trial.at(trial.ownSide == Side::Left ? Side::Right : Side::Left)
                    == trial.other);
            QVERIFY(distance(trial.original, trial.own)
                    < 0.7 * distance(trial.original, trial.other));
            for (const std::filesystem::path& rated : fit.models[0].exploration.pictures)
                QVERIFY((io::readPicture(rated).vector() - trial.original->vector()).norm() > 0.1F);
        }
        QCOMPARE(sides.size(), std::size_t{2});
        const auto again = practiceTrials(fit, {fit.models[0].model.name, "another"}, 1, progress);
        QCOMPARE(distance(again[2].other, trials[2].other), 0.0);
    }
    void withoutPicturesThereIsNoPractice()
    {
        const test::TemporaryFolder folder;
        const glm::Fit fit = fitOfTwo(folder.path());
        Progress progress;
        QVERIFY(practiceTrials(fit, {fit.models[0].model.name, "gone"}, 1, progress).empty());
    }
};

FUSIFORM_TEST(PracticeTest)
#include "practice_test.moc"
