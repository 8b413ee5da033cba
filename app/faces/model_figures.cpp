// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/model_figures.h"

#include "core/report/plots_latents.h"

#include <algorithm>

namespace fusiform {

std::vector<FigureView::Maker> insideFigures(std::shared_ptr<const ExploredModel> model,
                                             const report::NetworkPictures& pictures)
{
    if (model->eigenfaces)
        return {
            [model](double width) { return report::eigenfacesFigure(*model->eigenfaces, width); },
            [model](double width) {
                return report::explainedVarianceFigure(*model->eigenfaces, width);
            }};
    if (model->layers)
        return {[model, pictures](double width) {
                    return report::networkFigure(*model->layers, pictures, width);
                },
                [model](double width) { return report::layerTableFigure(*model->layers, width); }};
    return {};
}

std::vector<FigureView::Maker> codeFigures(const ExploredModel& model,
                                           std::shared_ptr<const ExploredPictures> pictures,
                                           const Eigen::VectorXd& current)
{
    // Codes of an encoder that ends in a tanh crowd at the ends.
    const auto endsInTanh = [](const face_model::NetLayer& layer) {
        return layer.path == face_model::LayerPath::Main
               && layer.activation == face_model::Activation::Tanh;
    };
    const bool isTanh = model.layers && std::ranges::any_of(model.layers->encoder, endsInTanh);
    const report::CodeView view{isTanh ? report::CodeHead::Tanh : report::CodeHead::Linear,
                                current};
    std::vector<FigureView::Maker> makers;
    for (const auto figure :
         {report::codeValuesFigure, report::latentSpreadFigure, report::codeNormsFigure})
        makers.emplace_back([figure, pictures, view](double width) {
            return figure(pictures->statistics, view, width);
        });
    return makers;
}

} // namespace fusiform
