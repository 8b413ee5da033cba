// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/searchlight_dialog.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QSpinBox>
#include <QStandardItemModel>
#include <QVBoxLayout>

namespace fusiform {

SearchlightDialog::SearchlightDialog(const QString& whyNoTraining, QWidget* parent)
    : QDialog(parent),
      m_faces(new QComboBox(this)),
      m_radius(new QDoubleSpinBox(this)),
      m_permutations(new QSpinBox(this))
{
    setObjectName(QStringLiteral("searchlightDialog"));
    setWindowTitle(tr("Searchlight"));
    auto* const note
        = new QLabel(tr("Decodes faces from the voxels around every voxel and maps how many pairs "
                        "of faces are told apart. The sealed faces stay sealed."),
                     this);
    note->setProperty("role", QStringLiteral("muted"));
    note->setWordWrap(true);
    m_faces->setObjectName(QStringLiteral("searchlightFaces"));
    m_faces->addItem(tr("exploration faces"), static_cast<int>(SearchlightFaces::Exploration));
    m_faces->addItem(tr("training faces, cross-validated (slower)"),
                     static_cast<int>(SearchlightFaces::Training));
    m_faces->setToolTip(
        tr("Training faces are single trials, each decoded by weights that have not "
           "seen its session: hundreds of faces instead of a few, but noisy ones."));
    auto* const training = qobject_cast<QStandardItemModel*>(m_faces->model())->item(1);
    training->setEnabled(whyNoTraining.isEmpty());
    training->setToolTip(whyNoTraining);
    m_radius->setObjectName(QStringLiteral("searchlightRadius"));
    m_radius->setRange(2, 60);
    m_radius->setDecimals(1);
    m_radius->setValue(8);
    m_radius->setSuffix(tr(" mm"));
    m_permutations->setObjectName(QStringLiteral("searchlightPermutations"));
    m_permutations->setRange(0, 100000);
    m_permutations->setSingleStep(100);
    m_permutations->setValue(1000);
    m_permutations->setSpecialValueText(tr("none: uncorrected"));
    m_permutations->setToolTip(tr("Of the names of the faces; their maximum over the brain "
                                  "corrects the threshold for the number of voxels."));
    auto* const form = new QFormLayout;
    form->addRow(tr("Faces"), m_faces);
    form->addRow(tr("Radius"), m_radius);
    form->addRow(tr("Permutations"), m_permutations);
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    auto* const start = new QPushButton(tr("Start"), this);
    start->setObjectName(QStringLiteral("startSearchlight"));
    start->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(start);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addWidget(note);
    layout->addLayout(form);
    layout->addLayout(buttons);
    resize(420, sizeHint().height());
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(start, &QPushButton::clicked, this, [this] {
        Q_EMIT runRequested(static_cast<SearchlightFaces>(m_faces->currentData().toInt()),
                            m_radius->value(), m_permutations->value());
        accept();
    });
}

} // namespace fusiform
