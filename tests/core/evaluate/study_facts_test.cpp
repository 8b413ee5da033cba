// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/study_facts.h"

#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;

namespace {

/// Columns and rows of the pixels that are not grey, as shares of the picture: their middle.
Eigen::Vector2d middleOfColour(const image::Picture& picture)
{
    Eigen::Vector2d sum = Eigen::Vector2d::Zero();
    double pixels = 0;
    for (int row = 0; row < picture.height; ++row)
        for (int column = 0; column < picture.width; ++column) {
            const float* const rgb
                = picture.rgb.data() + std::ptrdiff_t{3} * (row * picture.width + column);
            if (std::abs(rgb[0] - rgb[2]) < 0.1F)
                continue;
            sum += Eigen::Vector2d((column + 0.5) / picture.width, (row + 0.5) / picture.height);
            ++pixels;
        }
    return pixels > 0 ? Eigen::Vector2d(sum / pixels) : Eigen::Vector2d(-1, -1);
}

image::VoxelSet oneVoxel(const glm::Fit& fit, const image::Voxel& voxel)
{
    const std::array indices = {fit.grid.index(voxel)};
    return image::VoxelSet::of(fit.grid.shape, indices);
}

} // namespace

class StudyFactsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theLeftIsOnTheLeftAndTheFrontAbove()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        // The grid is 48 x 56 mm; its second voxel from the left, the third from the front.
        const image::Picture picture = evaluate::brainSlice(fit, oneVoxel(fit, {1, 11, 4}));
        const Eigen::Vector2d middle = middleOfColour(picture);
        QVERIFY(test::near(middle.x() * picture.width, 4 + 4, 1.1)); // 4 mm from the first centre
        QVERIFY(test::near(middle.y() * picture.height, 4 + 8, 1.1));
        // The same place in a grid that runs from right to left.
        Eigen::Matrix4d flipped = Eigen::Matrix4d::Identity() * 4;
        flipped(0, 0) = -4;
        flipped.col(3) = Eigen::Vector4d(22, -26, -18, 1);
        fit.grid.affine = image::Affine(flipped);
        fit.meanImage.grid = fit.grid;
        QVERIFY(test::near(middleOfColour(evaluate::brainSlice(fit, oneVoxel(fit, {10, 11, 4}))),
                           middle, 1e-9));
    }
    void outsideTheBrainIsPaper()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        std::erase_if(fit.voxels, [&](image::Index v) { return fit.grid.voxel(v).i > 5; });
        const image::Picture picture = evaluate::brainSlice(fit, oneVoxel(fit, {1, 11, 4}));
        QCOMPARE(picture.rgb.front(), 1.0F);
        QCOMPARE(picture.rgb.back(), 1.0F);
        QVERIFY(picture.width < 30); // only as wide as the brain
    }
    void countsComeFromTheFitOrAreNotKnown()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 1);
        const evaluate::OpenSubject subject
            = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        evaluate::RecognitionOptions options;
        options.permutations = 10;
        options.draws = 100;
        Progress progress;
        const evaluate::OpenModel& open = subject.models.front();
        const auto found = evaluate::recognition(fit, *open.model, open.regions.front(), open.shown,
                                                 options, progress);
        const auto unknown = evaluate::studyFacts(subject, open, found);
        QVERIFY(!unknown.runs && !unknown.scans && !unknown.trainingFaces);
        QCOMPARE(unknown.voxels, Eigen::Index{12 * 14 * 10});
        QCOMPARE(unknown.latents, Eigen::Index{8});
        QVERIFY(test::near(unknown.firstR, found.decoded.similarity(0, 0), 1e-12));
        QVERIFY(test::near(unknown.firstCode[2],
                           (found.decoded.latents(0, 2) - open.model->latentMean[2])
                               / open.model->latentSd[2],
                           1e-9));
        fit.provenance = {{"counts", {{"runs", 8}, {"scans", 1600}, {"training_trials", 700}}}};
        const auto known = evaluate::studyFacts(subject, open, found);
        QCOMPARE(*known.runs, std::int64_t{8});
        QCOMPARE(*known.scans, std::int64_t{1600});
        QCOMPARE(*known.trainingFaces, std::int64_t{700});
    }
};

FUSIFORM_TEST(StudyFactsTest)
#include "study_facts_test.moc"
