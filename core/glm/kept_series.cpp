// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/kept_series.h"

#include "core/io/safetensors.h"
#include "core/util/error.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace fusiform::glm {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr int kSeriesVersion = 1;
constexpr Index kMost = 1'000'000'000; // scans, voxels or trials: more is damage
constexpr const char* kDesign = "design.safetensors";

using RowMajor = Eigen::Matrix<float, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor>;

std::string codesFile(const std::string& model) { return "codes_" + model + ".safetensors"; }

Json jsonOf(const std::vector<ShownFace>& faces)
{
    Json json
        = {{"onsets", Json::array()}, {"durations", Json::array()}, {"stimuli", Json::array()}};
    for (const ShownFace& face : faces) {
        json["onsets"].push_back(face.onset);
        json["durations"].push_back(face.duration);
        json["stimuli"].push_back(face.stimulus);
    }
    return json;
}

std::vector<ShownFace> facesOf(const Json& json, const fs::path& file)
{
    const auto onsets = json.at("onsets").get<std::vector<double>>();
    const auto durations = json.at("durations").get<std::vector<double>>();
    auto stimuli = json.at("stimuli").get<std::vector<std::string>>();
    if (durations.size() != onsets.size() || stimuli.size() != onsets.size())
        throw badData(file,
                      FUSIFORM_TR("core", "a duration and a stimulus for each of %1 onsets")
                          .arg(onsets.size()),
                      FUSIFORM_TR("core", "%1 and %2").arg(durations.size()).arg(stimuli.size()));
    std::vector<ShownFace> faces;
    for (std::size_t f = 0; f < onsets.size(); ++f)
        faces.push_back({onsets[f], durations[f], std::move(stimuli[f])});
    return faces;
}

Json jsonOf(const SeriesRun& run, Index firstScan)
{
    return {{"name", run.name},
            {"session", run.session},
            {"repetition_time", run.repetitionTime},
            {"first_scan", firstScan},
            {"scans", run.scans},
            {"projected_out",
             {{"constant", 1},
              {"cosines", run.cosines},
              {"confounds", run.confounds},
              {"rank", run.nuisanceRank}}},
            {"training", jsonOf(run.training)},
            {"exploration", jsonOf(run.exploration)},
            {"training_one_backs", jsonOf(run.trainingOneBacks)},
            {"exploration_one_backs", jsonOf(run.explorationOneBacks)},
            {"other_one_backs", run.otherOneBacks}};
}

SeriesRun runOf(const Json& json, const fs::path& file)
{
    SeriesRun run;
    run.name = json.at("name");
    run.session = json.at("session");
    run.repetitionTime = json.at("repetition_time");
    run.scans = json.at("scans");
    const Json& out = json.at("projected_out");
    run.cosines = out.at("cosines");
    run.confounds = out.at("confounds");
    run.nuisanceRank = out.at("rank");
    run.training = facesOf(json.at("training"), file);
    run.exploration = facesOf(json.at("exploration"), file);
    if (json.contains("training_one_backs")) { // older series are without
        run.trainingOneBacks = facesOf(json.at("training_one_backs"), file);
        run.explorationOneBacks = facesOf(json.at("exploration_one_backs"), file);
        run.otherOneBacks = json.at("other_one_backs");
    }
    if (run.scans < 1 || run.scans > kMost)
        throw badData(file, FUSIFORM_TR("core", "runs of at least one scan"),
                      FUSIFORM_TR("core", "%1 scans in %2").arg(run.scans).arg(run.name));
    return run;
}

Json jsonOf(const SeriesIndex& index)
{
    Json runs = Json::array();
    Index firstScan = 0;
    for (const SeriesRun& run : index.runs) {
        runs.push_back(jsonOf(run, firstScan));
        firstScan += run.scans;
    }
    return {{"format", "fusiform series"},
            {"format_version", kSeriesVersion},
            {"subject", index.subject},
            {"layout", "values.bin: little-endian float32, run after run, scan after scan, the "
                       "voxels of a scan side by side"},
            {"units", "percent of the run's grand mean, whitened, nuisance columns projected out"},
            {"scans", firstScan},
            {"noise", index.noise},
            {"conditions", index.conditions},
            {"models", index.models},
            {"one_backs", index.oneBacks},
            {"runs", runs},
            {"voxels", index.voxels}};
}

void check(const SeriesIndex& index, const fs::path& file)
{
    const bool isAscending
        = std::ranges::adjacent_find(index.voxels, std::greater_equal()) == index.voxels.end();
    if (index.voxels.empty() || !isAscending || index.voxels.front() < 0)
        throw badData(file, FUSIFORM_TR("core", "ascending voxel numbers"),
                      FUSIFORM_TR("core", "something else"));
    if (index.runs.empty())
        throw badData(file, FUSIFORM_TR("core", "at least one run"), FUSIFORM_TR("core", "none"));
}

SeriesIndex indexOf(const Json& json, const fs::path& file)
{
    if (!json.is_object() || json.value("format", "") != "fusiform series")
        throw badData(file, FUSIFORM_TR("core", "the index of a kept series"),
                      FUSIFORM_TR("core", "something else"));
    if (json.at("format_version").get<int>() > kSeriesVersion)
        throw badData(file, FUSIFORM_TR("core", "format version %1 or older").arg(kSeriesVersion),
                      FUSIFORM_TR("core", "version %1; a newer Fusiform made it")
                          .arg(json.at("format_version").get<int>()));
    SeriesIndex index;
    index.subject = json.at("subject");
    index.noise = json.at("noise");
    index.conditions = json.at("conditions").get<std::vector<std::string>>();
    index.models = json.at("models").get<std::vector<std::string>>();
    index.oneBacks = json.value("one_backs", "");
    index.voxels = json.at("voxels").get<std::vector<image::Index>>();
    for (const Json& run : json.at("runs"))
        index.runs.push_back(runOf(run, file));
    check(index, file);
    return index;
}

/// The runs' columns of one kind, run after run, in one array.
using Columns = Eigen::MatrixXd SeriesRun::*;

std::vector<double> flat(const std::vector<SeriesRun>& runs, Columns columns)
{
    std::vector<double> all;
    for (const SeriesRun& run : runs)
        all.insert(all.end(), (run.*columns).data(), (run.*columns).data() + (run.*columns).size());
    return all;
}

io::Tensor tensorOf(const std::vector<double>& values)
{
    return {io::TensorType::Float64,
            {static_cast<std::int64_t>(values.size())},
            std::as_bytes(std::span(values))};
}

void fill(std::vector<SeriesRun>& runs, Columns columns, const io::Safetensors& file,
          const std::string& name, const std::function<Index(const SeriesRun&)>& count)
{
    std::int64_t size = 0;
    for (const SeriesRun& run : runs)
        size += run.scans * count(run);
    const io::Tensor& tensor = file.tensor(name, std::array<std::int64_t, 1>{size});
    if (tensor.type != io::TensorType::Float64)
        throw badData(file.file(), FUSIFORM_TR("core", "%1-bit floats in %2").arg(64).arg(name),
                      FUSIFORM_TR("core", "another type"));
    const std::byte* next = tensor.bytes.data();
    for (SeriesRun& run : runs) {
        Eigen::MatrixXd& matrix = run.*columns;
        matrix.resize(run.scans, count(run));
        const std::size_t bytes = sizeof(double) * static_cast<std::size_t>(matrix.size());
        if (bytes > 0)
            std::memcpy(matrix.data(), next, bytes);
        next += bytes;
        if (!matrix.allFinite())
            throw badData(file.file(), FUSIFORM_TR("core", "finite numbers in %1").arg(name),
                          FUSIFORM_TR("core", "others in %1").arg(run.name));
    }
}

void readDesign(SeriesIndex& index, const fs::path& folder)
{
    const io::Safetensors file(folder / kDesign);
    const auto conditions = static_cast<Index>(index.conditions.size());
    fill(index.runs, &SeriesRun::conditions, file, "conditions",
         [&](const SeriesRun&) { return conditions; });
    fill(index.runs, &SeriesRun::trainingResponses, file, "training",
         [](const SeriesRun& run) { return static_cast<Index>(run.training.size()); });
    fill(index.runs, &SeriesRun::explorationResponses, file, "exploration",
         [](const SeriesRun& run) { return static_cast<Index>(run.exploration.size()); });
    if (index.oneBacks.empty())
        return;
    fill(index.runs, &SeriesRun::trainingOneBackResponses, file, "training_one_backs",
         [](const SeriesRun& run) { return static_cast<Index>(run.trainingOneBacks.size()); });
    fill(index.runs, &SeriesRun::explorationOneBackResponses, file, "exploration_one_backs",
         [](const SeriesRun& run) { return static_cast<Index>(run.explorationOneBacks.size()); });
}

} // namespace

Eigen::MatrixXd TrainingCodes::of(const std::vector<ShownFace>& trials) const
{
    Eigen::MatrixXd rows(static_cast<Index>(trials.size()), codes.cols());
    for (std::size_t t = 0; t < trials.size(); ++t) {
        const auto found = std::ranges::lower_bound(stimuli, trials[t].stimulus);
        if (found == stimuli.end() || *found != trials[t].stimulus)
            throw failure(FUSIFORM_TR("core", "The kept series has no code of the training picture "
                                              "%1.")
                              .arg(trials[t].stimulus));
        rows.row(static_cast<Index>(t)) = codes.row(found - stimuli.begin()).cast<double>();
    }
    return rows;
}

Index SeriesIndex::scans() const
{
    Index total = 0;
    for (const SeriesRun& run : runs)
        total += run.scans;
    return total;
}

Index SeriesIndex::condition(std::string_view name) const
{
    const auto found = std::ranges::find(conditions, name);
    return found == conditions.end() ? -1 : found - conditions.begin();
}

bool isKeptSeries(const fs::path& folder)
{
    std::error_code error;
    return fs::exists(folder / "index.json", error);
}

KeptSeries KeptSeries::read(const fs::path& folder)
{
    const fs::path file = folder / "index.json";
    const Json json = readJson(file);
    KeptSeries series;
    series.m_folder = folder;
    try {
        series.m_index = indexOf(json, file);
    } catch (const Json::exception& error) {
        throw badData(file, FUSIFORM_TR("core", "the fields of a kept series"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
    Index scans = 0;
    for (const SeriesRun& run : series.runs()) {
        series.m_firstScans.push_back(scans);
        scans += run.scans;
    }
    // In floating point: damaged counts must not overflow.
    const double expected
        = static_cast<double>(scans) * static_cast<double>(series.voxels()) * sizeof(float);
    series.m_values = std::make_shared<const MappedFile>(folder / "values.bin");
    const std::size_t found = series.m_values->bytes().size();
    if (static_cast<double>(found) != expected)
        throw badData(folder / "values.bin",
                      FUSIFORM_TR("core", "%1 bytes (%2 scans x %3 voxels)")
                          .arg(static_cast<unsigned long long>(expected))
                          .arg(scans)
                          .arg(series.voxels()),
                      FUSIFORM_TR("core", "%1").arg(found));
    readDesign(series.m_index, folder);
    return series;
}

Eigen::Map<const ScanValues> KeptSeries::values(std::size_t r) const
{
    const auto* const first = reinterpret_cast<const float*>(m_values->bytes().data());
    return {first + m_firstScans[r] * voxels(), runs()[r].scans, voxels()};
}

TrainingCodes KeptSeries::codes(const std::string& model) const
{
    const io::Safetensors file(m_folder / codesFile(model));
    const auto manifest = file.metadata().find("fusiform");
    if (manifest == file.metadata().end())
        throw badData(file.file(), FUSIFORM_TR("core", "a manifest"), FUSIFORM_TR("core", "none"));
    try {
        const Json json = parseJson(manifest->second, file.file());
        TrainingCodes codes;
        codes.stimuli = json.at("stimuli").get<std::vector<std::string>>();
        const auto rows = static_cast<std::int64_t>(codes.stimuli.size());
        const auto latents = json.at("latents").get<std::int64_t>();
        const io::Tensor& tensor = file.tensor("codes", std::array<std::int64_t, 2>{rows, latents});
        const std::vector<float> floats = tensor.floats();
        codes.codes = Eigen::Map<const RowMajor>(floats.data(), rows, latents);
        if (!std::ranges::is_sorted(codes.stimuli) || !codes.codes.allFinite())
            throw badData(file.file(), FUSIFORM_TR("core", "finite codes of sorted pictures"),
                          FUSIFORM_TR("core", "something else"));
        return codes;
    } catch (const Json::exception& error) {
        throw badData(file.file(), FUSIFORM_TR("core", "the pictures of the codes"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

SeriesWriter::SeriesWriter(fs::path folder, SeriesIndex index)
    : m_folder(std::move(folder)), m_index(std::move(index)), m_values(m_folder / "values.bin")
{
}

void SeriesWriter::add(SeriesRun run, const ScanValues& values)
{
    m_values.write(
        std::as_bytes(std::span(values.data(), static_cast<std::size_t>(values.size()))));
    m_index.runs.push_back(std::move(run));
}

void SeriesWriter::addCodes(const std::string& model, const TrainingCodes& codes)
{
    const RowMajor rows = codes.codes;
    const io::Tensor tensor
        = {io::TensorType::Float32,
           {rows.rows(), rows.cols()},
           std::as_bytes(std::span(rows.data(), static_cast<std::size_t>(rows.size())))};
    const Json manifest = {{"stimuli", codes.stimuli}, {"latents", codes.codes.cols()}};
    io::writeSafetensors(m_folder / codesFile(model), {{"codes", tensor}},
                         {{"fusiform", manifest.dump()}});
    m_index.models.push_back(model);
}

void SeriesWriter::finish()
{
    m_values.commit();
    const std::vector<double> conditions = flat(m_index.runs, &SeriesRun::conditions);
    const std::vector<double> training = flat(m_index.runs, &SeriesRun::trainingResponses);
    const std::vector<double> exploration = flat(m_index.runs, &SeriesRun::explorationResponses);
    const std::vector<double> trainingAgain
        = flat(m_index.runs, &SeriesRun::trainingOneBackResponses);
    const std::vector<double> explorationAgain
        = flat(m_index.runs, &SeriesRun::explorationOneBackResponses);
    io::writeSafetensors(m_folder / kDesign,
                         {{"conditions", tensorOf(conditions)},
                          {"training", tensorOf(training)},
                          {"exploration", tensorOf(exploration)},
                          {"training_one_backs", tensorOf(trainingAgain)},
                          {"exploration_one_backs", tensorOf(explorationAgain)}},
                         {});
    writeJson(m_folder / "index.json", jsonOf(m_index));
}

} // namespace fusiform::glm
