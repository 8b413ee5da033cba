// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/small_study.h"

#include "core/io/gzip_file.h"
#include "core/io/nifti.h"
#include "core/io/picture_file.h"
#include "core/util/random.h"
#include "tests/support/test_data.h"

#include <cmath>
#include <cstring>

namespace fusiform::test {

namespace {

constexpr int kScans = 100;
constexpr double kTr = 2;
constexpr int kTrainPerRun = 24;

struct Shown {
    double onset = 0;
    std::string label;
    std::string stimulus; ///< below stimuli/; empty: none
    double brightness = 0;
};

std::string trainName(int number)
{
    return (number < 10 ? "T0" : "T") + std::to_string(number) + ".png";
}

/// A number between 0 and 1 for a picture's name, the same wherever it is asked for.
double brightnessOf(const std::string& name)
{
    std::uint64_t seed = 5;
    for (const char c : name)
        seed = seed * 31 + static_cast<unsigned char>(c);
    return Random(seed).uniform();
}

std::vector<Shown> shownIn(int run)
{
    std::vector<std::pair<std::string, std::string>> order;
    for (int t = 0; t < kTrainPerRun; ++t)
        order.emplace_back("train_face", trainName((run - 1) * kTrainPerRun + t + 1));
    const char* const testFaces[] = {"F1.png", "M1.png", "F2.png", "M2.png"};
    for (int t = 0; t < 8; ++t)
        order.insert(order.begin() + 3 + 4 * t, {"test_face", testFaces[t % 4]});
    for (int t = 0; t < 4; ++t)
        order.insert(order.begin() + 5 + 8 * t, {"Fix", ""});
    std::vector<Shown> shown;
    for (const auto& [label, name] : order)
        shown.push_back({2 + 5 * static_cast<double>(shown.size()), label,
                         name.empty() ? "" : "sub01/" + name,
                         name.empty() ? 0 : brightnessOf(name)});
    return shown;
}

/// A bump with its peak 5 s after the onset: like a blood response, and no formula of the program.
double bump(double seconds)
{
    return seconds > 0 ? std::pow(seconds / 5, 5) * std::exp(5 - seconds) : 0;
}

image::Grid smallGrid()
{
    Eigen::Matrix4d affine = Eigen::Matrix4d::Identity();
    affine.topLeftCorner<3, 3>() *= 3;
    affine.topRightCorner<3, 1>() = Eigen::Vector3d(-13.5, -13.5, -7.5);
    return {{10, 10, 6}, image::Affine(affine)};
}

std::string eventsText(int run)
{
    std::string text = "onset\tduration\ttrial_type\tstim_file\toneback\n";
    for (const Shown& event : shownIn(run))
        text += std::to_string(static_cast<int>(event.onset)) + "\t1\t" + event.label + "\t"
                + (event.stimulus.empty() ? "n/a" : event.stimulus) + "\t0\n";
    return text;
}

void writePictures(const SmallStudy& study)
{
    std::vector<std::string> names = {"F1.png", "M1.png", "F2.png", "M2.png"};
    for (int t = 1; t <= 2 * kTrainPerRun; ++t)
        names.push_back(trainName(t));
    std::uint64_t stream = 0;
    for (const std::string& name : names) {
        Random random(11, stream++);
        image::Picture picture{16, 16, std::vector<float>(16 * 16 * 3)};
        for (float& value : picture.rgb)
            value = static_cast<float>(0.7 * brightnessOf(name) + 0.3 * random.uniform());
        std::filesystem::create_directories(study.picture(name).parent_path());
        io::writePicture(study.picture(name), picture);
    }
}

std::string runName(int run) { return "sub-01_task-faces_run-0" + std::to_string(run); }

} // namespace

std::filesystem::path SmallStudy::bold(int run) const
{
    return root / "sub-01" / "func" / (runName(run) + "_bold.nii.gz");
}
std::filesystem::path SmallStudy::events(int run) const
{
    return root / "sub-01" / "func" / (runName(run) + "_events.tsv");
}
std::filesystem::path SmallStudy::sidecar(int run) const
{
    return root / "sub-01" / "func" / (runName(run) + "_bold.json");
}
std::filesystem::path SmallStudy::picture(const std::string& name) const
{
    return root / "stimuli" / "sub01" / name;
}

std::vector<std::byte> boldBytes(int run)
{
    const image::Grid grid = smallGrid();
    const std::vector<Shown> shown = shownIn(run);
    Random random(23, static_cast<std::uint64_t>(run));
    io::NiftiWriteOptions options;
    options.repetitionTime = kTr;
    std::vector<std::byte> bytes = io::niftiHeaderBytes(grid, kScans, options);
    for (int scan = 0; scan < kScans; ++scan) {
        double response = 0;
        for (const Shown& event : shown)
            if (!event.stimulus.empty())
                response += (12 + 20 * event.brightness) * bump(scan * kTr - event.onset);
        for (image::Index v = 0; v < grid.size(); ++v) {
            const bool isInside = grid.mm(v).at.norm() < 11;
            const auto value
                = static_cast<float>(isInside ? 1000 + response + 4 * random.normal() : 0);
            const auto* const raw = reinterpret_cast<const std::byte*>(&value);
            bytes.insert(bytes.end(), raw, raw + sizeof value);
        }
    }
    return bytes;
}

void writeGzip(const std::filesystem::path& file, const std::vector<std::byte>& bytes)
{
    const std::vector<std::byte> packed = io::gzipCompressed(bytes, 1);
    writeText(file, {reinterpret_cast<const char*>(packed.data()), packed.size()});
}

static SmallStudy makeSmallStudy(const std::filesystem::path& root)
{
    const SmallStudy study{root};
    writeText(root / "dataset_description.json",
              "{\"Name\": \"Small study\", \"BIDSVersion\": \"1.8.0\"}\n");
    for (const int run : {1, 2}) {
        writeGzip(study.bold(run), boldBytes(run));
        writeText(study.events(run), eventsText(run));
        writeText(study.sidecar(run), "{\"RepetitionTime\": 2.0, \"TaskName\": \"faces\"}\n");
    }
    writePictures(study);
    return study;
}

SmallStudy writeSmallStudy(const std::filesystem::path& root)
{
    // Made once a process and then copied: writing synced pictures takes longer than a fit.
    static const TemporaryFolder pattern;
    static const SmallStudy made = makeSmallStudy(pattern.path());
    std::filesystem::create_directories(root);
    std::filesystem::copy(made.root, root, std::filesystem::copy_options::recursive);
    return {root};
}

} // namespace fusiform::test
