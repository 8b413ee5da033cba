// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/thirds_controls.h"

#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace fusiform {

ThirdsControls::ThirdsControls(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_adjust(new QPushButton(this)),
      m_planes(new QWidget(this)),
      m_behind(makeBox("occipitalBehind", tr("Occipital lies behind this y"))),
      m_below(makeBox("temporalBelow", tr("Temporal lies below this z")))
{
    m_adjust->setObjectName(QStringLiteral("adjustThirds"));
    m_adjust->setText(tr("Adjust the thirds"));
    m_adjust->setCheckable(true);
    m_adjust->setToolTip(tr("Shows where the selected voxels are cut into occipital, temporal and "
                            "frontoparietal: drag the lines in the slices (T)."));
    auto* const equal = new QPushButton(tr("Equal thirds"), m_planes);
    equal->setObjectName(QStringLiteral("equalThirds"));
    equal->setToolTip(tr("Cuts where the three hold equally many voxels."));
    auto* const form = new QFormLayout(m_planes);
    form->setContentsMargins(0, 6, 0, 0);
    form->setSpacing(6);
    form->addRow(tr("Occipital behind y"), m_behind);
    form->addRow(tr("Temporal below z"), m_below);
    form->addRow(equal);
    m_planes->hide();
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 6);
    layout->setSpacing(0);
    layout->addWidget(m_adjust);
    layout->addWidget(m_planes);

    connect(m_adjust, &QPushButton::toggled, this, [this](bool isOn) {
        m_planes->setVisible(isOn);
        Q_EMIT adjustRequested(isOn);
    });
    for (QDoubleSpinBox* const box : {m_behind, m_below}) {
        connect(box, &QDoubleSpinBox::valueChanged, this, &ThirdsControls::apply);
        connect(box, &QDoubleSpinBox::editingFinished, &m_session, &Session::endGesture);
    }
    connect(equal, &QPushButton::clicked, this, [this] {
        const auto opened = m_session.opened();
        m_session.endGesture();
        m_session.moveThirds(roi::equalThirds(opened->fit, opened->fit.models.front()));
        m_session.endGesture();
    });
    connect(&session, &Session::changed, this, &ThirdsControls::refresh);
    refresh(Session::FitChange);
}

QDoubleSpinBox* ThirdsControls::makeBox(const char* name, const QString& accessibleName)
{
    auto* const box = new QDoubleSpinBox(m_planes);
    box->setObjectName(QLatin1String(name));
    box->setAccessibleName(accessibleName);
    box->setToolTip(accessibleName);
    box->setRange(-300, 300);
    box->setDecimals(1);
    box->setSuffix(tr(" mm"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

void ThirdsControls::setAdjusting(bool isOn) { m_adjust->setChecked(isOn); }

void ThirdsControls::refresh(Session::Changes changes)
{
    if (!(changes & (Session::FitChange | Session::RegionChange)))
        return;
    const bool hasThirds = m_session.opened() && !m_session.opened()->fit.models.empty();
    m_adjust->setEnabled(hasThirds);
    m_planes->setEnabled(hasThirds);
    const QSignalBlocker quiet(m_behind);
    const QSignalBlocker quietToo(m_below);
    m_behind->setValue(m_session.document().thirds.occipitalBehind);
    m_below->setValue(m_session.document().thirds.temporalBelow);
}

void ThirdsControls::apply() { m_session.moveThirds({m_behind->value(), m_below->value()}); }

} // namespace fusiform
