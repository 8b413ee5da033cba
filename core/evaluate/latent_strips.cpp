// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/evaluate/latent_strips.h"

#include "core/evaluate/standardised_codes.h"
#include "core/face_model/attribute_axes.h"
#include "core/face_model/latent_mix.h"
#include "core/util/error.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fusiform::evaluate {

namespace {

using Eigen::VectorXd;

constexpr std::array kBetweenAmounts = {0.0, 0.25, 0.5, 0.75, 1.0};
constexpr std::array kFromMeanAmounts = {-0.5, 0.0, 0.5, 1.0, 1.5};
/// In distances between the means of faces without and with the attribute.
constexpr std::array kAttributeAmounts = {-2.0, -1.0, 0.0, 1.0, 2.0};

/// The axes of the model's attributes; none if there is no file, or one of other codes.
std::vector<face_model::AttributeAxis> axesOf(const glm::ModelFit& model)
{
    const std::filesystem::path file = face_model::axesFileOf(model.modelFile);
    std::error_code error;
    if (!std::filesystem::is_regular_file(file, error))
        return {};
    try {
        face_model::AttributeAxes axes = face_model::readAxes(file);
        return axes.modelHash == model.model.hash ? std::move(axes.axes)
                                                  : std::vector<face_model::AttributeAxis>();
    } catch (const Error& damaged) {
        if (damaged.kind() != ErrorKind::BadData)
            throw;
        return {};
    }
}

/// "Smiling" and "Male", or the first two.
std::vector<face_model::AttributeAxis> chosenOf(std::vector<face_model::AttributeAxis> axes)
{
    std::vector<face_model::AttributeAxis> chosen;
    for (const char* const name : {"Smiling", "Male"})
        if (const auto found = std::ranges::find(axes, name, &face_model::AttributeAxis::name);
            found != axes.end())
            chosen.push_back(*found);
    if (chosen.size() == 2)
        return chosen;
    axes.resize(std::min<std::size_t>(axes.size(), 2));
    return axes;
}

/// Makes strips of one model's codes.
class StripMaker {
public:
    StripMaker(const OpenModel& open, const PictureMaker& maker, Progress& progress)
        : m_open(open), m_maker(maker), m_progress(progress), m_mean(open.model->latentMean)
    {
        for (image::Picture& picture :
             originalsOf(open.shown, maker.model->description().imageSize))
            m_originals.push_back(picture.isEmpty() ? nullptr : image::shared(std::move(picture)));
    }

    [[nodiscard]] VectorXd code(std::size_t face) const
    {
        return m_open.shown.codes.row(static_cast<Eigen::Index>(face));
    }

    [[nodiscard]] LatentStrip between(std::size_t a, std::size_t b) const
    {
        LatentStrip strip = ofFace(StripKind::Between, a);
        strip.second = m_open.shown.names[b];
        strip.secondPicture = m_originals[b];
        addSteps(strip, kBetweenAmounts, [&](double amount) {
            return face_model::mixed(face_model::MixKind::Between, {code(a), code(b), {}}, amount);
        });
        return strip;
    }

    [[nodiscard]] LatentStrip fromMean(std::size_t face) const
    {
        LatentStrip strip = ofFace(StripKind::FromMean, face);
        addSteps(strip, kFromMeanAmounts, [&](double amount) {
            return face_model::mixed(face_model::MixKind::Between, {m_mean, code(face), {}},
                                     amount);
        });
        return strip;
    }

    [[nodiscard]] LatentStrip along(const face_model::AttributeAxis& axis, std::size_t face) const
    {
        LatentStrip strip = ofFace(StripKind::Attribute, face);
        strip.second = axis.name;
        strip.balancedAccuracy = axis.meanDifference.balancedAccuracy;
        strip.axisPictures = axis.with + axis.without;
        addSteps(strip, kAttributeAmounts, [&](double amount) {
            return face_model::moved(code(face), {&axis, 1}, face_model::AxisKind::MeanDifference,
                                     {&amount, 1});
        });
        return strip;
    }

private:
    [[nodiscard]] LatentStrip ofFace(StripKind kind, std::size_t face) const
    {
        return {kind,
                m_open.shown.names[face],
                {},
                m_originals[face],
                {},
                {},
                std::numeric_limits<double>::quiet_NaN(),
                0};
    }

    template <class Amounts, class CodeAt>
    void addSteps(LatentStrip& strip, const Amounts& amounts, const CodeAt& codeAt) const
    {
        Eigen::MatrixXd codes(static_cast<Eigen::Index>(amounts.size()), m_mean.size());
        for (std::size_t s = 0; s < amounts.size(); ++s)
            codes.row(static_cast<Eigen::Index>(s)) = codeAt(amounts[s]).transpose();
        const std::vector<image::SharedPicture> made = m_maker.pictures(codes, m_progress);
        const Eigen::MatrixXd inSd = standardisedCodes(codes, *m_open.model);
        for (std::size_t s = 0; s < amounts.size(); ++s)
            strip.steps.push_back(
                {amounts[s], made[s],
                 inSd.row(static_cast<Eigen::Index>(s)).norm()
                     / std::sqrt(static_cast<double>(std::max<Eigen::Index>(1, inSd.cols())))});
    }

    const OpenModel& m_open;
    const PictureMaker& m_maker;
    Progress& m_progress;
    VectorXd m_mean;
    std::vector<image::SharedPicture> m_originals;
};

} // namespace

LatentStrips latentStrips(const OpenModel& open, const PictureMaker& maker, Progress& progress)
{
    LatentStrips result;
    result.model = open.model->model.name;
    if (!maker.model || open.shown.count() < 2)
        return result;
    const StripMaker strips(open, maker, progress);
    result.strips.push_back(strips.between(0, 1));
    result.strips.push_back(strips.fromMean(0));
    const std::vector<face_model::AttributeAxis> axes = chosenOf(axesOf(*open.model));
    result.isWithoutAxes = axes.empty();
    for (const face_model::AttributeAxis& axis : axes)
        result.strips.push_back(strips.along(axis, 0));
    return result;
}

} // namespace fusiform::evaluate
