// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/preference_panel.h"

#include "app/support/text.h"
#include "widgets/controls/icons.h"
#include "widgets/faces/face_tile.h"

#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QScrollArea>
#include <QSpinBox>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

/// Three faces in a row: what is preferred least, the mean face, what is preferred most.
class PreferencePanel::Strip final : public QWidget {
public:
    explicit Strip(QWidget* parent) : QWidget(parent)
    {
        for (FaceTile*& tile : m_tiles) {
            tile = new FaceTile(this);
            tile->setFadeMilliseconds(80);
        }
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    }
    void setFaces(const PreferredFaces& faces, const QString& who)
    {
        const QString number = QLocale().toString(faces.request.deviations, 'g', 3);
        const std::array pictures = {faces.low, faces.mean, faces.high};
        const std::array tips
            = {PreferencePanel::tr("%1: mean face − %2 sd along the preferred direction")
                   .arg(who, number),
               PreferencePanel::tr("The mean face of training"),
               PreferencePanel::tr("%1: mean face + %2 sd along the preferred direction")
                   .arg(who, number)};
        for (std::size_t t = 0; t < m_tiles.size(); ++t) {
            FaceCell cell;
            cell.picture = pictures[t];
            m_tiles[t]->setCell(cell);
            m_tiles[t]->setToolTip(tips[t]);
            m_tiles[t]->setAccessibleName(tips[t]);
        }
    }
    [[nodiscard]] QSize sizeHint() const override { return {216, 72}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return sideFor(width); }

protected:
    void resizeEvent(QResizeEvent*) override
    {
        const int side = std::min(sideFor(width()), height());
        const int left = (width() - 3 * side - 2 * kGap) / 2;
        for (std::size_t t = 0; t < m_tiles.size(); ++t)
            m_tiles[t]->setGeometry(left + static_cast<int>(t) * (side + kGap), 0, side, side);
    }

private:
    static constexpr int kGap = 4;
    static constexpr int kLargest = 128;
    static int sideFor(int width) { return std::clamp((width - 2 * kGap) / 3, 24, kLargest); }
    std::array<FaceTile*, 3> m_tiles{};
};

PreferencePanel::PreferencePanel(Session& session, std::shared_ptr<ModelShelf> shelf,
                                 QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_engine(std::move(shelf), this),
      m_title(new QLabel(this)),
      m_speed(new QLabel(this)),
      m_strip(new Strip(this)),
      m_kind(new QComboBox(this)),
      m_deviations(new QSpinBox(this)),
      m_pin(new QToolButton(this)),
      m_pins(new QVBoxLayout)
{
    m_title->setObjectName(QStringLiteral("preferenceTitle"));
    m_title->setWordWrap(true);
    m_speed->setObjectName(QStringLiteral("preferenceSpeed"));
    m_speed->setProperty("role", QStringLiteral("faint"));
    m_strip->setObjectName(QStringLiteral("preferenceFaces"));
    m_kind->setObjectName(QStringLiteral("preferenceKind"));
    m_kind->setAccessibleName(tr("Preference of a region"));
    m_kind->addItem(tr("mean of the region"));
    m_kind->addItem(tr("first component"));
    m_kind->setToolTip(tr("What stands for a region: the mean of its voxels' weights, or the "
                          "direction along which they are largest."));
    m_deviations->setObjectName(QStringLiteral("preferenceDeviations"));
    m_deviations->setAccessibleName(tr("Standard deviations shown"));
    m_deviations->setRange(1, 30);
    m_deviations->setValue(8);
    m_deviations->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_deviations->setPrefix(QStringLiteral("± "));
    m_deviations->setSuffix(tr(" sd"));
    m_deviations->setToolTip(tr("How far from the mean face, in training standard deviations along "
                                "the preferred direction."));
    m_pin->setObjectName(QStringLiteral("preferencePin"));
    m_pin->setIcon(themedIcon("plus"));
    m_pin->setText(tr("Pin"));
    m_pin->setToolTip(tr("Keep these faces below, to compare (K)."));
    m_pin->setEnabled(false);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(6);
    auto* const options = new QHBoxLayout;
    options->addWidget(m_deviations);
    options->addStretch(1);
    options->addWidget(m_pin);
    auto* const caveat
        = new QLabel(tr("What the voxel's weights say, not a proof of what it is tuned to: latents "
                        "that vary together share their weights."),
                     this);
    caveat->setProperty("role", QStringLiteral("faint"));
    caveat->setWordWrap(true);
    auto* const content = new QWidget(this);
    auto* const layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 8, 12, 8);
    layout->setSpacing(6);
    layout->addWidget(m_title);
    layout->addWidget(m_strip);
    layout->addWidget(m_kind);
    layout->addLayout(options);
    layout->addLayout(m_pins);
    layout->addWidget(caveat);
    layout->addWidget(m_speed);
    layout->addStretch(1);
    auto* const scroll = new QScrollArea(this);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    // The panel's own colour shows through.
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* const outer = new QVBoxLayout(this);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(scroll);
    connect(&session, &Session::changed, this, &PreferencePanel::refresh);
    connect(&m_engine, &PreferenceEngine::facesMade, this, &PreferencePanel::showFaces);
    connect(&m_engine, &PreferenceEngine::failed, m_title, &QLabel::setText);
    connect(m_kind, &QComboBox::activated, this, &PreferencePanel::ask);
    connect(m_deviations, &QSpinBox::valueChanged, this, &PreferencePanel::ask);
    connect(m_pin, &QToolButton::clicked, this, &PreferencePanel::pin);
}

void PreferencePanel::refresh(Session::Changes changes)
{
    if (changes & Session::FitChange) {
        m_hovered.reset();
        m_shown.reset();
        m_title->clear();
        m_pin->setEnabled(false);
        qDeleteAll(findChildren<QWidget*>(QStringLiteral("pinnedPreference")));
    }
    if (changes & (Session::FitChange | Session::ModelChange)
        || (changes & Session::RegionChange && !m_hovered && !m_session.isPainting()))
        ask();
}

void PreferencePanel::setHovered(const std::optional<image::MmPoint>& at)
{
    std::optional<image::Index> voxel;
    if (const auto opened = m_session.opened(); opened && at) {
        const image::Voxel nearest = opened->fit.grid.nearest(*at);
        if (opened->inMask.contains(nearest))
            voxel = opened->fit.grid.index(nearest);
    }
    if (voxel == m_hovered)
        return;
    m_hovered = voxel;
    ask();
}

void PreferencePanel::ask()
{
    const auto opened = m_session.opened();
    // Behind another dock it would only take time from the live faces.
    if (!isVisible() || !opened || opened->fit.models.empty())
        return;
    PreferenceRequest request;
    request.opened = opened;
    request.model = m_session.model();
    request.voxel = m_hovered;
    request.region = m_session.activeRegion();
    request.kind = m_kind->currentIndex() == 0 ? decode::RegionPreference::Mean
                                               : decode::RegionPreference::FirstComponent;
    request.deviations = m_deviations->value();
    m_engine.show(std::move(request));
}

void PreferencePanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    ask();
}

QString PreferencePanel::titleOf(const PreferredFaces& faces) const
{
    const QLocale locale;
    const QString model
        = modelTitle(faces.request.opened->fit.models[faces.request.model].model.name);
    const QString strength = locale.toString(faces.preference.strength, 'g', 2);
    if (faces.request.voxel) {
        const image::Voxel voxel = faces.request.opened->fit.grid.voxel(*faces.request.voxel);
        return tr("Voxel %1 %2 %3 · %4 · %5 % a sd")
            .arg(voxel.i)
            .arg(voxel.j)
            .arg(voxel.k)
            .arg(model, strength);
    }
    return tr("%1 · %2 · %3 % a sd").arg(regionTitle(*faces.request.region), model, strength);
}

void PreferencePanel::showFaces(const std::shared_ptr<const PreferredFaces>& faces)
{
    if (faces->request.opened != m_session.opened() || !faces->request.region)
        return;
    m_shown = faces;
    const bool isKnown = faces->preference.voxels > 0;
    m_title->setText(isKnown ? titleOf(*faces) : tr("No usable voxel there."));
    m_pin->setEnabled(isKnown && !faces->high.isNull());
    m_strip->setFaces(*faces, m_title->text());
    m_speed->setText(tr("%1 ms").arg(QLocale().toString(faces->milliseconds, 'f', 0)));
}

void PreferencePanel::pin()
{
    if (!m_shown || m_shown->high.isNull())
        return;
    if (m_pins->count() >= kMostPins)
        delete m_pins->itemAt(0)->widget();
    auto* const pinned = new QWidget(this);
    pinned->setObjectName(QStringLiteral("pinnedPreference"));
    auto* const title = new QLabel(titleOf(*m_shown), pinned);
    title->setProperty("role", QStringLiteral("muted"));
    title->setWordWrap(true);
    auto* const strip = new Strip(pinned);
    strip->setFaces(*m_shown, title->text());
    auto* const remove = new QToolButton(pinned);
    remove->setIcon(themedIcon("x"));
    remove->setAutoRaise(true);
    remove->setAccessibleName(tr("Unpin %1").arg(title->text()));
    remove->setToolTip(tr("Unpin"));
    connect(remove, &QToolButton::clicked, pinned, &QWidget::deleteLater);
    auto* const head = new QHBoxLayout;
    head->addWidget(title, 1);
    head->addWidget(remove);
    auto* const layout = new QVBoxLayout(pinned);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addWidget(strip);
    m_pins->addWidget(pinned);
}

} // namespace fusiform
