// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/evaluate/open_subject.h"
#include "core/evaluate/recognition.h"
#include "core/face_model/attribute_axes.h"
#include "core/face_model/face_folder.h"
#include "core/stats/bootstrap.h"
#include "core/stats/mann_whitney.h"

#include <optional>

namespace fusiform::evaluate {

/// Two ways to the axis of an attribute in latent space.
enum class AxisKind {
    MeanDifference, ///< mean code with less mean code without (paper, Fig. 6)
    Logistic, ///< of a logistic regression
};

/// Faces told apart by the side of a threshold that they lie on (paper, Fig. 6b; methods 5.7).
struct SideReading {
    double threshold = 0; ///< in units of the projections
    long faces = 0; ///< whose label is known
    long with = 0; ///< of these: with the attribute
    long right = 0; ///< on the side of their label
    double balanced = 0; ///< mean of the shares right with and without; NaN if one side is empty
    stats::BinomialTest test; ///< of `right` against one half
    double adjusted = 1; ///< test.tails.atLeast, for the number of attributes (FDR)
};

/// What one region tells of an attribute.
struct RegionReading {
    std::string region; ///< empty: the true codes
    std::vector<double> projections; ///< of every face that is shown; 1: see AttributeReading
    SideReading atZero; ///< as the paper cuts
    SideReading atMiddle; ///< half-way between the means of faces with and without
    stats::MannWhitney told; ///< area under the curve: whatever the threshold
    stats::Interval areaInterval; ///< bootstrap over faces with and without; NaN: fewer than two
                                  ///< of either, or no sample differs
    double adjusted = 1; ///< told.tails.atLeast, for the number of attributes (FDR)
    double correlation = 0; ///< Pearson, with the projections of the true codes
};

/// One attribute of the faces, read along one axis.
struct AttributeReading {
    std::string attribute; ///< "Male"
    AxisKind axis = AxisKind::MeanDifference;
    double axisAccuracy = 0; ///< balanced, of pictures that the axis was not made of
    /// Of each face: 1 with, -1 without, 0 not known. Without given labels the side of atMiddle
    /// that its true code lies on.
    std::vector<int> labels;
    /// The true codes, projected so that the means of faces with and without lie 1 apart; with
    /// given labels their scores are the paper's ceiling. `adjusted` is NaN.
    RegionReading truth;
    std::vector<RegionReading> regions; ///< in the order of the fit
};

/// The attributes of the faces with one face model.
struct AttributeReadings {
    std::string model;
    bool isLabelled = false; ///< by a table; else by the true codes themselves
    Eigen::Index faces = 0;
    Eigen::Index named = 0; ///< faces that the table names
    std::vector<AttributeReading> readings; ///< each attribute along both axes; gender is first
    std::vector<std::string> unlabelled; ///< attributes that the table does not have
    Text whyNone = {}; ///< why there are no readings; empty: there are
    std::string axesFrom; ///< the pictures that the axes were made of

    /// Null if it was not read.
    [[nodiscard]] const AttributeReading* find(const std::string& attribute, AxisKind axis) const;
    /// Names in their order.
    [[nodiscard]] std::vector<std::string> attributes() const;
};

/// The axes of the face model's attributes; none: there is no file of them, or it is another
/// model's. @throws Error{BadData}
[[nodiscard]] std::optional<face_model::AttributeAxes> attributeAxesOf(const glm::ModelFit& model);

/// Says that there is none.
[[nodiscard]] Text noAxes(const std::string& model);

using AttributeAxisRef = const face_model::AttributeAxis*;
/// In their order, but "Male" before all: gender is the paper's example.
[[nodiscard]] std::vector<AttributeAxisRef>
genderFirst(const std::vector<face_model::AttributeAxis>& axes);

/// Reads every attribute along both axes. Codes count as they are (z · g, no centring), in units of
/// the distance between the means of faces with and without.
/// The axis file keeps the difference of these means and how many faces each was of, not where they
/// lie: their middle is placed by the training mean, on which the faces with and without are taken
/// to balance in the same mix.
/// @param regions recognitions with this face model of the faces that are shown
/// @param labels by picture name; null: none were given
[[nodiscard]] AttributeReadings attributeReadings(const OpenModel& open,
                                                  std::span<const Recognition* const> regions,
                                                  const face_model::AttributeTable* labels,
                                                  const stats::BootstrapOptions& options,
                                                  Progress& progress);

/// The least number of right answers of `faces` whose p (at least as many by chance) is below
/// `level`; faces + 1 if there is none.
[[nodiscard]] long fewestSignificant(long faces, double level = 0.05);

} // namespace fusiform::evaluate
