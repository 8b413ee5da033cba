// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_network.h"

#include "core/report/layer_text.h"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fusiform::report {

namespace {

using face_model::LayerPath;
using face_model::MapSize;
using face_model::NetLayer;
using face_model::NetworkLayers;

constexpr double kEdge = 2; // mm around all
constexpr double kSizeText = 2.1; // mm, letters of the sizes
constexpr double kSizeLetter = 0.66 * kSizeText; // a digit of the fonts in use is 0.63 wide
constexpr double kArrowRoom = 2; // mm between blocks, at least
constexpr double kStrip = 1.6; // mm, width of a vector
constexpr double kSlant = 0.16; // of a block's height: its depth in both directions
constexpr double kBelowBlocks = 10; // mm: two lines of sizes, and some air
constexpr double kThinnest = 0.5; // mm, so that 3 channels and 4 pixels are seen

/// Maps or a vector in the row, with the layers that make them.
struct Block {
    MapSize size;
    Ink ink = Ink::First;
    std::vector<NetLayer> layers;
    bool isLatent = false;
    Box front; ///< without its depth

    [[nodiscard]] bool isVector() const { return size.side == 1; }
};

/// Millimetres of a pixel and of a channel.
struct Scales {
    double pixel = 0.2;
    double channel = 0.02;

    [[nodiscard]] double height(const Block& block) const
    {
        const double length = block.isVector() ? channel * static_cast<double>(block.size.channels)
                                               : pixel * static_cast<double>(block.size.side);
        return std::max(kThinnest, length);
    }
    [[nodiscard]] double width(const Block& block) const
    {
        return block.isVector()
                   ? kStrip
                   : std::max(kThinnest, channel * static_cast<double>(block.size.channels));
    }
    [[nodiscard]] double depth(const Block& block) const
    {
        return block.isVector() ? 0 : kSlant * height(block);
    }
    /// Room in the row: for the block, or for the numbers below it.
    [[nodiscard]] double cell(const Block& block) const
    {
        // "latents" is as wide as five and a half digits.
        const double letters
            = block.isLatent ? 5.5
                             : static_cast<double>(std::to_string(block.size.channels).size());
        return std::max(width(block) + depth(block), kSizeLetter * letters);
    }
};

std::vector<Block> blocksOf(const std::vector<NetLayer>& layers, Ink ink)
{
    std::vector<Block> blocks;
    for (const NetLayer& layer : layers) {
        if (layer.path != LayerPath::Main)
            continue;
        if (layer.isResidual) // works on the maps of the layer before
            blocks.back().layers.push_back(layer);
        else
            blocks.push_back({layer.output, ink, {layer}, false, {}});
    }
    return blocks;
}

const NetLayer* layerOn(LayerPath path, const std::vector<NetLayer>& layers)
{
    const auto found = std::ranges::find(layers, path, &NetLayer::path);
    return found == layers.end() ? nullptr : &*found;
}

/// The parts of the figure while it is laid out.
struct Diagram {
    std::vector<Block> encoder; ///< ends with the latents
    std::vector<Block> generator; ///< without the picture, which its last layer makes
    std::vector<Block> discriminator;
    std::vector<NetLayer> lastLayers;
    Scales scales;
    double pictureSide = 20;
    double top = 0; ///< of the pictures
    Box original, generated;

    [[nodiscard]] Block& latents() { return encoder.back(); }
    [[nodiscard]] double middle() const { return top + pictureSide / 2; }
    /// How far the tallest solid or vector stands out above the pictures, and below them.
    [[nodiscard]] double excess() const
    {
        double tallest = pictureSide;
        for (const auto* blocks : {&encoder, &generator})
            for (const Block& block : *blocks)
                tallest = std::max(tallest, scales.height(block) + scales.depth(block));
        return (tallest - pictureSide) / 2;
    }
};

double roomOf(const std::vector<Block>& blocks, const Scales& scales)
{
    double room = 0;
    for (const Block& block : blocks)
        room += scales.cell(block) + kArrowRoom;
    return room;
}

/// The largest scale of channels at which every row fits and no block or vector stands out.
double channelScale(const Diagram& diagram, double widthMm)
{
    double largest = 1;
    for (const auto* blocks : {&diagram.encoder, &diagram.generator, &diagram.discriminator})
        for (const Block& block : *blocks) {
            const double limit = block.isVector() ? 1.2 * diagram.pictureSide : 0.11 * widthMm;
            largest = std::min(largest, limit / static_cast<double>(block.size.channels));
        }
    const double room = widthMm - 2 * kEdge - 2 * diagram.pictureSide - kArrowRoom;
    double low = 0;
    double high = largest;
    for (int step = 0; step < 40; ++step) {
        Scales scales = diagram.scales;
        scales.channel = (low + high) / 2;
        const bool fits
            = roomOf(diagram.encoder, scales) + roomOf(diagram.generator, scales) <= room
              && roomOf(diagram.discriminator, scales) <= 0.6 * widthMm;
        (fits ? low : high) = scales.channel;
    }
    return low;
}

Diagram diagramOf(const NetworkLayers& layers, double widthMm)
{
    Diagram diagram;
    diagram.encoder = blocksOf(layers.encoder, Ink::First);
    diagram.latents().isLatent = true;
    diagram.latents().ink = Ink::Second;
    diagram.generator = blocksOf(layers.generator, Ink::Third);
    diagram.lastLayers = diagram.generator.back().layers;
    diagram.generator.pop_back();
    diagram.discriminator = blocksOf(layers.discriminator, Ink::Muted);
    diagram.pictureSide = std::clamp(0.16 * widthMm - 5, 12.0, 36.0);
    diagram.scales.pixel = diagram.pictureSide / layers.shape.imageSize;
    diagram.scales.channel = channelScale(diagram, widthMm);
    return diagram;
}

/// Blocks from `left` on in equal distances, in the middle of their cells.
double place(std::vector<Block>& blocks, const Scales& scales, double left, double middle,
             double gap)
{
    double x = left;
    for (Block& block : blocks) {
        const double width = scales.width(block);
        const double height = scales.height(block);
        const double cell = scales.cell(block);
        const double depth = scales.depth(block);
        block.front
            = {x + (cell - width - depth) / 2, middle - (height - depth) / 2, width, height};
        x += cell + gap;
    }
    return x;
}

void layOut(Diagram& diagram, double widthMm)
{
    const double cells
        = roomOf(diagram.encoder, diagram.scales) + roomOf(diagram.generator, diagram.scales);
    const auto count = static_cast<double>(diagram.encoder.size() + diagram.generator.size());
    const double spare = widthMm - 2 * kEdge - 2 * diagram.pictureSide - kArrowRoom - cells;
    const double gap = std::max(0.8, kArrowRoom + spare / (count + 1));
    const double side = diagram.pictureSide;
    diagram.original = {kEdge, diagram.top, side, side};
    double x = place(diagram.encoder, diagram.scales, kEdge + side + gap, diagram.middle(), gap);
    x = place(diagram.generator, diagram.scales, x, diagram.middle(), gap);
    diagram.generated = {widthMm - kEdge - side, diagram.top, side, side};
}

/// A line with a head at its end.
void addArrow(Figure& figure, std::vector<Point> points, Ink ink = Ink::Muted)
{
    constexpr double kHead = 1.1; // mm
    const Point tip = points.back();
    Point& end = points.back();
    const Point from = points[points.size() - 2];
    const double length = std::hypot(tip.x - from.x, tip.y - from.y);
    if (length < 1e-6)
        return;
    const double head = std::min(kHead, length);
    const Point along{(tip.x - from.x) / length, (tip.y - from.y) / length};
    end = {tip.x - head * along.x, tip.y - head * along.y};
    const Point side{-0.45 * head * along.y, 0.45 * head * along.x};
    figure.add(
        Area{{tip, {end.x + side.x, end.y + side.y}, {end.x - side.x, end.y - side.y}}, ink, 1});
    figure.add(Polyline{std::move(points), ink, 0.3, false});
}

/// A solid in oblique projection: front, top and right side.
void addSolid(Figure& figure, const Box& front, double depth, Ink ink)
{
    const double right = front.right();
    const double bottom = front.bottom();
    figure.add(boxArea(front, ink, 0.9));
    if (depth <= 0)
        return;
    figure.add(Area{{{front.left, front.top},
                     {front.left + depth, front.top - depth},
                     {right + depth, front.top - depth},
                     {right, front.top}},
                    ink,
                    0.45});
    figure.add(Area{{{right, front.top},
                     {right + depth, front.top - depth},
                     {right + depth, bottom - depth},
                     {right, bottom}},
                    ink,
                    0.65});
}

void addSizeLabels(Figure& figure, const Block& block, double depth)
{
    const double x = block.front.left + (block.front.width + depth) / 2;
    const auto line = [&](int number, Text text, Ink ink) {
        figure.add(Label{{x, block.front.bottom() + 0.4 + 2.6 * number},
                         std::move(text),
                         ink,
                         kSizeText,
                         Align::Centre});
    };
    const Text channels = plain(std::to_string(block.size.channels));
    if (block.isLatent) {
        line(1, channels, Ink::Text);
        line(2, FUSIFORM_TR("core", "latents"), Ink::Text);
    } else if (block.isVector()) {
        line(1, channels, Ink::Muted);
    } else {
        line(1, plain(std::to_string(block.size.side) + "²"), Ink::Muted);
        line(2, channels, Ink::Muted);
    }
}

/// Each layer of a block has a part of its width to be pointed at.
void addLayerSpots(Figure& figure, const Box& box, const std::vector<NetLayer>& layers)
{
    const double width = box.width / static_cast<double>(layers.size());
    for (std::size_t i = 0; i < layers.size(); ++i)
        figure.spots.push_back(
            {{box.left + width * static_cast<double>(i), box.top, width, box.height},
             layerTip(layers[i])});
}

/// Narrow blocks are pointed at with the room around them.
Box spotBox(const Block& block, double depth)
{
    constexpr double kRoom = 0.8; // mm
    return {block.front.left - kRoom, block.front.top - depth - kRoom,
            block.front.width + depth + 2 * kRoom, block.front.height + depth + 2 * kRoom + 6};
}

/// @return where the arrow out of the row begins
Point addRow(Figure& figure, const std::vector<Block>& blocks, const Scales& scales, Point from)
{
    for (const Block& block : blocks) {
        const double depth = scales.depth(block);
        addArrow(figure, {from, {block.front.left - 0.4, from.y}});
        addSolid(figure, block.front, depth, block.ink);
        addSizeLabels(figure, block, depth);
        if (!block.isLatent)
            addLayerSpots(figure, spotBox(block, depth), block.layers);
        from.x = block.front.right() + depth + 0.4;
    }
    return from;
}

void addPicture(Figure& figure, const Box& box, const image::SharedPicture& picture, Text name)
{
    if (picture)
        figure.add(Raster{box, picture});
    else
        figure.add(boxArea(box, Ink::Grid, 1));
    figure.add(Label{{box.left + box.width / 2, box.bottom() + 3},
                     std::move(name),
                     Ink::Muted,
                     kSizeText,
                     Align::Centre});
}

struct CaptionPlace {
    Point at;
    Align align;
};
struct CaptionName {
    Text text;
    Ink ink;
};
void addCaption(Figure& figure, const CaptionPlace& place, CaptionName name, Text below)
{
    const Point& at = place.at;
    figure.add(Label{at, std::move(name.text), name.ink, 3, place.align, true});
    figure.add(Label{{at.x, at.y + 3.6}, std::move(below), Ink::Muted, 2.3, place.align});
}

void addCaptions(Figure& figure, const Diagram& diagram, const NetworkLayers& layers)
{
    const auto centre = [](const std::vector<Block>& blocks) {
        return (blocks.front().front.left + blocks.back().front.right()) / 2;
    };
    const auto parameters = [](const std::vector<NetLayer>& part) {
        return FUSIFORM_TR("core", "%1 M parameters").arg(millions(face_model::parametersOf(part)));
    };
    addCaption(figure, {{centre(diagram.encoder), 4}, Align::Centre},
               {FUSIFORM_TR("core", "Encoder"), Ink::First}, parameters(layers.encoder));
    addCaption(figure, {{centre(diagram.generator), 4}, Align::Centre},
               {FUSIFORM_TR("core", "Generator"), Ink::Third}, parameters(layers.generator));
}

/// The linear path goes over everything: from the picture to the latents and on to the picture.
void addLinearPath(Figure& figure, Diagram& diagram, const NetworkLayers& layers)
{
    const NetLayer* const in = layerOn(LayerPath::Skip, layers.encoder);
    const NetLayer* const out = layerOn(LayerPath::Skip, layers.generator);
    if (!in || !out)
        return;
    const double y = diagram.top - diagram.excess() - 2;
    const Box& strip = diagram.latents().front;
    const double middle = strip.left + strip.width / 2;
    const double from = diagram.original.left + diagram.original.width / 2;
    const double to = diagram.generated.left + diagram.generated.width / 2;
    addArrow(
        figure,
        {{from, diagram.top - 0.5}, {from, y}, {middle - 0.5, y}, {middle - 0.5, strip.top - 0.5}},
        Ink::Second);
    addArrow(figure,
             {{middle + 0.5, strip.top - 0.5}, {middle + 0.5, y}, {to, y}, {to, diagram.top - 0.5}},
             Ink::Second);
    for (const auto& [left, right, layer] :
         {std::tuple{from, middle, in}, std::tuple{middle, to, out}}) {
        figure.add(Label{{(left + right) / 2, y - 1},
                         FUSIFORM_TR("core", "linear path"),
                         Ink::Second,
                         kSizeText,
                         Align::Centre});
        figure.spots.push_back({{left, y - 3, right - left, 4}, layerTip(*layer)});
    }
}

Text latentsTip(const NetworkLayers& layers)
{
    return FUSIFORM_TR("core", "%1 latents: a linear map to the mean, through tanh. Training draws "
                               "around it, with a spread that a second map of %2 parameters gives.")
        .arg(groupedNumber(layers.shape.latentSize))
        .arg(groupedNumber(layerOn(LayerPath::LogSigma, layers.encoder)->parameters()));
}

/// Both pictures go to the discriminator, which says which of them it has got.
void addDiscriminator(Figure& figure, Diagram& diagram, const NetworkLayers& layers)
{
    const double bus = diagram.top + diagram.pictureSide + diagram.excess() + 8;
    const double width = roomOf(diagram.discriminator, diagram.scales);
    const double left = (figure.widthMm - width) / 2;
    const double tallest = (1 + kSlant) * diagram.scales.height(diagram.discriminator.front());
    const double middle = bus + 10.5 + tallest / 2;
    place(diagram.discriminator, diagram.scales, left, middle, kArrowRoom);
    const double entry = left - 5;
    const auto below = [](const Box& picture) {
        return Point{picture.left + picture.width / 2, picture.bottom() + 4.2};
    };
    const Point original = below(diagram.original);
    const Point generated = below(diagram.generated);
    figure.add(Polyline{{original, {original.x, middle}, {entry, middle}}, Ink::Muted, 0.3, false});
    figure.add(Polyline{
        {generated, {generated.x, bus}, {entry, bus}, {entry, middle}}, Ink::Muted, 0.3, false});
    const Point end = addRow(figure, diagram.discriminator, diagram.scales, {entry, middle});
    addArrow(figure, {end, {end.x + 4, end.y}});
    figure.add(
        Label{{end.x + 5, end.y + 0.8}, FUSIFORM_TR("core", "real or generated?"), Ink::Text, 2.4});
    addCaption(figure, {{left, bus + 4.6}, Align::Left},
               {FUSIFORM_TR("core", "Discriminator"), Ink::Text},
               FUSIFORM_TR("core", "in training only, %1 M parameters")
                   .arg(millions(face_model::parametersOf(layers.discriminator))));
    figure.heightMm = middle + tallest / 2 + kBelowBlocks;
}

} // namespace

Figure networkFigure(const NetworkLayers& layers, const NetworkPictures& pictures, double widthMm)
{
    Figure figure;
    figure.widthMm = widthMm;
    figure.title = FUSIFORM_TR("core", "Network of %1 M parameters in encoder and generator")
                       .arg(millions(face_model::parametersOf(layers.encoder)
                                     + face_model::parametersOf(layers.generator)));
    Diagram diagram = diagramOf(layers, widthMm);
    // Captions above, then the linear path.
    diagram.top = (layerOn(LayerPath::Skip, layers.encoder) ? 15.5 : 11) + diagram.excess();
    layOut(diagram, widthMm);
    figure.heightMm = diagram.top + diagram.pictureSide + diagram.excess() + kBelowBlocks;

    addCaptions(figure, diagram, layers);
    addPicture(figure, diagram.original, pictures.original, FUSIFORM_TR("core", "picture"));
    const Point start{diagram.original.right() + 0.4, diagram.middle()};
    const Point latents = addRow(figure, diagram.encoder, diagram.scales, start);
    const Point end = addRow(figure, diagram.generator, diagram.scales, latents);
    addArrow(figure, {end, {diagram.generated.left - 0.4, end.y}});
    addPicture(figure, diagram.generated, pictures.generated, FUSIFORM_TR("core", "generated"));
    addLayerSpots(figure, diagram.generated, diagram.lastLayers);
    addLinearPath(figure, diagram, layers);
    figure.spots.push_back({spotBox(diagram.latents(), 0), latentsTip(layers)});
    if (!diagram.discriminator.empty())
        addDiscriminator(figure, diagram, layers);
    figure.add(Label{{kEdge, figure.heightMm - 1.5},
                     FUSIFORM_TR("core", "Heights are pixels, widths are channels, to scale."),
                     Ink::Muted,
                     kSizeText});
    figure.heightMm += 1;
    return figure;
}

} // namespace fusiform::report
