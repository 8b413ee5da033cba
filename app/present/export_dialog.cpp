// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/export_dialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>

namespace fusiform {

namespace {

bool isFilm(TalkFormat format)
{
    return format == TalkFormat::FilmMp4 || format == TalkFormat::FilmWebM
           || format == TalkFormat::FilmGif;
}

} // namespace

ExportDialog::ExportDialog(bool canEncode, QWidget* parent)
    : QDialog(parent),
      m_format(new QComboBox(this)),
      m_what(new QComboBox(this)),
      m_steps(new QCheckBox(tr("Every step a page of its own"), this)),
      m_ground(new QComboBox(this)),
      m_width(new QSpinBox(this)),
      m_secondsLabel(new QLabel(this)),
      m_seconds(new QDoubleSpinBox(this)),
      m_whatLabel(new QLabel(tr("Film"), this))
{
    setObjectName(QStringLiteral("exportTalk"));
    setWindowTitle(tr("Export the talk"));
    for (const auto& [format, title] : {std::pair(TalkFormat::Pdf, tr("PDF")),
                                        std::pair(TalkFormat::Html, tr("Web page (one file)")),
                                        std::pair(TalkFormat::Pictures, tr("Pictures (PNG)")),
                                        std::pair(TalkFormat::FilmMp4, tr("Film (MP4)")),
                                        std::pair(TalkFormat::FilmWebM, tr("Film (WebM)")),
                                        std::pair(TalkFormat::FilmGif, tr("Film (GIF)"))}) {
        m_format->addItem(title, static_cast<int>(format));
        auto* const items = qobject_cast<QStandardItemModel*>(m_format->model());
        if (items && isFilm(format) && !canEncode) {
            QStandardItem* const item = items->item(m_format->count() - 1);
            item->setEnabled(false);
            item->setToolTip(tr("Films need ffmpeg, which is not installed. Pictures can be made "
                                "into a film later."));
        }
    }
    m_format->setObjectName(QStringLiteral("talkFormat"));
    m_what->addItem(tr("the talk"), static_cast<int>(TalkExportOptions::What::Talk));
    m_what->addItem(tr("the brain of this slide, once round"),
                    static_cast<int>(TalkExportOptions::What::Turntable));
    m_what->setObjectName(QStringLiteral("talkWhat"));
    m_steps->setChecked(true);
    m_ground->addItem(tr("as on the screen"));
    m_ground->addItem(tr("white"));
    m_ground->setObjectName(QStringLiteral("talkGround"));
    m_width->setRange(320, 3840);
    m_width->setSingleStep(160);
    m_width->setValue(1600);
    m_width->setSuffix(tr(" pixels"));
    m_width->setObjectName(QStringLiteral("talkWidth"));
    m_seconds->setRange(0.5, 60);
    m_seconds->setValue(3);
    m_seconds->setSuffix(tr(" s"));
    m_seconds->setObjectName(QStringLiteral("talkSeconds"));
    auto* const note = new QLabel(
        tr("A .json beside the file says how it was made. Faces of people are in it: mind their "
           "rights before you pass it on."),
        this);
    note->setWordWrap(true);
    note->setProperty("role", QStringLiteral("muted"));
    auto* const buttons = new QDialogButtonBox(this);
    buttons->addButton(tr("Export…"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    auto* const form = new QFormLayout(this);
    form->addRow(tr("As"), m_format);
    form->addRow(m_whatLabel, m_what);
    form->addRow(m_steps);
    form->addRow(tr("Background"), m_ground);
    form->addRow(tr("Width"), m_width);
    form->addRow(m_secondsLabel, m_seconds);
    form->addRow(note);
    form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::showChoices);
    connect(m_what, &QComboBox::currentIndexChanged, this, &ExportDialog::showChoices);
    showChoices();
}

void ExportDialog::showChoices()
{
    const auto format = static_cast<TalkFormat>(m_format->currentData().toInt());
    const bool isMoving = isFilm(format);
    const bool isTurning = isMoving && m_what->currentIndex() == 1;
    m_what->setVisible(isMoving);
    m_whatLabel->setVisible(isMoving);
    m_steps->setVisible(!isMoving);
    m_width->setEnabled(format != TalkFormat::Pdf);
    m_seconds->setVisible(isMoving);
    m_secondsLabel->setVisible(isMoving);
    m_secondsLabel->setText(isTurning ? tr("One turn") : tr("Each step"));
}

TalkExportOptions ExportDialog::options() const
{
    TalkExportOptions options;
    options.format = static_cast<TalkFormat>(m_format->currentData().toInt());
    options.what = static_cast<TalkExportOptions::What>(m_what->currentData().toInt());
    options.isStepByStep = m_steps->isChecked();
    options.isOnWhite = m_ground->currentIndex() == 1;
    options.width = m_width->value();
    options.seconds = m_seconds->value();
    return options;
}

} // namespace fusiform
