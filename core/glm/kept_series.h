// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/glm/scan_values.h"
#include "core/image/volume.h"
#include "core/util/atomic_file.h"
#include "core/util/file.h"

#include <Eigen/Dense>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fusiform::glm {

/// A face as it was shown once.
struct ShownFace {
    double onset = 0; ///< s from the first scan
    double duration = 0; ///< s
    std::string stimulus; ///< of a training face; of an exploration face its name
};

/// One run of a kept series: what was taken out of it, and the columns of the model after the same
/// whitening and projection as its scans.
struct SeriesRun {
    std::string name;
    std::string session; ///< "ses-01"; empty: the study has none
    double repetitionTime = 2; ///< s
    Eigen::Index scans = 0;
    Eigen::Index cosines = 0; ///< projected out, beside the constant
    Eigen::Index confounds = 0; ///< projected out
    Eigen::Index nuisanceRank = 0; ///< degrees of freedom that they took
    std::vector<ShownFace> training; ///< every trial that trains the latents
    std::vector<ShownFace> exploration; ///< every showing of an exploration face
    /// One-back repeats of training faces and of exploration faces, wherever they count
    /// (SeriesIndex::oneBacks).
    std::vector<ShownFace> trainingOneBacks;
    std::vector<ShownFace> explorationOneBacks;
    Eigen::Index otherOneBacks = 0; ///< of sealed faces and of pictures left out: their number
    Eigen::MatrixXd conditions; ///< scans x conditions
    Eigen::MatrixXd trainingResponses; ///< scans x training
    Eigen::MatrixXd explorationResponses; ///< scans x exploration
    Eigen::MatrixXd trainingOneBackResponses; ///< scans x trainingOneBacks
    Eigen::MatrixXd explorationOneBackResponses; ///< scans x explorationOneBacks
};

/// The codes of the training pictures, in the model's units.
struct TrainingCodes {
    std::vector<std::string> stimuli; ///< ascending
    Eigen::MatrixXf codes; ///< stimuli x latents

    /// The rows of some trials: trials x latents. @throws Error{Failure} if a stimulus has no code.
    [[nodiscard]] Eigen::MatrixXd of(const std::vector<ShownFace>& trials) const;
};

/// What is said of a kept series beside its numbers.
struct SeriesIndex {
    std::string subject;
    std::string noise; ///< "none", "ar1" or "fast": what the scans were whitened for
    std::vector<image::Index> voxels; ///< of the grid, ascending: selected for any face model
    /// Columns of SeriesRun::conditions. Those of the sealed faces and of imagery stand under the
    /// names "sealed 1", "sealed 2", ..., mixed by a rotation: they take their part of the
    /// variance, but no estimate of one of them is the pattern of a sealed face (where there is
    /// more than one).
    std::vector<std::string> conditions;
    std::vector<std::string> models; ///< whose training codes are kept
    std::vector<SeriesRun> runs;
    /// "nuisance": one-back repeats have the condition "one_back" to themselves; "count": they are
    /// showings of their faces. Empty: an older series, which does not tell them apart.
    std::string oneBacks = {};

    [[nodiscard]] Eigen::Index scans() const;
    /// The column of a condition, or -1.
    [[nodiscard]] Eigen::Index condition(std::string_view name) const;
};

/// The filtered series of the selected voxels: whitened scans, each run's nuisance columns
/// projected out, mapped from the disk. Cross-validation, learning curves and permutations start
/// here instead of at the images. Copies share the numbers.
///
/// A folder holds `values.bin` (little-endian float32, run after run, scan after scan, the voxels
/// of a scan side by side), `index.json`, `design.safetensors` (the runs' columns, float64, run
/// after run, column after column) and one `codes_MODEL.safetensors` per face model.
class KeptSeries {
public:
    /// @throws Error{BadData} naming the file that is missing or not what the index says.
    [[nodiscard]] static KeptSeries read(const std::filesystem::path& folder);

    [[nodiscard]] const SeriesIndex& index() const { return m_index; }
    [[nodiscard]] const std::vector<SeriesRun>& runs() const { return m_index.runs; }
    [[nodiscard]] Eigen::Index voxels() const
    {
        return static_cast<Eigen::Index>(m_index.voxels.size());
    }
    /// Percent of the run's grand mean, whitened and projected: scans x voxels of run `r`.
    [[nodiscard]] Eigen::Map<const ScanValues> values(std::size_t r) const;
    /// @throws Error{BadData}
    [[nodiscard]] TrainingCodes codes(const std::string& model) const;

private:
    std::filesystem::path m_folder;
    SeriesIndex m_index;
    std::vector<Eigen::Index> m_firstScans; ///< per run
    std::shared_ptr<const MappedFile> m_values;
};

/// Whether `folder` holds a kept series.
[[nodiscard]] bool isKeptSeries(const std::filesystem::path& folder);

/// Writes a kept series run by run; without finish() there is none.
class SeriesWriter {
public:
    /// @param index without its runs and models
    SeriesWriter(std::filesystem::path folder, SeriesIndex index);
    /// @param values scans x voxels
    void add(SeriesRun run, const ScanValues& values);
    void addCodes(const std::string& model, const TrainingCodes& codes);
    void finish();

private:
    std::filesystem::path m_folder;
    SeriesIndex m_index;
    AtomicFile m_values;
};

} // namespace fusiform::glm
