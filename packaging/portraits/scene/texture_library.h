// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "assets/picture.h"
#include "shape/part.h"

#include <vtkSmartPointer.h>

#include <cstdint>
#include <map>
#include <string>
#include <vector>

class vtkTexture;

namespace portraits {

/// Pictures and OpenGL textures by file, prepared for the shaders of their material, each read
/// once.
class TextureLibrary {
public:
    [[nodiscard]] const Picture& picture(const std::string& file);
    [[nodiscard]] vtkTexture* texture(const Part& part);

    /// @param rgb  as SkinPainter::paint() gives them
    void setSkin(const std::vector<std::uint8_t>& rgb);

private:
    std::map<std::string, Picture> m_pictures;
    std::map<std::string, vtkSmartPointer<vtkTexture>> m_textures;
};

} // namespace portraits
