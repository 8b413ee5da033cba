// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/picture.h"
#include "person/person.h"
#include "scene/gl_window.h"
#include "scene/texture_library.h"
#include "shape/figure.h"

#include <cstdint>
#include <vector>

namespace portraits {

/// Draws lit figures with VTK.
class PortraitRenderer {
public:
    static constexpr int kSupersampling = 4; ///< the shaders' transparency depends on it

    explicit PortraitRenderer(int pictureSize = 128);

    [[nodiscard]] TextureLibrary& textures() { return m_textures; }

    /// The figure alone, premultiplied by its cover in `alpha`, kSupersampling times as large as
    /// the picture.
    [[nodiscard]] Picture draw(const Figure& figure, const Person& person);

private:
    int m_size;
    GlWindow m_window;
    TextureLibrary m_textures;
};

} // namespace portraits
