// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/slide_brain.h"
#include "app/present/slide_content.h"
#include "app/present/slide_faces.h"
#include "app/session/session.h"

namespace fusiform {

/// Makes of a scene and what is open a slide that can be painted. Faces that have not been read yet
/// are asked for; changed() comes when they are there.
class SlideBuilder final : public QObject {
    Q_OBJECT
public:
    explicit SlideBuilder(Session& session, QObject* parent = nullptr);

    [[nodiscard]] SlideContent contentOf(const present::Scene& scene);
    [[nodiscard]] SlideBrain::Shown brainOf(const present::Scene& scene,
                                            const present::SceneStep& step) const;
    /// Of the document, by name; the first if none has it; null if there is none.
    [[nodiscard]] std::shared_ptr<const roi::Region> regionOf(const present::Scene& scene) const;
    /// How many faces may be shown.
    [[nodiscard]] const std::vector<QString>& faceNames() const { return m_faces.names(); }
    [[nodiscard]] const std::vector<QImage>& originals() const { return m_faces.originals(); }

Q_SIGNALS:
    void changed();
    void failed(const QString& reason);

private:
    void follow();
    [[nodiscard]] QString originOf(const roi::Region& region, const RegionFaces& read) const;

    Session& m_session;
    SlideFaces m_faces;
};

} // namespace fusiform
