// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/morph_targets.h"

#include <cstdint>
#include <string>

namespace portraits {

enum class Sex { Female, Male };
enum class HairTone { Black, Brown, Blond, Red, Gray };
enum class GlassesShape { None, Round, Oval, Rectangle, Square, CatEye, Aviator };
enum class Earrings { None, Studs, Hoops };
enum class Collar { None, RollNeck, Round, VNeck };

struct Ancestry {
    float african = 0, asian = 0, caucasian = 0; ///< sum 1
};

/// What stays the same from one picture of a person to the next.
struct Body {
    Sex sex = Sex::Female;
    float ageYears = 30;
    float masculinity = 0; ///< of the shape, 0..1
    float weight = 0; ///< -1 thin .. 1 heavy
    Ancestry ancestry;
    MorphWeights sliders; ///< shape of nose, mouth, eyes ..., asymmetry included
};

struct Skin {
    float lightness = 1; ///< gain on the blended texture
    float warmth = 0; ///< -1 cool .. 1 warm
    float redness = 0;
    float freckles = 0; ///< 0..1
    float blemishes = 0;
    float shine = 0.5F;
    int variant = 0; ///< which of several textures of the same kind
};

struct Hair {
    std::string style; ///< name of the mesh; "buzz" and "bald" need none
    HairTone tone = HairTone::Brown;
    Vec3 color; ///< sRGB
    float gray = 0;
    float buzzLength = 0; ///< decimetres
    float fringe = 0.2F; ///< how far above the eyes a fringe ends, decimetres
    float recession = 0; ///< how far the painted hair line is drawn back, decimetres
};

struct FacialHair {
    float stubble = 0, moustache = 0, goatee = 0, fullBeard = 0, sideburns = 0; ///< density 0..1
    float length = 0; ///< decimetres
    Vec3 color;
};

struct Brows {
    int mesh = 1; ///< eyebrow001..012
    Vec3 color;
    float density = 1;
};

struct Makeup {
    Vec3 lipColor;
    float lipstick = 0, blush = 0, eyeShadow = 0, eyeLiner = 0; ///< strength 0..1
    Vec3 shadowColor;
};

struct Glasses {
    GlassesShape shape = GlassesShape::None;
    Vec3 frameColor, lensColor;
    float frameRadius = 0.012F; ///< of the wire, decimetres
    float lensOpacity = 0.08F; ///< above 0.6 they are sunglasses
};

struct Expression {
    float smile = 0, mouthOpen = 0, browsUp = 0, frown = 0, squint = 0, wideEyes = 0, sadness = 0,
          pout = 0;
};

struct Pose {
    float yaw = 0, pitch = 0, roll = 0; ///< radians; yaw > 0 turns to the person's left
    float gazeYaw = 0, gazePitch = 0; ///< of the eyes in the head
    float shiftX = 0, shiftY = 0, zoom = 1; ///< inaccuracy of the alignment, pixels of the picture
};

/// Linear light; directions point to the light, in camera coordinates.
struct Lighting {
    Vec3 keyDirection, fillDirection;
    Vec3 key, fill, sky, ground;
    float softness = 0.1F; ///< angular radius of the key light
    float exposure = 1;
};

enum class BackgroundKind { Plain, Gradient, Vignette, Blobs, Bands };
struct Background {
    BackgroundKind kind = BackgroundKind::Plain;
    Vec3 first, second, third; ///< sRGB
    float angle = 0;
    std::uint64_t seed = 0;
};

/// Everything that makes one picture.
struct Person {
    int number = 0;
    std::uint64_t seed = 0;
    Body body;
    Skin skin;
    Hair hair;
    FacialHair facialHair;
    Brows brows;
    std::string eyeTexture;
    int lashes = 1;
    Makeup makeup;
    Glasses glasses;
    Earrings earrings = Earrings::None;
    Vec3 jewelColor;
    Collar collar = Collar::None;
    Vec3 collarColor;
    Expression expression;
    Pose pose;
    Lighting lighting;
    Background background;
};

} // namespace portraits
