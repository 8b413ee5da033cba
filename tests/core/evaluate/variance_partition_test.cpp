// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/variance_partition.h"

#include "core/evaluate/subject.h"
#include "core/util/error.h"
#include "tests/support/fit_builder.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using evaluate::Recognition;
using evaluate::VariancePartition;

/// Methods 5.6.
class VariancePartitionTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sevenPartsOfPooledCodes()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path(), 2);
        const evaluate::OpenSubject subject
            = evaluate::openSubject(fit, evaluate::Faces::Exploration);
        const evaluate::OpenModel& open = subject.models.front();
        Progress progress;
        evaluate::RecognitionOptions options;
        options.permutations = 10;
        options.draws = 100;
        std::vector<Recognition> found;
        for (std::size_t region = 1; region < 4; ++region)
            found.push_back(evaluate::recognition(fit, *open.model, open.regions[region],
                                                  open.shown, options, progress));
        const VariancePartition parts = evaluate::variancePartition(
            open, {&found[0], &found[1], &found[2]}, {2000, 0.95, 1}, progress);
        // One number after another, by hand.
        const Eigen::VectorXd& mean = open.model->latentMean;
        const Eigen::VectorXd& sd = open.model->latentSd;
        const Eigen::Index faces = open.shown.count();
        const Eigen::Index latents = mean.size();
        Eigen::MatrixX3d x(faces * latents, 3);
        Eigen::VectorXd y(faces * latents);
        for (Eigen::Index f = 0; f < faces; ++f)
            for (Eigen::Index l = 0; l < latents; ++l) {
                const Eigen::Index at = f * latents + l;
                y[at] = (open.shown.codes(f, l) - mean[l]) / sd[l];
                for (Eigen::Index r = 0; r < 3; ++r)
                    x(at, r) = (found[static_cast<std::size_t>(r)].decoded.latents(f, l) - mean[l])
                               / sd[l];
            }
        const stats::RegionsExplained r = stats::explainedBy(x, y);
        QVERIFY(test::near(parts.explained.abc, r.abc, 1e-9));
        QVERIFY(test::near(parts.explained.a, r.a, 1e-9));
        const stats::Commonality c = stats::commonality(r);
        QVERIFY(test::near(parts.parts[0].estimate, c.onlyA, 1e-9));
        QVERIFY(test::near(parts.parts[4].estimate, c.sharedAC, 1e-9));
        QVERIFY(test::near(parts.parts[6].estimate, c.sharedABC, 1e-9));
        double sum = 0;
        for (const stats::Bootstrapped& part : parts.parts) {
            sum += part.estimate;
            QVERIFY(part.interval.low <= part.interval.high);
        }
        QVERIFY(test::near(sum, r.abc, 1e-9));
        QCOMPARE(parts.faces, faces);
        QCOMPARE(parts.numbers, faces * latents);
        QCOMPARE(parts.regions[1], std::string("temporal"));
    }
    void everySubjectHasOneAModel()
    {
        const test::TemporaryFolder folder;
        glm::Fit fit = test::makeFit(folder.path());
        Progress progress;
        evaluate::EvaluationOptions options;
        options.recognition.permutations = 10;
        options.recognition.draws = 100;
        const auto all = evaluate::evaluateSubject(
            evaluate::openSubject(fit, evaluate::Faces::Exploration), options, progress);
        QCOMPARE(all.variance.size(), fit.models.size());
        QVERIFY(all.isWithoutSeries); // nothing that needs the scans
        QVERIFY(all.learning.empty());
    }
};

FUSIFORM_TEST(VariancePartitionTest)
#include "variance_partition_test.moc"
