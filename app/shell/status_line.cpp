// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/status_line.h"

#include "app/support/text.h"

#include <QLabel>
#include <QLocale>

#include <cmath>

namespace fusiform {

StatusLine::StatusLine(Session& session, LivePipeline& live, const PlaceNames& names,
                       QWidget* parent)
    : QStatusBar(parent),
      m_session(session),
      m_names(names),
      m_cursor(new QLabel(this)),
      m_update(new QLabel(this))
{
    setObjectName(QStringLiteral("statusLine"));
    setSizeGripEnabled(false);
    m_cursor->setObjectName(QStringLiteral("cursorText"));
    m_update->setObjectName(QStringLiteral("updateText"));
    m_cursor->setContentsMargins(8, 2, 8, 2);
    m_update->setContentsMargins(8, 2, 8, 2);
    addWidget(m_cursor, 1);
    addPermanentWidget(m_update);
    connect(&session, &Session::changed, this, [this](Session::Changes changes) {
        if (changes & (Session::FitChange | Session::CursorChange))
            showCursor();
        if (changes & Session::FitChange)
            m_update->clear();
    });
    connect(&names, &PlaceNames::changed, this, &StatusLine::showCursor);
    connect(&live, &LivePipeline::resultReady, this,
            [this](const auto& result) { showResult(*result); });
}

void StatusLine::showCursor()
{
    const auto opened = m_session.opened();
    if (!opened) {
        m_cursor->clear();
        return;
    }
    const glm::Fit& fit = opened->fit;
    const QLocale locale;
    const Eigen::Vector3d& at = m_session.cursor().at;
    const image::Voxel voxel = fit.grid.nearest(m_session.cursor());
    const QString name = m_names.at(m_session.cursor());
    const QString numbers = tr("x %1  y %2  z %3 mm  ·  voxel %4 %5 %6")
                                .arg(locale.toString(at[0], 'f', 1), locale.toString(at[1], 'f', 1),
                                     locale.toString(at[2], 'f', 1))
                                .arg(voxel.i)
                                .arg(voxel.j)
                                .arg(voxel.k);
    const QString place = name.isEmpty() ? numbers : tr("%1  ·  %2").arg(numbers, name);
    const Eigen::Index position
        = fit.grid.contains(voxel) ? fit.positionOf(fit.grid.index(voxel)) : -1;
    if (position < 0) {
        m_cursor->setText(tr("%1  ·  outside the brain mask").arg(place));
        return;
    }
    const double t = static_cast<double>(fit.tFace[static_cast<std::size_t>(position)]);
    m_cursor->setText(tr("%1  ·  t %2").arg(place, locale.toString(t, 'f', 1)));
}

void StatusLine::showResult(const LiveResult& result)
{
    if (result.model != m_session.model())
        return;
    const QLocale locale;
    const auto leftOut = static_cast<qlonglong>(result.decoded.leftOut);
    m_update->setToolTip(
        leftOut > 0 ? tr("%1 more voxels of the region are left out: outside the brain mask, or "
                         "without finite numbers.")
                          .arg(locale.toString(leftOut))
                    : QString());
    m_update->setText(tr("%1 voxels  ·  %2  ·  condition %3  ·  %4 ms")
                          .arg(locale.toString(static_cast<qlonglong>(result.decoded.voxels)),
                               decoderText(result.decoded),
                               std::isnan(result.decoded.conditionNumber)
                                   ? QStringLiteral("…")
                                   : locale.toString(result.decoded.conditionNumber, 'g', 4),
                               locale.toString(result.milliseconds, 'f', 0)));
}

} // namespace fusiform
