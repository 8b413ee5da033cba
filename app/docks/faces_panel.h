// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/live/live_pipeline.h"
#include "app/session/session.h"
#include "widgets/faces/face_rows.h"

#include <QWidget>

#include <set>

class QCheckBox;
class QLabel;

namespace fusiform {

class FaceGallery;
class FaceLoupe;
class FaceTheatre;
class ProgressStrip;

/// The gallery of the faces that may be shown, with its enlargements.
class FacesPanel final : public QWidget {
    Q_OBJECT
public:
    /// @param window what an enlarged face covers.
    FacesPanel(Session& session, LivePipeline& live, QWidget* window);

    [[nodiscard]] FaceGallery* gallery() const { return m_gallery; }
    [[nodiscard]] FaceTheatre* theatre() const { return m_theatre; }
    void openTheatre();

Q_SIGNALS:
    /// Every row has pictures of the active region.
    void facesShown();
    void saveRequested(const QImage& picture, const QString& suggestedName);

private:
    void refresh(Session::Changes changes);
    void makeTable();
    void showOriginals(const std::vector<image::Picture>& originals);
    void showResult(const std::shared_ptr<const LiveResult>& shared);
    void showSeal();
    void showLate(bool isLate);
    void markRows();
    [[nodiscard]] QString caption() const;

    Session& m_session;
    LivePipeline& m_live;
    std::shared_ptr<const roi::Region> m_shown; ///< whose faces are on screen
    decode::ShownCodes m_shownCodes = decode::ShownCodes::ContrastMatched; ///< on screen
    std::uint64_t m_generation = 0; ///< of the newest complete row
    std::set<std::size_t> m_completeModels; ///< whose rows are complete in that generation
    std::shared_ptr<const LiveResult> m_numbered; ///< what m_numbers says
    QLabel* m_numbers;
    QLabel* m_seal;
    QLabel* m_warning;
    QCheckBox* m_matched;
    FaceGallery* m_gallery;
    ProgressStrip* m_strip;
    FaceLoupe* m_loupe;
    FaceTheatre* m_theatre;
};

} // namespace fusiform
