// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/problem_list.h"

#include "app/support/text.h"
#include "widgets/controls/icons.h"
#include "widgets/controls/theme_colors.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>

namespace fusiform {

namespace {

constexpr std::size_t kFilesInTip = 12;

/// What to do, for problems whose sentence does not say so.
QString remedy(const bids::Problem& problem)
{
    if (problem.kind == "no_slice_timing")
        return QCoreApplication::translate("fusiform::ProblemList",
                                           "Choose the slice order above before preprocessing.");
    if (problem.kind == "no_stimuli" || problem.kind == "missing_stimuli")
        return QCoreApplication::translate(
            "fusiform::ProblemList", "Put the pictures into the folder stimuli of the study.");
    if (problem.kind == "stimuli_not_downloaded" && !problem.files.empty())
        return QCoreApplication::translate("fusiform::ProblemList",
                                           "Fetch them with \"datalad get stimuli\".");
    if (problem.kind == "no_events")
        return QCoreApplication::translate(
            "fusiform::ProblemList", "Without events a run cannot be fitted; add its events.tsv.");
    if (problem.kind == "unreadable")
        return QCoreApplication::translate("fusiform::ProblemList",
                                           "Give yourself the right to read them.");
    return {};
}

QString filesOf(const bids::Problem& problem)
{
    QStringList names;
    for (std::size_t f = 0; f < std::min(kFilesInTip, problem.files.size()); ++f)
        names.append(pathText(problem.files[f]));
    if (problem.files.size() > kFilesInTip)
        names.append(QStringLiteral("…"));
    return names.join(QLatin1Char('\n'));
}

} // namespace

ProblemList::ProblemList(QWidget* parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("problemList"));
    setAccessibleName(tr("Problems of the study"));
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(6);
}

void ProblemList::setProblems(std::span<const bids::Problem> problems)
{
    while (QLayoutItem* const item = m_layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        std::unique_ptr<QLayoutItem> gone(item);
    }
    if (problems.empty())
        addLine("circle-check", "good", tr("No problem was found."), {});
    for (const bids::Problem& problem : problems) {
        const QString action = remedy(problem);
        const QString text = translated(problem.message);
        const bool isNote = problem.severity == bids::Severity::Note;
        const bool isError = problem.severity == bids::Severity::Error;
        addLine(isNote ? "info" : "triangle-alert",
                isNote    ? "mutedText"
                : isError ? "error"
                          : "warning",
                action.isEmpty() ? text : tr("%1 %2", "a problem, what to do").arg(text, action),
                filesOf(problem));
    }
}

void ProblemList::addLine(const char* icon, const char* color, const QString& text,
                          const QString& tip)
{
    auto* const line = new QWidget(this);
    auto* const sign = new QLabel(line);
    sign->setPixmap(iconPixmap(icon, themeColor(color), 16, devicePixelRatioF()));
    auto* const words = new QLabel(text, line);
    words->setWordWrap(true);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse);
    line->setToolTip(tip);
    auto* const layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sign, 0, Qt::AlignTop);
    layout->addWidget(words, 1);
    m_layout->addWidget(line);
}

} // namespace fusiform
