// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/contrast.h"

#include "core/io/safetensors.h"
#include "core/util/error.h"
#include "core/util/joined.h"
#include "core/util/json.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cctype>
#include <cmath>
#include <limits>
#include <optional>

namespace fusiform::glm {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr const char* kFile = "conditions.safetensors";

std::optional<Index> conditionNamed(const std::string& wanted,
                                    const std::vector<std::string>& names)
{
    const std::string name = lowerCase(wanted);
    // A condition of that very name comes first: localizers have a "face" of their own.
    std::vector<std::string> spellings = {name};
    if (name == "face" || name == "faces")
        spellings.emplace_back("train_face");
    if (name == "fix")
        spellings.emplace_back("fixation");
    for (const std::string& spelling : spellings)
        for (std::size_t c = 0; c < names.size(); ++c) {
            const std::string known = lowerCase(names[c]);
            if (known == spelling || known.substr(0, known.rfind('.')) == spelling)
                return static_cast<Index>(c);
        }
    return std::nullopt;
}

/// Reads "+ 0.5 * name" after "+ 0.5 * name".
class Parser {
public:
    Parser(std::string_view text, const std::vector<std::string>& names)
        : m_text(text), m_names(names)
    {
    }

    [[nodiscard]] Eigen::VectorXd contrast()
    {
        Eigen::VectorXd weights = Eigen::VectorXd::Zero(static_cast<Index>(m_names.size()));
        skipBlanks();
        do {
            const double sign = signOfTerm();
            const double factor = number().value_or(1);
            const std::string name = word();
            const std::optional<Index> condition = conditionNamed(name, m_names);
            if (!condition)
                throw usage(FUSIFORM_TR("core", "No condition is called \"%1\" in the contrast "
                                                "\"%2\"; there are %3.")
                                .arg(name)
                                .arg(m_text)
                                .arg(joined(m_names)));
            weights[*condition] += sign * factor;
            m_isFirst = false;
        } while (m_at < m_text.size());
        return weights;
    }

private:
    void skipBlanks()
    {
        while (m_at < m_text.size() && std::isspace(static_cast<unsigned char>(m_text[m_at])) != 0)
            ++m_at;
    }
    double signOfTerm()
    {
        const char next = m_at < m_text.size() ? m_text[m_at] : '\0';
        if (next != '+' && next != '-') {
            if (m_isFirst)
                return 1;
            throw usage(FUSIFORM_TR("core", "The contrast \"%1\" needs + or - before \"%2\".")
                            .arg(m_text)
                            .arg(m_text.substr(m_at)));
        }
        ++m_at;
        skipBlanks();
        return next == '-' ? -1 : 1;
    }
    /// A number that stands alone: "0.5 face", "2*face"; not that of "1_face".
    std::optional<double> number()
    {
        std::size_t end = m_at;
        while (
            end < m_text.size()
            && (std::isdigit(static_cast<unsigned char>(m_text[end])) != 0 || m_text[end] == '.'))
            ++end;
        const bool isAlone
            = end < m_text.size()
              && (m_text[end] == '*' || std::isspace(static_cast<unsigned char>(m_text[end])) != 0);
        const auto value = numberFrom(std::string(m_text.substr(m_at, end - m_at)));
        if (!isAlone || !value)
            return std::nullopt;
        m_at = end;
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] == '*')
            ++m_at;
        skipBlanks();
        return value;
    }
    /// Until a blank, or a + that a name cannot hold; a hyphen with no blank before it is part of
    /// the name.
    std::string word()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && m_text[m_at] != '+'
               && std::isspace(static_cast<unsigned char>(m_text[m_at])) == 0)
            ++m_at;
        const std::string name(m_text.substr(begin, m_at - begin));
        skipBlanks();
        return name;
    }

    std::string_view m_text;
    const std::vector<std::string>& m_names;
    std::size_t m_at = 0;
    bool m_isFirst = true;
};

template <class Matrix>
io::Tensor tensorOf(io::TensorType type, const Matrix& columnMajor)
{
    const auto* const data = columnMajor.data();
    return {type,
            {columnMajor.cols(), columnMajor.rows()}, // a row-major reader sees the transpose
            std::as_bytes(std::span(data, static_cast<std::size_t>(columnMajor.size())))};
}

Eigen::Map<const Eigen::MatrixXf> columnOf(const std::vector<float>& values)
{
    return {values.data(), static_cast<Index>(values.size()), 1};
}

template <class Matrix>
void fill(Matrix& target, const io::Safetensors& file, const std::string& name)
{
    const std::array<std::int64_t, 2> shape = {target.cols(), target.rows()};
    const io::Tensor& tensor = file.tensor(name, shape);
    if (tensor.bytes.size() != sizeof(*target.data()) * static_cast<std::size_t>(target.size()))
        throw badData(file.file(), FUSIFORM_TR("core", "floats of %1").arg(name),
                      FUSIFORM_TR("core", "another type"));
    const std::span values(target.data(), static_cast<std::size_t>(target.size()));
    std::ranges::copy(tensor.bytes, std::as_writable_bytes(values).begin());
}

} // namespace

Eigen::VectorXd contrastNamed(std::string_view expression, const std::vector<std::string>& names)
{
    return Parser(expression, names).contrast();
}

ContrastMaps contrastMaps(const ConditionEstimates& estimates, const Eigen::VectorXd& contrast)
{
    const double factor = contrast.dot(estimates.inverse * contrast);
    ContrastMaps maps;
    for (Index v = 0; v < estimates.beta.cols(); ++v) {
        const double effect = contrast.dot(estimates.beta.col(v).cast<double>());
        const double variance
            = static_cast<double>(estimates.residualMeanSquare[static_cast<std::size_t>(v)])
              * factor;
        maps.effect.push_back(static_cast<float>(effect));
        maps.t.push_back(variance > 0 ? static_cast<float>(effect / std::sqrt(variance))
                                      : std::numeric_limits<float>::quiet_NaN());
    }
    return maps;
}

void writeConditionEstimates(const ConditionEstimates& estimates, const fs::path& folder)
{
    const Json manifest
        = {{"names", estimates.names}, {"degrees_of_freedom", estimates.degreesOfFreedom}};
    io::writeSafetensors(
        folder / kFile,
        {{"beta", tensorOf(io::TensorType::Float32, estimates.beta)},
         {"inverse", tensorOf(io::TensorType::Float64, estimates.inverse)},
         {"residual_mean_square",
          tensorOf(io::TensorType::Float32, columnOf(estimates.residualMeanSquare))},
         {"explained", tensorOf(io::TensorType::Float32, columnOf(estimates.explained))}},
        {{"fusiform", manifest.dump()}});
}

bool hasConditionEstimates(const fs::path& folder) { return fs::exists(folder / kFile); }

ConditionEstimates readConditionEstimates(const fs::path& folder, Index voxels)
{
    if (!hasConditionEstimates(folder))
        throw badData(folder / kFile, FUSIFORM_TR("core", "the estimates of the conditions"),
                      FUSIFORM_TR("core", "none: the fit was imported, or is older than they are"));
    const io::Safetensors file(folder / kFile);
    try {
        const Json manifest = parseJson(file.metadata().at("fusiform"), file.file());
        ConditionEstimates estimates;
        estimates.names = manifest.at("names").get<std::vector<std::string>>();
        estimates.degreesOfFreedom = manifest.at("degrees_of_freedom").get<double>();
        const auto conditions = static_cast<Index>(estimates.names.size());
        estimates.beta.resize(conditions, voxels);
        estimates.inverse.resize(conditions, conditions);
        fill(estimates.beta, file, "beta");
        fill(estimates.inverse, file, "inverse");
        Eigen::MatrixXf column(voxels, 1);
        fill(column, file, "residual_mean_square");
        estimates.residualMeanSquare.assign(column.data(), column.data() + voxels);
        fill(column, file, "explained");
        estimates.explained.assign(column.data(), column.data() + voxels);
        return estimates;
    } catch (const Json::exception& error) {
        throw badData(file.file(), FUSIFORM_TR("core", "names and degrees of freedom"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    } catch (const std::out_of_range&) {
        throw badData(file.file(), FUSIFORM_TR("core", "a manifest"), FUSIFORM_TR("core", "none"));
    }
}

} // namespace fusiform::glm
