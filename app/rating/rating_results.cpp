// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rating/rating_results.h"

#include "app/results/section_view.h"
#include "app/support/new_folder.h"
#include "app/support/text.h"
#include "core/task/figure_export.h"
#include "core/util/atomic_file.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMessageBox>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

RatingResults::RatingResults(std::shared_ptr<const task::ToldRatings> told, QWidget* parent)
    : QDialog(parent), m_told(std::move(told)), m_view(new SectionView(this))
{
    setObjectName(QStringLiteral("ratingResults"));
    setWindowTitle(tr("What raters preferred"));
    auto* const saveAll = new QPushButton(tr("Save all…"), this);
    saveAll->setObjectName(QStringLiteral("saveRatings"));
    saveAll->setToolTip(
        tr("A folder with the report as HTML, every figure as SVG and every table as TSV."));
    auto* const close = new QPushButton(tr("Close"), this);
    close->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    buttons->setContentsMargins(20, 12, 20, 16);
    buttons->addWidget(saveAll);
    buttons->addStretch(1);
    buttons->addWidget(close);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addLayout(buttons);
    m_view->show({m_told, &m_told->section});
    resize(1000, 760);
    connect(m_view, &SectionView::figureRequested, this, &RatingResults::askForFigure);
    connect(saveAll, &QPushButton::clicked, this, &RatingResults::askForFolder);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

void RatingResults::saveFigure(const QString& figure, const std::filesystem::path& file)
{
    const auto found = std::ranges::find(m_told->section.figures, figure.toStdString(),
                                         &results::NamedFigure::name);
    if (found == m_told->section.figures.end())
        return;
    complain(problemOf([&] {
        task::exportFigure(m_told->section, *found, {file, 18, 300, {}},
                           {{"command", m_told->command}});
    }));
}

void RatingResults::askForFigure(const QString& figure)
{
    QString kind;
    QString file = QFileDialog::getSaveFileName(this, tr("Save the figure"),
                                                QStringLiteral("preference_%1.pdf").arg(figure),
                                                tr("PDF (*.pdf);;SVG (*.svg);;PNG (*.png)"), &kind);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += kind.section(QLatin1Char('*'), 1).chopped(1);
    saveFigure(figure, pathOf(file));
}

void RatingResults::save(const std::filesystem::path& folder)
{
    complain(problemOf([&] {
        AtomicFolder output(folder, AtomicFolder::Existing::Refuse);
        task::writeRatings(*m_told, output.path());
        output.commit();
    }));
}

void RatingResults::askForFolder()
{
    if (const auto folder
        = askForNewFolder(this, tr("The folder that the report makes"), "preference"))
        save(*folder);
}

void RatingResults::complain(const QString& problem)
{
    if (problem.isEmpty())
        return;
    auto* const box
        = new QMessageBox(QMessageBox::Warning, windowTitle(), problem, QMessageBox::Ok, this);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace fusiform
