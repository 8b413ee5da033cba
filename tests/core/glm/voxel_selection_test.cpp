// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/voxel_selection.h"

#include "core/math/distributions.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <cmath>
#include <limits>

using namespace fusiform;
using glm::Criterion;
using Positions = std::vector<Eigen::Index>;

namespace {
constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
const std::vector<float> kT = {5.0F, 3.2F, kNaN, 3.0F, 2.0F, -1.0F};
const std::vector<float> kGain = {0.01F, 0.20F, 0.50F, 0.30F, 0.40F, 0.0F};
const std::vector<float> kGainP = {0.1F, 1e-4F, 1e-9F, 1e-5F, 1e-6F, 0.9F};

Positions selected(const glm::Selection& selection)
{
    return glm::selectedVoxels({kT, 1e6, kGain, kGainP}, selection);
}
} // namespace

class VoxelSelectionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void thresholdsOfTAndOfTheGain()
    {
        QCOMPARE(selected({Criterion::T, 3.09, 0, 0, 0}), (Positions{0, 1}));
        QCOMPARE(selected({Criterion::TAndGain, 2.5, 0.001, 0, 0}), (Positions{1, 3}));
    }
    void voxelsOutsideCountForNothing()
    {
        const auto within = [](const glm::Selection& selection, const std::vector<bool>& inside) {
            return glm::selectedVoxels({kT, 1e6, kGain, kGainP}, selection, inside);
        };
        const std::vector<bool> some = {false, true, true, true, false, true};
        QCOMPARE(within({Criterion::T, 3.09, 0, 0, 0}, some), (Positions{1}));
        // Three finite t inside: Bonferroni asks for p < .0045 / 3, which 1.35e-3 meets; of all
        // five for .0009, which it does not.
        QCOMPARE(within({Criterion::FamilyWise, 0, 0, 0.0045, 0}, some), (Positions{1, 3}));
        QCOMPARE(within({Criterion::FamilyWise, 0, 0, 0.0045, 0}, {}), (Positions{0, 1}));
        QCOMPARE(within({Criterion::Top, 0, 0, 0, 2}, some), (Positions{1, 3}));
    }
    void anImageOfAnotherGridSaysWhatIsInside()
    {
        image::Grid grid; // 3 mm
        grid.shape = {4, 1, 1};
        Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
        affine(0, 0) = 3;
        grid.affine = image::Affine(affine);
        glm::Within within; // 1 mm, turned round: voxel i lies at x = 8 - i
        within.image.grid.shape = {9, 1, 1};
        affine(0, 0) = -1;
        affine(0, 3) = 8;
        within.image.grid.affine = image::Affine(affine);
        within.image.values = {0, 0, 4, 0, 0, 2, 0, 0, kNaN};
        const std::vector<image::Index> voxels = {0, 1, 2, 3}; // x = 0, 3, 6, 9: the last outside
        QVERIFY(glm::isInside(within, grid, voxels)
                == (std::vector<bool>{false, true, true, false}));
        within.above = 2;
        QVERIFY(glm::isInside(within, grid, voxels)
                == (std::vector<bool>{false, false, true, false}));
    }
    void correctedForTheNumberOfVoxels()
    {
        // Five finite t of a normal: p = 2.9e-7, 6.9e-4, 1.35e-3, 0.0228, 0.84. Bonferroni at .005
        // asks for p < .001; Benjamini and Hochberg at .0025 for p(k) <= .0005 k: .0005, .001,
        // .0015.
        QCOMPARE(selected({Criterion::FamilyWise, 0, 0, 0.005, 0}), (Positions{0, 1}));
        QCOMPARE(selected({Criterion::FalseDiscovery, 0, 0, 0.0025, 0}), (Positions{0, 1, 3}));
        // A step-up procedure: p(3) = .00135 <= .00150 takes p(1) and p(2) along.
        QVERIFY(test::near(glm::falseDiscoveryThreshold(kT, 1e6, 0.0025), 3.0, 1e-6));
        QVERIFY(std::isinf(glm::falseDiscoveryThreshold(kT, 1e6, 1e-7)));
    }
    void theBestByTheSumOfRanks()
    {
        // Ranks of t 0 1 - 2 3 4, of gain 4 3 0 2 1 5: sums 4 4 - 4 4 9; the first of equals win.
        QCOMPARE(selected({Criterion::Top, 0, 0, 0, 2}), (Positions{0, 1}));
        QCOMPARE(selected({Criterion::Top, 0, 0, 0, 4}), (Positions{0, 1, 3, 4}));
        QCOMPARE(selected({Criterion::Top, 0, 0, 0, 100}), (Positions{0, 1, 3, 4, 5}));
    }
    void theCriterionIsSaid()
    {
        QCOMPARE(glm::describe({}, true),
                 "t(face - fixation) > 3.09 and F test of the latents p < 0.001");
        QCOMPARE(glm::describe({Criterion::FalseDiscovery, 0, 0, 0.05, 0}, false),
                 "t(face), false discovery rate < 0.05");
    }
};

FUSIFORM_TEST(VoxelSelectionTest)
#include "voxel_selection_test.moc"
