// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene/texture_library.h"

#include "paint/noise.h"
#include "paint/skin_texels.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPointData.h>
#include <vtkTexture.h>
#include <vtkUnsignedCharArray.h>

#include <algorithm>
#include <cmath>
#include <cstring>

namespace portraits {

namespace {

constexpr float kVisibleAlpha = 0.15F;

/// Strands as grey around one half: the shader multiplies them by the person's hair colour.
void makeTintable(Picture& picture)
{
    double sum = 0, count = 0;
    for (const auto& p : picture.pixels) {
        if (p.alpha < kVisibleAlpha)
            continue;
        sum += luminance(p.color);
        ++count;
    }
    const float mean = count > 0 ? static_cast<float>(sum / count) : 0.5F;
    for (auto& p : picture.pixels) {
        const float gray = p.alpha < kVisibleAlpha
                               ? 0.5F
                               : clamp01(0.5F * luminance(p.color) / std::max(mean, 0.02F));
        p.color = {gray, gray, gray};
    }
}

/// The files' irises are toys: brown is red, blue is neon. The white of the eye has little colour
/// and stays.
void calmIris(Picture& picture)
{
    for (auto& p : picture.pixels) {
        const float gray = luminance(p.color);
        const float most = std::max({p.color.x, p.color.y, p.color.z}),
                    least = std::min({p.color.x, p.color.y, p.color.z});
        const float saturation = most > 0 ? (most - least) / most : 0;
        const bool isRed = p.color.x > 1.5F * p.color.y && saturation > 0.45F;
        if (isRed)
            p.color
                = Vec3{1.2F, 0.80F, 0.52F} * (gray * 1.35F + 0.015F); // the brown that it should be
        else
            p.color
                = mix(p.color, Vec3{gray, gray, gray}, 0.45F * smoothStep(0.15F, 0.4F, saturation));
        p.alpha = 1;
    }
}

Picture furStrands()
{
    constexpr int kSize = 512;
    Picture picture(kSize, kSize);
    for (int y = 0; y < kSize; ++y)
        for (int x = 0; x < kSize; ++x) {
            const float gray = 0.7F * cellNoise(x / 2, y / 5, 1, 5) + 0.3F * cellNoise(x, y, 2, 5);
            picture.at(x, y).color = {gray, gray, gray};
        }
    return picture;
}

vtkSmartPointer<vtkImageData> imageOf(const Picture& picture)
{
    auto image = vtkSmartPointer<vtkImageData>::New();
    image->SetDimensions(picture.width, picture.height, 1);
    image->AllocateScalars(VTK_UNSIGNED_CHAR, 4);
    auto* bytes = static_cast<unsigned char*>(image->GetScalarPointer());
    const auto byte = [](float a) { return static_cast<unsigned char>(clamp01(a) * 255 + 0.5F); };
    for (int y = picture.height - 1; y >= 0; --y) {
        for (int x = 0; x < picture.width; ++x) {
            const auto& p = picture.at(x, y);
            *bytes++ = byte(p.color.x);
            *bytes++ = byte(p.color.y);
            *bytes++ = byte(p.color.z);
            *bytes++ = byte(p.alpha);
        }
    }
    return image;
}

vtkSmartPointer<vtkTexture> smoothTexture(vtkImageData* image, bool withMipmaps)
{
    auto texture = vtkSmartPointer<vtkTexture>::New();
    texture->SetInputData(image);
    texture->InterpolateOn();
    texture->SetMipmap(withMipmaps);
    texture->RepeatOn();
    return texture;
}

} // namespace

const Picture& TextureLibrary::picture(const std::string& file)
{
    const auto found = m_pictures.find(file);
    if (found != m_pictures.end())
        return found->second;
    return m_pictures.emplace(file, readPng(file)).first->second;
}

vtkTexture* TextureLibrary::texture(const Part& part)
{
    const auto key = part.material == Material::Fur ? "fur" : part.texture;
    const auto found = m_textures.find(key);
    if (found != m_textures.end())
        return found->second;

    Picture prepared(1, 1);
    prepared.pixels[0].color = {1, 1, 1};
    if (part.material == Material::Fur)
        prepared = furStrands();
    else if (!part.texture.empty())
        prepared = picture(part.texture);
    if (part.material == Material::Hair || part.material == Material::Brow)
        makeTintable(prepared);
    if (part.material == Material::Eye)
        calmIris(prepared);
    return m_textures.emplace(key, smoothTexture(imageOf(prepared), true)).first->second;
}

void TextureLibrary::setSkin(const std::vector<std::uint8_t>& rgb)
{
    auto& texture = m_textures["skin"];
    if (!texture) {
        vtkNew<vtkImageData> image;
        image->SetDimensions(SkinTexels::kSize, SkinTexels::kSize, 1);
        image->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
        texture = smoothTexture(image,
                                false); // always enlarged on the picture: no smaller copies needed
    }
    auto* image = texture->GetInput();
    std::memcpy(image->GetScalarPointer(), rgb.data(), rgb.size());
    image->GetPointData()->GetScalars()->Modified();
    image->Modified();
}

} // namespace portraits
