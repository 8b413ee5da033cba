// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/hrf.h"

#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <numeric>

using namespace fusiform;
using test::near;

namespace {
// SPM12, TR 2 s, 15 scans, T 16, T0 8 (methods 2.2).
constexpr std::array<double, 4> kOnsets = {5.994993, 8.992463, 15.004293, 20.999423};

Eigen::MatrixXd responses(double duration)
{
    std::vector<glm::Stimulation> events;
    for (const double onset : kOnsets)
        events.push_back({onset, duration});
    return glm::eventResponses(events, 2, 15, {});
}
} // namespace

class HrfTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theCanonicalResponseIsSpms_data()
    {
        QTest::addColumn<double>("dt");
        QTest::addColumn<QString>("key");
        QTest::newRow("scan time") << 2.0 << "hrf_TR2";
        QTest::newRow("microtime") << 0.125 << "hrf_dt0.125";
    }
    void theCanonicalResponseIsSpms()
    {
        QFETCH(double, dt);
        QFETCH(QString, key);
        const auto expected = readJson(test::ownData("vectors.json"))
                                  .at(key.toStdString())
                                  .get<std::vector<double>>();
        const std::vector<double> hrf = glm::canonicalHrf(dt);
        QCOMPARE(hrf.size(), expected.size());
        for (std::size_t i = 0; i < hrf.size(); ++i)
            QVERIFY(near(hrf[i], expected[i], 1e-9));
        QVERIFY(near(std::accumulate(hrf.begin(), hrf.end(), 0.0), 1, 1e-12));
    }
    void aSecondOfStimulationMakesSpmsRegressors()
    {
        const Eigen::MatrixXd r = responses(1);
        const Eigen::Vector4d z1(0.5, -1, 0.25, 1);
        const Eigen::Vector4d z2(1, 1, -1, 0.2);
        struct Row {
            int scan;
            double main, z1, z2;
        };
        // The source prints -0.17931256653 here; a plain convolution written out term by term gives
        // this.
        constexpr double kCorrected = -0.17931254653;
        constexpr std::array<Row, 9> kRows = {{
            {3, 0.00050217587, 0.00025108794, 0.00050217587},
            {4, 0.08042302923, 0.04021151461, 0.08042302923},
            {5, 0.24114783737, 0.09504829863, 0.24114783737},
            {6, 0.36736526108, -0.06646796597, 0.36736526108},
            {7, 0.33610094379, kCorrected, 0.33610094379},
            {8, 0.20307389699, -0.13181377682, 0.16903973692},
            {9, 0.22714929756, -0.02422869333, -0.10638483111},
            {10, 0.22426253605, 0.03726719905, -0.23888815518},
            {14, 0.12027201199, 0.15987077559, 0.02460876587},
        }};
        for (const Row& row : kRows) {
            QVERIFY(near(r.row(row.scan).sum(), row.main, 1e-9));
            QVERIFY(near(r.row(row.scan).dot(z1), row.z1, 1e-9));
            QVERIFY(near(r.row(row.scan).dot(z2), row.z2, 1e-9));
        }
        QVERIFY(r.topRows(3).isZero(0));
    }
    void eventsWithoutDurationAreOfUnitArea()
    {
        const Eigen::MatrixXd r = responses(0);
        const Eigen::Vector4d z1(0.5, -1, 0.25, 1);
        constexpr std::array<std::array<double, 3>, 5> kRows
            = {{{3, 0.00213785006, 0.00106892503},
                {4, 0.11079929643, 0.05539964822},
                {6, 0.33941548459, -0.10224801351},
                {9, 0.21480875130, -0.00060417826},
                {14, 0.08380667869, 0.11821145437}}};
        for (const auto& [scan, main, modulated] : kRows) {
            QVERIFY(near(r.row(static_cast<int>(scan)).sum(), main, 1e-9));
            QVERIFY(near(r.row(static_cast<int>(scan)).dot(z1), modulated, 1e-9));
        }
    }
    void aSustainedInputOfHeightOneGivesOne()
    {
        const std::array<glm::Stimulation, 1> events = {{{0, 200}}};
        QVERIFY(near(glm::eventResponses(events, 2, 90, {})(60, 0), 1, 1e-9));
    }
    void eventsAfterTheScanAreClipped()
    {
        const std::array<glm::Stimulation, 2> events = {{{29.5, 4}, {100, 1}}};
        const Eigen::MatrixXd r = glm::eventResponses(events, 2, 15, {});
        QVERIFY(r.allFinite());
        QVERIFY(r.col(1).isZero(0));
    }
};

FUSIFORM_TEST(HrfTest)
#include "hrf_test.moc"
