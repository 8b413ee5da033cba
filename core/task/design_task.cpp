// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/design_task.h"

#include "core/glm/design_matrix.h"
#include "core/task/overwrite.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/tsv.h"

#include <Eigen/SVD>

#include <array>
#include <charconv>

namespace fusiform::task {

namespace {

std::string exact(double value)
{
    std::array<char, 40> buffer;
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
    return {buffer.data(), end};
}

} // namespace

void describe(DesignTaskOptions& options, Fields& fields)
{
    fields.add("events", &options.events, FUSIFORM_TR("core", "The events table of a run."))
        .required();
    fields.add("tr", &options.repetitionTime, FUSIFORM_TR("core", "Repetition time."))
        .in("s")
        .between(0.01, 100);
    fields.add("scans", &options.scans, FUSIFORM_TR("core", "Number of scans.")).between(2, 100000);
    describeDesign(options, fields);
    fields.add("out", &options.output, FUSIFORM_TR("core", "A TSV file for the matrix."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace an existing file."));
}

Outcome runDesign(const DesignTaskOptions& options, Progress& progress)
{
    progress.checkpoint();
    const glm::DesignOptions design = designOptions(options);
    const std::vector<bids::Event> events = bids::readEvents(options.events);
    const std::vector<glm::Condition> conditions = glm::conditionsOf({events}, design);
    const glm::RunDesign run
        = glm::designOfRun(events, conditions, options.repetitionTime, options.scans,
                           Eigen::MatrixXd(options.scans, 0), design);

    Tsv table;
    table.columns = glm::columnNames(conditions, design.hrf);
    table.columns.emplace_back("constant");
    for (Eigen::Index c = 1; c < run.nuisance.cols(); ++c)
        table.columns.push_back("cosine" + std::to_string(c));
    Eigen::MatrixXd matrix(options.scans, run.conditions.cols() + run.nuisance.cols());
    matrix << run.conditions, run.nuisance;
    for (Eigen::Index r = 0; r < matrix.rows(); ++r) {
        auto& row = table.rows.emplace_back();
        for (Eigen::Index c = 0; c < matrix.cols(); ++c)
            row.push_back(exact(matrix(r, c)));
    }
    if (!options.output.empty()) {
        refuseExisting(options.output, options.overwrite);
        writeFileAtomically(options.output, tsvText(table));
    }

    const Eigen::VectorXd lengths = matrix.colwise().norm().cwiseMax(1e-300);
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(matrix * lengths.cwiseInverse().asDiagonal());
    const Eigen::VectorXd& values = svd.singularValues();
    const auto rank = (values.array() > 1e-10 * values[0]).count();
    Outcome outcome;
    outcome.json
        = {{"columns", table.columns},
           {"rows", options.scans},
           {"condition_number",
            rank == values.size() ? Json(values[0] / values[values.size() - 1]) : Json(nullptr)},
           {"rank", rank},
           {"events_clipped", run.clippedEvents}};
    outcome.text = options.output.empty()
                       ? tsvText(table)
                       : std::to_string(matrix.rows()) + " x " + std::to_string(matrix.cols())
                             + ", rank " + std::to_string(rank) + "\n";
    return outcome;
}

} // namespace fusiform::task
