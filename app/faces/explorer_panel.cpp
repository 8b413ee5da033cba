// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/explorer_panel.h"

#include "app/support/text.h"
#include "core/io/face_file.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/pictures.h"
#include "widgets/faces/attribute_sliders.h"
#include "widgets/faces/code_bars.h"
#include "widgets/faces/face_slot.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace fusiform {

using face_model::MixKind;

namespace {

constexpr int kNearSide = 72;
constexpr std::size_t kNearShown = 6;
constexpr double kShownAmount = 0.005; // smaller ones are 0 in the caption

QLabel* sectionLabel(const QString& text, QWidget* parent)
{
    auto* const label = new QLabel(text, parent);
    label->setProperty("role", QStringLiteral("section"));
    return label;
}

QString attributeTitle(const std::string& name)
{
    return QString::fromStdString(name).replace(QLatin1Char('_'), QLatin1Char(' '));
}

/// Pictures of any size become the model's.
image::Picture modelPicture(const QImage& shown, int size)
{
    const QImage rgb = shown.convertToFormat(QImage::Format_RGB888);
    image::Picture picture{rgb.width(), rgb.height(), {}};
    picture.rgb.reserve(static_cast<std::size_t>(rgb.width()) * rgb.height() * 3);
    for (int y = 0; y < rgb.height(); ++y)
        for (int i = 0; i < 3 * rgb.width(); ++i)
            picture.rgb.push_back(static_cast<float>(rgb.constScanLine(y)[i]) / 255);
    return image::resized(image::centreSquare(picture), size, size);
}

} // namespace

ExplorerPanel::ExplorerPanel(QWidget* parent)
    : QWidget(parent),
      m_mix(new MixRow(this)),
      m_original(new FaceSlot({}, FaceSlot::Use::ShowsOnly, this)),
      m_face(new FaceSlot({}, FaceSlot::Use::TakesFaces, this)),
      m_originalColumn(new QWidget(this)),
      m_originalCaption(new QLabel(this)),
      m_caption(new QLabel(this)),
      m_speed(new QLabel(this)),
      m_place(new QLabel(this)),
      m_bars(new CodeBars(this)),
      m_random(new QPushButton(tr("Random face"), this)),
      m_reset(new QPushButton(tr("Reset"), this)),
      m_nearTitle(sectionLabel(tr("Nearest pictures"), this)),
      m_axisKind(new QComboBox(this)),
      m_sliders(new AttributeSliders(this)),
      m_side(new QStackedWidget(this)),
      m_noAxes(new QLabel(this))
{
    setObjectName(QStringLiteral("explorerPanel"));
    m_face->setObjectName(QStringLiteral("exploredFace"));
    m_face->setAccessibleName(tr("The face of this code"));
    m_original->setObjectName(QStringLiteral("originalFace"));
    m_original->setAccessibleName(tr("The picture"));
    for (FaceSlot* const large : {m_original, m_face}) {
        large->setSide(0);
        large->setMinimumSize(160, 160);
        large->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    }
    connect(m_face, &FaceSlot::dropped, this, [this](const CarriedFace& face) { place(0, face); });
    connect(m_mix, &MixRow::dropped, this, &ExplorerPanel::place);
    connect(m_mix, &MixRow::kindChosen, this, [this](const QString& name) {
        refresh();
        m_history.note(name, state());
    });
    connect(m_mix, &MixRow::positionMoved, this, [this] {
        refresh();
        m_history.noteMove(tr("Position"), state());
    });
    connect(m_face, &FaceSlot::menuRequested, this, &ExplorerPanel::showMenu);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 12, 16, 12);
    layout->setSpacing(16);
    layout->addWidget(makeFace(), 1);
    layout->addWidget(makeSide());
    connect(&m_engine, &LatentEngine::faceMade, this, &ExplorerPanel::showFace);
    connect(&m_engine, &LatentEngine::nearFound, this, &ExplorerPanel::showNear);
    connect(&m_engine, &LatentEngine::failed, this, &ExplorerPanel::problem);
    connect(&m_reading, &JobRunner::failed, this,
            [this](const QString&, const QString& reason) { Q_EMIT problem(reason); });
    connect(&m_history, &ExplorerHistory::restored, this, &ExplorerPanel::restore);
    setPictures(nullptr);
    showAxes();
    m_history.start(state());
}

QWidget* ExplorerPanel::makeFace()
{
    auto* const panel = new QWidget(this);
    m_caption->setObjectName(QStringLiteral("explorerCaption"));
    for (QLabel* const caption : {m_originalCaption, m_caption}) {
        caption->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
        caption->setProperty("role", QStringLiteral("muted"));
        caption->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        caption->setWordWrap(true);
    }
    m_speed->setProperty("role", QStringLiteral("faint"));
    m_speed->setObjectName(QStringLiteral("explorerSpeed"));
    m_speed->setToolTip(tr("From the move of a control to the new picture"));
    m_place->setObjectName(QStringLiteral("codePlace"));
    m_place->setWordWrap(true);
    m_bars->setObjectName(QStringLiteral("codeBars"));
    connect(m_bars, &CodeBars::valueRequested, this, [this](int latent, double value) {
        if (m_own.size() == 0)
            m_own.setZero(m_code.size());
        m_own[latent] += value - m_code[latent];
        refresh();
        m_history.noteMove(tr("Latent %1").arg(latent + 1), state());
    });
    connect(m_bars, &CodeBars::resetRequested, this, [this](int latent) {
        if (m_own.size() > 0)
            m_own[latent] = 0;
        refresh();
        m_history.note(tr("Latent %1").arg(latent + 1), state());
    });
    auto* const codeLine = new QHBoxLayout;
    codeLine->addWidget(sectionLabel(tr("Latent code"), panel));
    codeLine->addStretch(1);
    codeLine->addWidget(m_speed);
    auto* const layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    m_mix->addButtons(makeButtons());
    layout->addWidget(m_mix);
    auto* const faces = new QHBoxLayout;
    faces->setSpacing(16);
    auto* const faceColumn = new QWidget(panel);
    for (const auto& [column, face, caption] :
         {std::tuple(m_originalColumn, m_original, m_originalCaption),
          std::tuple(faceColumn, m_face, m_caption)}) {
        auto* const inside = new QVBoxLayout(column);
        inside->setContentsMargins(0, 0, 0, 0);
        inside->setSpacing(6);
        inside->addWidget(face, 1);
        inside->addWidget(caption);
        faces->addWidget(column, 1);
    }
    layout->addLayout(faces, 1);
    layout->addLayout(codeLine);
    layout->addWidget(m_bars);
    layout->addWidget(m_place);
    layout->addWidget(makeNear());
    return panel;
}

QVBoxLayout* ExplorerPanel::makeButtons()
{
    m_random->setObjectName(QStringLiteral("randomFace"));
    m_random->setToolTip(tr("A face that no picture shows, from the distribution of the codes"));
    connect(m_random, &QPushButton::clicked, this, &ExplorerPanel::placeRandom);
    m_reset->setObjectName(QStringLiteral("resetFace"));
    m_reset->setToolTip(tr("All sliders and bars back to where the face was"));
    connect(m_reset, &QPushButton::clicked, this, &ExplorerPanel::reset);
    auto* const buttons = new QVBoxLayout;
    buttons->setSpacing(4);
    buttons->addWidget(m_random);
    buttons->addWidget(m_reset);
    buttons->addStretch(1);
    return buttons;
}

QWidget* ExplorerPanel::makeNear()
{
    auto* const panel = new QWidget(this);
    auto* const tiles = new QHBoxLayout;
    tiles->setSpacing(8);
    for (std::size_t n = 0; n < kNearShown; ++n) {
        auto* const tile = new FaceSlot({}, FaceSlot::Use::ShowsOnly, panel);
        tile->setSide(kNearSide);
        tile->setAccessibleName(tr("Nearest picture %1").arg(n + 1));
        connect(tile, &FaceSlot::clicked, this, [this, tile] {
            if (!tile->face().picture.isNull())
                placeFile(tile->face().file);
        });
        m_near.push_back(tile);
        tiles->addWidget(tile);
    }
    tiles->addStretch(1);
    panel->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* const layout = new QVBoxLayout(panel);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_nearTitle);
    layout->addLayout(tiles);
    return panel;
}

QWidget* ExplorerPanel::makeSide()
{
    m_sliders->setObjectName(QStringLiteral("attributeSliders"));
    m_axisKind->setObjectName(QStringLiteral("axisKind"));
    m_axisKind->setAccessibleName(tr("How the axes were found"));
    m_axisKind->addItem(tr("Difference of means (paper)"));
    m_axisKind->addItem(tr("Logistic regression"));
    m_axisKind->setToolTip(tr("Difference of means moves everything that goes along with an "
                              "attribute; the regression, what tells it best."));
    auto* const filter = new QLineEdit(this);
    filter->setPlaceholderText(tr("Find an attribute"));
    filter->setAccessibleName(filter->placeholderText());
    filter->setClearButtonEnabled(true);
    connect(filter, &QLineEdit::textChanged, m_sliders, &AttributeSliders::setFilter);
    connect(m_sliders, &AttributeSliders::changed, this, [this] {
        refresh();
        m_history.noteMove(movedAttribute(), state());
    });
    connect(m_axisKind, &QComboBox::activated, this, [this] {
        showAxes();
        refresh();
        m_history.note(m_axisKind->currentText(), state());
    });
    auto* const axes = new QWidget(this);
    auto* const axesLayout = new QVBoxLayout(axes);
    axesLayout->setContentsMargins(0, 0, 0, 0);
    axesLayout->setSpacing(8);
    axesLayout->addWidget(m_axisKind);
    axesLayout->addWidget(filter);
    axesLayout->addWidget(m_sliders, 1);
    auto* const none = new QWidget(this);
    auto* const find = new QPushButton(tr("Find axes of attributes…"), none);
    find->setObjectName(QStringLiteral("findAxes"));
    find->setToolTip(tr("From pictures with labels: CelebA's list_attr format, or a TSV"));
    connect(find, &QPushButton::clicked, this, &ExplorerPanel::axesRequested);
    m_noAxes->setWordWrap(true);
    m_noAxes->setProperty("role", QStringLiteral("muted"));
    auto* const noneLayout = new QVBoxLayout(none);
    noneLayout->setContentsMargins(0, 0, 0, 0);
    noneLayout->setSpacing(12);
    noneLayout->addWidget(m_noAxes);
    noneLayout->addWidget(find, 0, Qt::AlignLeft);
    noneLayout->addStretch(1);
    m_side->addWidget(axes);
    m_side->addWidget(none);
    auto* const side = new QWidget(this);
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sectionLabel(tr("Attributes"), side));
    layout->addWidget(m_side, 1);
    side->setFixedWidth(380);
    return side;
}

void ExplorerPanel::setModel(std::shared_ptr<const ExploredModel> model)
{
    m_model = std::move(model);
    m_pictures = nullptr;
    m_own = {};
    m_code = {};
    m_bars->setRange({}, {});
    showAxes();
    setPictures(nullptr);
    m_history.start(state()); // steps of another model's codes mean nothing
    codeFaces();
}

void ExplorerPanel::setPictures(std::shared_ptr<const ExploredPictures> pictures)
{
    m_pictures = std::move(pictures);
    if (m_pictures)
        m_bars->setRange(m_pictures->space->low(), m_pictures->space->high());
    setAvailable(m_random, m_pictures != nullptr, tr("The pictures are not coded yet."));
    for (FaceSlot* const tile : m_near)
        tile->clear();
    refresh();
}

face_model::AxisKind ExplorerPanel::axisKind() const
{
    return static_cast<face_model::AxisKind>(m_axisKind->currentIndex());
}

void ExplorerPanel::showAxes()
{
    std::vector<AttributeRow> rows;
    if (m_model) {
        for (const face_model::AttributeAxis& axis : m_model->axes)
            rows.push_back({attributeTitle(axis.name),
                            face_model::readoutOf(axis, axisKind()).balancedAccuracy,
                            tr("%1 with, %2 without, among %3")
                                .arg(axis.with)
                                .arg(axis.without)
                                .arg(m_model->axesPictures)});
        m_noAxes->setText(m_model->axesProblem);
    }
    m_sliders->setRows(rows);
    m_side->setCurrentIndex(rows.empty() ? 1 : 0);
}

bool ExplorerPanel::hasCode(const CarriedFace& face) const
{
    return m_model && face.code.size() > 0
           && face.modelHash.toStdString() == m_model->model->description().hash;
}

void ExplorerPanel::placeFile(const QString& file)
{
    CarriedFace face;
    face.file = file;
    face.name = QFileInfo(file).fileName();
    place(m_mix->freePlace(), face);
}

void ExplorerPanel::place(std::size_t slot, CarriedFace face)
{
    m_own = {};
    if (hasCode(face) && !face.picture.isNull()) {
        take(slot, face);
        return;
    }
    if (!m_model)
        return;
    m_reading.start(
        face.name,
        [this, slot, face, model = m_model](Progress& progress) mutable -> JobRunner::Deliver {
            const auto& description = model->model->description();
            const image::Picture picture
                = face.picture.isNull() ? io::readFace(pathOf(face.file), {description.imageSize})
                                        : modelPicture(face.picture, description.imageSize);
            face.picture = imageOf(picture);
            face.code = model->model->encode(std::span(&picture, 1), progress).row(0);
            face.modelHash = QString::fromStdString(description.hash);
            return [this, slot, face] { take(slot, face); };
        });
}

void ExplorerPanel::take(std::size_t slot, const CarriedFace& face)
{
    // The same picture coded by another model is not the user's step.
    const CarriedFace before = m_mix->mix().faces[slot];
    const bool isCodedAnew = before.name == face.name && before.file == face.file
                             && before.modelHash != face.modelHash;
    m_mix->setFace(slot, face);
    refresh();
    if (isCodedAnew)
        m_history.start(state());
    else
        m_history.note(m_mix->placeName(slot), state());
}

void ExplorerPanel::codeFaces()
{
    const std::array faces = m_mix->mix().faces;
    for (std::size_t s = 0; s < faces.size(); ++s)
        if (!faces[s].picture.isNull() && !hasCode(faces[s]))
            place(s, faces[s]);
}

void ExplorerPanel::placeRandom()
{
    const std::uint64_t seed = ++m_seed;
    m_reading.start(tr("Random face"),
                    [this, seed, model = m_model,
                     pictures = m_pictures](Progress& progress) -> JobRunner::Deliver {
                        const Eigen::MatrixXd code = pictures->space->drawn(1, seed);
                        CarriedFace face;
                        face.name = tr("random %1").arg(seed);
                        face.code = code.row(0);
                        face.modelHash = QString::fromStdString(model->model->description().hash);
                        face.picture = imageOf(model->model->generate(code, progress).front());
                        return [this, face] {
                            if (m_mix->mix().kind == MixKind::One)
                                clearAmounts();
                            place(m_mix->freePlace(), face);
                        };
                    });
}

void ExplorerPanel::clearAmounts()
{
    m_own = {};
    m_sliders->setAmounts(std::vector<double>(m_sliders->amounts().size(), 0));
}

void ExplorerPanel::reset()
{
    clearAmounts();
    refresh();
    m_history.note(m_reset->text(), state());
}

ExplorerState ExplorerPanel::state() const
{
    return {m_mix->mix(), m_axisKind->currentIndex(), m_sliders->amounts(), m_own};
}

void ExplorerPanel::restore(const ExplorerState& state)
{
    m_own = state.own;
    m_mix->setMix(state.mix);
    if (m_axisKind->currentIndex()
        != state.axisKind) { // else the list stays where it was scrolled to
        m_axisKind->setCurrentIndex(state.axisKind);
        showAxes();
    }
    m_sliders->setAmounts(state.amounts);
    refresh();
}

QString ExplorerPanel::movedAttribute() const
{
    const std::vector<double>& before = m_history.state().amounts;
    const std::vector<double> now = m_sliders->amounts();
    for (std::size_t a = 0; a < now.size(); ++a)
        if (a >= before.size() || before[a] != now[a])
            return attributeTitle(m_model->axes[a].name);
    return tr("Attributes");
}

void ExplorerPanel::refresh()
{
    const FaceMix& mix = m_mix->mix();
    std::array<Eigen::VectorXd, 3> codes;
    bool isComplete = m_model != nullptr;
    for (std::size_t s = 0; s < mix.count(); ++s) {
        isComplete = isComplete && hasCode(mix.faces[s]);
        codes[s] = mix.faces[s].code;
    }
    const CarriedFace& first = mix.faces[0];
    const bool hasOriginal = mix.kind == MixKind::One && !first.file.isEmpty();
    m_originalColumn->setVisible(hasOriginal);
    m_original->setFace(first);
    m_originalCaption->setText(first.name);
    m_caption->setText(caption());
    if (!isComplete)
        return;
    m_code = face_model::moved(face_model::mixed(mix.kind, codes, mix.position / 100.0),
                               m_model->axes, axisKind(), m_sliders->amounts());
    if (m_own.size() == m_code.size())
        m_code += m_own;
    m_bars->setCode(m_code);
    showPlace();
    m_engine.show(m_model, m_pictures, m_code);
}

void ExplorerPanel::showPlace()
{
    if (!m_pictures) {
        m_place->setText({});
        return;
    }
    const face_model::CodePlace place = m_pictures->space->placeOf(m_code);
    const QLocale locale;
    m_place->setText((place.isUnusual
                          ? tr("Unusual code: %1 of %2 latents lie beyond those of every picture; "
                               "%3 standard deviations from the mean code (pictures: up to %4).")
                          : tr("%1 of %2 latents lie beyond those of every picture; %3 standard "
                               "deviations from the mean code (pictures: up to %4)."))
                         .arg(place.outside)
                         .arg(m_code.size())
                         .arg(locale.toString(place.distance, 'f', 2),
                              locale.toString(m_pictures->space->largestDistance(), 'f', 2)));
    const QString role = place.isUnusual ? QStringLiteral("warning") : QStringLiteral("faint");
    if (m_place->property("role") == role)
        return;
    m_place->setProperty("role", role);
    m_place->style()->polish(m_place);
}

QString ExplorerPanel::caption() const
{
    const FaceMix& mix = m_mix->mix();
    const auto name = [&mix](std::size_t s) { return mix.faces[s].name; };
    for (std::size_t s = 0; s < mix.count(); ++s)
        if (mix.faces[s].picture.isNull())
            return tr("Drop a face on %1, or double-click one on the left.")
                .arg(QLatin1Char(static_cast<char>('A' + s)));
    QString text
        = m_originalColumn->isHidden()
              ? name(0)
              : tr("%1 through %2").arg(name(0), modelTitle(m_model->model->description().name));
    if (mix.kind == MixKind::Between)
        text = tr("%1 % of the way from %2 to %3").arg(mix.position).arg(name(0), name(1));
    if (mix.kind == MixKind::Arithmetic)
        text = QStringLiteral("%1 \u2212 %2 + %3").arg(name(0), name(1), name(2));
    const std::vector<double> amounts = m_sliders->amounts();
    for (std::size_t a = 0; a < amounts.size(); ++a)
        if (std::abs(amounts[a]) > kShownAmount)
            text += QStringLiteral(" %1 %2 %3")
                        .arg(amounts[a] < 0 ? QChar(0x2212) : QLatin1Char('+'))
                        .arg(QLocale().toString(std::abs(amounts[a]), 'f', 1),
                             attributeTitle(m_model->axes[a].name));
    if (m_own.size() > 0)
        if (const auto changed = (m_own.array() != 0).count(); changed > 0)
            text += tr(" (latents by hand: %1)").arg(changed);
    return text;
}

CarriedFace ExplorerPanel::shownFace() const
{
    CarriedFace face;
    face.name = caption();
    face.code = m_code;
    if (m_model)
        face.modelHash = QString::fromStdString(m_model->model->description().hash);
    return face;
}

void ExplorerPanel::showFace(const QImage& face, double milliseconds)
{
    CarriedFace shown = shownFace();
    shown.picture = face;
    m_face->setFace(shown);
    m_speed->setText(tr("%1 ms").arg(std::lround(milliseconds)));
    Q_EMIT faceShown();
}

report::NetworkPictures ExplorerPanel::networkPictures() const
{
    const auto shared = [&](const QImage& shown) -> image::SharedPicture {
        if (!m_model || shown.isNull())
            return nullptr;
        return image::shared(modelPicture(shown, m_model->model->description().imageSize));
    };
    return {shared(m_mix->mix().faces[0].picture), shared(m_face->face().picture)};
}

void ExplorerPanel::showNear(const std::vector<NearPicture>& pictures)
{
    for (std::size_t n = 0; n < m_near.size(); ++n) {
        if (n >= pictures.size()) {
            m_near[n]->clear();
            continue;
        }
        const auto row = static_cast<std::size_t>(pictures[n].neighbour.picture);
        const auto& file = m_pictures->coded.files[row];
        CarriedFace face;
        face.file = pathText(file);
        face.name = pathText(file.filename());
        face.picture = pictures[n].picture;
        face.code = m_pictures->coded.codes.row(pictures[n].neighbour.picture);
        face.modelHash = QString::fromStdString(m_pictures->modelHash);
        m_near[n]->setFace(face);
        m_near[n]->setToolTip(
            tr("%1, %2 standard deviations away")
                .arg(face.name, QLocale().toString(pictures[n].neighbour.distance, 'f', 2)));
    }
}

void ExplorerPanel::showMenu(const QPoint& at)
{
    const CarriedFace face = m_face->face();
    if (face.picture.isNull())
        return;
    QMenu menu(this);
    menu.addAction(tr("Copy picture"), this,
                   [face] { QApplication::clipboard()->setImage(face.picture); });
    menu.addAction(tr("Save picture…"), this, [this, face] {
        Q_EMIT saveRequested(face.picture, QStringLiteral("face.png"));
    });
    menu.addAction(tr("Copy code"), this, [this] {
        QStringList numbers;
        for (const double value : m_code)
            numbers.append(QString::number(value, 'g', 9));
        QApplication::clipboard()->setText(numbers.join(QLatin1Char('\t')));
    });
    menu.exec(at);
}

} // namespace fusiform
