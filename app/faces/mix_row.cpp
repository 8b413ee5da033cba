// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/mix_row.h"

#include "widgets/faces/face_slot.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QVBoxLayout>

namespace fusiform {

using face_model::MixKind;

namespace {

constexpr int kSide = 92;

} // namespace

MixRow::MixRow(QWidget* parent)
    : QWidget(parent),
      m_kinds(new QButtonGroup(this)),
      m_position(new QSlider(Qt::Horizontal, this)),
      m_line(new QHBoxLayout(this))
{
    m_line->setContentsMargins(0, 0, 0, 0);
    m_line->setSpacing(8);
    m_line->addLayout(makeKinds());
    m_line->addSpacing(8);
    for (std::size_t place = 0; place < m_places.size(); ++place) {
        const QString letter(QLatin1Char(static_cast<char>('A' + place)));
        auto* const slot = m_places[place] = new FaceSlot(letter, FaceSlot::Use::TakesFaces, this);
        slot->setObjectName(QStringLiteral("slot") + letter);
        slot->setAccessibleName(tr("Face %1").arg(letter));
        slot->setSide(kSide);
        connect(slot, &FaceSlot::dropped, this,
                [this, place](const CarriedFace& face) { Q_EMIT dropped(place, face); });
    }
    const std::array signs = {QChar(0x2212), QChar(QLatin1Char('+'))};
    m_line->addWidget(m_places[0]);
    for (std::size_t s = 0; s < signs.size(); ++s) {
        m_signs[s] = new QLabel(signs[s], this);
        m_signs[s]->setProperty("role", QStringLiteral("number"));
        m_line->addWidget(m_signs[s]);
        if (s == 0)
            m_line->addWidget(m_position, 1);
        m_line->addWidget(m_places[s + 1]);
    }
    m_line->addStretch(1);

    m_mix.position = 50;
    m_position->setObjectName(QStringLiteral("position"));
    m_position->setRange(0, 100);
    m_position->setValue(m_mix.position);
    m_position->setAccessibleName(tr("Position between A and B"));
    m_position->setToolTip(m_position->accessibleName());
    m_position->setMinimumWidth(96);
    m_position->setMaximumWidth(280);
    connect(m_position, &QSlider::valueChanged, this, [this](int position) {
        m_mix.position = position;
        Q_EMIT positionMoved();
    });
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    showKind();
}

QVBoxLayout* MixRow::makeKinds()
{
    auto* const kinds = new QVBoxLayout;
    kinds->setSpacing(4);
    const std::array names = {tr("One face"), tr("Between two"), tr("A − B + C")};
    const std::array tips = {tr("The face as the model sees it, and moved along axes"),
                             tr("On the way from A to B in latent space"),
                             tr("What makes A differ from B, added to C (Fig. 1b of the paper)")};
    for (std::size_t k = 0; k < names.size(); ++k) {
        auto* const button = new QPushButton(names[k], this);
        button->setCheckable(true);
        button->setToolTip(tips[k]);
        m_kinds->addButton(button, static_cast<int>(k));
        kinds->addWidget(button);
    }
    m_kinds->setExclusive(true);
    connect(m_kinds, &QButtonGroup::idClicked, this, [this](int id) {
        m_mix.kind = static_cast<MixKind>(id);
        showKind();
        Q_EMIT kindChosen(m_kinds->button(id)->text());
    });
    return kinds;
}

void MixRow::showKind()
{
    m_kinds->button(static_cast<int>(m_mix.kind))->setChecked(true);
    for (std::size_t place = 0; place < m_places.size(); ++place)
        m_places[place]->setVisible(place < m_mix.count());
    for (QLabel* const sign : m_signs)
        sign->setVisible(m_mix.kind == MixKind::Arithmetic);
    m_position->setVisible(m_mix.kind == MixKind::Between);
}

void MixRow::setMix(const FaceMix& mix)
{
    m_mix = mix;
    const QSignalBlocker quiet(m_position);
    m_position->setValue(mix.position);
    for (std::size_t place = 0; place < m_places.size(); ++place)
        m_places[place]->setFace(mix.faces[place]);
    showKind();
}

void MixRow::setFace(std::size_t place, const CarriedFace& face)
{
    m_mix.faces[place] = face;
    m_places[place]->setFace(face);
}

std::size_t MixRow::freePlace() const
{
    for (std::size_t place = 0; place < m_mix.count(); ++place)
        if (m_mix.faces[place].picture.isNull())
            return place;
    return 0;
}

QString MixRow::placeName(std::size_t place) const { return m_places[place]->accessibleName(); }

void MixRow::addButtons(QVBoxLayout* buttons) { m_line->addLayout(buttons); }

} // namespace fusiform
