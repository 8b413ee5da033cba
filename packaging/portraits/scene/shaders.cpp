// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/shaders.h"

namespace portraits {

namespace {

// lightVSOutput: what reaches the point of the sky, the key light, the fill light (see
// light_transport.h).
constexpr const char* kDeclarations = R"(
in vec3 lightVSOutput;
in vec2 furVSOutput;

vec3 toLinear(vec3 c) { return pow(max(c, vec3(0.0)), vec3(2.2)); }

// A soft shoulder, so that bright skin keeps its colour, then sRGB.
vec4 finished(vec3 light)
{
    vec3 c = max(light * exposure, vec3(0.0));
    c = c * (1.0 + 0.12 * c) / (1.0 + 0.42 * c) * 1.2;
    return vec4(pow(min(c, vec3(1.0)), vec3(1.0 / 2.2)), 1.0);
}

// 16 thresholds in each output pixel (the picture is drawn at four times its size): averaged, they
// are transparency, and no surface needs sorting. `shuffle` gives layers different thresholds, or
// they would hide each other.
float threshold(float shuffle)
{
    int x = int(gl_FragCoord.x) & 3;
    int y = int(gl_FragCoord.y) & 3;
    int i = x ^ y;
    int bayer = ((i & 1) << 3) | ((y & 1) << 2) | (i & 2) | ((y & 2) >> 1);
    return fract((float(bayer) + 0.5) / 16.0 + shuffle);
}

float scatter(float n) { return fract(sin(n * 12.9898) * 43758.5453); }

vec3 ambient(vec3 n, vec3 reach)
{
    return mix(groundLight, skyLight, 0.5 + 0.5 * n.y) * reach;
}

float lobe(vec3 n, vec3 v, vec3 toLight, float power)
{
    return pow(max(dot(n, normalize(v + toLight)), 0.0), power) * (power + 8.0) / 25.0;
}

float fresnel(vec3 n, vec3 v, float base)
{
    return base + (0.6 - base) * pow(1.0 - clamp(dot(n, v), 0.0, 1.0), 5.0);
}

float facing(vec3 n, vec3 toLight) { return clamp(dot(n, toLight), 0.0, 1.0); }

// Lambert's law with the light wrapped around the edge, per colour, and a shadow with a red rim.
vec3 bled(vec3 n, vec3 toLight, float reach)
{
    vec3 bleed = vec3(0.34, 0.17, 0.12);
    vec3 lit = clamp((dot(n, toLight) + bleed) / (1.0 + bleed), 0.0, 1.0);
    return lit * pow(vec3(reach), vec3(0.75, 1.0, 1.1));
}
)";

constexpr const char* kStart = R"(
{  // a block, because VTK has variables of its own named diffuse, specular, ...
vec4 texel = texture(actortexture, tcoordVCVSOutput);
vec3 n = normalize(normalVCVSOutput);
vec3 v = normalize(-vertexVC.xyz);
vec3 reach = lightVSOutput;
)";

// Light bleeds past the edge of a shadow, red furthest: that is what makes it skin and not plaster.
constexpr const char* kSkin = R"(
vec3 albedo = toLinear(texel.rgb);
vec3 key = bled(n, keyDirection, reach.y);
vec3 fill = bled(n, fillDirection, reach.z);
vec3 sky = ambient(n, pow(vec3(reach.x), vec3(0.8, 1.0, 1.08)));
vec3 diffuse = albedo * (key * keyLight + fill * fillLight + sky);
float gloss = shine * fresnel(n, v, 0.035);
float lobes = 0.75 * lobe(n, v, keyDirection, 14.0) + 0.4 * lobe(n, v, keyDirection, 55.0);
vec3 shineKey = keyLight * reach.y * lobes * clamp(4.0 * dot(n, keyDirection), 0.0, 1.0);
vec3 shineFill = fillLight * reach.z * lobe(n, v, fillDirection, 14.0)
    * clamp(4.0 * dot(n, fillDirection), 0.0, 1.0);
vec3 shineSky = 0.25 * skyLight * reach.x * smoothstep(-0.2, 0.7, n.y);
gl_FragData[0] = finished(diffuse + gloss * (shineKey + shineFill + shineSky));
)";

constexpr const char* kEye = R"(
vec3 albedo = toLinear(texel.rgb) * 0.92;
reach = mix(vec3(0.22), vec3(1.0), reach);  // a wet, translucent ball gathers light from its sides
float key = clamp(0.15 + 0.85 * dot(n, keyDirection), 0.0, 1.0) * reach.y;
float fill = clamp(0.15 + 0.85 * dot(n, fillDirection), 0.0, 1.0) * reach.z;
vec3 sky = ambient(n, vec3(reach.x));
vec3 diffuse = albedo * (key * keyLight + fill * fillLight + sky);
vec3 window = normalize(mix(keyDirection, v, 0.35));
float spot = pow(max(dot(n, normalize(v + window)), 0.0), 420.0);
vec3 glint = 3.3 * keyLight * spot * (0.4 + 0.6 * reach.y);
glint += 0.05 * skyLight * fresnel(n, v, 0.04);
gl_FragData[0] = finished(diffuse + glint);
)";

// Strands run downwards along the surface; light glances off across them.
constexpr const char* kHair = R"(
if (texel.a * partOpacity < threshold(scatter(float(gl_PrimitiveID)))) discard;
if (dot(n, v) < 0.0) n = -n;
vec3 strand = normalize(vec3(0.0, 1.0, 0.0) - n * n.y + vec3(0.001));
float luster = 0.35 + 1.3 * texel.r;
vec3 albedo = toLinear(tint) * luster;
float across = sqrt(max(0.0, 1.0 - pow(dot(strand, keyDirection), 2.0)));
float key = (0.25 * across + 0.75 * clamp(0.3 + 0.7 * dot(n, keyDirection), 0.0, 1.0)) * reach.y;
float fill = clamp(0.4 + 0.6 * dot(n, fillDirection), 0.0, 1.0) * reach.z;
vec3 sky = ambient(n, vec3(pow(reach.x, 1.3)));
vec3 h = normalize(v + keyDirection);
float band = pow(sqrt(max(0.0, 1.0 - pow(dot(strand, h) + 0.12 * (texel.r - 0.5), 2.0))), 60.0);
float glance = band * clamp(dot(n, keyDirection) + 0.3, 0.0, 1.0) * (0.4 + 1.2 * texel.r);
vec3 sheen = keyLight * reach.y * glance * hairSheen * (0.03 + 0.35 * toLinear(tint));
gl_FragData[0] = finished(albedo * (key * keyLight + fill * fillLight + sky) + sheen);
)";

constexpr const char* kBrow = R"(
if (texel.a * partOpacity < threshold(0.0)) discard;
vec3 albedo = toLinear(tint) * (0.5 + texel.r);
float key = clamp(0.3 + 0.7 * dot(n, keyDirection), 0.0, 1.0) * reach.y;
float fill = clamp(0.3 + 0.7 * dot(n, fillDirection), 0.0, 1.0) * reach.z;
gl_FragData[0] = finished(albedo * (key * keyLight + fill * fillLight + ambient(n, vec3(reach.x))));
)";

constexpr const char* kLash = R"(
if (texel.a * partOpacity < threshold(0.3)) discard;
gl_FragData[0] = finished(vec3(0.012, 0.009, 0.008) * (keyLight * reach.y + skyLight));
)";

// Lips shade teeth less than the maps of the closed head say.
constexpr const char* kTeeth = R"(
float enamel = 1.0 - smoothstep(0.02, 0.12, texel.r - texel.g);  // the gums are red
vec3 albedo = toLinear(texel.rgb) * mix(vec3(1.0, 0.85, 0.8), vec3(1.75, 1.66, 1.5), enamel);
float key = clamp(0.35 + 0.65 * n.z, 0.0, 1.0) * mix(0.22, 0.6, reach.y);
vec3 sky = skyLight * clamp(0.3 + 0.7 * n.z, 0.0, 1.0) * mix(0.4, 1.0, reach.x);
vec3 gleam = keyLight * reach.y * 0.05 * lobe(n, v, keyDirection, 60.0);
gl_FragData[0] = finished(albedo * (key * keyLight + sky) + gleam);
)";

// A shell keeps the strands that are long enough to reach its height.
constexpr const char* kFur = R"(
vec2 place = tcoordVCVSOutput * vec2(5.0, 9.0);
float strand = texture(actortexture, place).r;
float height = furVSOutput.y;
float thick = furVSOutput.x * (1.25 - 0.75 * height);
if (thick * (0.35 + 1.1 * strand) < 0.25 + 0.55 * threshold(scatter(height))) discard;
vec3 albedo = (toLinear(tint) + 0.004) * (0.35 + 0.6 * height + 0.7 * strand);
float key = clamp(0.35 + 0.65 * dot(n, keyDirection), 0.0, 1.0) * reach.y;
float fill = clamp(0.35 + 0.65 * dot(n, fillDirection), 0.0, 1.0) * reach.z;
vec3 sky = ambient(n, vec3(reach.x) * (0.55 + 0.45 * height));
vec3 sheen = keyLight * reach.y * 0.06 * strand * lobe(n, v, keyDirection, 8.0) * height;
gl_FragData[0] = finished(albedo * (key * keyLight + fill * fillLight + sky) + sheen);
)";

constexpr const char* kFrame = R"(
vec3 albedo = toLinear(tint);
float key = facing(n, keyDirection) * reach.y;
float fill = facing(n, fillDirection) * reach.z;
vec3 sky = ambient(n, vec3(reach.x));
vec3 mirrored = keyLight * reach.y * lobe(n, v, keyDirection, 40.0);
mirrored += 0.6 * skyLight * max(n.y, 0.0);
vec3 gleam = mirrored * (0.06 + 0.3 * albedo);
gl_FragData[0] = finished(albedo * (key * keyLight + fill * fillLight + sky) + gleam);
)";

constexpr const char* kMetal = R"(
vec3 albedo = toLinear(tint);
vec3 r = reflect(-v, n);
vec3 around = mix(groundLight * 0.5, skyLight * 1.4, smoothstep(-0.3, 0.5, r.y));
around *= 0.3 + 0.7 * reach.x;
vec3 gleam = keyLight * reach.y * lobe(n, v, keyDirection, 30.0);
vec3 matte = 0.3 * keyLight * reach.y * facing(n, keyDirection);
gl_FragData[0] = finished(albedo * (around + gleam + matte));
)";

// A garment ends where its cover falls below one half; along its hem it is double.
constexpr const char* kCloth = R"(
if (furVSOutput.x < 0.5) discard;
vec3 albedo = toLinear(tint) * mix(0.8, 1.0, smoothstep(0.62, 0.66, furVSOutput.x));
float key = clamp(0.15 + 0.85 * dot(n, keyDirection), 0.0, 1.0) * reach.y;
float fill = clamp(0.15 + 0.85 * dot(n, fillDirection), 0.0, 1.0) * reach.z;
gl_FragData[0] = finished(albedo * (key * keyLight + fill * fillLight + ambient(n, vec3(reach.x))));
)";

// Glass shows its tint, darker above, and a mirror image of the lights.
constexpr const char* kLens = R"(
if (dot(n, v) < 0.0) n = -n;
float mirror = fresnel(n, v, 0.05);
vec3 r = reflect(-v, n);
float pane = smoothstep(0.80, 0.92, dot(r, normalize(keyDirection + vec3(0.0, 0.25, 0.0))));
vec3 image = keyLight * pane * 0.5 + skyLight * 0.5 * smoothstep(0.0, 0.8, r.y);
float cover = clamp(partOpacity + mirror * 0.5 + 0.25 * pane, 0.0, 1.0);
if (cover < threshold(0.5)) discard;
vec3 glass = toLinear(tint) * (keyLight * 0.4 + skyLight) * (partOpacity > 0.5 ? 0.6 : 1.0);
gl_FragData[0] = finished(mix(glass, image, clamp(mirror * 2.0 + 0.5 * pane, 0.0, 1.0)));
)";

const char* bodyOf(Material material)
{
    switch (material) {
    case Material::Skin: return kSkin;
    case Material::Eye: return kEye;
    case Material::Hair: return kHair;
    case Material::Brow: return kBrow;
    case Material::Lash: return kLash;
    case Material::Teeth: return kTeeth;
    case Material::Fur: return kFur;
    case Material::Frame: return kFrame;
    case Material::Lens: return kLens;
    case Material::Cloth: return kCloth;
    case Material::Metal: return kMetal;
    }
    return kCloth;
}

} // namespace

std::string fragmentDeclarations() { return kDeclarations; }

std::string fragmentShading(Material material)
{
    return std::string(kStart) + bodyOf(material) + "}\n";
}

} // namespace portraits
