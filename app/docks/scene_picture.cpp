// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/scene_picture.h"

#include "app/support/text.h"
#include "core/util/atomic_file.h"
#include "core/util/time.h"

#include <QBuffer>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

#include <nlohmann/json.hpp>

namespace fusiform {

namespace {

constexpr double kCmPerInch = 2.54;

QDoubleSpinBox* lengthBox(const char* name, double cm, QWidget* parent)
{
    auto* const box = new QDoubleSpinBox(parent);
    box->setObjectName(QLatin1String(name));
    box->setRange(1, 200);
    box->setDecimals(1);
    box->setValue(cm);
    box->setSuffix(ScenePictureDialog::tr(" cm"));
    box->setButtonSymbols(QAbstractSpinBox::NoButtons);
    return box;
}

const char* groundName(BrainPicture::Ground ground)
{
    switch (ground) {
    case BrainPicture::Ground::Transparent: return "transparent";
    case BrainPicture::Ground::White: return "white";
    case BrainPicture::Ground::Dark: break;
    }
    return "dark";
}

} // namespace

ScenePictureDialog::ScenePictureDialog(QWidget* parent)
    : QDialog(parent),
      m_width(lengthBox("pictureWidth", 17, this)),
      m_height(lengthBox("pictureHeight", 12, this)),
      m_dotsPerInch(new QSpinBox(this)),
      m_ground(new QComboBox(this)),
      m_legend(new QCheckBox(tr("Cube with the sides, and colour bar"), this)),
      m_pixels(new QLabel(this))
{
    setObjectName(QStringLiteral("scenePictureDialog"));
    setWindowTitle(tr("Picture of the brain"));
    m_dotsPerInch->setObjectName(QStringLiteral("pictureDots"));
    m_dotsPerInch->setRange(50, 1200);
    m_dotsPerInch->setSingleStep(50);
    m_dotsPerInch->setValue(300);
    m_dotsPerInch->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_dotsPerInch->setSuffix(tr(" dots an inch"));
    m_ground->setObjectName(QStringLiteral("pictureGround"));
    m_ground->addItem(tr("White"), static_cast<int>(BrainPicture::Ground::White));
    m_ground->addItem(tr("Transparent"), static_cast<int>(BrainPicture::Ground::Transparent));
    m_ground->addItem(tr("Dark"), static_cast<int>(BrainPicture::Ground::Dark));
    m_legend->setObjectName(QStringLiteral("pictureLegend"));
    m_legend->setChecked(true);
    m_pixels->setProperty("role", QStringLiteral("muted"));
    m_pixels->setObjectName(QStringLiteral("picturePixels"));
    auto* const form = new QFormLayout;
    form->addRow(tr("Width"), m_width);
    form->addRow(tr("Height"), m_height);
    form->addRow(tr("Sharpness"), m_dotsPerInch);
    form->addRow(tr("Background"), m_ground);
    form->addRow(tr("Legend"), m_legend);
    auto* const copy = new QPushButton(tr("Copy"), this);
    copy->setObjectName(QStringLiteral("copyScenePicture"));
    copy->setToolTip(tr("Copies the picture, to be pasted elsewhere."));
    auto* const cancel = new QPushButton(tr("Cancel"), this);
    auto* const save = new QPushButton(tr("Save…"), this);
    save->setObjectName(QStringLiteral("saveScenePicture"));
    save->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(copy);
    buttons->addStretch(1);
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(10);
    layout->addLayout(form);
    layout->addWidget(m_pixels);
    layout->addLayout(buttons);
    connect(m_width, &QDoubleSpinBox::valueChanged, this, &ScenePictureDialog::showPixels);
    connect(m_height, &QDoubleSpinBox::valueChanged, this, &ScenePictureDialog::showPixels);
    connect(m_dotsPerInch, &QSpinBox::valueChanged, this, &ScenePictureDialog::showPixels);
    connect(copy, &QPushButton::clicked, this, &ScenePictureDialog::copyRequested);
    connect(save, &QPushButton::clicked, this, &ScenePictureDialog::saveRequested);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    showPixels();
}

BrainPicture ScenePictureDialog::wanted() const
{
    BrainPicture picture;
    picture.dotsPerInch = m_dotsPerInch->value();
    const auto pixels = [&](double cm) { return qRound(cm / kCmPerInch * picture.dotsPerInch); };
    picture.pixels = {pixels(m_width->value()), pixels(m_height->value())};
    picture.ground = static_cast<BrainPicture::Ground>(m_ground->currentData().toInt());
    picture.hasLegend = m_legend->isChecked();
    return picture;
}

void ScenePictureDialog::showPixels()
{
    const QSize pixels = wanted().pixels;
    m_pixels->setText(
        tr("%1 × %2 pixels")
            .arg(locale().toString(pixels.width()), locale().toString(pixels.height())));
}

Json recordOf(const BrainPicture& picture, const BrainView& view, const Session& session,
              const QString& surface, const std::optional<scene::Overlay>& overlay,
              const QString& mapName)
{
    Json record;
    record["program"] = "Fusiform " FUSIFORM_VERSION;
    record["time"] = utcNow();
    if (const auto opened = session.opened()) {
        record["fit"] = pathText(opened->fit.folder).toStdString();
        record["subject"] = opened->fit.subject;
    }
    if (const auto region = session.activeRegion())
        record["region"] = {{"name", region->name},
                            {"made", region->made},
                            {"voxels", region->voxels.count()},
                            {"hash", region->voxels.hash()}};
    record["surface"] = surface.toStdString();
    const scene::Viewpoint& viewpoint = view.scene().viewpoint();
    record["view"] = {{"azimuth_degrees", viewpoint.azimuth},
                      {"elevation_degrees", viewpoint.elevation},
                      {"zoom", viewpoint.zoom}};
    const image::MmPoint& cursor = session.cursor();
    record["cursor_mm"] = {cursor.at.x(), cursor.at.y(), cursor.at.z()};
    Json cuts = Json::array();
    for (const scene::SlicePlane plane : view.scene().cuts())
        cuts.push_back(plane == scene::SlicePlane::Axial     ? "axial"
                       : plane == scene::SlicePlane::Coronal ? "coronal"
                                                             : "sagittal");
    record["cuts"] = cuts;
    if (overlay)
        record["map"] = {{"name", mapName.toStdString()},
                         {"threshold", overlay->threshold},
                         {"maximum", overlay->maximum}};
    record["picture"] = {{"pixels", {picture.pixels.width(), picture.pixels.height()}},
                         {"dots_per_inch", picture.dotsPerInch},
                         {"background", groundName(picture.ground)},
                         {"legend", picture.hasLegend}};
    return record;
}

void saveScenePicture(const QImage& picture, double dotsPerInch, const Json& record,
                      const std::filesystem::path& file)
{
    QImage sized = picture;
    const int dotsPerMeter = qRound(100 * dotsPerInch / kCmPerInch);
    sized.setDotsPerMeterX(dotsPerMeter);
    sized.setDotsPerMeterY(dotsPerMeter);
    sized.setText(QStringLiteral("Software"), QStringLiteral("Fusiform " FUSIFORM_VERSION));
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    sized.save(&buffer, "PNG");
    writeFileAtomically(
        file, std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    std::filesystem::path beside = file;
    writeFileAtomically(beside.replace_extension(".json"), record.dump(2) + "\n");
}

} // namespace fusiform
