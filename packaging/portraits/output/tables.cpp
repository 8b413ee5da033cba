// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/tables.h"

#include "output/attributes.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iomanip>
#include <sstream>
#include <stdexcept>
#include <utility>

namespace portraits {

namespace {

std::ofstream opened(const std::filesystem::path& path)
{
    std::ofstream file(path);
    if (!file)
        throw std::runtime_error("cannot write " + path.string());
    return file;
}

using Cells = std::vector<std::pair<std::string, std::string>>;

std::string number(float value)
{
    std::ostringstream text;
    text << std::fixed << std::setprecision(3) << (std::abs(value) < 0.0005F ? 0.0F : value);
    return text.str();
}

std::string color(Vec3 c) { return number(c.x) + "," + number(c.y) + "," + number(c.z); }

std::string nameOf(HairTone tone)
{
    switch (tone) {
    case HairTone::Black: return "black";
    case HairTone::Brown: return "brown";
    case HairTone::Blond: return "blond";
    case HairTone::Red: return "red";
    case HairTone::Gray: return "gray";
    }
    return {};
}

std::string nameOf(GlassesShape shape)
{
    switch (shape) {
    case GlassesShape::None: return "none";
    case GlassesShape::Round: return "round";
    case GlassesShape::Oval: return "oval";
    case GlassesShape::Rectangle: return "rectangle";
    case GlassesShape::Square: return "square";
    case GlassesShape::CatEye: return "cat-eye";
    case GlassesShape::Aviator: return "aviator";
    }
    return {};
}

std::string nameOf(Earrings earrings)
{
    return earrings == Earrings::None ? "none" : (earrings == Earrings::Studs ? "studs" : "hoops");
}

std::string nameOf(Collar collar)
{
    switch (collar) {
    case Collar::None: return "none";
    case Collar::RollNeck: return "roll-neck";
    case Collar::Round: return "round";
    case Collar::VNeck: return "v-neck";
    }
    return {};
}

std::string nameOf(BackgroundKind kind)
{
    switch (kind) {
    case BackgroundKind::Plain: return "plain";
    case BackgroundKind::Gradient: return "gradient";
    case BackgroundKind::Vignette: return "vignette";
    case BackgroundKind::Blobs: return "blobs";
    case BackgroundKind::Bands: return "bands";
    }
    return {};
}

void addBody(Cells& cells, const Person& p)
{
    cells.insert(cells.end(), {{"sex", p.body.sex == Sex::Male ? "male" : "female"},
                               {"age_years", number(p.body.ageYears)},
                               {"masculinity", number(p.body.masculinity)},
                               {"weight", number(p.body.weight)},
                               {"african", number(p.body.ancestry.african)},
                               {"asian", number(p.body.ancestry.asian)},
                               {"caucasian", number(p.body.ancestry.caucasian)},
                               {"skin_lightness", number(p.skin.lightness)},
                               {"skin_warmth", number(p.skin.warmth)},
                               {"skin_redness", number(p.skin.redness)},
                               {"freckles", number(p.skin.freckles)},
                               {"skin_variant", std::to_string(p.skin.variant)},
                               {"eye_texture", p.eyeTexture}});
}

void addHair(Cells& cells, const Person& p)
{
    cells.insert(cells.end(),
                 {{"hair_style", p.hair.style},
                  {"hair_tone", nameOf(p.hair.tone)},
                  {"hair_color", color(p.hair.color)},
                  {"hair_gray", number(p.hair.gray)},
                  {"hair_recession", number(p.hair.recession)},
                  {"fringe", number(p.hair.fringe)},
                  {"buzz_length", number(p.hair.style == "buzz" ? p.hair.buzzLength : 0)},
                  {"brow_mesh", std::to_string(p.brows.mesh)},
                  {"brow_density", number(p.brows.density)},
                  {"lash_mesh", std::to_string(p.lashes)},
                  {"stubble", number(p.facialHair.stubble)},
                  {"moustache", number(p.facialHair.moustache)},
                  {"goatee", number(p.facialHair.goatee)},
                  {"full_beard", number(p.facialHair.fullBeard)},
                  {"sideburns", number(p.facialHair.sideburns)},
                  {"beard_length", number(p.facialHair.length)}});
}

void addAdornments(Cells& cells, const Person& p)
{
    cells.insert(cells.end(),
                 {{"lipstick", number(p.makeup.lipstick)},
                  {"blush", number(p.makeup.blush)},
                  {"eye_shadow", number(p.makeup.eyeShadow)},
                  {"eye_liner", number(p.makeup.eyeLiner)},
                  {"glasses", nameOf(p.glasses.shape)},
                  {"lens_opacity",
                   number(p.glasses.shape == GlassesShape::None ? 0 : p.glasses.lensOpacity)},
                  {"earrings", nameOf(p.earrings)},
                  {"collar", nameOf(p.collar)}});
}

void addMoment(Cells& cells, const Person& p)
{
    const auto& e = p.expression;
    const auto& l = p.lighting;
    cells.insert(cells.end(), {{"smile", number(e.smile)},
                               {"mouth_open", number(e.mouthOpen)},
                               {"brows_up", number(e.browsUp)},
                               {"frown", number(e.frown)},
                               {"squint", number(e.squint)},
                               {"wide_eyes", number(e.wideEyes)},
                               {"sadness", number(e.sadness)},
                               {"pout", number(e.pout)},
                               {"yaw_rad", number(p.pose.yaw)},
                               {"pitch_rad", number(p.pose.pitch)},
                               {"roll_rad", number(p.pose.roll)},
                               {"gaze_yaw_rad", number(p.pose.gazeYaw)},
                               {"gaze_pitch_rad", number(p.pose.gazePitch)},
                               {"key_direction", color(l.keyDirection)},
                               {"key_light", color(l.key)},
                               {"sky_light", color(l.sky)},
                               {"exposure", number(l.exposure)},
                               {"background", nameOf(p.background.kind)},
                               {"background_color", color(p.background.first)}});
}

void addMeasures(Cells& cells, const FaceMeasures& m)
{
    cells.insert(cells.end(), {{"nose_width", number(m.noseWidth)},
                               {"nose_length", number(m.noseLength)},
                               {"lip_height", number(m.lipHeight)},
                               {"eye_opening", number(m.eyeOpening)},
                               {"mouth_gap", number(m.mouthGap)},
                               {"face_width", number(m.faceWidth)}});
}

std::string slidersOf(const Person& p)
{
    std::string text;
    for (const auto& [name, weight] : p.body.sliders)
        if (weight >= 0.005F)
            text += (text.empty() ? "" : " ") + name.substr(name.find('/') + 1) + "="
                    + number(weight).substr(0, 4);
    return text;
}

Cells cellsOf(const Entry& entry)
{
    Cells cells{{"picture", pictureName(entry.person.number)},
                {"identity", std::to_string(entry.person.number)},
                {"seed", std::to_string(entry.person.seed)}};
    addBody(cells, entry.person);
    addHair(cells, entry.person);
    addAdornments(cells, entry.person);
    addMoment(cells, entry.person);
    addMeasures(cells, entry.measures);
    cells.emplace_back("sliders", slidersOf(entry.person));
    return cells;
}

std::string joined(const Cells& cells, std::string Cells::value_type::*part)
{
    std::string line;
    for (const auto& cell : cells)
        line += (line.empty() ? "" : "\t") + cell.*part;
    return line + "\n";
}

} // namespace

std::string pictureName(int number)
{
    std::ostringstream name;
    name << std::setw(6) << std::setfill('0') << number << ".jpg";
    return name.str();
}

void writeAttributes(const std::filesystem::path& path, const std::vector<Entry>& entries)
{
    auto file = opened(path);
    file << entries.size() << "\n";
    for (const auto& attribute : attributes())
        file << attribute.name << " ";
    file << "\n";
    for (const auto& entry : entries) {
        file << pictureName(entry.person.number);
        for (const auto& attribute : attributes())
            file << (attribute.holds(entry.person, entry.measures) ? "  1" : " -1");
        file << "\n";
    }
}

void writeAttributeRules(const std::filesystem::path& path, const std::vector<Entry>& entries)
{
    auto file = opened(path);
    file << "# The attributes of the portraits\n\nEach follows from how its picture was made; "
            "nobody judged by eye.\n\n"
         << "| attribute | pictures | rule |\n|---|---|---|\n";
    for (const auto& attribute : attributes()) {
        const auto count = std::count_if(entries.begin(), entries.end(), [&](const Entry& e) {
            return attribute.holds(e.person, e.measures);
        });
        file << "| " << attribute.name << " | " << count << " | " << attribute.rule << " |\n";
    }
}

void writeParameters(const std::filesystem::path& path, const std::vector<Entry>& entries)
{
    auto file = opened(path);
    if (!entries.empty())
        file << joined(cellsOf(entries.front()), &Cells::value_type::first);
    for (const auto& entry : entries)
        file << joined(cellsOf(entry), &Cells::value_type::second);
}

} // namespace portraits
