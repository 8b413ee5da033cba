// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"

#include <QImage>
#include <QObject>

namespace fusiform {

/// Faces that may be shown, as they were seen and as one region tells them.
struct RegionFaces {
    struct Row {
        QString model; ///< its name in the fit
        std::vector<QImage> faces;
        decode::Decoded decoded;
    };
    std::shared_ptr<const roi::Region> region;
    std::vector<Row> rows; ///< one a face model, in the order of the fit
};

/// Reads the faces of the regions that a talk needs, one after the other, on a thread of its own;
/// what was read once is kept.
class SlideFaces final : public QObject {
    Q_OBJECT
public:
    explicit SlideFaces(QObject* parent = nullptr);

    /// Another fit, other faces or another decoder: all that was read goes.
    void setSource(std::shared_ptr<const OpenedFit> opened, const decode::DecodeOptions& options,
                   decode::ShownCodes shown);
    /// What is there of a region; if nothing is, it is read and regionRead() comes.
    [[nodiscard]] const RegionFaces* of(const std::shared_ptr<const roi::Region>& region);
    [[nodiscard]] const std::vector<QImage>& originals() const { return m_originals; }
    [[nodiscard]] const std::vector<QString>& names() const { return m_names; }

Q_SIGNALS:
    void regionRead();
    void failed(const QString& reason);

private:
    void readNext();
    void take(const LiveResult& result);

    std::shared_ptr<const OpenedFit> m_opened;
    decode::DecodeOptions m_options;
    decode::ShownCodes m_shown = decode::ShownCodes::ContrastMatched;
    std::vector<QString> m_names;
    std::vector<QImage> m_originals;
    std::vector<RegionFaces> m_read;
    std::vector<std::shared_ptr<const roi::Region>> m_wanted; ///< the first is being read
    std::optional<RegionFaces> m_reading;
    std::uint64_t m_generation = 0;
    LivePipeline m_pipeline; // last: it reports to what stands above
};

} // namespace fusiform
