// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces/explored_model.h"
#include "widgets/plots/figure_view.h"

namespace fusiform {

/// What a model is made of: a network with its layers, or eigenfaces with the variance they
/// explain.
/// @param pictures stand at the ends of the network; either may be null
[[nodiscard]] std::vector<FigureView::Maker>
insideFigures(std::shared_ptr<const ExploredModel> model, const report::NetworkPictures& pictures);

/// What the codes of the pictures are like, and where the code looked at is among them.
/// @param current empty: none
[[nodiscard]] std::vector<FigureView::Maker>
codeFigures(const ExploredModel& model, std::shared_ptr<const ExploredPictures> pictures,
            const Eigen::VectorXd& current);

} // namespace fusiform
