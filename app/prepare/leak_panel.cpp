// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/leak_panel.h"

#include "app/support/text.h"
#include "core/io/picture_file.h"
#include "core/util/error.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/pictures.h"
#include "widgets/controls/switch_button.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

namespace {

constexpr std::size_t kMostPairs = 100;
constexpr int kLeakPicture = 72; // pixels

QImage leakPicture(const bids::Study& study, const std::string& stimulus)
{
    try {
        const image::Picture picture
            = io::readReduced(bids::stimulusFile(study, stimulus), [](int width, int height) {
                  return std::min(width, height) / (2 * kLeakPicture);
              }).picture;
        return imageOf(picture).scaled(kLeakPicture, kLeakPicture, Qt::KeepAspectRatio,
                                       Qt::SmoothTransformation);
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData)
            throw;
        return {};
    }
}

} // namespace

std::shared_ptr<const ShownLeaks>
readShownLeaks(const std::filesystem::path& study,
               const std::vector<std::vector<bids::Event>>& events, Progress& progress)
{
    const bids::Study opened = bids::openStudy(study);
    const bids::LeakAudit audit = bids::auditLeaks(opened, events, progress);
    auto shown = std::make_shared<ShownLeaks>();
    shown->identical = audit.count(bids::LeakKind::Identical);
    shown->nearlyIdentical = audit.count(bids::LeakKind::NearlyIdentical);
    shown->compared = audit.hashes.size();
    shown->missing = audit.unreadable;
    for (std::size_t l = 0; l < std::min(kMostPairs, audit.leaks.size()); ++l) {
        progress.checkpoint();
        const bids::Leak& leak = audit.leaks[l];
        shown->pairs.push_back({leak, leakPicture(opened, leak.trainStimulus),
                                leakPicture(opened, leak.testStimulus)});
    }
    return shown;
}

LeakPanel::LeakPanel(QWidget* parent)
    : QWidget(parent),
      m_summary(new QLabel(this)),
      m_leaveOut(new SwitchButton(tr("Leave these pictures out of training"), this)),
      m_table(new QTableWidget(this))
{
    setObjectName(QStringLiteral("leakPanel"));
    m_summary->setObjectName(QStringLiteral("leakSummary"));
    m_summary->setWordWrap(true);
    m_leaveOut->setObjectName(QStringLiteral("leaveLeaksOut"));
    m_leaveOut->setCheckable(true);
    m_leaveOut->setChecked(true);
    m_leaveOut->setToolTip(tr("Of the fits that are started from here. A test face that also "
                              "trained is recognised too easily; the fit remembers the choice."));
    m_table->setObjectName(QStringLiteral("leakTable"));
    m_table->setAccessibleName(tr("Training pictures that are also test faces"));
    m_table->setColumnCount(4);
    m_table->setHorizontalHeaderLabels(
        {tr("Training picture"), tr("Test face"), tr("They are"), tr("r")});
    m_table->horizontalHeaderItem(3)->setToolTip(
        tr("Correlation of the fine detail of the two pictures; copies have more than 0.72."));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setShowGrid(false);
    m_table->setIconSize({kLeakPicture, kLeakPicture});
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(kLeakPicture + 8);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_table->horizontalHeader()->setSectionResizeMode(3, QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 16, 12);
    layout->setSpacing(8);
    layout->addWidget(m_summary);
    layout->addWidget(m_leaveOut, 0, Qt::AlignLeft);
    layout->addWidget(m_table, 1);
    layout->addStretch(0);
    showReason({});
}

bool LeakPanel::areLeftOut() const { return m_leaveOut->isChecked(); }

void LeakPanel::showReason(const QString& text)
{
    m_leaks.reset();
    m_summary->setText(text);
    m_table->hide();
    setAvailable(m_leaveOut, false, text);
}

void LeakPanel::setLeaks(std::shared_ptr<const ShownLeaks> leaks)
{
    if (!leaks) {
        showReason(tr("Training and test pictures are being compared."));
        return;
    }
    m_leaks = std::move(leaks);
    const QLocale locale;
    const auto number
        = [&](std::size_t count) { return locale.toString(static_cast<qulonglong>(count)); };
    const std::size_t found = m_leaks->identical + m_leaks->nearlyIdentical;
    QString text = found == 0
                       ? tr("None of the training pictures is a test face, by its bytes or by "
                            "what it shows (%1 pictures compared).")
                             .arg(number(m_leaks->compared))
                       : tr("%1 training pictures are also test faces: %2 identical, %3 nearly "
                            "identical (%4 pictures compared).")
                             .arg(number(found), number(m_leaks->identical),
                                  number(m_leaks->nearlyIdentical), number(m_leaks->compared));
    if (m_leaks->missing > 0)
        text = tr("%1 %2 pictures are not here and could not be compared.")
                   .arg(text, number(m_leaks->missing));
    m_summary->setText(text);
    setAvailable(m_leaveOut, found > 0, tr("There is none to leave out."));
    m_table->setVisible(found > 0);
    m_table->setRowCount(static_cast<int>(m_leaks->pairs.size()));
    for (int row = 0; row < m_table->rowCount(); ++row)
        fillRow(row, m_leaks->pairs[static_cast<std::size_t>(row)]);
}

void LeakPanel::fillRow(int row, const ShownLeaks::Pair& pair)
{
    const bool isNear = pair.leak.kind == bids::LeakKind::NearlyIdentical;
    const auto set = [&](int column, const QString& text, const QImage& picture) {
        auto* const item = new QTableWidgetItem(text);
        if (!picture.isNull())
            item->setIcon(QIcon(QPixmap::fromImage(picture)));
        m_table->setItem(row, column, item);
        return item;
    };
    const std::filesystem::path train = pair.leak.trainStimulus;
    set(0, pathText(train.filename()), pair.train)
        ->setToolTip(QString::fromStdString(pair.leak.trainStimulus));
    set(1, QString::fromStdString(pair.leak.testFace), pair.test)
        ->setToolTip(QString::fromStdString(pair.leak.testStimulus));
    //: of two pictures
    set(2, isNear ? tr("nearly identical") : tr("identical"), {});
    set(3, QLocale().toString(pair.leak.correlation, 'f', 3), {});
}

} // namespace fusiform
