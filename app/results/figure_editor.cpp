// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/results/figure_editor.h"

#include "app/results/paper_view.h"
#include "app/support/text.h"
#include "core/report/cairo_painter.h"
#include "core/report/svg.h"
#include "core/results/analyses.h"
#include "core/task/figure_export.h"
#include "widgets/controls/swatch.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QColorDialog>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFontDatabase>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalBlocker>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

namespace {

constexpr const char* kWidthKey = "figures/widthCm";
constexpr const char* kDotsKey = "figures/dots";
constexpr const char* kTextKey = "figures/textPercent";
constexpr const char* kTitleKey = "figures/title";
constexpr const char* kFontKey = "figures/font";

constexpr std::array kColorInks = {report::Ink::First, report::Ink::Second, report::Ink::Third};

} // namespace

FigureEditor::FigureEditor(std::shared_ptr<const task::EvaluationRun> run, FigurePlace place,
                           QWidget* parent)
    : QDialog(parent),
      m_run(std::move(run)),
      m_place(std::move(place)),
      m_paper(new PaperView(this)),
      m_preset(new QComboBox(this)),
      m_font(new QComboBox(this)),
      m_width(new QDoubleSpinBox(this)),
      m_dots(new QSpinBox(this)),
      m_text(new QSpinBox(this)),
      m_letter(new QLineEdit(this)),
      m_title(new QCheckBox(tr("With its title"), this))
{
    setObjectName(QStringLiteral("figureEditor"));
    setWindowTitle(tr("Figure"));
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(16);
    layout->addWidget(m_paper, 1);
    layout->addWidget(makeSide());
    restore();
    show();
}

QToolButton* FigureEditor::colorButton(report::Ink ink)
{
    auto* const button = new QToolButton(this);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setToolTip(tr("Choose another colour"));
    const auto number = std::ranges::find(kColorInks, ink) - kColorInks.begin() + 1;
    button->setAccessibleName(tr("Colour %1").arg(number));
    button->setObjectName(QStringLiteral("figureColor%1").arg(number));
    connect(button, &QToolButton::clicked, this, [this, ink] { chooseColor(ink); });
    m_colorButtons.emplace_back(ink, button);
    return button;
}

QWidget* FigureEditor::makeSide()
{
    auto* const side = new QWidget(this);
    m_preset->setObjectName(QStringLiteral("figurePreset"));
    m_preset->addItem(tr("One column"), 8.9);
    m_preset->addItem(tr("One column and a half"), 12.0);
    m_preset->addItem(tr("Two columns"), 18.0);
    m_preset->addItem(tr("A slide"), 25.0);
    m_preset->addItem(tr("Another width"), 0.0);
    m_width->setObjectName(QStringLiteral("figureWidth"));
    m_width->setRange(5, 60);
    m_width->setDecimals(1);
    m_width->setSuffix(tr(" cm"));
    m_dots->setObjectName(QStringLiteral("figureDots"));
    m_dots->setRange(50, 1200);
    m_dots->setSingleStep(50);
    m_dots->setSuffix(tr(" dots an inch"));
    m_dots->setToolTip(tr("Of a PNG; SVG and PDF are sharp at any size."));
    m_text->setObjectName(QStringLiteral("figureText"));
    m_text->setRange(50, 300);
    m_text->setSingleStep(10);
    m_text->setSuffix(tr(" %"));
    m_font->setObjectName(QStringLiteral("figureFont"));
    m_font->setToolTip(
        tr("Figures are laid out for Inter; texts of a wider font are made smaller."));
    m_font->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_font->addItem(tr("Inter (built in)"), QString());
    for (const QString& family : QFontDatabase::families(QFontDatabase::Latin))
        if (QFontDatabase::isSmoothlyScalable(family) && !family.startsWith(QLatin1String("Inter")))
            m_font->addItem(family, family);
    m_letter->setObjectName(QStringLiteral("figureLetter"));
    m_letter->setMaxLength(3);
    m_letter->setPlaceholderText(tr("none"));
    m_title->setObjectName(QStringLiteral("figureTitle"));
    auto* const colors = new QHBoxLayout;
    for (const report::Ink ink : kColorInks)
        colors->addWidget(colorButton(ink));
    colors->addStretch(1);
    auto* const form = new QFormLayout;
    form->setVerticalSpacing(8);
    form->addRow(tr("Size"), m_preset);
    form->addRow(tr("Width"), m_width);
    form->addRow(tr("Font"), m_font);
    form->addRow(tr("Text"), m_text);
    form->addRow(tr("Panel letter"), m_letter);
    form->addRow(tr("Colours"), colors);
    form->addRow(QString(), m_title);
    form->addRow(tr("Sharpness"), m_dots);
    auto* const save = new QPushButton(tr("Save…"), side);
    save->setObjectName(QStringLiteral("saveFigure"));
    save->setDefault(true);
    save->setToolTip(
        tr("As SVG, PDF or PNG, with its numbers (TSV) and settings (JSON) beside it"));
    auto* const copyIt = new QPushButton(tr("Copy"), side);
    copyIt->setObjectName(QStringLiteral("copyFigure"));
    copyIt->setToolTip(tr("Copies the picture, to be pasted elsewhere."));
    auto* const close = new QPushButton(tr("Close"), side);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(copyIt);
    buttons->addStretch(1);
    buttons->addWidget(close);
    buttons->addWidget(save);
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(form);
    layout->addStretch(1);
    layout->addLayout(buttons);
    connect(m_preset, &QComboBox::activated, this, [this] {
        if (const double cm = m_preset->currentData().toDouble(); cm > 0)
            m_width->setValue(cm);
    });
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &FigureEditor::show);
    connect(m_font, &QComboBox::currentIndexChanged, this, &FigureEditor::show);
    connect(m_text, &QSpinBox::valueChanged, this, &FigureEditor::show);
    connect(m_letter, &QLineEdit::textChanged, this, &FigureEditor::show);
    connect(m_title, &QCheckBox::toggled, this, &FigureEditor::show);
    connect(save, &QPushButton::clicked, this, &FigureEditor::askAndSave);
    connect(copyIt, &QPushButton::clicked, this, &FigureEditor::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    return side;
}

void FigureEditor::restore()
{
    const QSettings settings;
    const QSignalBlocker width(m_width);
    const QSignalBlocker text(m_text);
    const QSignalBlocker title(m_title);
    const QSignalBlocker font(m_font);
    // A font that is gone from the machine: the program's own.
    m_font->setCurrentIndex(
        std::max(0, m_font->findData(settings.value(QLatin1String(kFontKey)).toString())));
    m_width->setValue(settings.value(QLatin1String(kWidthKey), 18.0).toDouble());
    m_dots->setValue(settings.value(QLatin1String(kDotsKey), 300).toInt());
    m_text->setValue(settings.value(QLatin1String(kTextKey), 100).toInt());
    m_title->setChecked(settings.value(QLatin1String(kTitleKey), true).toBool());
}

void FigureEditor::remember() const
{
    QSettings settings;
    settings.setValue(QLatin1String(kWidthKey), m_width->value());
    settings.setValue(QLatin1String(kDotsKey), m_dots->value());
    settings.setValue(QLatin1String(kTextKey), m_text->value());
    settings.setValue(QLatin1String(kTitleKey), m_title->isChecked());
    settings.setValue(QLatin1String(kFontKey), m_font->currentData());
}

report::FigureStyle FigureEditor::style() const
{
    return {m_text->value() / 100.0, m_title->isChecked(), m_letter->text().toStdString(), m_colors,
            m_font->currentData().toString().toStdString()};
}

results::Section FigureEditor::section() const
{
    return results::sectionOf(m_run->evaluation, m_place.key, m_place.subject,
                              10 * m_width->value());
}

report::Figure FigureEditor::figure() const
{
    const results::Section told = section();
    const auto found = std::ranges::find(told.figures, m_place.figure, &results::NamedFigure::name);
    return found == told.figures.end() ? report::Figure{} : report::styled(found->figure, style());
}

void FigureEditor::show()
{
    const report::Figure drawn = figure();
    m_paper->setFigure(drawn);
    const int preset = m_preset->findData(m_width->value());
    m_preset->setCurrentIndex(preset >= 0 ? preset : m_preset->count() - 1);
    for (const auto& [ink, button] : m_colorButtons)
        button->setIcon(swatch(QColor(QString::fromStdString(report::paperColor(drawn, ink)))));
}

void FigureEditor::chooseColor(report::Ink ink)
{
    const QColor now(QString::fromStdString(report::paperColor(figure(), ink)));
    const QColor chosen = QColorDialog::getColor(now, this, tr("Colour"));
    if (!chosen.isValid())
        return;
    std::erase_if(m_colors, [&](const report::InkColor& own) { return own.ink == ink; });
    m_colors.push_back({ink, chosen.name().toStdString()});
    show();
}

void FigureEditor::save(const std::filesystem::path& file) const
{
    const results::Section told = section();
    const auto found = std::ranges::find(told.figures, m_place.figure, &results::NamedFigure::name);
    if (found == told.figures.end())
        throw failure(FUSIFORM_TR("core", "There is no figure %1.").arg(m_place.figure));
    Json provenance = Json::object();
    for (const auto& [name, value] : m_run->facts.provenance)
        provenance[name] = value;
    provenance["faces"] = m_run->facts.faces;
    provenance["command"] = m_run->facts.command;
    task::exportFigure(told, *found,
                       {file, m_width->value(), static_cast<double>(m_dots->value()), style()},
                       provenance);
}

void FigureEditor::askAndSave()
{
    const std::string subject = m_place.subject.empty() ? "group" : m_place.subject;
    const QString name
        = QString::fromStdString(subject + "_" + m_place.key + "_" + m_place.figure + ".pdf");
    QString kind;
    QString file = QFileDialog::getSaveFileName(this, tr("Save the figure"), name,
                                                tr("PDF (*.pdf);;SVG (*.svg);;PNG (*.png)"), &kind);
    if (file.isEmpty())
        return;
    if (QFileInfo(file).suffix().isEmpty())
        file += kind.section(QLatin1Char('*'), 1).chopped(1);
    remember();
    const QString wrong = problemOf([&] { save(pathOf(file)); });
    if (!wrong.isEmpty())
        return Q_EMIT problem(wrong);
    Q_EMIT saved(file);
    accept();
}

void FigureEditor::copy()
{
    remember();
    const report::Figure drawn = figure();
    report::CairoPainter painter
        = report::CairoPainter::picture(drawn.widthMm, drawn.heightMm, m_dots->value());
    painter.draw(drawn, {0, 0});
    const std::string png = painter.bytes();
    QApplication::clipboard()->setImage(QImage::fromData(
        QByteArray::fromRawData(png.data(), static_cast<qsizetype>(png.size())), "PNG"));
}

} // namespace fusiform
