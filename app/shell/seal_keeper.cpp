// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/seal_keeper.h"

#include "app/session/unseal.h"
#include "app/support/text.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/theme_colors.h"

#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

namespace fusiform {

SealKeeper::SealKeeper(Session& session, JobRunner& jobs, QWidget* window)
    : QObject(window), m_session(session), m_jobs(jobs), m_window(window)
{
}

QString SealKeeper::question(const OpenedFit& opened, const roi::Region& region) const
{
    const QLocale locale;
    const QString state
        = region.isEditedWhileLooking
              ? tr(
                  "The region was changed while faces were showing: what the sealed faces say will "
                  "be marked exploratory.")
              : tr("The region was not changed while faces were showing: what the sealed faces say "
                   "will be marked confirmatory.");
    const QString before
        = opened.fit.openings.empty()
              ? tr("Nobody has opened them yet.")
              : tr("Openings recorded before: %1, the last for “%2”.")
                    .arg(locale.toString(static_cast<qlonglong>(opened.fit.openings.size())),
                         QString::fromStdString(opened.fit.openings.back().regionName));
    return tr("%1 confirmation faces are sealed, so that a region can be chosen without looking at "
              "them. This cannot be taken back: the fit keeps a record of the region “%2” (%3 "
              "voxels, its hash, how it was made), the time and the version of the program.")
               .arg(locale.toString(static_cast<qlonglong>(opened.sealedCount())),
                    regionTitle(region),
                    locale.toString(static_cast<qlonglong>(region.voxels.count())))
           + QStringLiteral("\n\n") + state + QStringLiteral("\n\n") + before;
}

void SealKeeper::ask()
{
    const auto opened = m_session.opened();
    const auto region = m_session.activeRegion();
    if (!opened || !region || opened->sealedCount() == 0)
        return;
    auto* const box = new QMessageBox(m_window);
    box->setObjectName(QStringLiteral("sealDialog"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Open the sealed faces"));
    box->setIconPixmap(
        iconPixmap("lock", themeColor("warning"), 32, m_window->devicePixelRatioF()));
    box->setText(tr("Open the confirmation faces for “%1”?").arg(regionTitle(*region)));
    box->setInformativeText(question(*opened, *region));
    auto* const yes = box->addButton(tr("Open the faces"), QMessageBox::DestructiveRole);
    yes->setObjectName(QStringLiteral("openSeal"));
    auto* const no = box->addButton(tr("Cancel"), QMessageBox::RejectRole);
    no->setObjectName(QStringLiteral("keepSeal"));
    box->setDefaultButton(no);
    box->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, opened, region] { open(opened, region); });
    box->open();
}

void SealKeeper::open(const std::shared_ptr<const OpenedFit>& opened,
                      const std::shared_ptr<const roi::Region>& region)
{
    m_jobs.start(
        tr("Open the sealed faces"), [this, opened, region](Progress&) -> JobRunner::Deliver {
            const auto result = unsealed(*opened, *region);
            return [this, result, region] {
                m_session.showUnsealed(result);
                Q_EMIT this->opened(
                    tr("The seal was opened for “%1”; this is recorded in %2.")
                        .arg(regionTitle(*region), pathText(result->fit.folder / "openings.json")));
            };
        });
}

} // namespace fusiform
