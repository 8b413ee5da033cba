// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/layer_text.h"
#include "core/report/plots_network.h"

#include <algorithm>

namespace fusiform::report {

namespace {

using face_model::NetLayer;
using face_model::NetworkLayers;

constexpr double kThreeAbreast = 190; // mm: three tables side by side need as much
constexpr double kWithAfter = 74; // mm: a table that shows what follows the weights needs as much
constexpr double kTableGap = 7; // mm between tables
constexpr double kRowMm = 4.1;
constexpr double kCell = 2.2; // mm, letters

/// Where the columns stand: two that begin there, three that end there.
struct Columns {
    double left, right;
    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] bool hasAfter() const { return width() >= kWithAfter; }
    [[nodiscard]] double kernel() const { return left + (hasAfter() ? 0.28 : 0.34) * width(); }
    [[nodiscard]] double after() const { return left + 0.43 * width(); }
    [[nodiscard]] double size() const { return right - (hasAfter() ? 0.2 : 0.25) * width(); }
};

struct TableCell {
    double x;
    Text text;
    Align align;
};

void addTableRow(Figure& figure, double base, const std::vector<TableCell>& cells, Ink ink,
                 bool isBold = false)
{
    for (const TableCell& cell : cells)
        figure.add(Label{{cell.x, base}, cell.text, ink, kCell, cell.align, isBold});
}

void addRule(Figure& figure, const Columns& columns, double y, Ink ink)
{
    figure.add(Polyline{{{columns.left, y}, {columns.right, y}}, ink, 0.2, false});
}

void addHeadings(Figure& figure, const Columns& columns, double base)
{
    std::vector<TableCell> cells
        = {{columns.left, FUSIFORM_TR("core", "layer"), Align::Left},
           {columns.kernel(), FUSIFORM_TR("core", "kernel"), Align::Left},
           {columns.size(), FUSIFORM_TR("core", "output"), Align::Right},
           {columns.right, FUSIFORM_TR("core", "parameters"), Align::Right}};
    if (columns.hasAfter())
        cells.push_back({columns.after(), FUSIFORM_TR("core", "then"), Align::Left});
    addTableRow(figure, base, cells, Ink::Muted);
}

void addLayerRow(Figure& figure, const Columns& columns, double base, const NetLayer& layer)
{
    std::vector<TableCell> cells
        = {{columns.left, kindText(layer), Align::Left},
           {columns.size(), plain(sizeText(layer.output)), Align::Right},
           {columns.right, plain(groupedNumber(layer.parameters())), Align::Right}};
    if (const std::string kernel = kernelText(layer); !kernel.empty())
        cells.push_back({columns.kernel(), plain(kernel), Align::Left});
    if (columns.hasAfter())
        cells.push_back({columns.after(), plain(afterText(layer)), Align::Left});
    addTableRow(figure, base, cells, Ink::Text);
    figure.spots.push_back({{columns.left, base - 3, columns.width(), kRowMm}, layerTip(layer)});
}

struct LayerTable {
    Text name;
    Ink ink;
    const std::vector<NetLayer>& layers;
};

/// @return the base line of the last row
double addTable(Figure& figure, const Columns& columns, double top, const LayerTable& table)
{
    double base = top + 3.5;
    figure.add(Label{{columns.left, base}, table.name, table.ink, 3, Align::Left, true});
    if (table.layers.empty()) {
        figure.add(Label{{columns.left, base + 5},
                         FUSIFORM_TR("core", "not known: trained elsewhere"),
                         Ink::Muted,
                         kCell});
        return base + 5;
    }
    base += 5;
    addHeadings(figure, columns, base);
    addRule(figure, columns, base + 1.3, Ink::Muted);
    base += 0.6;
    for (const NetLayer& layer : table.layers)
        addLayerRow(figure, columns, base += kRowMm, layer);
    addRule(figure, columns, base + 1.3, Ink::Muted);
    base += kRowMm + 0.6;
    const std::string sum = groupedNumber(face_model::parametersOf(table.layers));
    addTableRow(figure, base,
                {{columns.left, FUSIFORM_TR("core", "sum"), Align::Left},
                 {columns.right, plain(sum), Align::Right}},
                Ink::Text, true);
    figure.spots.push_back(
        {{columns.left, base - 3, columns.width(), kRowMm},
         FUSIFORM_TR("core", "%1 layers with %2 parameters").arg(table.layers.size()).arg(sum)});
    return base;
}

} // namespace

Figure layerTableFigure(const NetworkLayers& layers, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    const std::string both = groupedNumber(face_model::parametersOf(layers.encoder)
                                           + face_model::parametersOf(layers.generator));
    figure.title = FUSIFORM_TR("core", "Layers of the network: %1 parameters in encoder and "
                                       "generator")
                       .arg(both);
    constexpr double kEdgeMm = 2;
    figure.add(Label{{kEdgeMm, 4}, figure.title, Ink::Text, 2.7, Align::Left, true});
    const bool isAbreast = widthMm >= kThreeAbreast;
    const double width = isAbreast ? (widthMm - 2 * kEdgeMm - 2 * kTableGap) / 3
                                   : std::min(widthMm - 2 * kEdgeMm, 130.0);
    double left = kEdgeMm;
    double top = 8;
    double bottom = top;
    for (const LayerTable& table :
         {LayerTable{FUSIFORM_TR("core", "Encoder"), Ink::First, layers.encoder},
          LayerTable{FUSIFORM_TR("core", "Generator"), Ink::Third, layers.generator},
          LayerTable{FUSIFORM_TR("core", "Discriminator"), Ink::Text, layers.discriminator}}) {
        bottom = std::max(bottom, addTable(figure, {left, left + width}, top, table));
        (isAbreast ? left : top) = isAbreast ? left + width + kTableGap : bottom + 4;
    }
    figure.add(Label{{kEdgeMm, bottom + 6.5},
                     FUSIFORM_TR("core", "Kernel: its size / stride. Counted: weights, biases, "
                                         "scale and shift of batch normalisation (BN)."),
                     Ink::Muted,
                     kCell});
    figure.heightMm = bottom + 9;
    return figure;
}

} // namespace fusiform::report
