// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/place_names.h"

#include "app/support/text.h"
#include "core/import/starting_points.h"

#include <QActionGroup>
#include <QFileDialog>
#include <QMenu>

namespace fusiform {

using Kind = import::StartingPoint::Kind;

PlaceNames::PlaceNames(Session& session, JobRunner& jobs, QWidget* window)
    : QObject(window), m_session(session), m_jobs(jobs), m_window(window), m_menu(new QMenu(window))
{
    m_menu->setObjectName(QStringLiteral("placeNames"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &PlaceNames::fill);
}

void PlaceNames::fill()
{
    m_menu->clear();
    auto* const group = new QActionGroup(m_menu);
    const auto add = [&](const QString& text, const std::filesystem::path& file) {
        QAction* const action = m_menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(file == m_file);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, file] { take(file); });
        return action;
    };
    add(tr("None"), {});
    bool isListed = m_file.empty();
    if (const auto opened = m_session.opened())
        for (const import::StartingPoint& point : import::startingPoints(opened->fit)) {
            if (point.kind != Kind::Parcels && point.kind != Kind::StandardAtlas)
                continue;
            isListed |= point.file == m_file;
            QAction* const action = add(QString::fromStdString(point.name), point.file);
            if (point.kind == Kind::StandardAtlas && !import::isInStandardSpace(opened->fit))
                action->setToolTip(tr("Labels of a standard brain (MNI). This brain is in its own "
                                      "space: places are rough."));
        }
    if (!isListed)
        add(pathText(m_file.filename()), m_file);
    m_menu->addSeparator();
    connect(m_menu->addAction(tr("Label image…")), &QAction::triggered, this, &PlaceNames::choose);
}

void PlaceNames::choose()
{
    const QString file = QFileDialog::getOpenFileName(
        m_window, tr("Names at the cursor"), {}, tr("Label images (*.nii *.nii.gz *.mgz *.mgh)"));
    if (!file.isEmpty())
        take(pathOf(file));
}

void PlaceNames::take(const std::filesystem::path& file)
{
    if (file.empty()) {
        m_atlas.reset();
        m_file.clear();
        Q_EMIT changed();
        return;
    }
    m_jobs.start(tr("Read %1").arg(pathText(file.filename())), [this, file](Progress&) {
        auto atlas = std::make_shared<const import::Atlas>(import::readAtlas(file, {}));
        return JobRunner::Deliver([this, file, atlas] {
            m_atlas = atlas;
            m_file = file;
            Q_EMIT changed();
        });
    });
}

QString PlaceNames::at(const image::MmPoint& place) const
{
    if (!m_atlas)
        return {};
    const image::Grid& grid = m_atlas->labels.grid;
    const image::Voxel voxel = grid.nearest(place);
    if (!grid.contains(voxel))
        return {};
    const float value = m_atlas->labels.values[static_cast<std::size_t>(grid.index(voxel))];
    const auto label = static_cast<std::int64_t>(value);
    if (label == 0)
        return {};
    const auto name = m_atlas->names.find(label);
    const QString atlas = QString::fromStdString(m_atlas->name);
    if (name != m_atlas->names.end())
        return tr("%1: %2").arg(atlas, QString::fromStdString(name->second.name));
    //: an atlas and the number of a label without a name
    return tr("%1 %2").arg(atlas).arg(label);
}

} // namespace fusiform
