// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/subject.h"

#include "core/io/nifti.h"
#include "core/util/error.h"
#include "core/util/hash.h"

#include <map>
#include <optional>

namespace fusiform::preprocess {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr const char* kMethod = "1"; // changes when the same input gives other derivatives
constexpr int kMeanDegree = 2;
constexpr int kFinalDegree = 4;

/// A run after the first pass: where its volumes lie relative to the session's first image.
struct FirstPass {
    std::string key;
    std::vector<Eigen::Matrix4d> maps;
    image::Volume mean; ///< of its volumes, moved onto the session's first image
};

Json jsonOf(const std::vector<Eigen::Matrix4d>& maps)
{
    Json list = Json::array();
    for (const Eigen::Matrix4d& map : maps) {
        Json rows = Json::array();
        for (Index r = 0; r < 3; ++r)
            rows.push_back({map(r, 0), map(r, 1), map(r, 2), map(r, 3)});
        list.push_back(rows);
    }
    return list;
}

std::vector<Eigen::Matrix4d> mapsOf(const Json& list)
{
    std::vector<Eigen::Matrix4d> maps;
    for (const Json& rows : list) {
        Eigen::Matrix4d map = Eigen::Matrix4d::Identity();
        for (Index r = 0; r < 3; ++r)
            for (Index c = 0; c < 4; ++c)
                map(r, c) = rows.at(static_cast<std::size_t>(r))
                                .at(static_cast<std::size_t>(c))
                                .get<double>();
        maps.push_back(map);
    }
    return maps;
}

/// First passes are kept between calls: the second pass needs them, and a killed run too.
class FirstPassStore {
public:
    explicit FirstPassStore(fs::path folder) : m_folder(std::move(folder)) { }

    [[nodiscard]] std::optional<FirstPass> find(const std::string& name,
                                                const std::string& key) const
    {
        try {
            if (!fs::exists(mapsFile(name)) || !fs::exists(meanFile(name)))
                return std::nullopt;
            const Json json = readJson(mapsFile(name));
            if (json.value("key", "") != key)
                return std::nullopt;
            return FirstPass{key, mapsOf(json.at("maps")), io::readVolume(meanFile(name))};
        } catch (const Error&) {
        } catch (const Json::exception&) {
        }
        return std::nullopt;
    }
    void keep(const std::string& name, const FirstPass& pass) const
    {
        std::error_code ignored;
        fs::remove(mapsFile(name), ignored);
        io::writeVolume(meanFile(name), pass.mean);
        writeJson(mapsFile(name), {{"key", pass.key}, {"maps", jsonOf(pass.maps)}});
    }

private:
    [[nodiscard]] fs::path mapsFile(const std::string& name) const
    {
        return m_folder / (name + ".json");
    }
    [[nodiscard]] fs::path meanFile(const std::string& name) const
    {
        return m_folder / (name + ".nii.gz");
    }
    fs::path m_folder;
};

std::string optionsText(const SubjectInput& input, const RawRun& run)
{
    Json json = {{"method", kMethod},          {"separation", input.realign.separation},
                 {"fwhm", input.realign.fwhm}, {"quality", input.realign.quality},
                 {"tr", run.repetitionTime},   {"slice_times", run.sliceTimes}};
    return json.dump();
}

class Pipeline {
public:
    Pipeline(const SubjectInput& input, const fs::path& folder, Progress& progress)
        : m_input(input),
          m_folder(folder),
          m_progress(progress),
          m_store(folder / "work" / input.subject)
    {
    }

    SubjectReport run()
    {
        checkGrids();
        describeDerivatives(m_folder);
        hashRuns();
        firstPasses();
        relateSessions();
        SubjectReport report = secondPasses();
        compareMasks(report);
        report.anatomy = placeAnatomy();
        return report;
    }

private:
    void checkGrids();
    void hashRuns();
    void firstPasses();
    void relateSessions();
    SubjectReport secondPasses();
    void compareMasks(SubjectReport& report);
    const Eigen::Matrix4d& firstVolume();
    void writeMean();
    std::optional<Coregistration> placeAnatomy();
    RunReport secondPass(const RawRun& run, const std::string& key, const Realigner& realigner);

    const SubjectInput& m_input;
    const fs::path& m_folder;
    Progress& m_progress;
    FirstPassStore m_store;
    image::Grid m_grid; ///< of the first run
    std::map<std::string, std::string> m_fileHash; ///< by run name
    std::map<std::string, FirstPass> m_first; ///< by run name
    std::map<std::string, image::Volume> m_sessionMean;
    std::map<std::string, Eigen::Matrix4d> m_sessionMap; ///< from the first session's frame
    std::optional<Eigen::Matrix4d> m_firstVolume; ///< from the first session's mean
};

void Pipeline::checkGrids()
{
    if (m_input.runs.empty())
        throw usage(FUSIFORM_TR("core", "%1 has no functional run with an image here.")
                        .arg(m_input.subject));
    m_grid = io::readNiftiHeader(m_input.runs.front().bold).grid();
    for (const RawRun& run : m_input.runs) {
        const io::NiftiHeader header = io::readNiftiHeader(run.bold);
        if (header.grid().shape != m_grid.shape)
            throw badData(run.bold,
                          FUSIFORM_TR("core", "the size of the first run (%1 x %2 x %3)")
                              .arg(m_grid.shape[0])
                              .arg(m_grid.shape[1])
                              .arg(m_grid.shape[2]),
                          FUSIFORM_TR("core", "%1 x %2 x %3")
                              .arg(header.grid().shape[0])
                              .arg(header.grid().shape[1])
                              .arg(header.grid().shape[2]));
    }
}

void Pipeline::hashRuns()
{
    m_progress.begin(FUSIFORM_TR("core", "Looking for what has changed"), m_input.runs.size());
    for (const RawRun& run : m_input.runs) {
        m_fileHash[run.name] = fileHash(run.bold);
        m_progress.step();
    }
}

void Pipeline::firstPasses()
{
    m_progress.begin(FUSIFORM_TR("core", "Realigning to the first image"), m_input.runs.size());
    std::string session = "\n";
    std::optional<Realigner> realigner;
    const RawRun* sessionFirst = nullptr;
    for (const RawRun& run : m_input.runs) {
        if (run.session != session) {
            session = run.session;
            sessionFirst = &run;
            realigner.reset();
        }
        const std::string key = ContentHash()
                                    .add(optionsText(m_input, run))
                                    .add(m_fileHash[run.name])
                                    .add(m_fileHash[sessionFirst->name])
                                    .finish();
        if (auto known = m_store.find(run.name, key)) {
            m_first[run.name] = std::move(*known);
        } else {
            const image::Series series = readAndCorrect(run, m_progress);
            if (!realigner) {
                const image::Series first
                    = &run == sessionFirst ? series : readAndCorrect(*sessionFirst, m_progress);
                realigner.emplace(
                    image::Volume{first.grid, {first.volume(0).begin(), first.volume(0).end()}},
                    m_input.realign);
            }
            FirstPass pass{key, estimateRun(series, *realigner, m_progress), {}};
            pass.mean = meanOf(resliceRun(series, pass.maps,
                                          io::readNiftiHeader(sessionFirst->bold).grid(),
                                          kMeanDegree, m_progress));
            m_store.keep(run.name, pass);
            m_first[run.name] = std::move(pass);
        }
        m_progress.step();
    }
}

/// Mean image of each session, and how the head lay in it compared with the first session.
void Pipeline::relateSessions()
{
    std::map<std::string, double> volumes;
    for (const RawRun& run : m_input.runs) {
        const FirstPass& pass = m_first.at(run.name);
        auto [mean, isNew]
            = m_sessionMean.try_emplace(run.session, image::Volume{pass.mean.grid, {}});
        mean->second.values.resize(pass.mean.values.size(), 0);
        const auto count = static_cast<double>(pass.maps.size());
        const double before = volumes[run.session];
        for (std::size_t v = 0; v < pass.mean.values.size(); ++v)
            mean->second.values[v]
                = static_cast<float>((before * static_cast<double>(mean->second.values[v])
                                      + count * static_cast<double>(pass.mean.values[v]))
                                     / (before + count));
        volumes[run.session] += count;
    }
    const std::string& firstSession = m_input.runs.front().session;
    const Realigner realigner(m_sessionMean.at(firstSession), m_input.realign);
    for (const auto& [session, mean] : m_sessionMean)
        m_sessionMap[session] = session == firstSession
                                    ? Eigen::Matrix4d(Eigen::Matrix4d::Identity())
                                    : realigner.estimateFromFar(mean.values, mean.grid);
}

SubjectReport Pipeline::secondPasses()
{
    m_progress.begin(FUSIFORM_TR("core", "Realigning to the mean"), m_input.runs.size());
    // The means depend on every run of the subject, so the second pass does too.
    ContentHash all;
    for (const RawRun& run : m_input.runs)
        all.add(m_first.at(run.name).key);
    const std::string allKey = all.finish();

    SubjectReport report;
    std::string session = "\n";
    std::optional<Realigner> realigner;
    for (const RawRun& run : m_input.runs) {
        if (run.session != session)
            realigner.reset();
        session = run.session;
        const std::string key = ContentHash().add(allKey).add(m_first.at(run.name).key).finish();
        const RunFiles files = runFiles(m_folder, m_input.subject, run.session, run.name);
        const auto known = finishedRun(files, key);
        if (!realigner && !known)
            realigner.emplace(m_sessionMean.at(run.session), m_input.realign);
        RunReport one = known ? *known : secondPass(run, key, *realigner);
        one.name = run.name;
        one.session = run.session;
        report.runsSkipped += known.has_value();
        report.runs.push_back(std::move(one));
        m_progress.step();
    }

    return report;
}

/// Each run is told what it lacks of the usual mask, that of at least half of the runs.
void Pipeline::compareMasks(SubjectReport& report)
{
    std::vector<int> inRuns(static_cast<std::size_t>(m_grid.size()), 0);
    std::vector<int> inFaceRuns(inRuns.size(), 0);
    std::vector<std::vector<float>> masks;
    int faceRuns = 0;
    for (const RawRun& run : m_input.runs) {
        masks.push_back(
            io::readVolume(runFiles(m_folder, m_input.subject, run.session, run.name).mask).values);
        faceRuns += run.isFaceRun;
        for (std::size_t v = 0; v < inRuns.size(); ++v) {
            inRuns[v] += masks.back()[v] > 0;
            inFaceRuns[v] += run.isFaceRun && masks.back()[v] > 0;
        }
    }
    std::size_t usual = 0;
    for (const int count : inRuns)
        usual += 2 * static_cast<std::size_t>(count) >= m_input.runs.size();
    for (std::size_t r = 0; r < report.runs.size(); ++r) {
        std::size_t lost = 0;
        for (std::size_t v = 0; v < inRuns.size(); ++v)
            lost += 2 * static_cast<std::size_t>(inRuns[v]) >= m_input.runs.size()
                    && !(masks[r][v] > 0);
        report.runs[r].lostSignal
            = usual > 0 ? static_cast<double>(lost) / static_cast<double>(usual) : 0;
    }
    image::Volume mask{m_grid, std::vector<float>(inRuns.size(), 0)};
    for (std::size_t v = 0; v < inRuns.size(); ++v)
        if (faceRuns > 0 && inFaceRuns[v] == faceRuns) {
            mask.values[v] = 1;
            ++report.maskVoxels;
        }
    io::NiftiWriteOptions bytes;
    bytes.storage = io::NiftiStorage::UInt8;
    io::writeVolume(subjectFiles(m_folder, m_input.subject).mask, mask, bytes);
}

/// Where the very first volume lies; asked for only when a run has to be done.
const Eigen::Matrix4d& Pipeline::firstVolume()
{
    if (!m_firstVolume) {
        const RawRun& run = m_input.runs.front();
        const image::Series series = readAndCorrect(run, m_progress);
        m_firstVolume
            = Realigner(m_sessionMean.at(run.session), m_input.realign)
                  .estimate(series.volume(0), series.grid, m_first.at(run.name).maps.front());
    }
    return *m_firstVolume;
}

RunReport Pipeline::secondPass(const RawRun& run, const std::string& key,
                               const Realigner& realigner)
{
    const image::Series series = readAndCorrect(run, m_progress);
    // From the frame of the very first image: back to the first session's mean, over to this
    // session's, and on to the volume.
    const Eigen::Matrix4d sessionFromFirst
        = m_sessionMap.at(run.session) * rigidInverse(firstVolume());
    std::vector<Eigen::Matrix4d> maps
        = estimateRun(series, realigner, m_first.at(run.name).maps, m_progress);
    Eigen::MatrixXd motion(series.volumes, 6);
    for (std::size_t t = 0; t < maps.size(); ++t) {
        maps[t] = maps[t] * sessionFromFirst;
        motion.row(static_cast<Index>(t)) = rigidParameters(rigidInverse(maps[t])).transpose();
    }
    const image::Series realigned = resliceRun(series, maps, m_grid, kFinalDegree, m_progress);
    const RunQuality quality = measureQuality(realigned, motion, m_progress);
    const RunFiles files = runFiles(m_folder, m_input.subject, run.session, run.name);
    return writeRun(files, run, realigned, motion, quality, key);
}

void Pipeline::writeMean()
{
    image::Volume mean{m_grid, std::vector<float>(static_cast<std::size_t>(m_grid.size()), 0)};
    double volumes = 0;
    for (const RawRun& run : m_input.runs) {
        if (!run.isFaceRun)
            continue;
        const image::Volume one
            = io::readVolume(runFiles(m_folder, m_input.subject, run.session, run.name).mean);
        const auto count = static_cast<double>(m_first.at(run.name).maps.size());
        for (std::size_t v = 0; v < one.values.size(); ++v)
            mean.values[v] = static_cast<float>((volumes * static_cast<double>(mean.values[v])
                                                 + count * static_cast<double>(one.values[v]))
                                                / (volumes + count));
        volumes += count;
    }
    io::writeVolume(subjectFiles(m_folder, m_input.subject).mean, mean);
}

std::optional<Coregistration> Pipeline::placeAnatomy()
{
    writeMean();
    if (m_input.anatomy.empty())
        return std::nullopt;
    const SubjectFiles files = subjectFiles(m_folder, m_input.subject);
    const std::string key = ContentHash()
                                .add(kMethod)
                                .add(fileHash(m_input.anatomy))
                                .add(fileHash(files.mean))
                                .finish();
    if (fs::exists(files.anatomyMap) && fs::exists(files.anatomy)) {
        try {
            const Json json = readJson(files.anatomyMap);
            if (json.value("FusiformKey", "") == key)
                return Coregistration{mapsOf(json.at("FunctionalFromAnatomy")).at(0),
                                      json.at("NormalisedMutualInformation").get<double>(),
                                      json.at("NormalisedMutualInformationBefore").get<double>()};
        } catch (const Error&) {
        } catch (const Json::exception&) {
        }
    }
    image::Volume anatomy = io::readVolume(m_input.anatomy);
    const Coregistration found = coregister(anatomy, io::readVolume(files.mean), {}, m_progress);
    anatomy.grid.affine
        = image::Affine(found.sourceFromReference * anatomy.grid.affine.mmFromVoxel());
    io::writeVolume(files.anatomy, anatomy);
    writeJson(files.anatomyMap,
              {{"FusiformKey", key},
               {"Sources", {m_input.anatomy.filename().string()}},
               {"FunctionalFromAnatomy", jsonOf(std::vector{found.sourceFromReference})},
               {"NormalisedMutualInformation", found.similarity},
               {"NormalisedMutualInformationBefore", found.similarityBefore}});
    return found;
}

} // namespace

SubjectFiles subjectFiles(const fs::path& folder, const std::string& subject)
{
    const fs::path base = folder / subject;
    return {base / (subject + "_task-faces_desc-brain_mask.nii.gz"),
            base / (subject + "_task-faces_boldref.nii.gz"),
            base / "anat" / (subject + "_space-boldref_desc-preproc_T1w.nii.gz"),
            base / "anat" / (subject + "_from-T1w_to-boldref_mode-image_xfm.json")};
}

SubjectReport preprocessSubject(const SubjectInput& input, const fs::path& folder,
                                Progress& progress)
{
    return Pipeline(input, folder, progress).run();
}

} // namespace fusiform::preprocess
