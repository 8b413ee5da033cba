// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/space_transform.h"

#include "core/bids/file_name.h"
#include "core/preprocess/itk/transform_file.h"
#include "core/util/error.h"
#include "core/util/file.h"
#include "core/util/tsv.h"

#include <hdf5.h>

#include <charconv>
#include <cmath>
#include <map>

namespace fusiform::preprocess {

namespace {

namespace fs = std::filesystem;
using Eigen::Matrix4d;

/// Numbers from a text, as many as stand there before something else does.
std::vector<double> numbersOf(std::string_view text)
{
    std::vector<double> numbers;
    while (true) {
        text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
        double number = 0;
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (problem != std::errc() || !std::isfinite(number))
            return numbers;
        numbers.push_back(number);
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    }
}

Matrix4d inverseOfAffine(const std::vector<double>& numbers, const fs::path& file)
{
    Matrix4d matrix = Matrix4d::Identity();
    for (int row = 0; row < 3; ++row)
        for (int column = 0; column < 4; ++column)
            matrix(row, column) = numbers[static_cast<std::size_t>(4 * row + column)];
    if (!image::Affine::isUsable(matrix))
        throw badData(file, FUSIFORM_TR("core", "a matrix that can be inverted"),
                      FUSIFORM_TR("core", "another one"));
    return image::Affine(matrix).voxelFromMm();
}

/// "Linear_Transform =", then three rows of four; a semicolon ends it (MNI's format).
Matrix4d templateToAnatomyOfXfm(const fs::path& file)
{
    const std::string text = readTextFile(file);
    constexpr std::string_view kMark = "Linear_Transform =";
    const std::size_t at = text.find(kMark);
    const std::vector<double> numbers = at == std::string::npos
                                            ? std::vector<double>()
                                            : numbersOf(text.substr(at + kMark.size()));
    if (!text.starts_with("MNI Transform File") || numbers.size() != 12)
        throw badData(file,
                      FUSIFORM_TR("core", "an MNI transform file with a linear transform of 12 "
                                          "numbers"),
                      FUSIFORM_TR("core", "something else"));
    return inverseOfAffine(numbers, file);
}

/// What an .lta says of one of its two volumes: RAS mm of its voxels.
Matrix4d mmFromVoxelOf(const std::map<std::string, std::vector<double>>& volume,
                       const fs::path& file)
{
    const auto three = [&](const char* key) {
        const auto found = volume.find(key);
        if (found == volume.end() || found->second.size() != 3)
            throw badData(file, FUSIFORM_TR("core", "three numbers %1").arg(key),
                          FUSIFORM_TR("core", "something else"));
        return Eigen::Vector3d(found->second[0], found->second[1], found->second[2]);
    };
    Matrix4d matrix = Matrix4d::Identity();
    const Eigen::Vector3d size = three("voxelsize");
    matrix.block<3, 1>(0, 0) = three("xras") * size[0];
    matrix.block<3, 1>(0, 1) = three("yras") * size[1];
    matrix.block<3, 1>(0, 2) = three("zras") * size[2];
    matrix.block<3, 1>(0, 3) = three("cras") - matrix.topLeftCorner<3, 3>() * three("volume") / 2;
    return matrix;
}

Matrix4d templateToAnatomyOfLta(const fs::path& file)
{
    constexpr int kVoxels = 0; // FreeSurfer's transform.h: LINEAR_VOX_TO_VOX
    constexpr int kRas = 1; // LINEAR_RAS_TO_RAS
    int type = -1;
    std::vector<double> numbers;
    std::map<std::string, std::map<std::string, std::vector<double>>> volumes;
    std::string part;
    std::size_t rowsToCome = 0;
    for (const std::string& line : splitText(readTextFile(file), '\n')) {
        if (line.starts_with("src volume info") || line.starts_with("dst volume info")) {
            part = line.substr(0, 3);
            continue;
        }
        if (const std::size_t equals = line.find('='); equals != std::string::npos) {
            const std::string key = line.substr(0, line.find_first_of(" \t="));
            const std::vector<double> values = numbersOf(line.substr(equals + 1));
            if (key == "type" && values.size() == 1)
                type = static_cast<int>(values.front());
            else if (!part.empty())
                volumes[part][key] = values;
            continue;
        }
        const std::vector<double> values = numbersOf(line);
        if (values == std::vector<double>{1, 4, 4})
            rowsToCome = 4;
        else if (rowsToCome > 0 && values.size() == 4) {
            numbers.insert(numbers.end(), values.begin(), values.end());
            --rowsToCome;
        }
    }
    if (numbers.size() != 16 || (type != kVoxels && type != kRas))
        throw badData(file,
                      FUSIFORM_TR("core", "a linear transform of FreeSurfer between voxels or "
                                          "between RAS"),
                      FUSIFORM_TR("core", "something else"));
    const Matrix4d inverse = inverseOfAffine(numbers, file);
    if (type == kRas)
        return inverse;
    const image::Affine inTemplate(mmFromVoxelOf(volumes["dst"], file));
    return mmFromVoxelOf(volumes["src"], file) * inverse * inTemplate.voxelFromMm();
}

/// The template that a name tells; throws where it tells the other direction.
std::string spaceInName(const fs::path& file)
{
    const std::string name = file.filename().string();
    if (lowerCase(name).starts_with("talairach"))
        return "MNI305";
    const bids::FileName parts = bids::fileNameOf(name);
    const auto from = parts.entities.find("from");
    const auto to = parts.entities.find("to");
    if (to == parts.entities.end())
        return "template";
    const auto isOwn = [](const std::string& space) {
        return space == "T1w" || space == "T2w" || space == "boldref" || space == "scanner"
               || space == "fsnative";
    };
    if (isOwn(to->second) || (from != parts.entities.end() && !isOwn(from->second)))
        throw badData(file,
                      FUSIFORM_TR("core", "a transform from the subject to a template, as in "
                                          "from-T1w_to-MNI152NLin2009cAsym"),
                      FUSIFORM_TR("core", "one to %1").arg(to->second));
    return to->second;
}

} // namespace

SpaceTransform::SpaceTransform(fs::path file, std::string space, Map anatomyFromTemplate)
    : m_file(std::move(file)),
      m_space(std::move(space)),
      m_anatomyFromTemplate(std::move(anatomyFromTemplate))
{
}

SpaceTransform SpaceTransform::read(const fs::path& file)
{
    const std::string space = spaceInName(file);
    const std::string extension = lowerCase(file.extension().string());
    const auto linear = [](const Matrix4d& matrix) {
        return [matrix](const Eigen::Vector3d& ras) {
            return Eigen::Vector3d(matrix.topLeftCorner<3, 3>() * ras
                                   + matrix.topRightCorner<3, 1>());
        };
    };
    if (extension == ".xfm")
        return {file, space, linear(templateToAnatomyOfXfm(file))};
    if (extension == ".lta")
        return {file, space, linear(templateToAnatomyOfLta(file))};
    static_cast<void>(MappedFile(file)); // says plainly what is not there
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr); // its own messages would go to standard error
    try {
        const ItkTransform map(file.string());
        return {file, space, [map](const Eigen::Vector3d& ras) {
                    const Eigen::Vector3d other(-1, -1, 1); // RAS to LPS and back
                    return Eigen::Vector3d(map(ras.cwiseProduct(other)).cwiseProduct(other));
                }};
    } catch (const std::runtime_error& problem) {
        throw badData(file,
                      FUSIFORM_TR("core", "a transform of ITK in three dimensions (.h5, .mat, "
                                          ".txt, .tfm), or FreeSurfer's .xfm or .lta"),
                      FUSIFORM_TR("core", "%1").arg(problem.what()));
    }
}

image::MmPoint SpaceTransform::anatomical(const image::MmPoint& inTemplate) const
{
    return {m_anatomyFromTemplate(inTemplate.at)};
}

image::MmPoint SpaceTransform::own(const image::MmPoint& inTemplate) const
{
    return {m_ownFromAnatomy.topLeftCorner<3, 3>() * anatomical(inTemplate).at
            + m_ownFromAnatomy.topRightCorner<3, 1>()};
}

image::Grid templateGrid()
{
    Matrix4d mmFromVoxel = Eigen::Vector4d(2, 2, 2, 1).asDiagonal();
    mmFromVoxel.topRightCorner<3, 1>() = Eigen::Vector3d(-96, -132, -78);
    return {{97, 115, 97}, image::Affine(mmFromVoxel)};
}

} // namespace fusiform::preprocess
