// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/number_origin.h"

#include "app/support/text.h"

#include <QApplication>
#include <QClipboard>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>
#include <QWhatsThis>

#include <algorithm>
#include <utility>

namespace fusiform {

namespace {

/// Enough of a hash to find it again by.
constexpr std::size_t kShownHash = 12;

QString shortHash(const std::string& hash)
{
    return QString::fromStdString(hash.substr(0, kShownHash));
}

QString regionLines(const roi::Region& region)
{
    return NumberOrigin::tr("Region: %1, %2 voxels, hash %3")
               .arg(regionTitle(region),
                    QLocale().toString(static_cast<qlonglong>(region.voxels.count())),
                    shortHash(region.voxels.hash()))
           + QLatin1Char('\n')
           + NumberOrigin::tr("Made by: %1").arg(QString::fromStdString(region.made))
           + QLatin1Char('\n')
           + (region.isEditedWhileLooking
                  ? NumberOrigin::tr("Exploratory: changed while faces or scores were showing")
                  : NumberOrigin::tr(
                      "Confirmatory: never changed while faces or scores were showing"));
}

/// The steps that made the region, as long as it is one of the document's.
QStringList journalLines(const journal::Journal& journal, const roi::Region& region)
{
    const auto& regions = journal.document()->regions;
    const auto found = std::ranges::find_if(regions, [&](const auto& one) {
        return one->name == region.name && one->voxels == region.voxels;
    });
    if (found == regions.end())
        return {NumberOrigin::tr("Journal: the region was changed since")};
    const auto steps = journal.stepsBehind(static_cast<std::size_t>(found - regions.begin()));
    if (steps.empty())
        return {NumberOrigin::tr("Journal: the region is as the fit offers it")};
    QStringList lines{NumberOrigin::tr("Journal, entries behind the region:")};
    for (const std::size_t place : steps) {
        const journal::Journal::Step& step = journal.steps()[place];
        lines.append(QStringLiteral("  %1  %2  %3")
                         .arg(QString::fromStdString(step.time), shortHash(step.hash),
                              QString::fromStdString(step.name)));
    }
    return lines;
}

QStringList fitLines(const OpenedFit& opened)
{
    const glm::Fit& fit = opened.fit;
    QStringList lines{NumberOrigin::tr("Fit: %1, %2")
                          .arg(QString::fromStdString(fit.subject),
                               QString::fromStdString(fit.folder.filename().string())),
                      NumberOrigin::tr("Selection: %1").arg(QString::fromStdString(fit.selection))};
    if (fit.openings.empty())
        lines.append(NumberOrigin::tr("The seal was never opened"));
    for (const glm::Opening& opening : fit.openings)
        lines.append(NumberOrigin::tr("Seal opened: %1, for %2 (%3)")
                         .arg(QString::fromStdString(opening.time),
                              QString::fromStdString(opening.regionName),
                              opening.isConfirmatory ? NumberOrigin::tr("confirmatory")
                                                     : NumberOrigin::tr("exploratory")));
    return lines;
}

void showOrigin(QWidget* parent, const QString& text)
{
    QDialog dialog(parent);
    dialog.setObjectName(QStringLiteral("numberOrigin"));
    dialog.setWindowTitle(NumberOrigin::tr("Where this number comes from"));
    auto* const page = new QPlainTextEdit(text, &dialog);
    page->setReadOnly(true);
    page->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    page->setLineWrapMode(QPlainTextEdit::WidgetWidth);
    auto* const buttons = new QDialogButtonBox(&dialog);
    QPushButton* const copies
        = buttons->addButton(NumberOrigin::tr("Copy"), QDialogButtonBox::ActionRole);
    QPushButton* const closes
        = buttons->addButton(NumberOrigin::tr("Close"), QDialogButtonBox::RejectRole);
    closes->setDefault(true);
    auto* const layout = new QVBoxLayout(&dialog);
    layout->addWidget(page);
    layout->addWidget(buttons);
    QObject::connect(copies, &QPushButton::clicked, &dialog,
                     [&text] { QApplication::clipboard()->setText(text); });
    QObject::connect(closes, &QPushButton::clicked, &dialog, &QDialog::reject);
    dialog.resize(720, 420);
    dialog.exec();
}

} // namespace

NumberOrigin originOf(const LiveResult& result, const Session& session)
{
    const auto opened = session.opened();
    const bool isOpen = opened && opened->isSealOpen;
    const QString faces = isOpen ? NumberOrigin::tr("all %1 test faces")
                                 : NumberOrigin::tr("%1 exploration faces, the others sealed");
    const QString model = opened && result.model < opened->fit.models.size()
                              ? modelTitle(opened->fit.models[result.model].model.name)
                              : QString();
    return {result.region, NumberOrigin::tr("Read by: %1; %2; %3")
                               .arg(decoderText(result.decoded), model,
                                    faces.arg(QLocale().toString(
                                        static_cast<qlonglong>(result.decoded.names.size()))))};
}

QString meaningOfScores()
{
    return NumberOrigin::tr(
        "<p><b>Pairwise</b>: each decoded code is compared, by Pearson's correlation, with the "
        "code "
        "of its own face and with that of each other face. The number is the share of pairs that "
        "its own face wins; ties count half. Chance is 50 %.</p>"
        "<p><b>First of n</b>: how often its own face is the most similar of all. Chance is "
        "1 / n.</p>"
        "<p><b>Voxels</b>: of the region, inside the mask and with finite numbers.</p>"
        "<p><b>λ</b>: the ridge, as a share of the Gram matrix's mean diagonal. 0 is the paper's "
        "equation 3.</p>"
        "<p>Faces that are looked at while a region is chosen make these numbers too good: that is "
        "why half of them are sealed. The manual (F1) has more.</p>");
}

QString originText(const Session& session, const QString& number, const NumberOrigin& origin)
{
    QStringList lines{number, QString(), regionLines(*origin.region), origin.how};
    if (const auto opened = session.opened())
        lines.append(fitLines(*opened));
    if (const journal::Journal* const journal = session.journal()) {
        lines.append(journalLines(*journal, *origin.region));
        lines.append(NumberOrigin::tr("Journal begun %1")
                         .arg(QString::fromStdString(journal->start().time)));
    }
    lines.append(QStringLiteral("Fusiform " FUSIFORM_VERSION));
    return lines.join(QLatin1Char('\n'));
}

void tellOrigin(QLabel* label, const Session& session,
                std::function<std::optional<NumberOrigin>()> origin, const QString& meaning)
{
    label->setContextMenuPolicy(Qt::CustomContextMenu);
    label->setFocusPolicy(Qt::TabFocus); // the menu key reaches it
    QObject::connect(
        label, &QLabel::customContextMenuRequested, label,
        [label, &session, origin = std::move(origin), meaning](const QPoint& at) {
            const auto behind = origin();
            QMenu menu(label);
            menu.addAction(NumberOrigin::tr("Copy"), label,
                           [label] { QApplication::clipboard()->setText(label->text()); })
                ->setEnabled(!label->text().isEmpty());
            const QAction* const means
                = menu.addAction(NumberOrigin::tr("What does this number mean?"));
            QAction* const tells
                = menu.addAction(NumberOrigin::tr("Where this number comes from…"));
            tells->setEnabled(behind && behind->region);
            const QAction* const chosen = menu.exec(label->mapToGlobal(at));
            if (chosen == means)
                QWhatsThis::showText(label->mapToGlobal(QPoint(0, label->height())), meaning,
                                     label);
            else if (chosen == tells && tells->isEnabled())
                showOrigin(label->window(), originText(session, label->text(), *behind));
        });
}

} // namespace fusiform
