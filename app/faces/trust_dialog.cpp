// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/trust_dialog.h"

#include "app/support/text.h"

#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

namespace fusiform {

TrustDialog::TrustDialog(const std::filesystem::path& file, const QString& hash, QWidget* parent)
    : QDialog(parent), m_latents(new QSpinBox(this))
{
    setObjectName(QStringLiteral("trustDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("A face model that is a program"));
    auto* const title = new QLabel(pathText(file.filename()), this);
    title->setProperty("role", QStringLiteral("heading"));
    title->setWordWrap(true);
    auto* const warning = new QLabel(
        tr("This file is a TorchScript program. A program can do all that you can: read, change "
           "and send your files. Trust it only if you know who made it.\n\nYour trust holds for "
           "this file until it changes. The program is tried on random codes first."),
        this);
    warning->setWordWrap(true);
    auto* const sum = new QLabel(hash, this);
    sum->setObjectName(QStringLiteral("programHash"));
    sum->setProperty("role", QStringLiteral("muted"));
    sum->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    sum->setWordWrap(true);
    m_latents->setObjectName(QStringLiteral("programLatents"));
    m_latents->setRange(0, 65536);
    m_latents->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_latents->setSpecialValueText(tr("as the program says"));
    m_latents->setToolTip(tr("How many numbers a code has, where the program does not say it"));
    auto* const form = new QFormLayout;
    form->addRow(tr("SHA-256"), sum);
    form->addRow(tr("Latents"), m_latents);
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    cancel->setDefault(true);
    auto* const trust = new QPushButton(tr("Trust and open"), this);
    trust->setObjectName(QStringLiteral("trustProgram"));
    trust->setAutoDefault(false);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(trust);
    buttons->addWidget(cancel);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(title);
    layout->addWidget(warning);
    layout->addLayout(form);
    layout->addLayout(buttons);
    const int width = 600; // the 64 digits
    resize(width, layout->totalHeightForWidth(width));
    cancel->setFocus();
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(trust, &QPushButton::clicked, this, [this] {
        Q_EMIT trusted(m_latents->value());
        accept();
    });
}

} // namespace fusiform
