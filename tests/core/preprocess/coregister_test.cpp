// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/coregister.h"

#include "core/io/nifti.h"
#include "core/preprocess/joint_histogram.h"
#include "core/util/json.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using namespace fusiform::preprocess;
using test::near;

class CoregisterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Methods 2.10.
    void informationAsSpm()
    {
        Eigen::MatrixXd histogram(2, 2);
        histogram << 4, 1, 1, 4;
        QVERIFY(near(mutualInformation(histogram), 0.2780719051, 1e-10));
        QVERIFY(near(normalisedMutualInformation(histogram), 1.1614886859, 1e-10));
        histogram << 5, 0, 0, 5; // one image tells all of the other
        QVERIFY(near(normalisedMutualInformation(histogram), 2, 1e-12));
        histogram << 2, 3, 4, 6; // independent
        QVERIFY(near(normalisedMutualInformation(histogram), 1, 1e-12));
    }

    /// The kernel of 7 bins, 14 to either side, sum 1 (methods 2.10).
    void histogramKernelAsSpm()
    {
        Eigen::MatrixXd one = Eigen::MatrixXd::Zero(256, 256);
        one(100, 150) = 1;
        const Eigen::MatrixXd smoothed = smoothedHistogram(one);
        const std::array<double, 8> wanted
            = {0.1329540313, 0.1257723019, 0.1064718850, 0.0806584030,
               0.0546797134, 0.0331711759, 0.0180072977, 0.0087474854};
        for (Eigen::Index d = 0; d < 8; ++d)
            QVERIFY(near(smoothed(100 + d, 150) / wanted[0], wanted[static_cast<std::size_t>(d)],
                         1e-8));
        QVERIFY(near(smoothed.sum(), 1, 1e-9));
    }

    void recoversThePlantedMisregistration()
    {
        FUSIFORM_NEEDS_DATA("fusi-mini");
        const auto study = test::sharedData("fusi-mini");
        const Json expected = readJson(study / "expected.json");
        for (const Json& planted : expected.at("coregistration")) {
            const auto anatomy = planted.at("t1").get<std::string>();
            const std::string session = anatomy.substr(0, anatomy.find("/anat"));
            std::string name = session;
            std::ranges::replace(name, '/', '_');
            const image::Volume t1 = io::readVolume(study / anatomy);
            const image::Volume bold = io::readVolume(study / session / "func"
                                                      / (name + "_task-faces_run-01_bold.nii.gz"));
            Progress progress;
            const Coregistration found = coregister(t1, bold, {}, progress);
            QVERIFY(found.similarity > found.similarityBefore);
            Eigen::Matrix4d wanted;
            for (Eigen::Index r = 0; r < 4; ++r)
                for (Eigen::Index c = 0; c < 4; ++c)
                    wanted(r, c) = planted.at("t1_world_to_bold_world")
                                       .at(static_cast<std::size_t>(r))
                                       .at(static_cast<std::size_t>(c))
                                       .get<double>();
            double error = 0;
            double count = 0;
            for (image::Index v = 0; v < t1.grid.size(); v += 7)
                if (t1.values[static_cast<std::size_t>(v)] > 0) {
                    const Eigen::Vector4d at = t1.grid.mm(v).at.homogeneous();
                    error += (found.sourceFromReference * at - wanted * at).head<3>().norm();
                    ++count;
                }
            qInfo("%s: %.3f mm from the planted place", anatomy.c_str(), error / count);
            QVERIFY(error / count < planted.at("tolerance_mean_brain_error_mm").get<double>());
        }
    }
};

FUSIFORM_TEST(CoregisterTest)
#include "coregister_test.moc"
