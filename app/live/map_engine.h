// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/mailbox.h"
#include "app/session/document.h"
#include "core/decode/evidence.h"
#include "core/face_model/attribute_axes.h"

#include <QObject>

#include <map>
#include <thread>

namespace fusiform {

/// What the brain is painted with.
enum class MapKind {
    Faces, ///< t of faces - fixation
    Gain,
    Evidence,
    Attribute,
    Similarity,
    Reliability,
    NoiseCeiling,
    Searchlight,
};

/// A map that is asked for; only what its kind needs is set.
struct MapRequest {
    std::uint64_t number = 0; ///< later requests have larger ones
    std::shared_ptr<const OpenedFit> opened;
    std::size_t model = 0;
    MapKind kind = MapKind::Faces;
    std::shared_ptr<const roi::Region> region; ///< of the evidence
    Eigen::Index face = 0; ///< among the exploration faces
    std::optional<Eigen::Index> over; ///< evidence against it; none: the mean of the others
    decode::DecodeOptions options; ///< of the evidence
    face_model::AttributeAxis axis;
};

/// A map on the grid of the fit.
struct MadeMap {
    MapRequest request;
    std::shared_ptr<const image::Volume> values;
    bool hasP = false; ///< whether a false discovery rate can be set
    /// The least size of a value that is called at a false discovery rate of 5 %; none: nothing is.
    std::optional<double> fdrThreshold;
    double decision = 0; ///< of the evidence: the difference of r that the voxels sum to
    QString problem; ///< why there is none
};

/// Makes maps on a thread of its own: a newer wish replaces the one that waits. Evidence is kept up
/// at the cost of what changed in the region. It sees exploration faces only.
class MapEngine final : public QObject {
    Q_OBJECT
public:
    explicit MapEngine(QObject* parent = nullptr);
    ~MapEngine() override;

    void make(MapRequest request);
    /// Gives the processor to what is more urgent: the map that is being made is not delivered, and
    /// has to be asked for again. Evidence goes on from where it was.
    void interrupt();

Q_SIGNALS:
    void mapMade(std::shared_ptr<const fusiform::MadeMap> map);

private:
    struct Input {
        MapRequest request;
        std::stop_token token;
    };
    void work(const std::stop_token& token);
    [[nodiscard]] std::shared_ptr<const MadeMap> pass(const Input& input);
    void addValues(MadeMap& made, Progress& progress);
    [[nodiscard]] std::vector<float> evidence(MadeMap& made, Progress& progress);

    Mailbox<Input> m_mailbox;
    std::stop_source m_passStop;
    // Of the worker alone:
    std::shared_ptr<const OpenedFit> m_opened; ///< what these are of
    std::map<std::size_t, decode::EvidenceMapper> m_mappers; ///< by model
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
