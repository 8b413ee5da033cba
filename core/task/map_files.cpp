// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/map_files.h"

#include "core/image/scattered.h"
#include "core/io/nifti.h"
#include "core/util/json.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace fusiform::task {

namespace {

Json millimetres(const glm::Fit& fit, std::size_t position)
{
    const Eigen::Vector3d at = fit.grid.mm(fit.voxels[position]).at;
    return {at[0], at[1], at[2]};
}

} // namespace

std::filesystem::path besideMap(const std::filesystem::path& map, const std::string& ending)
{
    std::string name = map.filename().string();
    for (const std::string_view known : {".nii.gz", ".nii"})
        if (name.ends_with(known)) {
            name.resize(name.size() - known.size());
            break;
        }
    return map.parent_path() / (name + ending);
}

Json extremesOf(const glm::Fit& fit, std::span<const float> values)
{
    std::size_t count = 0;
    std::size_t highest = 0;
    std::size_t lowest = 0;
    for (std::size_t v = 0; v < values.size(); ++v) {
        if (!std::isfinite(values[v]))
            continue;
        highest = count == 0 || values[v] > values[highest] ? v : highest;
        lowest = count == 0 || values[v] < values[lowest] ? v : lowest;
        ++count;
    }
    if (count == 0)
        return {{"voxels", 0},
                {"peak_value", nullptr},
                {"peak_mm", nullptr},
                {"lowest_value", nullptr},
                {"lowest_mm", nullptr}};
    return {{"voxels", count},
            {"peak_value", values[highest]},
            {"peak_mm", millimetres(fit, highest)},
            {"lowest_value", values[lowest]},
            {"lowest_mm", millimetres(fit, lowest)}};
}

void writeVoxels(const std::filesystem::path& file, const glm::Fit& fit,
                 std::span<const float> values, const std::string& description)
{
    io::NiftiWriteOptions described;
    described.description = description.substr(0, 79);
    io::writeVolume(file, image::scattered<float>(fit.grid, fit.voxels, values), described);
}

void writeSidecar(const std::filesystem::path& map, const Fields& options, const Json& result)
{
    writeJson(besideMap(map, ".json"), {{"program", "fusiform"},
                                        {"version", FUSIFORM_VERSION},
                                        {"options", fieldsToJson(options)},
                                        {"result", result}});
}

} // namespace fusiform::task
