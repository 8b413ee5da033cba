// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/confounds.h"

#include "core/bids/preprocessed.h"
#include "core/preprocess/rigid.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <functional>

namespace fusiform::glm {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

void checkRows(const fs::path& file, std::size_t rows, Index scans)
{
    if (static_cast<Index>(rows) != scans)
        throw badData(file, FUSIFORM_TR("core", "%1 rows, one a scan").arg(scans),
                      FUSIFORM_TR("core", "%1").arg(rows));
}

Eigen::MatrixXd readSpmMotion(const fs::path& file, Index scans)
{
    std::vector<std::vector<double>> rows;
    std::size_t line = 0;
    const std::string text = readTextFile(file);
    for (const std::string& content : splitText(text, '\n')) {
        ++line;
        if (content.empty())
            continue;
        std::vector<double> row;
        std::string spaced = content;
        std::ranges::replace(spaced, '\t', ' ');
        for (const std::string& cell : splitText(spaced, ' ')) {
            if (cell.empty())
                continue;
            const auto value = numberFrom(cell);
            if (!value || !std::isfinite(*value))
                throw badData(file, FUSIFORM_TR("core", "numbers in line %1").arg(line),
                              FUSIFORM_TR("core", "\"%1\"").arg(cell));
            row.push_back(*value);
        }
        if (!rows.empty() && row.size() != rows.front().size())
            throw badData(
                file,
                FUSIFORM_TR("core", "%1 numbers in line %2").arg(rows.front().size()).arg(line),
                FUSIFORM_TR("core", "%1").arg(row.size()));
        rows.push_back(std::move(row));
    }
    checkRows(file, rows.size(), scans);
    Eigen::MatrixXd result(scans, rows.empty() ? 0 : static_cast<Index>(rows.front().size()));
    for (Index r = 0; r < result.rows(); ++r)
        for (Index c = 0; c < result.cols(); ++c)
            result(r, c) = rows[static_cast<std::size_t>(r)][static_cast<std::size_t>(c)];
    return result;
}

Eigen::MatrixXd readColumns(const fs::path& file, std::span<const std::string> names, Index scans,
                            Progress& progress)
{
    if (file.extension() == ".txt")
        return readSpmMotion(file, scans);
    const Tsv table = readTsv(file);
    std::vector<std::string> wanted(names.begin(), names.end());
    if (wanted.empty())
        wanted.assign(preprocess::kMotionColumns.begin(), preprocess::kMotionColumns.end());
    checkRows(file, table.rows.size(), scans);

    Eigen::MatrixXd result(scans, static_cast<Index>(wanted.size()));
    bool hasFirstRowGap = false;
    for (std::size_t c = 0; c < wanted.size(); ++c) {
        const std::size_t column = table.requiredColumn({wanted[c]});
        for (std::size_t row = 0; row < table.rows.size(); ++row) {
            const bool isGap = row == 0 && !table.optionalNumber(row, column);
            hasFirstRowGap |= isGap;
            result(static_cast<Index>(row), static_cast<Index>(c))
                = isGap ? 0 : table.number(row, column);
        }
    }
    if (hasFirstRowGap)
        progress.note(
            FUSIFORM_TR("core", "%1: n/a in the first row is taken as 0.").arg(file.string()));
    return result;
}

/// @param motion scans x 6 of a table, or all columns of an SPM text.
/// @param name "motion" (as they are), "motion12" or "motion24"
Eigen::MatrixXd expandedMotion(const Eigen::MatrixXd& motion, const std::string& name)
{
    if (name == "motion")
        return motion;
    const bool withSquares = name == "motion24";
    const Index n = motion.cols();
    Eigen::MatrixXd expanded(motion.rows(), (withSquares ? 4 : 2) * n);
    expanded.leftCols(n) = motion;
    expanded.middleCols(n, n).row(0).setZero();
    const Index later = motion.rows() - 1;
    expanded.middleCols(n, n).bottomRows(later) = motion.bottomRows(later) - motion.topRows(later);
    if (withSquares)
        expanded.rightCols(2 * n) = expanded.leftCols(2 * n).array().square();
    return expanded;
}

} // namespace

Eigen::MatrixXd readConfounds(const fs::path& file, std::span<const std::string> names, Index scans,
                              Progress& progress)
{
    const auto isExpansion = [](const std::string& name) {
        return name == "motion" || name == "motion12" || name == "motion24";
    };
    std::vector<std::string> plain;
    std::ranges::copy_if(names, std::back_inserter(plain), std::not_fn(isExpansion));
    const auto expansion = std::ranges::find_if(names, isExpansion);
    Eigen::MatrixXd result(scans, 0);
    if (!plain.empty() || expansion == names.end())
        result = readColumns(file, plain, scans, progress);
    if (expansion == names.end())
        return result;
    const Eigen::MatrixXd motion
        = expandedMotion(readColumns(file, {}, scans, progress), *expansion);
    const Index before = file.extension() == ".txt" ? 0 : result.cols(); // a .txt is all motion
    result.conservativeResize(scans, before + motion.cols());
    result.rightCols(motion.cols()) = motion;
    return result;
}

fs::path findConfounds(const fs::path& studyRoot, const std::string& subject,
                       const std::string& session, const std::string& runName)
{
    bids::Run run;
    run.session = session;
    run.name = runName;
    for (const fs::path& pipeline : bids::pipelineFolders(studyRoot))
        if (fs::path file = bids::confoundsTable(pipeline, subject, run); !file.empty())
            return file;
    return {};
}

} // namespace fusiform::glm
