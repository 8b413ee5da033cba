// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/simulate/simulated_run.h"

#include "core/glm/hrf.h"
#include "core/io/nifti.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numbers>

namespace fusiform::simulate {

namespace {

constexpr double kSignal = 800; // of grey matter, arbitrary units
constexpr float kBackground = 0.1F; // of the contrast; below it nothing is recorded
constexpr double kScannerNoise = 0.010; // sd / kSignal
constexpr double kBodyNoise = 0.008; // sd / local signal
constexpr double kAutocorrelation = 0.4; // of the body's noise between volumes
constexpr double kDrift = 0.01; // sd of each slow component / local signal
constexpr double kResponseStep = 0.05; // s

/// The integral of the canonical response from 0 to t.
class ResponseIntegral {
public:
    ResponseIntegral()
    {
        double sum = 0;
        m_values.push_back(0);
        for (const double h : glm::canonicalHrf(kResponseStep))
            m_values.push_back(sum += h);
    }
    [[nodiscard]] double at(double t) const
    {
        const double place = t / kResponseStep;
        if (place <= 0)
            return 0;
        const auto i = static_cast<std::size_t>(place);
        if (i + 1 >= m_values.size())
            return m_values.back();
        return m_values[i] + (place - static_cast<double>(i)) * (m_values[i + 1] - m_values[i]);
    }

private:
    std::vector<double> m_values;
};

/// Percent of the signal that the answers add: scans x voxels of the coding.
Eigen::MatrixXf answers(const PlannedRun& run, const RunSettings& settings)
{
    const PlantedCoding& coding = *settings.coding;
    std::vector<const PlannedEvent*> events;
    for (const PlannedEvent& event : run.events)
        if (event.kind != EventKind::Fixation && event.kind != EventKind::RestBlock)
            events.push_back(&event);
    Eigen::MatrixXf perEvent(std::ssize(events), coding.gain.size());
    for (std::size_t e = 0; e < events.size(); ++e)
        perEvent.row(static_cast<Eigen::Index>(e))
            = answerTo(*events[e], coding, *settings.features).transpose();

    const ResponseIntegral integral;
    Eigen::MatrixXf all(run.volumes, coding.gain.size());
    const image::Index sliceSize = coding.grid.shape[0] * coding.grid.shape[1];
    Eigen::Index first = 0;
    while (first < coding.gain.size()) { // voxels are sorted, so a slice is a range of them
        const image::Index slice = coding.voxels[static_cast<std::size_t>(first)] / sliceSize;
        Eigen::Index end = first;
        while (end < coding.gain.size()
               && coding.voxels[static_cast<std::size_t>(end)] / sliceSize == slice)
            ++end;
        const double sliceTime = settings.sliceTimes[static_cast<std::size_t>(slice)];
        Eigen::MatrixXf response(run.volumes, perEvent.rows());
        for (Eigen::Index e = 0; e < response.cols(); ++e) {
            const PlannedEvent& event = *events[static_cast<std::size_t>(e)];
            for (Eigen::Index t = 0; t < response.rows(); ++t) {
                const double since
                    = static_cast<double>(t) * settings.repetitionTime + sliceTime - event.onset;
                response(t, e)
                    = static_cast<float>(integral.at(since) - integral.at(since - event.duration));
            }
        }
        all.middleCols(first, end - first).noalias()
            = response * perEvent.middleCols(first, end - first);
        first = end;
    }
    return all;
}

/// From the pose on: small steps around a position that drifts slowly.
std::vector<Movement> wander(const PlannedRun& run, const RunSettings& settings, Random& random)
{
    Movement target = Movement::Zero();
    Movement now = Movement::Zero();
    std::vector<Movement> movements;
    for (int t = 0; t < run.volumes; ++t) {
        movements.push_back(settings.pose + settings.motion * now);
        for (int p = 0; p < 6; ++p) {
            const double unit = p < 3 ? 1.0 : 0.011; // a radian moves the scalp by 90 mm
            target[p] += unit * random.normal(0, 0.012);
            now[p] += 0.15 * (target[p] - now[p]) + unit * random.normal(0, 0.012);
        }
    }
    return movements;
}

/// White noise smoothed twice over neighbouring voxels, with standard deviation 1 inside the grid.
class SmoothNoise {
public:
    explicit SmoothNoise(const std::array<image::Index, 3>& shape)
        : m_shape(shape), m_values(static_cast<std::size_t>(shape[0] * shape[1] * shape[2]))
    {
    }
    const std::vector<float>& next(const std::vector<image::Index>& voxels, Random& random)
    {
        std::ranges::fill(m_values, 0.0F);
        for (const image::Index v : voxels)
            m_values[static_cast<std::size_t>(v)] = static_cast<float>(random.normal());
        for (int axis = 0; axis < 3; ++axis)
            smoothAxis(axis);
        return m_values;
    }

private:
    void smoothAxis(int axis)
    {
        // [1 2 1] has the sum of squares 6: dividing by its root keeps the variance.
        const float scale = 1 / std::sqrt(6.0F);
        const image::Index step = axis == 0 ? 1 : axis == 1 ? m_shape[0] : m_shape[0] * m_shape[1];
        const image::Index count = m_shape[static_cast<std::size_t>(axis)];
        for (image::Index line = 0; line < std::ssize(m_values) / count; ++line) {
            float* const at = m_values.data() + line / step * step * count + line % step;
            float before = 0;
            for (image::Index i = 0; i < count; ++i) {
                const float here = at[i * step];
                const float after = i + 1 < count ? at[(i + 1) * step] : 0;
                at[i * step] = scale * (before + 2 * here + after);
                before = here;
            }
        }
    }
    std::array<image::Index, 3> m_shape;
    std::vector<float> m_values;
};

/// Linear and two slow waves a run, each with a smooth map of amplitudes.
class Drift {
public:
    Drift(const std::vector<image::Index>& voxels, SmoothNoise& noise, double duration,
          Random& random)
        : m_duration(duration)
    {
        for (std::vector<float>& map : m_maps)
            map = noise.next(voxels, random);
        for (double& phase : m_phases)
            phase = random.uniform(0, 2 * std::numbers::pi);
    }
    void at(double time)
    {
        const double x = time / m_duration;
        m_now = {1.7 * (2 * x - 1), std::sin(2 * std::numbers::pi * x + m_phases[0]),
                 std::sin(4 * std::numbers::pi * x + m_phases[1])};
    }
    [[nodiscard]] double of(std::size_t voxel) const
    {
        double sum = 0;
        for (std::size_t k = 0; k < m_maps.size(); ++k)
            sum += m_now[k] * m_maps[k][voxel];
        return kDrift * sum;
    }

private:
    double m_duration;
    std::array<std::vector<float>, 3> m_maps;
    std::array<double, 2> m_phases = {};
    std::array<double, 3> m_now = {};
};

Eigen::Vector3f placeOf(const Eigen::Matrix4f& map, const image::Voxel& v)
{
    return map.topLeftCorner<3, 3>()
               * Eigen::Vector3f(static_cast<float>(v.i), static_cast<float>(v.j),
                                 static_cast<float>(v.k))
           + map.topRightCorner<3, 1>();
}

float contrastAt(const SimulatedHead& head, const Eigen::Matrix4f& map, const image::Voxel& v)
{
    const Eigen::Vector3f p = placeOf(map, v);
    return interpolate(head.echoPlanar.values.data(), head.echoPlanar.grid.shape, p[0], p[1], p[2]);
}

} // namespace

std::vector<double> interleavedSliceTimes(image::Index slices, double repetitionTime)
{
    std::vector<double> times(static_cast<std::size_t>(slices));
    const double step = repetitionTime / static_cast<double>(slices);
    std::size_t taken = 0;
    for (const image::Index start : {0, 1})
        for (image::Index slice = start; slice < slices; slice += 2)
            times[static_cast<std::size_t>(slice)] = step * static_cast<double>(taken++);
    return times;
}

SimulatedRun simulateRun(const PlannedRun& run, const RunSettings& settings, Progress& progress)
{
    Random random(settings.seed, settings.stream);
    const SimulatedHead& head = *settings.head;
    const PlantedCoding& coding = *settings.coding;
    const image::Grid& grid = settings.grid;
    SimulatedRun result;
    result.movements = wander(run, settings, random);
    const Eigen::MatrixXf added = answers(run, settings);

    // Voxels that the head can reach in this run.
    std::vector<image::Index> reached;
    const Eigen::Matrix4f start = headVoxelFromVoxel(grid, settings.pose, head.echoPlanar.grid);
    for (image::Index v = 0; v < grid.size(); ++v) {
        const image::Voxel voxel = grid.voxel(v);
        bool isNear = false;
        for (int corner = 0; corner < 8 && !isNear; ++corner)
            isNear = contrastAt(head, start,
                                {voxel.i + (corner & 1 ? 1 : -1), voxel.j + (corner & 2 ? 1 : -1),
                                 voxel.k + (corner & 4 ? 1 : -1)})
                     > 0;
        if (isNear || contrastAt(head, start, voxel) > 0)
            reached.push_back(v);
    }

    // Slope and intercept differ from run to run; the intercept is a whole number of steps, so that
    // the background is exactly 0.
    io::NiftiWriteOptions options;
    options.storage = io::NiftiStorage::Int16;
    options.slope = random.uniform(0.3, 0.8);
    const int offset = static_cast<int>(random.below(200));
    options.intercept = options.slope * offset;
    options.repetitionTime = 1.9999987 * settings.repetitionTime / 2; // as real headers round it
    result.nifti = io::niftiHeaderBytes(grid, run.volumes, options);
    const std::size_t headerSize = result.nifti.size();
    const std::vector<std::int16_t> background(static_cast<std::size_t>(grid.size()),
                                               static_cast<std::int16_t>(-offset));
    const std::size_t volumeBytes = background.size() * sizeof(std::int16_t);
    result.nifti.resize(headerSize + volumeBytes * static_cast<std::size_t>(run.volumes));

    SmoothNoise smooth(grid.shape);
    Drift drift(reached, smooth, run.volumes * settings.repetitionTime, random);
    std::vector<float> body = smooth.next(reached, random);
    std::vector<float> addedNow(static_cast<std::size_t>(coding.grid.size()), 0.0F);
    std::vector<std::int16_t> stored;
    const double innovation = std::sqrt(1 - kAutocorrelation * kAutocorrelation);
    for (int t = 0; t < run.volumes; ++t) {
        progress.checkpoint();
        const Movement& movement = result.movements[static_cast<std::size_t>(t)];
        const Eigen::Matrix4f toHead = headVoxelFromVoxel(grid, movement, head.echoPlanar.grid);
        const Eigen::Matrix4f toCoding = headVoxelFromVoxel(grid, movement, coding.grid);
        for (std::size_t v = 0; v < coding.voxels.size(); ++v)
            addedNow[static_cast<std::size_t>(coding.voxels[v])]
                = added(t, static_cast<Eigen::Index>(v));
        drift.at(t * settings.repetitionTime);
        stored = background;
        for (const image::Index index : reached) {
            const auto i = static_cast<std::size_t>(index);
            const image::Voxel voxel = grid.voxel(index);
            const double white = random.normal();
            const float contrast = contrastAt(head, toHead, voxel);
            if (contrast < kBackground)
                continue;
            const Eigen::Vector3f p = placeOf(toCoding, voxel);
            const double percent
                = interpolate(addedNow.data(), coding.grid.shape, p[0], p[1], p[2]);
            const double value
                = kSignal * contrast
                      * (1 + percent / 100 + settings.noise * (drift.of(i) + kBodyNoise * body[i]))
                  + kSignal * settings.noise * kScannerNoise * white;
            const double steps = std::round((value - options.intercept) / options.slope);
            stored[i] = static_cast<std::int16_t>(std::clamp(steps, -32768.0, 32767.0));
        }
        std::memcpy(result.nifti.data() + headerSize + volumeBytes * static_cast<std::size_t>(t),
                    stored.data(), volumeBytes);
        const std::vector<float>& fresh = smooth.next(reached, random);
        for (const image::Index v : reached) {
            float& value = body[static_cast<std::size_t>(v)];
            value = static_cast<float>(kAutocorrelation * value
                                       + innovation * fresh[static_cast<std::size_t>(v)]);
        }
    }
    return result;
}

} // namespace fusiform::simulate
