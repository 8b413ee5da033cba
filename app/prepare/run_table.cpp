// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/run_table.h"

#include "core/preprocess/quality.h"
#include "core/report/plots_quality.h"
#include "widgets/controls/theme_colors.h"

#include <QHeaderView>
#include <QLocale>
#include <QSignalBlocker>

#include <cmath>

namespace fusiform {

namespace {

constexpr double kManyOutliers = 10; // % of the volumes
constexpr double kMuchLost = 5; // % of the mask

QString number(double value, int digits)
{
    return std::isfinite(value) ? QLocale().toString(value, 'f', digits) : QStringLiteral("–");
}

Qt::Alignment alignmentOf(int column)
{
    return (column == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter;
}

struct Cell {
    QString text;
    bool isWarning = false;
};

/// Column by column what there is to say of a run; dashes before it is preprocessed.
std::vector<Cell> cellsOf(const PreparedRun& run)
{
    const QString name = QString::fromStdString(report::shortRunName(run.name));
    if (!run.result)
        return {{name},
                {QStringLiteral("–")},
                {QStringLiteral("–")},
                {QStringLiteral("–")},
                {QStringLiteral("–")},
                {QStringLiteral("–")}};
    const preprocess::RunReport& report = run.result->report;
    const double outliers = 100 * static_cast<double>(report.outliers.size())
                            / static_cast<double>(std::max<image::Index>(1, report.volumes));
    const double lost = 100 * report.lostSignal;
    return {{name},
            {number(report.meanDisplacement, 3)},
            {number(report.largestDisplacement, 2),
             report.largestDisplacement > preprocess::kMotionOutlierMm},
            {number(outliers, 1), outliers > kManyOutliers},
            {number(report.tsnrMedian, 0)},
            {number(lost, 1), lost > kMuchLost}};
}

} // namespace

RunTable::RunTable(QWidget* parent) : QTableWidget(parent)
{
    setObjectName(QStringLiteral("runTable"));
    setAccessibleName(tr("Runs"));
    const QStringList titles
        = {tr("Run"), tr("FD mean"), tr("FD max"), tr("Outliers, %"), tr("tSNR"), tr("Lost, %")};
    const QStringList tips
        = {tr("A run without its tick is left out of fits."),
           tr("Mean framewise displacement in mm (Power 2012)"),
           tr("Largest framewise displacement in mm; above 0.5 a volume is an outlier"),
           tr("Share of the volumes that moved or jumped"),
           tr("Median temporal signal-to-noise ratio in the mask"),
           tr("Share of the usual mask that this run's mask lacks")};
    setColumnCount(static_cast<int>(titles.size()));
    setHorizontalHeaderLabels(titles);
    for (int column = 0; column < columnCount(); ++column) {
        horizontalHeaderItem(column)->setToolTip(tips[column]);
        horizontalHeaderItem(column)->setTextAlignment(alignmentOf(column));
    }
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    verticalHeader()->hide();
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setMinimumSectionSize(24);
    connect(this, &QTableWidget::currentCellChanged, this, [this](int row, int, int before, int) {
        if (row != before && row >= 0)
            Q_EMIT runChosen(row);
    });
    connect(this, &QTableWidget::itemChanged, this, &RunTable::report);
}

void RunTable::setRuns(std::span<const PreparedRun> runs)
{
    const int current = std::max(0, currentRow());
    const QSignalBlocker blocker(this);
    setRowCount(static_cast<int>(runs.size()));
    for (int row = 0; row < rowCount(); ++row)
        fillRow(row, runs[static_cast<std::size_t>(row)]);
    if (!runs.empty())
        setCurrentCell(std::min(current, rowCount() - 1), 0);
}

void RunTable::fillRow(int row, const PreparedRun& run)
{
    const std::vector<Cell> cells = cellsOf(run);
    for (int column = 0; column < columnCount(); ++column) {
        const Cell& cell = cells[static_cast<std::size_t>(column)];
        auto* const item = new QTableWidgetItem(cell.text);
        item->setTextAlignment(alignmentOf(column));
        if (run.dropped)
            item->setForeground(themeColor("faintText"));
        else if (cell.isWarning)
            item->setForeground(themeColor("warning"));
        item->setToolTip(QString::fromStdString(run.name));
        setItem(row, column, item);
    }
    QTableWidgetItem* const use = item(row, 0);
    use->setFlags(use->flags() | Qt::ItemIsUserCheckable);
    use->setCheckState(run.dropped ? Qt::Unchecked : Qt::Checked);
    if (run.dropped)
        use->setToolTip(tr("%1\nDropped by %2, %3: %4")
                            .arg(QString::fromStdString(run.name),
                                 QString::fromStdString(run.dropped->who),
                                 QString::fromStdString(run.dropped->when),
                                 QString::fromStdString(run.dropped->why)));
    else if (!run.result)
        use->setToolTip(
            run.hasImage ? tr("%1\nNot preprocessed yet").arg(QString::fromStdString(run.name))
                         : tr("%1\nIts image is not here").arg(QString::fromStdString(run.name)));
}

void RunTable::report(QTableWidgetItem* item)
{
    if (item->column() == 0)
        Q_EMIT useRequested(item->row(), item->checkState() == Qt::Checked);
}

} // namespace fusiform
