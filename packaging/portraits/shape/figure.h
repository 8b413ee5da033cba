// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/base_mesh.h"
#include "assets/morph_targets.h"
#include "assets/picture.h"
#include "assets/proxy.h"
#include "person/person.h"
#include "shape/part.h"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace portraits {

/// Sizes of the face at rest, relative to the distance of the eyes: the attributes are judged by
/// them.
struct FaceMeasures {
    float noseWidth = 0, noseLength = 0, lipHeight = 0;
    float eyeOpening = 0; ///< with the expression
    float mouthGap = 0; ///< with the expression
    float faceWidth = 0;
};

/// A person's head, posed and ready to light and draw.
struct Figure {
    std::vector<Part> parts;
    Vec3 leftEye, rightEye, mouth; ///< what the picture is aligned by
    FaceMeasures measures;
};

/// Builds figures from MakeHuman's meshes and our own geometry.
class FigureBuilder {
public:
    explicit FigureBuilder(const std::filesystem::path& package);

    [[nodiscard]] Figure build(const Person& person);
    [[nodiscard]] const BaseMesh& base() const { return m_base; }

private:
    struct LoadedProxy {
        Proxy proxy;
        std::shared_ptr<const Topology> topology;
    };

    [[nodiscard]] const LoadedProxy& loaded(const std::string& kind, const std::string& name);
    [[nodiscard]] Part proxyPart(const std::string& kind, const std::string& name,
                                 std::span<const Vec3> skin, float scale);
    [[nodiscard]] Part eyesPart(const Person& person, std::span<const Vec3> skin, float scale);
    [[nodiscard]] std::vector<Part> mouthParts(float mouthOpen, std::span<const Vec3> skin,
                                               float scale);
    [[nodiscard]] std::vector<Part> hairParts(const Person& person, std::span<const Vec3> skin,
                                              float scale);

    std::filesystem::path m_package;
    BaseMesh m_base;
    MorphTargets m_targets;
    std::shared_ptr<const Topology> m_headTopology;
    std::map<std::string, LoadedProxy> m_proxies;
};

} // namespace portraits
