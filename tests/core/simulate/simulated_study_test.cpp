// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/simulated_head.h"
#include "core/simulate/write_study.h"

#include "core/io/nifti.h"
#include "core/io/safetensors.h"
#include "core/util/file.h"
#include "core/util/hash.h"
#include "core/util/json.h"
#include "core/util/parallel.h"
#include "core/util/resources.h"
#include "core/util/tsv.h"
#include "tests/support/near.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <map>

using namespace fusiform;
using test::near;

namespace {

namespace fs = std::filesystem;

simulate::StudyOptions tiny()
{
    simulate::StudyOptions options;
    options.sessions = 1;
    options.runs = 2;
    options.voxelSize = 8;
    options.extraFaces = 3;
    return options;
}

void write(const simulate::StudyOptions& options, const fs::path& folder)
{
    Progress progress;
    (void)simulate::writeStudy(options, resourceFolder() / "portraits", folder, progress);
}

std::map<std::string, std::string> hashesOf(const fs::path& folder)
{
    std::map<std::string, std::string> hashes;
    for (const auto& entry : fs::recursive_directory_iterator(folder))
        if (entry.is_regular_file())
            hashes[fs::relative(entry.path(), folder).string()]
                = contentHash(readBinaryFile(entry.path()));
    return hashes;
}

/// The density of a gamma distribution with that shape and scale 1.
double gammaDensity(double t, double shape)
{
    return t <= 0 ? 0 : std::exp((shape - 1) * std::log(t) - t - std::lgamma(shape));
}

/// SPM's canonical response with integral 1 (methods 2.1), written down anew.
double response(double t) { return (gammaDensity(t, 6) - gammaDensity(t, 16) / 6) / (5.0 / 6); }

/// Its answer at `t` to a box that begins at 0, by the midpoint rule.
double boxResponse(double t, double duration)
{
    constexpr int kSteps = 200;
    double sum = 0;
    for (int i = 0; i < kSteps; ++i)
        sum += response(t - duration * (i + 0.5) / kSteps);
    return sum * duration / kSteps;
}

} // namespace

class SimulatedStudyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        if (!fs::exists(simulate::templateFolder() / "ch2bet.nii.gz"))
            QSKIP("ALL-SKIPPED: the package mricron-data is not installed");
    }
    void theSameOptionsGiveTheSameBytesWithAnyThreads()
    {
        const test::TemporaryFolder one;
        const test::TemporaryFolder two;
        setThreadCount(1);
        write(tiny(), one.path());
        setThreadCount(4);
        write(tiny(), two.path());
        setThreadCount(0);
        const auto hashes = hashesOf(one.path());
        QVERIFY(hashes.size() > 200);
        QVERIFY(hashes == hashesOf(two.path()));
    }
    /// Without noise and movement a voxel's signal is what the planted numbers say.
    void aVoxelAnswersAsTheTruthSays()
    {
        simulate::StudyOptions options = tiny();
        options.sessions = 2; // the first without imagery
        options.runs = 1;
        options.noise = 0;
        options.motion = 0;
        const test::TemporaryFolder folder;
        write(options, folder.path());
        const fs::path truth = folder.path() / "sourcedata" / "simulation";
        const io::Safetensors coding(truth / "sub-01_coding.safetensors");
        const auto floats
            = [&coding](const char* name) { return coding.tensors().at(name).floats(); };
        const auto gain = floats("gain");
        const auto weights = floats("weights"); // voxels x features
        const auto features = floats("features"); // features x pictures
        const auto& featureShape = coding.tensors().at("features").shape;
        const auto count = static_cast<std::size_t>(featureShape[0]);
        const auto pictures = static_cast<std::size_t>(featureShape[1]);
        std::vector<std::int64_t> voxels(gain.size());
        std::memcpy(voxels.data(), coding.tensors().at("voxels").bytes.data(), 8 * voxels.size());

        const io::NiftiData scan(io::readNiftiHeader(
            folder.path() / "sub-01/ses-01/func/sub-01_ses-01_task-faces_run-01_bold.nii.gz"));
        const image::Volume regions = io::readVolume(truth / "sub-01_regions.nii.gz");
        const auto sliceTimes
            = readJson(truth / "truth.json").at("slice_times_s").get<std::vector<double>>();
        // One of the best-covered temporal voxels: the one with the brightest mean.
        std::size_t best = 0;
        float brightest = 0;
        for (std::size_t v = 0; v < voxels.size(); ++v) {
            const float value = static_cast<float>(scan.value(voxels[v], 0));
            if (regions.values[static_cast<std::size_t>(voxels[v])] == 2 && value > brightest) {
                brightest = value;
                best = v;
            }
        }
        std::map<std::string, std::size_t> pictureOf;
        const Tsv table = readTsv(truth / "sub-01_pictures.tsv");
        for (std::size_t row = 0; row < table.rows.size(); ++row)
            pictureOf[table.rows[row][3]] = static_cast<std::size_t>(table.number(row, 0));

        const Tsv events = readTsv(
            folder.path() / "sub-01/ses-01/func/sub-01_ses-01_task-faces_run-01_events.tsv");
        const image::Voxel at = scan.header().grid().voxel(voxels[best]);
        const double sliceTime = sliceTimes[static_cast<std::size_t>(at.k)];
        double sumXX = 0;
        double sumXY = 0;
        double sumYY = 0;
        std::vector<double> expected;
        std::vector<double> measured;
        for (image::Index t = 0; t < 190; ++t) {
            double percent = 0;
            for (std::size_t row = 0; row < events.rows.size(); ++row) {
                const std::string& type = events.rows[row][2];
                if (type != "train_face" && type != "test_face")
                    continue;
                const std::size_t picture = pictureOf.at(events.rows[row][3]);
                double depth = 0;
                for (std::size_t f = 0; f < count; ++f)
                    depth += static_cast<double>(weights[best * count + f])
                             * static_cast<double>(features[f * pictures + picture]);
                percent += static_cast<double>(gain[best]) * (1 + depth)
                           * boxResponse(2.0 * static_cast<double>(t) + sliceTime
                                             - events.number(row, 0),
                                         events.number(row, 1));
            }
            expected.push_back(1 + percent / 100);
            measured.push_back(scan.value(voxels[best], t));
        }
        // The first volume has no answer yet: it gives the base. Slope 1 within the steps of int16.
        const double base = measured[0] / expected[0];
        for (std::size_t t = 0; t < expected.size(); ++t) {
            const double x = expected[t] - 1;
            const double y = measured[t] / base - 1;
            sumXX += x * x;
            sumXY += x * y;
            sumYY += y * y;
            QVERIFY(near(y, x, 1.5e-3));
        }
        QVERIFY(sumXX > 1e-3); // there is something to see
        QVERIFY(near(sumXY / sumXX, 1.0, 0.05));
        QVERIFY(sumXY / std::sqrt(sumXX * sumYY) > 0.99);
    }
    void aHeadThatMovesByTheTableMovesInTheImages()
    {
        simulate::StudyOptions options = tiny();
        options.runs = 1;
        options.noise = 0;
        options.motion = 12;
        const test::TemporaryFolder folder;
        write(options, folder.path());
        const io::NiftiData scan(io::readNiftiHeader(
            folder.path() / "sub-01/ses-01/func/sub-01_ses-01_task-faces_run-01_bold.nii.gz"));
        const Tsv movement = readTsv(
            folder.path() / "sourcedata/simulation/sub-01_ses-01_task-faces_run-01_movement.tsv");
        QCOMPARE(std::ssize(movement.rows), scan.header().volumeCount());
        // The centre of mass follows the translation (rotations are about a point near it).
        const image::Grid grid = scan.header().grid();
        std::vector<float> values(static_cast<std::size_t>(grid.size()));
        const auto centre = [&](image::Index t) {
            scan.volume(t, values);
            Eigen::Vector3d sum = Eigen::Vector3d::Zero();
            double mass = 0;
            for (image::Index v = 0; v < grid.size(); ++v) {
                const double value = values[static_cast<std::size_t>(v)];
                sum += value * grid.mm(v).at;
                mass += value;
            }
            return Eigen::Vector3d(sum / mass);
        };
        const Eigen::Vector3d start = centre(0);
        const image::Index last = scan.header().volumeCount() - 1;
        Eigen::Vector3d told;
        for (int axis = 0; axis < 3; ++axis)
            told[axis]
                = movement.number(static_cast<std::size_t>(last), static_cast<std::size_t>(axis))
                  - movement.number(0, static_cast<std::size_t>(axis));
        QVERIFY(told.norm() > 0.5);
        const Eigen::Vector3d seen = centre(last) - start;
        QVERIFY(near(seen[0], told[0], 0.6));
        QVERIFY(near(seen[1], told[1], 0.6));
    }
};

FUSIFORM_TEST(SimulatedStudyTest)
#include "simulated_study_test.moc"
