// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/write_study.h"

#include "core/face_model/face_folder.h"
#include "core/io/gzip_file.h"
#include "core/io/nifti.h"
#include "core/io/picture_file.h"
#include "core/io/safetensors.h"
#include "core/simulate/formatted.h"
#include "core/simulate/simulated_run.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/parallel.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <cstring>
#include <set>

namespace fusiform::simulate {

namespace {

namespace fs = std::filesystem;

constexpr double kRepetitionTime = 2; // s
constexpr std::size_t kRunsAtOnce = 3; // each about 250 MB at the size of ds001761

Json movementJson(const Movement& m)
{
    return {{"translation_mm", {m[0], m[1], m[2]}}, {"rotation_rad", {m[3], m[4], m[5]}}};
}

std::span<const std::byte> bytesOf(const void* data, std::size_t size)
{
    return {static_cast<const std::byte*>(data), size};
}

/// A portrait, mirrored, enlarged and relit a little: another one for every number.
image::Picture pictureOf(const Portraits& portraits, const ShownPicture& shown)
{
    image::Picture full = io::readPicture(portraits.files[shown.portrait]);
    if (shown.variation == 0)
        return full;
    Random random(static_cast<std::uint64_t>(shown.variation), shown.portrait);
    const bool isMirrored = shown.variation % 2 == 1;
    const int side
        = full.width
          - static_cast<int>(random.below(1 + static_cast<std::uint64_t>(full.width) / 12));
    const auto left
        = static_cast<int>(random.below(static_cast<std::uint64_t>(full.width - side + 1)));
    const auto top
        = static_cast<int>(random.below(static_cast<std::uint64_t>(full.height - side + 1)));
    const auto light = static_cast<float>(random.uniform(0.85, 1.12));
    image::Picture cut{side, side, std::vector<float>(static_cast<std::size_t>(3 * side * side))};
    for (int y = 0; y < side; ++y)
        for (int x = 0; x < side; ++x)
            for (int c = 0; c < 3; ++c) {
                const int from = isMirrored ? side - 1 - x : x;
                cut.rgb[static_cast<std::size_t>(3 * (y * side + x) + c)]
                    = std::min(1.0F, light
                                         * full.rgb[static_cast<std::size_t>(
                                             3 * ((top + y) * full.width + left + from) + c)]);
            }
    return image::resized(cut, full.width, full.height);
}

Portraits readPortraits(const fs::path& folder, const face_model::AttributeTable& table)
{
    Portraits portraits;
    portraits.files = face_model::pictureFiles(folder / "pictures");
    const std::size_t male = table.column("Male");
    for (const fs::path& file : portraits.files) {
        const auto row = table.values.find(file.filename().string());
        if (row == table.values.end())
            throw badData(folder / "list_attr.txt", FUSIFORM_TR("core", "a row for every portrait"),
                          FUSIFORM_TR("core", "none for %1").arg(file.filename().string()));
        portraits.isMale.push_back(row->second[male] > 0);
    }
    return portraits;
}

class Writer {
public:
    Writer(const StudyOptions& options, fs::path portraitFolder, fs::path folder,
           Progress& progress)
        : m_options(options),
          m_portraitFolder(std::move(portraitFolder)),
          m_folder(std::move(folder)),
          m_progress(progress),
          m_attributes(face_model::readAttributes(m_portraitFolder / "list_attr.txt")),
          m_portraits(readPortraits(m_portraitFolder, m_attributes)),
          m_descriptions(faceDescriptions(m_portraitFolder / "parameters.tsv", m_portraits)),
          m_head(readHead(resolution())),
          m_grid(gridOf()),
          m_sliceTimes(interleavedSliceTimes(m_grid.shape[2], kRepetitionTime))
    {
    }

    WrittenStudy write()
    {
        writeStudyFiles();
        std::set<std::size_t> shown;
        for (std::int64_t s = 1; s <= m_options.subjects; ++s)
            writeSubject(s, shown);
        writeExtraFaces(shown);
        m_truth["slice_times_s"] = m_sliceTimes;
        m_truth["repetition_time_s"] = kRepetitionTime;
        m_truth["response"] = "canonical double gamma (SPM), by each slice's own time";
        writeJson(truthFolder() / "truth.json", m_truth);
        for (const auto& entry : fs::recursive_directory_iterator(m_folder))
            if (entry.is_regular_file())
                m_written.bytes += entry.file_size();
        return m_written;
    }

private:
    [[nodiscard]] std::uint64_t seed() const { return static_cast<std::uint64_t>(m_options.seed); }
    [[nodiscard]] bool isPaperGrid() const
    {
        return m_options.isPaper() && m_options.voxelSize == 0;
    }
    [[nodiscard]] double resolution() const
    {
        return m_options.voxelSize > 0 ? m_options.voxelSize : m_options.isPaper() ? 3.0 : 4.0;
    }
    [[nodiscard]] image::Grid gridOf() const
    {
        if (isPaperGrid())
            return scannerGrid({80, 80, 41}, {3, 3, 3.2});
        const double size = resolution();
        const auto voxels
            = [size](double mm) { return static_cast<image::Index>(std::lround(mm / size)); };
        return scannerGrid({voxels(168), voxels(208), voxels(136)}, {size, size, size});
    }
    [[nodiscard]] fs::path truthFolder() const { return m_folder / "sourcedata" / "simulation"; }

    void writeText(const fs::path& relative, const std::string& text) const
    {
        writeFileAtomically(m_folder / relative, std::string_view(text));
    }

    void writeStudyFiles()
    {
        writeJson(m_folder / "dataset_description.json",
                  {{"Name", "Simulated study of faces read from brain patterns"},
                   {"License", "CC0 for pictures and events; the images of the brain derive from "
                               "Colin27, see README"},
                   {"Authors", {"The Fusiform developers"}},
                   {"BIDSVersion", "1.0.2"},
                   {"GeneratedBy",
                    {{{"Name", "fusiform-cli simulate"}, {"Version", FUSIFORM_VERSION}}}}});
        writeText(
            "README",
            "A simulated study in the form of OpenNeuro ds001761 (VanRullen & Reddy 2019).\n"
            "Nobody was scanned: pictures, events, movements and signals are computed, and\n"
            "what is true of them is written in sourcedata/simulation.\n\n"
            "The shape of the brain derives from the Colin27 average brain: Copyright (C)\n"
            "1993-2009 Louis Collins, McConnell Brain Imaging Centre, Montreal Neurological\n"
            "Institute, McGill University. Permission to use, copy, modify, and distribute\n"
            "this software and its documentation for any purpose and without fee is hereby\n"
            "granted, provided that the above copyright notice appear in all copies. The\n"
            "authors and McGill University make no representations about the suitability of\n"
            "this software for any purpose. It is provided \"as is\" without express or\n"
            "implied warranty. The authors are not responsible for any data loss, equipment\n"
            "damage, property loss, or injury to subjects or patients resulting from the use\n"
            "or misuse of this software package.\n");
        writeText("CHANGES", "1.0.0\n  - Simulated\n");
        std::string participants = "participant_id\tage\tsex";
        Random random(seed(), 3);
        for (std::int64_t s = 1; s <= m_options.subjects; ++s)
            participants += formatted("\nsub-%02d\t%d\t%c", static_cast<int>(s),
                                      static_cast<int>(20 + random.below(30)),
                                      random.below(2) == 0 ? 'f' : 'm');
        writeText("participants.tsv", participants); // no final newline, as in ds001761
        image::Picture fixation{128, 128, std::vector<float>(3 * 128 * 128, 0.5F)};
        for (int d = -6; d <= 6; ++d)
            for (int w = -1; w <= 0; ++w)
                for (int c = 0; c < 3; ++c) {
                    fixation.rgb[static_cast<std::size_t>(3 * ((64 + d) * 128 + 64 + w) + c)] = 0;
                    fixation.rgb[static_cast<std::size_t>(3 * ((64 + w) * 128 + 64 + d) + c)] = 0;
                }
        io::writePicture(m_folder / "stimuli" / "placeholders" / "fixation.png", fixation);
        m_truth = {{"program", "fusiform-cli simulate"},
                   {"version", FUSIFORM_VERSION},
                   {"options",
                    {{"scale", m_options.scale},
                     {"subjects", m_options.subjects},
                     {"sessions", m_options.sessions},
                     {"runs", m_options.runs},
                     {"extra", m_options.extraFaces},
                     {"voxel_mm", m_options.voxelSize},
                     {"signal", m_options.signal},
                     {"noise", m_options.noise},
                     {"motion", m_options.motion},
                     {"seed", m_options.seed}}},
                   {"subjects", Json::array()}};
    }

    void writeSubject(std::int64_t number, std::set<std::size_t>& shown)
    {
        const SubjectPlan plan = planSubject(m_options, number, m_portraits);
        for (const ShownPicture& picture : plan.pictures)
            shown.insert(picture.portrait);
        const PictureFeatures features = featuresOf(
            plan, m_descriptions,
            [this](const ShownPicture& picture) { return pictureOf(m_portraits, picture); },
            m_progress);
        // Every subject has another grid of answering voxels in the same head.
        const PlantedCoding coding
            = plantCoding(m_head, m_grid, features, m_options.signal,
                          seed() + 7919 * static_cast<std::uint64_t>(number));
        writePictures(plan);
        writeImageryTable(plan);
        writeCoding(plan, coding, features);
        Json truth = {{"label", plan.label},
                      {"leak", plan.leak},
                      {"imagined", plan.pictures[plan.imagined].paths.front()},
                      {"sessions", Json::array()}};
        Random random(seed(), 50 + static_cast<std::uint64_t>(number));
        std::map<std::string, Movement> poses;
        for (const std::string& session : plan.sessions) {
            poses[session] = randomPose(random, session == plan.sessions.front() ? 0 : 0.6);
            const Movement anatomical = randomPose(random, 3);
            writeAnatomy(plan, session, anatomical, random.bits());
            truth["sessions"].push_back({{"session", session},
                                         {"pose", movementJson(poses[session])},
                                         {"anatomical_pose", movementJson(anatomical)}});
        }
        writeRuns(plan, coding, features, poses, static_cast<std::uint64_t>(number));
        m_truth["subjects"].push_back(truth);
    }

    /// @param sd mm; rotations as far as they move a point at 60 mm
    Movement randomPose(Random& random, double sd) const
    {
        Movement pose;
        for (int p = 0; p < 6; ++p)
            pose[p] = m_options.motion * random.normal(0, p < 3 ? sd : sd / 60);
        return pose;
    }

    void writePictures(const SubjectPlan& plan)
    {
        m_progress.begin(FUSIFORM_TR("core", "Writing the pictures"), plan.pictures.size());
        for (const ShownPicture& picture : plan.pictures) {
            for (std::size_t i = 0; i < picture.paths.size(); ++i) {
                const fs::path target = m_folder / "stimuli" / picture.paths[i];
                fs::create_directories(target.parent_path());
                if (i > 0 || picture.variation == 0) // all copies are the same bytes
                    fs::copy_file(i > 0 ? m_folder / "stimuli" / picture.paths[0]
                                        : m_portraits.files[picture.portrait],
                                  target);
                else
                    io::writePicture(target, pictureOf(m_portraits, picture));
                ++m_written.pictures;
            }
            m_progress.step();
        }
    }

    void writeImageryTable(const SubjectPlan& plan) const
    {
        std::string text = "stim_file\timagined\n";
        for (const std::size_t candidate : plan.imageryCandidates)
            text += plan.pictures[candidate].paths.front()
                    + (candidate == plan.imagined ? "\t1\n" : "\t0\n");
        writeText(fs::path("stimuli") / plan.stimulusFolder / "imagery.tsv", text);
    }

    /// Portraits nobody saw, with their attributes: for face models and attribute axes.
    void writeExtraFaces(const std::set<std::size_t>& shown)
    {
        std::string rows;
        std::int64_t count = 0;
        fs::create_directories(m_folder / "stimuli" / "extra");
        for (std::size_t i = 0; i < m_portraits.files.size() && count < m_options.extraFaces; ++i) {
            if (shown.contains(i))
                continue;
            const std::string name = m_portraits.files[i].filename().string();
            fs::copy_file(m_portraits.files[i], m_folder / "stimuli" / "extra" / name);
            rows += name;
            for (const std::int8_t value : m_attributes.values.at(name))
                rows += value > 0 ? "  1" : " -1";
            rows += "\n";
            ++count;
        }
        std::string text = std::to_string(count) + "\n";
        for (const std::string& name : m_attributes.names)
            text += name + " ";
        writeText(fs::path("stimuli") / "list_attr.txt", text + "\n" + rows);
        m_written.pictures += static_cast<std::size_t>(count);
    }

    void writeCoding(const SubjectPlan& plan, const PlantedCoding& coding,
                     const PictureFeatures& features) const
    {
        image::Volume regions{
            coding.grid, std::vector<float>(static_cast<std::size_t>(coding.grid.size()), 0.0F)};
        std::vector<std::int64_t> voxels;
        for (std::size_t v = 0; v < coding.voxels.size(); ++v) {
            regions.values[static_cast<std::size_t>(coding.voxels[v])]
                = static_cast<float>(coding.regions[v]);
            voxels.push_back(coding.voxels[v]);
        }
        io::NiftiWriteOptions options;
        options.storage = io::NiftiStorage::UInt8;
        io::writeVolume(truthFolder() / (plan.label + "_regions.nii.gz"), regions, options);

        const auto floats = [](const auto& matrix, std::vector<std::int64_t> shape) {
            return io::Tensor{io::TensorType::Float32, std::move(shape),
                              bytesOf(matrix.data(), static_cast<std::size_t>(matrix.size()) * 4)};
        };
        // Eigen's columns follow each other: the file's rows are voxels, or features.
        io::writeSafetensors(
            truthFolder() / (plan.label + "_coding.safetensors"),
            {{"voxels",
              {io::TensorType::Int64,
               {std::ssize(voxels)},
               bytesOf(voxels.data(), voxels.size() * 8)}},
             {"gain", floats(coding.gain, {coding.gain.size()})},
             {"weights", floats(coding.weights, {coding.weights.cols(), coding.weights.rows()})},
             {"features",
              floats(features.values, {features.values.cols(), features.values.rows()})}},
            {{"voxels", "linear indices, first axis fastest, in the grid of the regions file"},
             {"weights", "voxels x features"},
             {"features", "features x pictures, pictures as in the pictures table"},
             {"picture_features", std::to_string(features.pictureFeatures)}});
        std::string table = "index\tportrait\tvariation\tstim_file\n";
        for (std::size_t i = 0; i < plan.pictures.size(); ++i)
            for (const std::string& path : plan.pictures[i].paths)
                table += formatted("%zu\t", i)
                         + m_portraits.files[plan.pictures[i].portrait].filename().string()
                         + formatted("\t%d\t", plan.pictures[i].variation) + path + "\n";
        writeText(fs::path("sourcedata") / "simulation" / (plan.label + "_pictures.tsv"), table);
    }

    void writeAnatomy(const SubjectPlan& plan, const std::string& session, const Movement& pose,
                      std::uint64_t seed) const
    {
        const image::Grid grid = scannerGrid({170, 240, 240}, {1, 1, 1});
        const image::Volume& from = m_head.anatomy;
        const Eigen::Matrix4f map = headVoxelFromVoxel(grid, pose, from.grid);
        image::Volume anatomy{grid, std::vector<float>(static_cast<std::size_t>(grid.size()))};
        parallelFor(static_cast<std::size_t>(grid.shape[2]), [&](std::size_t k) {
            Random random(seed, k);
            for (image::Index j = 0; j < grid.shape[1]; ++j)
                for (image::Index i = 0; i < grid.shape[0]; ++i) {
                    const Eigen::Vector4f p
                        = map
                          * Eigen::Vector4f(static_cast<float>(i), static_cast<float>(j),
                                            static_cast<float>(k), 1);
                    const float value
                        = interpolate(from.values.data(), from.grid.shape, p[0], p[1], p[2]);
                    if (value > 0.05F)
                        anatomy.values[static_cast<std::size_t>(
                            grid.index({i, j, static_cast<image::Index>(k)}))]
                            = 1000 * value + static_cast<float>(random.normal(0, 12));
                }
        });
        io::NiftiWriteOptions options;
        options.storage = io::NiftiStorage::Int16;
        const fs::path base = m_folder / plan.label / session / "anat"
                              / (plan.label + "_" + session + "_acq-01_T1w");
        io::writeVolume(base.string() + ".nii.gz", anatomy, options);
        Json sidecar = scanner(session);
        sidecar.update({{"MRAcquisitionType", "3D"},
                        {"SeriesDescription", "sT1W_1mm_3D"},
                        {"SliceThickness", 1},
                        {"EchoTime", 0.003721},
                        {"RepetitionTime", 0.0081146},
                        {"FlipAngle", 8}});
        writeJson(base.string() + ".json", sidecar);
    }

    /// Sidecars of ds001761 come with two sets of keys.
    static Json scanner(const std::string& session)
    {
        Json json = {{"Modality", "MR"},
                     {"MagneticFieldStrength", 3},
                     {"Manufacturer", "SYNTHETIC"},
                     {"ManufacturersModelName", "SYNTHETIC"}};
        if (session.back() % 2 == 1)
            json["InstitutionName"] = "SYNTHETIC";
        else
            json["BodyPartExamined"] = "BRAIN";
        json["PatientPosition"] = "HFS";
        return json;
    }

    Json sidecarOf(const PlannedRun& run) const
    {
        Json json = scanner(run.session);
        const std::string series
            = run.isLocalizer ? formatted("EPI_LOCALIZER_%ddyn", run.plannedVolumes)
                              : formatted("EPI_run%d_%ddyn", run.number, run.plannedVolumes);
        const int seconds = static_cast<int>(run.clock);
        json.update({{"MRAcquisitionType", "2D"},
                     {"SeriesDescription", series},
                     {"ProtocolName", series + "_SENSE"},
                     // fields without leading zeros, as dcm2niix wrote them
                     {"AcquisitionTime", formatted("%d:%d:%.6f", seconds / 3600, seconds / 60 % 60,
                                                   seconds % 60 + run.clock - seconds)},
                     {"SliceThickness", m_grid.affine.voxelSize()[2]},
                     {"EchoTime", 0.03},
                     {"RepetitionTime", kRepetitionTime},
                     {"FlipAngle", 75},
                     {"TaskName", run.isLocalizer ? "loc" : "faces"}});
        return json;
    }

    void writeRuns(const SubjectPlan& plan, const PlantedCoding& coding,
                   const PictureFeatures& features, const std::map<std::string, Movement>& poses,
                   std::uint64_t subject)
    {
        m_progress.begin(FUSIFORM_TR("core", "Simulating scans"), plan.runs.size());
        // Poses carry over from run to run within a session.
        std::map<std::string, Movement> now = poses;
        Random random(seed(), 90 + subject);
        std::vector<Movement> starts;
        for (const PlannedRun& run : plan.runs) {
            starts.push_back(now[run.session]);
            for (int p = 0; p < 6; ++p)
                now[run.session][p]
                    += m_options.motion * random.normal(0, p < 3 ? 0.08 : 0.08 / 80);
        }
        for (std::size_t first = 0; first < plan.runs.size(); first += kRunsAtOnce)
            parallelFor(std::min(kRunsAtOnce, plan.runs.size() - first), [&](std::size_t i) {
                const PlannedRun& run = plan.runs[first + i];
                RunSettings settings;
                settings.head = &m_head;
                settings.coding = &coding;
                settings.features = &features;
                settings.grid = m_grid;
                settings.sliceTimes = m_sliceTimes;
                settings.repetitionTime = kRepetitionTime;
                settings.pose = starts[first + i];
                settings.noise = m_options.noise;
                settings.motion = m_options.motion;
                settings.seed = seed();
                settings.stream = 100000 * subject + first + i;
                writeRun(plan, run, simulateRun(run, settings, m_progress));
                m_progress.step();
            });
        for (const PlannedRun& run : plan.runs) {
            ++m_written.runs;
            m_written.volumes += static_cast<std::size_t>(run.volumes);
        }
    }

    void writeRun(const SubjectPlan& plan, const PlannedRun& run, const SimulatedRun& scan) const
    {
        const fs::path base = m_folder / plan.label / run.session / "func" / run.name;
        const std::vector<std::byte> compressed = io::gzipCompressed(scan.nifti);
        writeFileAtomically(base.string() + "_bold.nii.gz", std::span<const std::byte>(compressed));
        writeJson(base.string() + "_bold.json", sidecarOf(run));
        writeFileAtomically(base.string() + "_events.tsv",
                            std::string_view(eventsText(run.events, run.isLocalizer)));
        std::string table = "trans_x\ttrans_y\ttrans_z\trot_x\trot_y\trot_z\n";
        for (const Movement& m : scan.movements)
            table += formatted("%.6f\t%.6f\t%.6f\t%.8f\t%.8f\t%.8f\n", m[0], m[1], m[2], m[3], m[4],
                               m[5]);
        writeFileAtomically(truthFolder() / (run.name + "_movement.tsv"), std::string_view(table));
    }

    const StudyOptions& m_options;
    fs::path m_portraitFolder;
    fs::path m_folder;
    Progress& m_progress;
    face_model::AttributeTable m_attributes;
    Portraits m_portraits;
    Eigen::MatrixXf m_descriptions;
    SimulatedHead m_head;
    image::Grid m_grid;
    std::vector<double> m_sliceTimes;
    Json m_truth;
    WrittenStudy m_written;
};

} // namespace

WrittenStudy writeStudy(const StudyOptions& options, const fs::path& portraits,
                        const fs::path& folder, Progress& progress)
{
    return Writer(options, portraits, folder, progress).write();
}

} // namespace fusiform::simulate
