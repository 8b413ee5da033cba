// SPDX-License-Identifier: GPL-3.0-or-later
#include "shape/figure.h"

#include "shape/adornments.h"
#include "shape/face_measures.h"
#include "shape/fur.h"
#include "shape/glasses.h"
#include "shape/morph_weights.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace portraits {

namespace {

constexpr Vec3 kPivot{0, 6.75F, 0.35F}; // the head turns about the top of the neck

struct Turn {
    float sinYaw, cosYaw, sinPitch, cosPitch;

    Turn(float yaw, float pitch)
        : sinYaw(std::sin(yaw)),
          cosYaw(std::cos(yaw)),
          sinPitch(std::sin(pitch)),
          cosPitch(std::cos(pitch))
    {
    }

    /// Pitch first (up is positive), then yaw (to the person's left is positive).
    [[nodiscard]] Vec3 operator()(Vec3 p) const
    {
        const Vec3 t{p.x, p.y * cosPitch + p.z * sinPitch, p.z * cosPitch - p.y * sinPitch};
        return {t.x * cosYaw + t.z * sinYaw, t.y, t.z * cosYaw - t.x * sinYaw};
    }
};

/// The eye mesh has a transparent cornea, mapped to a corner of the texture. Drawn opaque it would
/// hide the iris.
bool isCornea(const QuadMesh& mesh, std::size_t quad)
{
    return std::all_of(mesh.corners[quad].begin(), mesh.corners[quad].end(), [&](int corner) {
        const auto uv = mesh.uvs[static_cast<std::size_t>(corner)];
        return uv.x > 0.85F && uv.y < 0.15F;
    });
}

QuadMesh withoutCornea(const QuadMesh& mesh)
{
    QuadMesh opaque;
    opaque.uvs = mesh.uvs;
    for (std::size_t q = 0; q < mesh.vertices.size(); ++q) {
        if (isCornea(mesh, q))
            continue;
        opaque.vertices.push_back(mesh.vertices[q]);
        opaque.corners.push_back(mesh.corners[q]);
    }
    return opaque;
}

std::string lowerCase(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string twoDigits(int n) { return (n < 10 ? "0" : "") + std::to_string(n); }

std::string hairTexture(const std::string& style)
{
    return style == "afro01" ? "afro_diffuse.png" : lowerCase(style) + "_diffuse.png";
}

/// Some styles comb their fringe over an eye: cuts what hangs before the face below a height.
void liftFringe(std::vector<Vec3>& hair, Vec3 betweenEyes, float fringe, float scale)
{
    for (auto& p : hair) {
        const Vec3 d = (p - betweenEyes) * (1 / scale);
        const float beforeFace
            = smoothStep(0.78F, 0.52F, std::abs(d.x)) * smoothStep(-0.4F, -0.1F, d.z);
        if (d.y < fringe)
            p.y = mix(p.y, betweenEyes.y + scale * (fringe + 0.1F * (d.y - fringe)), beforeFace);
    }
}

void turnFigure(Figure& figure, const Pose& pose)
{
    const Turn turn(pose.yaw, pose.pitch);
    const auto moved = [&](Vec3 p) { return turn(p - kPivot) + kPivot; };
    for (auto& part : figure.parts) {
        for (auto& p : part.positions)
            p = moved(p);
        for (auto& n : part.normals)
            n = turn(n);
    }
    figure.leftEye = moved(figure.leftEye);
    figure.rightEye = moved(figure.rightEye);
    figure.mouth = moved(figure.mouth);
}

} // namespace

FigureBuilder::FigureBuilder(const std::filesystem::path& package)
    : m_package(package),
      m_base(readBaseMesh(package)),
      m_targets(package),
      m_headTopology(
          std::make_shared<const Topology>(topologyOf(m_base.head, m_base.positions.size())))
{
}

const FigureBuilder::LoadedProxy& FigureBuilder::loaded(const std::string& kind,
                                                        const std::string& name)
{
    const auto key = kind + "/" + name;
    const auto found = m_proxies.find(key);
    if (found != m_proxies.end())
        return found->second;
    LoadedProxy entry;
    entry.proxy = readProxy(m_package, kind, name);
    if (kind == "eyes")
        entry.proxy.mesh = withoutCornea(entry.proxy.mesh);
    entry.topology = std::make_shared<const Topology>(
        topologyOf(entry.proxy.mesh, entry.proxy.anchors.size()));
    return m_proxies.emplace(key, std::move(entry)).first->second;
}

Part FigureBuilder::proxyPart(const std::string& kind, const std::string& name,
                              std::span<const Vec3> skin, float scale)
{
    const auto& entry = loaded(kind, name);
    Part part;
    part.name = kind;
    part.topology = entry.topology;
    part.positions = entry.proxy.fitted(skin, scale);
    part.normals = smoothNormals(part.positions, *part.topology);
    return part;
}

Part FigureBuilder::eyesPart(const Person& person, std::span<const Vec3> skin, float scale)
{
    Part part = proxyPart("eyes", "HighPolyEyes", skin, scale);
    part.material = Material::Eye;
    part.texture = proxyTexture(m_package, "eyes", "HighPolyEyes", person.eyeTexture + "_eye.png");
    const Vec3 left = meanOf(skin, m_base.landmarks.leftEye),
               right = meanOf(skin, m_base.landmarks.rightEye);
    const Turn gaze(person.pose.gazeYaw, person.pose.gazePitch);
    for (std::size_t v = 0; v < part.positions.size(); ++v) {
        const Vec3 center = part.positions[v].x > 0 ? left : right;
        const Vec3 arm = gaze(part.positions[v] - center);
        part.positions[v] = center + arm;
        part.normals[v] = normalized(arm); // of the wet ball; the mesh itself is hollow at the iris
    }
    part.castsShadow = false;
    return part;
}

std::vector<Part> FigureBuilder::hairParts(const Person& person, std::span<const Vec3> skin,
                                           float scale)
{
    std::vector<Part> parts;
    const auto brow = "eyebrow0" + twoDigits(person.brows.mesh);
    parts.push_back(proxyPart("eyebrows", brow, skin, scale));
    parts.back().material = Material::Brow;
    parts.back().texture = proxyTexture(m_package, "eyebrows", brow, brow + ".png");
    parts.back().tint = person.brows.color;
    parts.back().opacity = person.brows.density;
    parts.back().castsShadow = false;

    const auto lashes = (person.lashes == 1 ? "Eyelashes" : "eyelashes") + twoDigits(person.lashes);
    parts.push_back(proxyPart("eyelashes", lashes, skin, scale));
    parts.back().material = Material::Lash;
    parts.back().opacity
        = person.body.sex == Sex::Male ? 0.3F : 0.4F + 0.4F * person.makeup.eyeLiner;
    parts.back().texture = proxyTexture(m_package, "eyelashes", lashes, lowerCase(lashes) + ".png");
    parts.back().castsShadow = false;

    const auto& style = person.hair.style;
    if (style == "bald" || style == "buzz")
        return parts;
    parts.push_back(proxyPart("hair", style, skin, scale));
    parts.back().material = Material::Hair;
    parts.back().texture = proxyTexture(m_package, "hair", style, hairTexture(style));
    parts.back().tint = person.hair.color;
    const Vec3 left = meanOf(skin, m_base.landmarks.leftEye),
               right = meanOf(skin, m_base.landmarks.rightEye);
    liftFringe(parts.back().positions, (left + right) * 0.5F, person.hair.fringe, scale);
    parts.back().normals = smoothNormals(parts.back().positions, *parts.back().topology);
    return parts;
}

std::vector<Part> FigureBuilder::mouthParts(float mouthOpen, std::span<const Vec3> skin,
                                            float scale)
{
    Part teeth = proxyPart("teeth", "Teeth_Base", skin, scale);
    teeth.texture = proxyTexture(m_package, "teeth", "Teeth_Base", "teeth.png");
    Part tongue = proxyPart("tongue", "tongue01", skin, scale);
    tongue.texture = proxyTexture(m_package, "tongue", "tongue01", "tongue01_diffuse.png");
    // At rest the jaws bite and the upper teeth hide behind the lip; in an open mouth both rows sit
    // lower.
    const float lower = 0.055F * std::min(1.0F, mouthOpen * 5) * scale;
    for (auto& p : teeth.positions)
        p.y -= lower;
    for (auto& p : tongue.positions)
        p.y -= lower;
    for (auto* part : {&teeth, &tongue}) {
        part->material = Material::Teeth;
        part->castsShadow = false;
    }
    std::vector<Part> parts;
    parts.push_back(std::move(teeth));
    parts.push_back(std::move(tongue));
    return parts;
}

Figure FigureBuilder::build(const Person& person)
{
    const auto rest = m_targets.morphed(m_base.positions, bodyWeights(person.body));
    const auto skin
        = m_targets.morphed(rest, expressionWeights(person.expression, person.body.ancestry));
    const auto eyeDistance = [&](std::span<const Vec3> p) {
        return length(meanOf(p, m_base.landmarks.leftEye) - meanOf(p, m_base.landmarks.rightEye));
    };
    const float scale = eyeDistance(skin) / eyeDistance(m_base.positions);

    Figure figure;
    figure.leftEye = meanOf(skin, m_base.landmarks.leftEye);
    figure.rightEye = meanOf(skin, m_base.landmarks.rightEye);
    figure.mouth = (skin[static_cast<std::size_t>(m_base.landmarks.upperLip)]
                    + skin[static_cast<std::size_t>(m_base.landmarks.lowerLip)])
                   * 0.5F;
    figure.measures = measuresOf(m_base, rest, skin);

    Part head;
    head.name = "head";
    head.topology = m_headTopology;
    head.texture = "skin";
    head.positions = skin;
    head.normals = smoothNormals(skin, *m_headTopology);
    auto fur = makeFur(person, m_base, skin, head.normals);
    auto adornments = makeAdornments(person, m_base, skin, head.normals);
    figure.parts.push_back(std::move(head));
    figure.parts.push_back(eyesPart(person, skin, scale));
    const auto append = [&](std::vector<Part> parts) {
        std::move(parts.begin(), parts.end(), std::back_inserter(figure.parts));
    };
    append(hairParts(person, skin, scale));
    append(std::move(fur));
    append(makeGlasses(person.glasses, skin, figure.leftEye, figure.rightEye, scale));
    append(std::move(adornments));
    if (person.expression.mouthOpen > 0.03F)
        append(mouthParts(person.expression.mouthOpen, skin, scale));
    turnFigure(figure, person.pose);
    return figure;
}

} // namespace portraits
