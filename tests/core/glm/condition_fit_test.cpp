// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/condition_fit.h"

#include "core/io/nifti.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using test::near;

namespace {

constexpr Index kLocalizerScans = 56;
constexpr Index kLocalizerVoxels = 6 * 6 * 2;
constexpr double kLocalizerTr = 2; // s

/// The blocks of ds001761's localizer.
std::vector<bids::Event> blocks(bool startsWithFaces)
{
    const std::string one = startsWithFaces ? "face  " : "object";
    const std::string two = startsWithFaces ? "object" : "face  ";
    std::string text = "onset\tduration\ttrial_type\n";
    int onset = 0;
    for (const std::string& label :
         {std::string("fix"), one, two, std::string("fix"), two, one, std::string("fix")}) {
        text += std::to_string(onset) + "\t16\t" + label + "\n";
        onset += 16;
    }
    return bids::parseEvents(text, "events.tsv");
}

/// Two runs; the first third of the voxels responds to faces, the second to objects.
struct Localizer {
    test::TemporaryFolder folder;
    std::vector<glm::FitRun> runs;
    std::vector<MatrixXd> values; ///< scans x voxels

    Localizer()
    {
        Random random(11);
        for (int r = 0; r < 2; ++r) {
            glm::FitRun run;
            run.name = "run " + std::to_string(r);
            run.bold = folder.path() / ("run" + std::to_string(r) + ".nii");
            run.events = blocks(r == 0);
            run.confounds = MatrixXd::Random(kLocalizerScans, 2);
            MatrixXd scans(kLocalizerScans, kLocalizerVoxels);
            for (Index t = 0; t < kLocalizerScans; ++t)
                for (Index v = 0; v < kLocalizerVoxels; ++v)
                    scans(t, v) = random.normal(800 + 2 * static_cast<double>(v), 4);
            for (const bids::Event& event : run.events) {
                const Eigen::VectorXd response = glm::eventResponses(
                    std::vector<glm::Stimulation>{{event.onset, event.duration}}, kLocalizerTr,
                    kLocalizerScans, {});
                if (event.label == "face")
                    scans.leftCols(kLocalizerVoxels / 3).colwise() += 12 * response;
                if (event.label == "object")
                    scans.middleCols(kLocalizerVoxels / 3, kLocalizerVoxels / 3).colwise()
                        += 12 * response;
            }
            write(run.bold, scans.cast<float>());
            values.push_back(scans.cast<float>().cast<double>());
            runs.push_back(std::move(run));
        }
    }
    static void write(const std::filesystem::path& file, const Eigen::MatrixXf& scans)
    {
        image::Grid grid;
        grid.shape = {6, 6, 2};
        io::NiftiWriteOptions options;
        options.repetitionTime = kLocalizerTr;
        const auto header = io::niftiHeaderBytes(grid, scans.rows(), options);
        const glm::ScanValues rows = scans;
        std::string text(reinterpret_cast<const char*>(header.data()), header.size());
        text.append(reinterpret_cast<const char*>(rows.data()),
                    static_cast<std::size_t>(rows.size()) * sizeof(float));
        test::writeText(file, text);
    }
};

} // namespace

class ConditionFitTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void estimatesAreLeastSquaresOfOneTallModel()
    {
        const Localizer localizer;
        glm::DesignOptions options;
        Progress progress;
        const glm::ConditionFit fit
            = glm::fitConditions(localizer.runs, options, glm::NoiseModel::None, progress);
        QCOMPARE(fit.conditions.names, (std::vector<std::string>{"fixation", "face", "object"}));
        QCOMPARE(static_cast<Index>(fit.voxels.size()), kLocalizerVoxels);

        // The slow second way: one tall matrix, each run's own columns in blocks of zeros.
        const auto conditions
            = glm::conditionsOf({localizer.runs[0].events, localizer.runs[1].events}, options);
        constexpr Index kNuisance = 1 + 1 + 2; // constant, one cosine in 112 s, confounds
        MatrixXd tall = MatrixXd::Zero(2 * kLocalizerScans, 3 + 2 * kNuisance);
        MatrixXd y(2 * kLocalizerScans, kLocalizerVoxels);
        for (Index r = 0; r < 2; ++r) {
            const auto& run = localizer.runs[static_cast<std::size_t>(r)];
            const auto& scans = localizer.values[static_cast<std::size_t>(r)];
            const auto design = glm::designOfRun(run.events, conditions, kLocalizerTr,
                                                 kLocalizerScans, run.confounds, options);
            QCOMPARE(design.nuisance.cols(), kNuisance);
            tall.block(r * kLocalizerScans, 0, kLocalizerScans, 3) = design.conditions;
            tall.block(r * kLocalizerScans, 3 + r * kNuisance, kLocalizerScans, kNuisance)
                = design.nuisance;
            y.middleRows(r * kLocalizerScans, kLocalizerScans)
                = scans * (100 / scans.mean()); // all are brain
        }
        const MatrixXd beta = tall.colPivHouseholderQr().solve(y);
        QVERIFY(near(fit.conditions.beta.cast<double>(), beta.topRows(3), 1e-4));
        const double df = 2 * kLocalizerScans - static_cast<double>(tall.cols());
        QCOMPARE(fit.conditions.degreesOfFreedom, df);
        const Eigen::VectorXd ms = (y - tall * beta).colwise().squaredNorm() / df;
        for (Index v = 0; v < kLocalizerVoxels; ++v)
            QVERIFY(near(
                static_cast<double>(fit.conditions.residualMeanSquare[static_cast<std::size_t>(v)]),
                ms[v], 1e-5));
    }
    void facesAgainstObjectsFindsTheVoxelsThatPreferFaces()
    {
        const Localizer localizer;
        Progress progress;
        const glm::ConditionFit fit
            = glm::fitConditions(localizer.runs, {}, glm::NoiseModel::Ar1, progress);
        const auto maps = glm::contrastMaps(
            fit.conditions, glm::contrastNamed("face - object", fit.conditions.names));
        for (std::size_t v = 0; v < maps.t.size(); ++v) {
            const auto third = static_cast<Index>(v) / (kLocalizerVoxels / 3);
            QVERIFY(third == 0   ? maps.t[v] > 6
                    : third == 1 ? maps.t[v] < -6
                                 : std::abs(maps.t[v]) < 5);
        }
    }
    void runsWithoutEventsAreRefused()
    {
        Localizer localizer;
        for (glm::FitRun& run : localizer.runs)
            run.events.clear();
        Progress progress;
        QVERIFY_THROWS_EXCEPTION(
            Error, (void)glm::fitConditions(localizer.runs, {}, glm::NoiseModel::None, progress));
    }
};

FUSIFORM_TEST(ConditionFitTest)
#include "condition_fit_test.moc"
