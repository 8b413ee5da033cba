// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/jobs/job_runner.h"
#include "app/session/session.h"
#include "core/import/cortex_surfaces.h"

#include <QToolButton>

#include <map>
#include <memory>

class QAction;
class QMenu;

namespace fusiform::scene {
struct BrainSurface;
}

namespace fusiform {

/// Which surface of the brain is shown, and making it: that of the picture, or one of the
/// subject's cortical surfaces below its study's derivatives, or of a file. The kind is kept for
/// the next fit, and the next start, as far as that has it.
class SurfaceChooser final : public QToolButton {
    Q_OBJECT
public:
    SurfaceChooser(Session& session, JobRunner& jobs, QWidget* parent = nullptr);

    /// Looks for the surfaces of what is open now; nothing is shown until make().
    void showFit();
    /// Makes the surface of choice, if it is still wanted.
    void make();
    /// Shows a surface of FreeSurfer or GIFTI, with what belongs to it.
    void openFile(const QString& file);
    /// The name of what is shown.
    [[nodiscard]] QString shown() const { return text().trimmed(); }
    /// Whether a file is taken for a surface, by its name.
    [[nodiscard]] static bool isSurface(const QString& file);

Q_SIGNALS:
    void surfaceMade(std::shared_ptr<const fusiform::scene::BrainSurface> surface);
    void problem(const QString& text);

private:
    using Kind = import::CortexSurfaceKind;
    void addKind(std::optional<Kind> kind, const QString& name, const QString& tip);
    void choose(std::optional<Kind> kind);
    void askForFile();
    void makeOfPicture();
    void makeOfCortex(const import::CortexFiles& sides, Kind kind);
    void showChoice();
    void deliver(const std::shared_ptr<const OpenedFit>& opened,
                 std::shared_ptr<const scene::BrainSurface> surface);

    Session& m_session;
    JobRunner& m_jobs;
    QMenu* m_menu;
    std::map<std::optional<Kind>, QAction*> m_kinds; ///< none: of the picture
    QAction* m_file;
    import::CortexFiles m_sides; ///< of the fit's subject
    import::CortexChoice m_fromFile; ///< no sides: none was opened
    QString m_fileName;
    std::optional<Kind> m_wanted; ///< what was chosen last
    bool m_isFromFile = false;
    bool m_isStale = false; ///< make() has something to do
};

} // namespace fusiform
