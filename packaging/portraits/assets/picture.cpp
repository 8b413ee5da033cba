// SPDX-License-Identifier: GPL-3.0-or-later
#include "assets/picture.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGReader.h>

#include <algorithm>
#include <stdexcept>

namespace portraits {

const Picture::Pixel& Picture::nearest(Vec2 uv) const
{
    const int x = std::clamp(static_cast<int>(uv.x * static_cast<float>(width)), 0, width - 1);
    const int y
        = std::clamp(static_cast<int>((1 - uv.y) * static_cast<float>(height)), 0, height - 1);
    return at(x, y);
}

Picture readPng(const std::filesystem::path& path)
{
    if (!std::filesystem::exists(path))
        throw std::runtime_error("cannot open " + path.string());
    vtkNew<vtkPNGReader> reader;
    reader->SetFileName(path.c_str());
    reader->Update();
    auto* image = reader->GetOutput();
    const int channels = image->GetNumberOfScalarComponents();
    if (channels < 3 || image->GetScalarType() != VTK_UNSIGNED_CHAR)
        throw std::runtime_error(path.filename().string() + " is not an 8-bit colour picture");

    Picture picture(image->GetDimensions()[0], image->GetDimensions()[1]);
    const auto* bytes = static_cast<const unsigned char*>(image->GetScalarPointer());
    for (int y = 0; y < picture.height; ++y) {
        for (int x = 0; x < picture.width; ++x, bytes += channels) {
            auto& pixel = picture.at(x, picture.height - 1 - y); // VTK keeps the bottom row first
            pixel.color = Vec3{static_cast<float>(bytes[0]), static_cast<float>(bytes[1]),
                               static_cast<float>(bytes[2])}
                          * (1 / 255.0F);
            pixel.alpha = channels == 4 ? static_cast<float>(bytes[3]) / 255.0F : 1.0F;
        }
    }
    return picture;
}

Picture enlarged(const Picture& picture, int factor)
{
    Picture large(picture.width * factor, picture.height * factor);
    for (int y = 0; y < large.height; ++y) {
        const float sy
            = std::clamp((static_cast<float>(y) + 0.5F) / static_cast<float>(factor) - 0.5F, 0.0F,
                         static_cast<float>(picture.height - 1));
        const int y0 = static_cast<int>(sy), y1 = std::min(y0 + 1, picture.height - 1);
        for (int x = 0; x < large.width; ++x) {
            const float sx
                = std::clamp((static_cast<float>(x) + 0.5F) / static_cast<float>(factor) - 0.5F,
                             0.0F, static_cast<float>(picture.width - 1));
            const int x0 = static_cast<int>(sx), x1 = std::min(x0 + 1, picture.width - 1);
            const float tx = sx - static_cast<float>(x0), ty = sy - static_cast<float>(y0);
            auto& out = large.at(x, y);
            out.color = mix(mix(picture.at(x0, y0).color, picture.at(x1, y0).color, tx),
                            mix(picture.at(x0, y1).color, picture.at(x1, y1).color, tx), ty);
            out.alpha = mix(mix(picture.at(x0, y0).alpha, picture.at(x1, y0).alpha, tx),
                            mix(picture.at(x0, y1).alpha, picture.at(x1, y1).alpha, tx), ty);
        }
    }
    return large;
}

} // namespace portraits
