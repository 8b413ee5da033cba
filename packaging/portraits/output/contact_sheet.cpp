// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/contact_sheet.h"

#include <vtkImageData.h>
#include <vtkNew.h>
#include <vtkPNGWriter.h>

namespace portraits {

Picture contactSheet(std::span<const Picture> pictures, int columns)
{
    if (pictures.empty())
        return {};
    const int side = pictures.front().width;
    const int rows = (static_cast<int>(pictures.size()) + columns - 1) / columns;
    Picture sheet(columns * side, rows * side);
    for (int i = 0; i < static_cast<int>(pictures.size()); ++i)
        for (int y = 0; y < side; ++y)
            for (int x = 0; x < side; ++x)
                sheet.at(i % columns * side + x, i / columns * side + y)
                    = pictures[static_cast<std::size_t>(i)].at(x, y);
    return sheet;
}

void writePng(const std::filesystem::path& path, const Picture& picture)
{
    vtkNew<vtkImageData> image;
    image->SetDimensions(picture.width, picture.height, 1);
    image->AllocateScalars(VTK_UNSIGNED_CHAR, 3);
    auto* bytes = static_cast<unsigned char*>(image->GetScalarPointer());
    const auto byte = [](float a) { return static_cast<unsigned char>(clamp01(a) * 255 + 0.5F); };
    for (int y = picture.height - 1; y >= 0; --y) {
        for (int x = 0; x < picture.width; ++x) {
            const Vec3 c = picture.at(x, y).color;
            *bytes++ = byte(c.x);
            *bytes++ = byte(c.y);
            *bytes++ = byte(c.z);
        }
    }
    vtkNew<vtkPNGWriter> writer;
    writer->SetFileName(path.c_str());
    writer->SetInputData(image);
    writer->Write();
}

} // namespace portraits
