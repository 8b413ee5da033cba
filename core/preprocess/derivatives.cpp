// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/derivatives.h"

#include "core/bids/file_state.h"
#include "core/io/nifti.h"
#include "core/preprocess/slice_timing.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <algorithm>
#include <cstdio>

namespace fusiform::preprocess {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

std::string number(const char* format, double value)
{
    char text[64];
    std::snprintf(text, sizeof text, format, value);
    return text;
}

std::string confoundsText(const Eigen::MatrixXd& motion, const RunQuality& quality)
{
    std::string text
        = "trans_x\ttrans_y\ttrans_z\trot_x\trot_y\trot_z\tframewise_displacement\tdvars\t"
          "global_signal\tmotion_outlier\n";
    for (Index t = 0; t < motion.rows(); ++t) {
        const auto at = static_cast<std::size_t>(t);
        for (Index p = 0; p < 6; ++p)
            text += number("%.9g", motion(t, p)) + "\t";
        text += (t == 0 ? "n/a" : number("%.6g", quality.framewiseDisplacement[at])) + "\t";
        text += (t == 0 ? "n/a" : number("%.6g", quality.dvars[at])) + "\t";
        text += number("%.7g", quality.globalSignal[at]) + "\t";
        text += std::ranges::find(quality.outliers, t) == quality.outliers.end() ? "0\n" : "1\n";
    }
    return text;
}

Json confoundsSidecar()
{
    return {
        {"trans_x",
         {{"Units", "mm"},
          {"Description",
           "spm_realign's convention: movement of the image towards the first volume"}}},
        {"rot_x",
         {{"Units", "rad"}, {"Description", "about the world's x axis, in the order T Rx Ry Rz"}}},
        {"framewise_displacement",
         {{"Units", "mm"}, {"Description", "Power 2012, sphere of 50 mm"}}},
        {"dvars",
         {{"Units", "%"},
          {"Description", "root mean square change inside the mask, % of the mean signal"}}},
        {"global_signal", {{"Description", "mean inside the run's mask"}}},
        {"motion_outlier",
         {{"Description", "framewise displacement above 0.5 mm, or DVARS above the third quartile "
                          "by 1.5 interquartile ranges"}}}};
}

/// SPM's rp_*.txt: six columns of 16 characters.
std::string motionText(const Eigen::MatrixXd& motion)
{
    std::string text;
    for (Index t = 0; t < motion.rows(); ++t) {
        for (Index p = 0; p < 6; ++p)
            text += number("%16.7e", motion(t, p));
        text += "\n";
    }
    return text;
}

Json jsonOf(const RunReport& report)
{
    return {{"volumes", report.volumes},
            {"face_run", report.isFaceRun},
            {"framewise_displacement_mean", report.meanDisplacement},
            {"framewise_displacement_max", report.largestDisplacement},
            {"tsnr_median", report.tsnrMedian},
            {"drift_percent", report.driftPercent},
            {"outlier_volumes", report.outliers}};
}

double meanAfterFirst(const std::vector<double>& values)
{
    double sum = 0;
    for (std::size_t t = 1; t < values.size(); ++t)
        sum += values[t];
    return values.size() > 1 ? sum / static_cast<double>(values.size() - 1) : 0;
}

/// @param key that the run must have been made with; null: any.
std::optional<RunReport> readReport(const RunFiles& files, const std::string* key)
{
    for (const fs::path& file : {files.sidecar, files.bold, files.confounds, files.motion,
                                 files.mask, files.mean, files.tsnr})
        if (bids::fileState(file) != bids::FileState::Present)
            return std::nullopt;
    try {
        const Json json = readJson(files.sidecar);
        if (key && json.value("FusiformKey", "") != *key)
            return std::nullopt;
        const Json& quality = json.at("Quality");
        RunReport report;
        report.isFaceRun = quality.at("face_run").get<bool>();
        report.volumes = quality.at("volumes").get<Index>();
        report.meanDisplacement = quality.at("framewise_displacement_mean").get<double>();
        report.largestDisplacement = quality.at("framewise_displacement_max").get<double>();
        report.tsnrMedian = quality.at("tsnr_median").get<double>();
        report.driftPercent = quality.at("drift_percent").get<double>();
        report.outliers = quality.at("outlier_volumes").get<std::vector<Index>>();
        return report;
    } catch (const Error&) {
    } catch (const Json::exception&) {
    }
    return std::nullopt; // a damaged sidecar only means that the run is made again
}

} // namespace

RunFiles runFiles(const fs::path& folder, const std::string& subject, const std::string& session,
                  const std::string& name)
{
    const fs::path func
        = (session.empty() ? folder / subject : folder / subject / session) / "func";
    const auto file = [&](const char* suffix) { return func / (name + suffix); };
    return {file("_desc-preproc_bold.nii.gz"),      file("_desc-preproc_bold.json"),
            file("_desc-confounds_timeseries.tsv"), func / ("rp_" + name + ".txt"),
            file("_desc-brain_mask.nii.gz"),        file("_boldref.nii.gz"),
            file("_desc-tsnr_boldmap.nii.gz")};
}

RunReport writeRun(const RunFiles& files, const RawRun& raw, const image::Series& realigned,
                   const Eigen::MatrixXd& motion, const RunQuality& quality, const std::string& key)
{
    std::error_code ignored;
    fs::remove(files.sidecar, ignored); // from here on the run counts as unfinished
    io::NiftiWriteOptions series;
    series.storage = io::NiftiStorage::Int16;
    series.repetitionTime = raw.repetitionTime;
    series.description = "Fusiform: slice timing, realigned";
    io::writeSeries(files.bold, realigned, series);
    io::NiftiWriteOptions bytes;
    bytes.storage = io::NiftiStorage::UInt8;
    io::writeVolume(files.mask, {realigned.grid, {quality.mask.begin(), quality.mask.end()}},
                    bytes);
    io::writeVolume(files.mean, meanOf(realigned));
    io::writeVolume(files.tsnr, {realigned.grid, quality.tsnr});
    writeFileAtomically(files.confounds, confoundsText(motion, quality));
    fs::path description = files.confounds;
    writeJson(description.replace_extension(".json"), confoundsSidecar());
    writeFileAtomically(files.motion, motionText(motion));

    RunReport report;
    report.isFaceRun = raw.isFaceRun;
    report.volumes = realigned.volumes;
    report.meanDisplacement = meanAfterFirst(quality.framewiseDisplacement);
    report.largestDisplacement = std::ranges::max(quality.framewiseDisplacement);
    report.tsnrMedian = quality.tsnrMedian;
    report.driftPercent = quality.driftPercent;
    report.outliers = quality.outliers;
    Json json = {{"RepetitionTime", raw.repetitionTime},
                 {"SliceTimingCorrected", !raw.sliceTimes.empty()},
                 {"Sources", {raw.bold.filename().string()}},
                 {"SkullStripped", false},
                 {"FusiformVersion", FUSIFORM_VERSION},
                 {"FusiformKey", key},
                 {"Quality", jsonOf(report)}};
    if (!raw.sliceTimes.empty())
        json["SliceTimingReferenceSeconds"] = middleSliceTime(raw.sliceTimes);
    writeJson(files.sidecar, json);
    return report;
}

std::optional<RunReport> writtenRun(const RunFiles& files) { return readReport(files, nullptr); }

std::optional<RunReport> finishedRun(const RunFiles& files, const std::string& key)
{
    return readReport(files, &key);
}

void describeDerivatives(const fs::path& folder)
{
    const fs::path file = folder / "dataset_description.json";
    if (fs::exists(file))
        return;
    writeJson(file, {{"Name", "Fusiform preprocessing"},
                     {"BIDSVersion", "1.8.0"},
                     {"DatasetType", "derivative"},
                     {"GeneratedBy", {{{"Name", "Fusiform"}, {"Version", FUSIFORM_VERSION}}}}});
}

} // namespace fusiform::preprocess
