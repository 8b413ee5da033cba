// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/region_edits.h"

#include "app/support/text.h"
#include "core/import/region_file.h"
#include "core/roi/components.h"
#include "core/roi/expression.h"
#include "core/roi/mirror.h"
#include "core/roi/morphology.h"
#include "core/roi/region_files.h"

#include <QColorDialog>
#include <QFileDialog>
#include <QInputDialog>
#include <QLocale>
#include <QWidget>

#include <algorithm>

namespace fusiform {

namespace {

/// A mask with what was said of it while it was read.
struct ReadMask {
    roi::Region region;
    QStringList notes;
};

ReadMask readMask(const std::filesystem::path& file, const glm::Fit& fit, const Progress& progress)
{
    ReadMask mask;
    Progress listening(progress.token(), {},
                       [&](NoteLevel, const Text& text) { mask.notes << translated(text); });
    mask.region = import::readRegion(file, fit, {}, listening);
    return mask;
}

} // namespace

RegionEdits::RegionEdits(Session& session, JobRunner& jobs, QWidget* window)
    : QObject(window), m_session(session), m_jobs(jobs), m_window(window)
{
}

void RegionEdits::reshape(
    const QString& name, const char* how,
    const std::function<image::VoxelSet(const image::VoxelSet&, const image::Grid&)>& shape)
{
    const auto opened = m_session.opened();
    const auto region = m_session.activeRegion();
    if (!opened || !region)
        return;
    if (region->isLocked) {
        Q_EMIT problem(tr("%1 is locked: unlock it to change it.").arg(regionTitle(*region)));
        return;
    }
    roi::Region changed = *region;
    changed.voxels = shape(region->voxels, opened->fit.grid).intersected(opened->inMask);
    if (changed.voxels == region->voxels) {
        Q_EMIT said(tr("%1 stays as it is.").arg(regionTitle(*region)));
        return;
    }
    changed.made = std::string(how) + " " + region->made;
    changed.isEditedWhileLooking = region->isEditedWhileLooking || m_session.isWatching();
    m_session.replaceRegion(std::move(changed), name.arg(regionTitle(*region)), Session::Merge::No);
}

/// The longest edge, so that a step reaches every neighbour along the axes.
double RegionEdits::oneVoxel() const
{
    const auto opened = m_session.opened();
    return opened ? opened->fit.grid.affine.voxelSize().maxCoeff() : 0;
}

void RegionEdits::grow()
{
    reshape(tr("Grow %1"), "grown", [this](const auto& set, const auto& grid) {
        Progress silent;
        return roi::grown(set, grid, oneVoxel(), silent);
    });
}

void RegionEdits::shrink()
{
    reshape(tr("Shrink %1"), "shrunk", [this](const auto& set, const auto& grid) {
        Progress silent;
        return roi::shrunk(set, grid, oneVoxel(), silent);
    });
}

void RegionEdits::mirror()
{
    reshape(tr("Mirror %1"), "mirrored",
            [](const auto& set, const auto& grid) { return roi::mirrored(set, grid); });
}

void RegionEdits::keepLargestPiece()
{
    reshape(tr("Keep the largest piece of %1"), "largest piece of",
            [](const auto& set, const auto&) {
                return roi::largestComponent(set, roi::Neighbours::Edges);
            });
}

void RegionEdits::fillHoles()
{
    reshape(tr("Fill the holes of %1"), "filled",
            [](const auto& set, const auto&) { return roi::withHolesFilled(set); });
}

void RegionEdits::takeComplement()
{
    reshape(tr("Complement of %1"), "complement of",
            [this](const auto& set, const auto&) { return m_session.opened()->inMask.minus(set); });
}

void RegionEdits::chooseColour()
{
    const auto region = m_session.activeRegion();
    if (!region)
        return;
    const auto& [r, g, b] = region->colour;
    const QColor chosen = QColorDialog::getColor(QColor(r, g, b), m_window,
                                                 tr("Colour of %1").arg(regionTitle(*region)));
    if (chosen.isValid())
        m_session.setRegionColour(m_session.document().active,
                                  {static_cast<std::uint8_t>(chosen.red()),
                                   static_cast<std::uint8_t>(chosen.green()),
                                   static_cast<std::uint8_t>(chosen.blue())});
}

void RegionEdits::askForExpression()
{
    QStringList names;
    for (const auto& region : m_session.document().regions)
        names << QString::fromStdString(region->name);
    QString text;
    for (QString wrong;;) {
        const QString question
            = tr("+ union, - without, & both, ^ only one of them, ! not; names with blanks in "
                 "\"quotes\".")
              + QLatin1Char('\n') + tr("Regions: %1").arg(names.join(QStringLiteral(", ")))
              + (wrong.isEmpty() ? QString() : QStringLiteral("\n\n") + wrong);
        bool isAccepted = false;
        text = QInputDialog::getText(m_window, tr("Combine regions"), question, QLineEdit::Normal,
                                     text, &isAccepted);
        if (!isAccepted || text.trimmed().isEmpty())
            return;
        wrong = problemOf([&] { combine(text); });
        if (wrong.isEmpty())
            return;
    }
}

void RegionEdits::combine(const QString& expression)
{
    const auto opened = m_session.opened();
    if (!opened)
        return;
    const Document& document = m_session.document();
    roi::Region made;
    bool isEdited = false;
    roi::ExpressionNames names;
    names.everything = opened->inMask;
    for (const auto& region : document.regions)
        names.known.push_back(region->name);
    names.find = [&](const std::string& name) {
        const auto region
            = *std::ranges::find(document.regions, name, [](const auto& one) { return one->name; });
        isEdited = isEdited || region->isEditedWhileLooking;
        return region->voxels;
    };
    const std::string text = expression.trimmed().toStdString();
    made.voxels = roi::setOf(text, names);
    made.name = text;
    made.made = "combined: " + text;
    made.colour = roi::kSkyBlue;
    made.isEditedWhileLooking = isEdited || m_session.isWatching();
    if (made.voxels.isEmpty())
        throw usage(FUSIFORM_TR("core", "No voxel is left of %1.").arg(text));
    m_session.addRegion(std::move(made), tr("Combine regions"));
}

void RegionEdits::chooseMask()
{
    const QString file = QFileDialog::getOpenFileName(
        m_window, tr("Open a mask"), {},
        tr("Masks and labels (*.nii *.nii.gz *.mgz *.label *.label.gii *.gii)"));
    if (!file.isEmpty())
        importMask(pathOf(file));
}

void RegionEdits::importMask(const std::filesystem::path& file)
{
    const auto opened = m_session.opened();
    if (!opened)
        return;
    m_jobs.start(tr("Reading %1").arg(pathText(file.filename())),
                 [this, opened, file](Progress& progress) -> JobRunner::Deliver {
                     auto mask = std::make_shared<ReadMask>(readMask(file, opened->fit, progress));
                     return [this, opened, mask] {
                         if (m_session.opened() != opened)
                             return;
                         mask->region.isEditedWhileLooking = m_session.isWatching();
                         m_session.addRegion(mask->region, tr("Open a mask"));
                         if (!mask->notes.isEmpty())
                             Q_EMIT said(mask->notes.join(QLatin1Char(' ')));
                     };
                 });
}

void RegionEdits::chooseExport()
{
    const auto region = m_session.activeRegion();
    if (!region)
        return;
    const QString file = QFileDialog::getSaveFileName(
        m_window, tr("Save %1 as a mask").arg(regionTitle(*region)),
        QString::fromStdString(region->name) + QStringLiteral(".nii.gz"),
        tr("NIfTI masks (*.nii.gz *.nii)"));
    if (file.isEmpty())
        return;
    const QString wrong = problemOf([&] { exportMask(pathOf(file)); });
    if (!wrong.isEmpty())
        Q_EMIT problem(wrong);
}

void RegionEdits::exportMask(const std::filesystem::path& file)
{
    const auto region = m_session.activeRegion();
    roi::writeMask(file, {region->voxels, m_session.opened()->fit.grid});
    Q_EMIT said(tr("%1 is saved in %2.").arg(regionTitle(*region), pathText(file)));
}

} // namespace fusiform
