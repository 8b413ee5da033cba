// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/section_view.h"

#include "app/results/result_table.h"
#include "app/support/text.h"
#include "widgets/controls/icons.h"
#include "widgets/plots/figure_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace fusiform {

SectionView::SectionView(QWidget* parent) : QScrollArea(parent)
{
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
}

void SectionView::show(std::shared_ptr<const results::Section> section, const QString& reason)
{
    const bool isOther = section != m_section;
    m_section = std::move(section);
    auto* const content = new QWidget;
    content->setBackgroundRole(QPalette::Base);
    content->setAutoFillBackground(true);
    m_layout = new QVBoxLayout(content);
    m_layout->setContentsMargins(24, 16, 24, 24);
    m_layout->setSpacing(12);
    setWidget(content); // the old one goes with all that was in it
    if (!m_section) {
        addText(reason, "muted");
    } else {
        const QString title = translated(m_section->title);
        //: %1: an analysis
        addText(m_section->subject.empty()
                    ? tr("%1, over subjects").arg(title)
                    //: %1: a subject, %2: an analysis
                    : tr("%1: %2").arg(QString::fromStdString(m_section->subject), title),
                "heading");
        for (const Text& missing : m_section->missing)
            addText(translated(missing), "warning");
        for (const results::NamedFigure& figure : m_section->figures)
            addFigure(figure);
        for (const results::Table& table : m_section->tables)
            addTable(table);
        if (*m_section->method.source)
            addText(translated(m_section->method), "muted");
    }
    m_layout->addStretch(1);
    if (isOther)
        verticalScrollBar()->setValue(0);
}

void SectionView::addText(const QString& text, const char* role)
{
    auto* const label = new QLabel(text, widget());
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(label);
}

void SectionView::addFigure(const results::NamedFigure& figure)
{
    auto* const view = new FigureView(translated, widget());
    view->setFigure([drawn = figure.figure](double) { return drawn; });
    constexpr double kPixelsPerMm = 4.4;
    view->setMinimumWidth(qCeil(figure.figure.widthMm * kPixelsPerMm));
    const QString name = QString::fromStdString(figure.name);
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, [this, view, name](const QPoint& at) {
        QMenu menu(view);
        connect(menu.addAction(themedIcon("image-down"), tr("Save the figure…")),
                &QAction::triggered, this, [this, name] { Q_EMIT figureRequested(name); });
        menu.exec(view->mapToGlobal(at));
    });
    auto* const edit = new QToolButton(widget());
    edit->setObjectName(QStringLiteral("edit_%1").arg(name));
    edit->setIcon(themedIcon("image-down"));
    edit->setAutoRaise(true);
    edit->setToolTip(tr("Size, text and colours of this figure, and save it"));
    edit->setAccessibleName(tr("Save the figure…"));
    connect(edit, &QToolButton::clicked, this, [this, name] { Q_EMIT figureRequested(name); });
    auto* const row = new QHBoxLayout;
    row->addWidget(view, 1);
    row->addWidget(edit, 0, Qt::AlignTop);
    m_layout->addLayout(row);
}

void SectionView::addTable(const results::Table& table)
{
    addText(translated(table.title), "section");
    auto* const view = new ResultTable(widget());
    view->setObjectName(QStringLiteral("result_%1").arg(QString::fromStdString(table.name)));
    view->setTable(table);
    m_layout->addWidget(view);
}

} // namespace fusiform
