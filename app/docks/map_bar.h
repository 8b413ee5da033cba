// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/docks/searchlight_dialog.h"
#include "app/jobs/job_runner.h"
#include "app/live/live_pipeline.h"
#include "app/live/map_engine.h"
#include "app/session/session.h"
#include "core/decode/searchlight.h"
#include "core/present/brain_look.h"
#include "widgets/controls/range_slider.h"
#include "widgets/scene/layers.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace fusiform {

/// A searchlight of a fit, finished or as far as it has come.
struct SearchlightRun {
    std::shared_ptr<const OpenedFit> opened;
    std::size_t model = 0;
    SearchlightFaces faces = SearchlightFaces::Exploration;
    decode::SearchlightOptions options;
    decode::SearchlightMap map;
    std::shared_ptr<const image::Volume> values; ///< its accuracy
};

/// Chooses the map that the brain is painted with, and its threshold. Evidence follows the region
/// once its faces are read; a searchlight fills in while its job runs.
class MapBar final : public QWidget {
    Q_OBJECT
public:
    MapBar(Session& session, JobRunner& jobs, const LivePipeline& live, QWidget* parent);

    /// What the chosen map needs to know: which face, over which; a row of its own.
    [[nodiscard]] QWidget* details() const { return m_details; }
    [[nodiscard]] const std::optional<scene::Overlay>& overlay() const { return m_overlay; }
    /// Whether only voxels of the active region have values.
    [[nodiscard]] bool isOfRegion() const { return m_overlay && m_painted == MapKind::Evidence; }
    /// The quantity and whether its threshold is corrected.
    [[nodiscard]] QString legend() const;
    /// The exploration face that is looked at.
    void setFocusFace(int face);
    void choose(MapKind kind);
    /// What is chosen, to be chosen again.
    [[nodiscard]] present::PaintedMap painted() const;
    /// A map that this fit does not have gives way to that of faces.
    void show(const present::PaintedMap& map);
    /// Starts a job on the model that is chosen now; the map fills in as it runs.
    void runSearchlight(SearchlightFaces faces, double radiusMm, int permutations);

Q_SIGNALS:
    void overlayChanged();

private:
    void choose(MapKind kind, bool isPositiveShown, bool isNegativeShown);
    void makeDetails();
    void refresh(Session::Changes changes);
    void giveWay(bool isLiveBusy);
    void fillLists();
    void fillAttributes();
    void showAvailability();
    [[nodiscard]] QString whyNot(MapKind kind) const;
    [[nodiscard]] MapKind kind() const;
    [[nodiscard]] Eigen::Index face() const;
    void showDetails();
    void ask();
    [[nodiscard]] QString whyNothing() const;
    [[nodiscard]] MapRequest request() const;
    void showMade(const MadeMap& made);
    void showSearchlight(const std::shared_ptr<const SearchlightRun>& run);
    void paint(std::shared_ptr<const image::Volume> values);
    void showNothing(const QString& reason);
    void moveThreshold(const RangeSlider::Values& values);
    void setThreshold(const RangeSlider::Values& values);
    void makeTails();
    void showTails();
    void linkTails(bool areLinked);
    void showCorrection();
    [[nodiscard]] QString correction() const;

    Session& m_session;
    JobRunner& m_jobs;
    const LivePipeline& m_live;
    QComboBox* m_kind;
    QLabel* m_correction;
    QToolButton* m_fdr;
    bool m_hasFdr = false; ///< of the kind of map, where the fit has p values
    RangeSlider* m_slider;
    QWidget* m_details;
    QComboBox* m_face;
    QLabel* m_overLabel;
    QComboBox* m_over;
    QComboBox* m_attribute;
    QLabel* m_note;
    QWidget* m_tails; ///< of a map with two: which are shown, and whether they go together
    QToolButton* m_negative;
    QToolButton* m_link;
    QToolButton* m_positive;
    std::vector<face_model::AttributeAxis> m_axes;
    std::optional<scene::Overlay> m_overlay;
    MapKind m_painted
        = MapKind::Faces; ///< what the overlay shows; the chosen map may be on its way
    std::optional<double> m_called; ///< least value that passes the correction of the map
    bool m_hasCorrection = false;
    bool m_isThresholdOwn = false; ///< moved by hand since the map was chosen
    std::optional<RangeSlider::Values> m_wanted; ///< of the map that is on its way
    bool m_isOutOfDate = false; ///< the faces are still being read
    int m_focus = 0;
    std::uint64_t m_asked = 0;
    std::uint64_t m_shown = 0;
    std::shared_ptr<const SearchlightRun> m_searchlight;
    MapEngine m_engine;
};

} // namespace fusiform
