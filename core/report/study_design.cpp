// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/study_design.h"

#include "core/bids/preprocessed.h"
#include "core/bids/repetition_time.h"
#include "core/glm/confounds.h"
#include "core/glm/design_matrix.h"
#include "core/io/nifti.h"
#include "core/preprocess/rigid.h"

#include <Eigen/Eigenvalues>

#include <limits>

namespace fusiform::report {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

struct RunParts {
    std::string name;
    std::vector<bids::Event> events;
    double repetitionTime = 2;
    Index scans = 0;
    Eigen::MatrixXd confounds;
};

std::vector<RunParts> partsOf(const bids::Subject& subject, const fs::path& derivatives,
                              const std::set<std::string>& dropped, Progress& progress)
{
    std::vector<RunParts> parts;
    for (const bids::Run& run : subject.faceRuns) {
        progress.checkpoint();
        fs::path image = bids::preprocessedImage(derivatives, subject.label, run, "native");
        if (image.empty() && run.boldState == bids::FileState::Present)
            image = run.bold;
        if (image.empty() || run.events.empty() || dropped.contains(run.name))
            continue;
        const io::NiftiHeader header = io::readNiftiHeader(image);
        RunParts part{run.name, bids::readEvents(run.events), bids::repetitionTime(run, header),
                      header.volumeCount(), Eigen::MatrixXd(header.volumeCount(), 0)};
        const fs::path confounds = bids::confoundsTable(derivatives, subject.label, run);
        if (!confounds.empty())
            part.confounds = glm::readConfounds(confounds, {}, part.scans, progress);
        parts.push_back(std::move(part));
    }
    return parts;
}

void nameNuisance(StudyDesign& design, const RunParts& part, Index columns)
{
    const auto& motion = preprocess::kMotionColumns;
    const Index cosines = columns - 1 - part.confounds.cols();
    for (Index c = 0; c < columns; ++c) {
        const std::string name = c == 0 ? "constant"
                                 : c <= cosines
                                     ? "cosine " + std::to_string(c)
                                     : motion[static_cast<std::size_t>((c - 1 - cosines) % 6)];
        design.names.push_back(part.name + ": " + name);
    }
}

/// Columns less their mean in each run, of length 1; a constant column stays 0.
Eigen::MatrixXd centred(const StudyDesign& design)
{
    Eigen::MatrixXd columns = design.matrix;
    for (std::size_t r = 0; r < design.runStarts.size(); ++r) {
        const Index begin = design.runStarts[r];
        const Index end
            = r + 1 < design.runStarts.size() ? design.runStarts[r + 1] : columns.rows();
        auto rows = columns.middleRows(begin, end - begin);
        rows.rowwise() -= rows.colwise().mean().eval();
    }
    for (Index c = 0; c < columns.cols(); ++c) {
        const double length = columns.col(c).norm();
        if (length > 1e-9 * design.matrix.col(c).norm())
            columns.col(c) /= length;
        else
            columns.col(c).setZero();
    }
    return columns;
}

} // namespace

StudyDesign designOf(const bids::Subject& subject, const fs::path& derivatives,
                     const std::set<std::string>& dropped, Progress& progress)
{
    const std::vector<RunParts> parts = partsOf(subject, derivatives, dropped, progress);
    std::vector<std::vector<bids::Event>> events;
    for (const RunParts& part : parts)
        events.push_back(part.events);
    const glm::DesignOptions options;
    const std::vector<glm::Condition> conditions = glm::conditionsOf(events, options);
    StudyDesign design;
    design.conditions = static_cast<Index>(conditions.size());
    for (const glm::Condition& condition : conditions)
        design.names.push_back(condition.name);
    std::vector<glm::RunDesign> runs;
    Index scans = 0;
    Index columns = design.conditions;
    for (const RunParts& part : parts) {
        progress.checkpoint();
        runs.push_back(glm::designOfRun(part.events, conditions, part.repetitionTime, part.scans,
                                        part.confounds, options));
        design.runs.push_back(part.name);
        design.runStarts.push_back(scans);
        nameNuisance(design, part, runs.back().nuisance.cols());
        scans += part.scans;
        columns += runs.back().nuisance.cols();
    }
    design.matrix = Eigen::MatrixXd::Zero(scans, columns);
    Index column = design.conditions;
    for (std::size_t r = 0; r < runs.size(); ++r) {
        const glm::RunDesign& run = runs[r];
        const Index start = design.runStarts[r];
        design.matrix.block(start, 0, run.conditions.rows(), design.conditions) = run.conditions;
        design.matrix.block(start, column, run.nuisance.rows(), run.nuisance.cols()) = run.nuisance;
        column += run.nuisance.cols();
    }
    progress.checkpoint();
    design.correlations = conditionCorrelations(design);
    design.inflation = varianceInflation(design);
    return design;
}

Eigen::MatrixXd conditionCorrelations(const StudyDesign& design)
{
    const Eigen::MatrixXd columns = centred(design).leftCols(design.conditions);
    Eigen::MatrixXd correlations = columns.transpose() * columns;
    for (Index c = 0; c < columns.cols(); ++c)
        if (columns.col(c).isZero()) {
            correlations.row(c).setConstant(std::numeric_limits<double>::quiet_NaN());
            correlations.col(c).setConstant(std::numeric_limits<double>::quiet_NaN());
        }
    return correlations;
}

Eigen::VectorXd varianceInflation(const StudyDesign& design)
{
    const Eigen::MatrixXd columns = centred(design);
    Eigen::VectorXd inflation(design.conditions);
    if (design.conditions == 0 || design.matrix.rows() == 0)
        return Eigen::VectorXd();
    const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> eigen(columns.transpose() * columns);
    const Eigen::VectorXd& values = eigen.eigenvalues();
    const double least = 1e-10 * values[values.size() - 1];
    for (Index c = 0; c < design.conditions; ++c) {
        double sum = 0;
        double lost = 0; // how much of the column lies where nothing is left of the design
        for (Index e = 0; e < values.size(); ++e) {
            const double share = eigen.eigenvectors()(c, e) * eigen.eigenvectors()(c, e);
            (values[e] > least ? sum : lost) += values[e] > least ? share / values[e] : share;
        }
        inflation[c] = columns.col(c).isZero() ? std::numeric_limits<double>::quiet_NaN()
                       : lost > 1e-8           ? std::numeric_limits<double>::infinity()
                                               : sum;
    }
    return inflation;
}

} // namespace fusiform::report
