// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/import/spm_model.h"

#include "core/io/mat_tree.h"
#include "core/util/error.h"

#include <array>
#include <cmath>

namespace fusiform::import {

namespace {

using io::MatNode;

/// Everything that is needed of SPM.mat; the rest, designs and whitening matrices of gigabytes, is
/// passed over.
constexpr std::array<std::string_view, 14> kWanted = {
    "xX.name",   "xX.erdf", "Vbeta.fname",     "Vbeta.mat", "VResMS.fname", "VM.fname", "xCon.name",
    "xCon.STAT", "xCon.c",  "xCon.Vspm.fname", "Sess.row",  "Sess.U",       "xBF.name", "xY.RT"};

bool isOnTheWayTo(std::string_view path, std::string_view wanted)
{
    return path.empty() || path == wanted
           || (wanted.starts_with(path) && wanted[path.size()] == '.')
           || (path.starts_with(wanted) && path[wanted.size()] == '.');
}

bool isWanted(std::string_view path)
{
    return std::ranges::any_of(kWanted, [&](auto wanted) { return isOnTheWayTo(path, wanted); });
}

/// The last part of a path of any system.
std::string fileName(const std::string& path) { return path.substr(path.find_last_of("/\\") + 1); }

std::string textAt(const MatNode& node, std::string_view path)
{
    const MatNode* found = node.find(path);
    return found == nullptr ? std::string() : found->text();
}

double numberAt(const MatNode& node, std::string_view path)
{
    const MatNode* found = node.find(path);
    return found == nullptr || found->numbers.empty() ? 0 : found->numbers.front();
}

Error missing(const std::filesystem::path& file, const char* field)
{
    return badData(
        file,
        FUSIFORM_TR("core", "an SPM model that was estimated (a struct SPM with %1)").arg(field),
        FUSIFORM_TR("core", "no such field, or an empty one"));
}

/// SPM counts voxels from 1.
std::optional<Eigen::Matrix4d> affineFrom(const MatNode* node)
{
    if (node == nullptr || node->numbers.size() != 16)
        return std::nullopt;
    const Eigen::Matrix4d fromOne = Eigen::Map<const Eigen::Matrix4d>(node->numbers.data());
    Eigen::Matrix4d shift = Eigen::Matrix4d::Identity();
    shift.topRightCorner<3, 1>().setOnes();
    return fromOne * shift;
}

void addContrasts(SpmModel& model, const MatNode& spm)
{
    const MatNode* contrasts = spm.find("xCon");
    if (contrasts == nullptr)
        return;
    const auto kinds = contrasts->elements("STAT");
    const auto names = contrasts->elements("name");
    const auto weights = contrasts->elements("c");
    const auto maps = contrasts->elements("Vspm");
    const std::size_t count = std::min({kinds.size(), names.size(), weights.size(), maps.size()});
    for (std::size_t c = 0; c < count; ++c) {
        const std::vector<double>& numbers = weights[c].numbers;
        const std::string map = fileName(textAt(maps[c], "fname"));
        if (kinds[c].text() == "T" && numbers.size() == model.columns.size() && !map.empty())
            model.tContrasts.push_back({names[c].text(),
                                        Eigen::Map<const Eigen::VectorXd>(
                                            numbers.data(), static_cast<Index>(numbers.size())),
                                        map});
    }
}

/// The modulators of a condition of a session. SPM called them "none" where there are none.
void addModulators(SpmModel& model, const std::string& session, const MatNode& condition)
{
    const MatNode* names = condition.find("name");
    const MatNode* list = condition.find("P");
    const auto modulators = list == nullptr ? std::span<const MatNode>() : list->elements("name");
    const auto values = list == nullptr ? std::span<const MatNode>() : list->elements("P");
    if (names == nullptr || names->texts().empty() || modulators.size() != values.size())
        return;
    std::size_t count = 0;
    for (std::size_t m = 0; m < modulators.size(); ++m) {
        const std::string name = modulators[m].text();
        if (name.empty() || name == "none" || values[m].numbers.empty())
            continue;
        ++count;
        model.modulators[session + names->texts().front() + "x" + name + "^1"] = values[m].numbers;
    }
    // Before SPM12 there was no such choice: they always were.
    const MatNode* choice = condition.find("orth");
    const bool isOrthogonal
        = choice == nullptr || choice->numbers.empty() || choice->numbers.front() != 0;
    model.isOrthogonalised |= isOrthogonal && count > 1;
}

void addSessions(SpmModel& model, const MatNode& spm)
{
    const MatNode* sessions = spm.find("Sess");
    if (sessions == nullptr)
        return;
    for (const MatNode& rows : sessions->elements("row"))
        model.scansOfSession.push_back(static_cast<Index>(rows.numbers.size()));
    int number = 0;
    for (const MatNode& conditions : sessions->elements("U")) {
        const std::string session = "Sn(" + std::to_string(++number) + ") ";
        // Each element of U is a struct of its own fields: turn the columns into conditions.
        const auto names = conditions.elements("name");
        for (std::size_t c = 0; c < names.size(); ++c) {
            MatNode condition;
            for (const char* field : {"name", "P", "orth"})
                if (const auto all = conditions.elements(field); c < all.size())
                    condition.fields[field].push_back(all[c]);
            addModulators(model, session, condition);
        }
    }
}

} // namespace

SpmModel readSpmModel(const std::filesystem::path& file)
{
    const MatNode spm = io::readMatTree(file, "SPM", isWanted);
    SpmModel model;
    model.file = file;
    if (const MatNode* names = spm.find("xX.name"))
        model.columns = names->texts();
    if (model.columns.empty())
        throw missing(file, "xX.name");
    if (const MatNode* betas = spm.find("Vbeta"))
        for (const MatNode& name : betas->elements("fname"))
            model.betas.push_back(fileName(name.text()));
    if (model.betas.empty())
        throw missing(file, "Vbeta.fname");
    if (model.betas.size() != model.columns.size())
        throw badData(
            file,
            FUSIFORM_TR("core", "a beta image for each of %1 columns").arg(model.columns.size()),
            FUSIFORM_TR("core", "%1").arg(model.betas.size()));
    model.mmFromVoxel = affineFrom(spm.find("Vbeta.mat"));
    model.residuals = fileName(textAt(spm, "VResMS.fname"));
    model.mask = fileName(textAt(spm, "VM.fname"));
    model.basis = textAt(spm, "xBF.name");
    model.repetitionTime = numberAt(spm, "xY.RT");
    model.residualFreedom = numberAt(spm, "xX.erdf");
    addContrasts(model, spm);
    addSessions(model, spm);
    return model;
}

double spmVariance(const SpmModel& model, const Eigen::VectorXd& weights)
{
    // Columns squared: read only by those who need it.
    const MatNode spm = io::readMatTree(
        model.file, "SPM", [](std::string_view path) { return isOnTheWayTo(path, "xX.Bcov"); });
    const MatNode* node = spm.find("xX.Bcov");
    const Index columns = weights.size();
    if (node == nullptr || static_cast<Index>(node->numbers.size()) != columns * columns)
        throw missing(model.file, "xX.Bcov");
    const Eigen::Map<const Eigen::MatrixXd> covariance(node->numbers.data(), columns, columns);
    const double variance = weights.dot(covariance * weights);
    if (!(variance > 0) || !std::isfinite(variance))
        throw badData(model.file,
                      FUSIFORM_TR("core", "a covariance of the betas (xX.Bcov) above 0"),
                      FUSIFORM_TR("core", "%1").arg(variance));
    return variance;
}

} // namespace fusiform::import
