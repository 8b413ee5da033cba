// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/faces_panel.h"

#include "app/docks/number_origin.h"
#include "app/support/text.h"
#include "widgets/controls/pictures.h"
#include "widgets/controls/progress_strip.h"
#include "widgets/faces/face_gallery.h"
#include "widgets/faces/face_loupe.h"
#include "widgets/faces/face_theatre.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

#include <utility>

namespace fusiform {

FacesPanel::FacesPanel(Session& session, LivePipeline& live, QWidget* window)
    : QWidget(window),
      m_session(session),
      m_live(live),
      m_numbers(new QLabel(this)),
      m_seal(new QLabel(this)),
      m_warning(new QLabel(this)),
      m_matched(new QCheckBox(tr("Contrast matched to training faces"), this)),
      m_gallery(new FaceGallery(this)),
      m_strip(new ProgressStrip(this)),
      m_loupe(new FaceLoupe(window)),
      m_theatre(new FaceTheatre(window))
{
    m_numbers->setObjectName(QStringLiteral("facesNumbers"));
    m_numbers->setContentsMargins(12, 8, 12, 4);
    m_numbers->setWordWrap(true);
    m_seal->setObjectName(QStringLiteral("facesSeal"));
    m_seal->setProperty("role", QStringLiteral("muted"));
    m_seal->setContentsMargins(12, 0, 12, 4);
    m_seal->setWordWrap(true);
    m_seal->hide();
    m_warning->setObjectName(QStringLiteral("facesWarning"));
    m_warning->setProperty("role", QStringLiteral("muted"));
    m_warning->setContentsMargins(12, 0, 12, 4);
    m_warning->setWordWrap(true);
    m_warning->hide();
    m_matched->setObjectName(QStringLiteral("contrastMatched"));
    m_matched->setChecked(true);
    m_matched->setToolTip(
        tr("Decoded codes are shrunk by noise and ridge. On: their distance from the mean face is "
           "stretched to that of training codes. Off: faces of the codes as decoded. Scores use "
           "them as decoded either way."));
    connect(m_matched, &QCheckBox::toggled, this, [this](bool isOn) {
        m_session.setShownCodes(isOn ? decode::ShownCodes::ContrastMatched
                                     : decode::ShownCodes::AsDecoded);
    });
    m_matched->hide();
    auto* const matchedLine = new QHBoxLayout;
    matchedLine->setContentsMargins(12, 0, 12, 4);
    matchedLine->addWidget(m_matched);
    matchedLine->addStretch(1);
    m_gallery->setPlaceholder(tr("Open a fit to see its faces here."));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_numbers);
    layout->addLayout(matchedLine);
    layout->addWidget(m_seal);
    layout->addWidget(m_warning);
    layout->addWidget(m_gallery, 1);
    m_loupe->hide();
    tellOrigin(
        m_numbers, session,
        [this]() -> std::optional<NumberOrigin> {
            if (!m_numbered)
                return std::nullopt;
            return originOf(*m_numbered, m_session);
        },
        meaningOfScores());

    connect(&session, &Session::changed, this, &FacesPanel::refresh);
    connect(&live, &LivePipeline::originalsRead, this,
            [this](const auto& originals) { showOriginals(*originals); });
    connect(&live, &LivePipeline::resultReady, this,
            [this](const auto& result) { showResult(result); });
    connect(&live, &LivePipeline::busyChanged, this, &FacesPanel::markRows);
    connect(&live, &LivePipeline::lateChanged, this, &FacesPanel::showLate);
    connect(m_gallery, &FaceGallery::facePressed, this,
            [this](int face) { m_loupe->open(m_gallery->table(), face); });
    connect(m_gallery, &FaceGallery::saveRequested, this, &FacesPanel::saveRequested);
}

void FacesPanel::refresh(Session::Changes changes)
{
    if (changes & (Session::FitChange | Session::SealChange))
        makeTable();
    if (changes & (Session::FitChange | Session::SealChange | Session::RegionChange))
        showSeal();
    if (changes & (Session::RegionChange | Session::LiveChange))
        markRows();
}

void FacesPanel::makeTable()
{
    FaceTable table;
    m_shown.reset();
    m_numbered.reset();
    m_numbers->clear();
    m_warning->hide();
    m_matched->setVisible(m_session.opened() && !m_session.opened()->fit.models.empty());
    if (const auto opened = m_session.opened(); opened && !opened->fit.models.empty()) {
        const auto& models = opened->fit.models;
        for (const std::string& name : opened->faces.front().names)
            table.names.push_back(QFileInfo(QString::fromStdString(name)).completeBaseName());
        const std::vector<FaceCell> cells(table.names.size());
        table.rows.push_back(
            {originalRowId(), tr("Original"), tr("The face that was shown in the scanner"), cells});
        for (const glm::ModelFit& model : models)
            table.rows.push_back({QString::fromStdString(model.model.name),
                                  modelTitle(model.model.name), tr("Read from the region"), cells});
    }
    m_gallery->setTable(table);
}

void FacesPanel::showOriginals(const std::vector<image::Picture>& originals)
{
    FaceTable table = m_gallery->table();
    if (table.isEmpty() || table.names.size() != originals.size())
        return;
    FaceRow row = table.rows.front();
    for (std::size_t face = 0; face < originals.size(); ++face)
        row.cells[face].picture = imageOf(originals[face]);
    m_gallery->setRow(row);
}

void FacesPanel::showResult(const std::shared_ptr<const LiveResult>& shared)
{
    const LiveResult& result = *shared;
    const FaceTable& table = m_gallery->table();
    const std::size_t position = result.model + 1;
    if (position >= table.rows.size() || table.names.size() != result.ranks.size())
        return;
    FaceRow row = table.rows[position];
    for (std::size_t face = 0; face < row.cells.size(); ++face) {
        FaceCell& cell = row.cells[face];
        const auto f = static_cast<Eigen::Index>(face);
        cell.rank = result.ranks[face];
        cell.correlation = result.decoded.similarity(f, f);
        if (face < result.faces.size() && !result.faces[face].isNull())
            cell.picture = result.faces[face];
    }
    m_gallery->setRow(row);
    if (result.hasAllFaces) {
        m_shown = result.region;
        m_shownCodes = result.shown;
    }
    if (result.model == m_session.model()) {
        m_numbered = shared;
        const QLocale locale;
        m_numbers->setText(tr("%1 · %2 voxels · pairwise %3 % · %4 · %5 ms")
                               .arg(regionTitle(*result.region),
                                    locale.toString(static_cast<qlonglong>(result.decoded.voxels)),
                                    percentText(result.decoded.pairwise),
                                    decoderText(result.decoded),
                                    locale.toString(result.milliseconds, 'f', 0)));
        m_warning->setVisible(result.decoded.warning.has_value());
        if (result.decoded.warning)
            m_warning->setText(translated(*result.decoded.warning));
    }
    if (!result.hasAllFaces)
        return;
    m_gallery->setRowStale(row.id, false);
    m_loupe->setTable(m_gallery->table());
    m_theatre->setTable(m_gallery->table(), caption());
    if (std::exchange(m_generation, result.generation) != result.generation)
        m_completeModels.clear();
    if (m_completeModels.insert(result.model).second
        && m_completeModels.size() + 1 == table.rows.size())
        Q_EMIT facesShown();
}

/// With the seal open, whether the region in use was settled before anything could be seen.
void FacesPanel::showSeal()
{
    const auto opened = m_session.opened();
    const auto region = m_session.activeRegion();
    m_seal->setVisible(opened && region && opened->isSealOpen);
    if (!m_seal->isVisibleTo(this))
        return;
    m_seal->setText(
        region->isEditedWhileLooking
            ? tr("The seal is open. Exploratory: this region was changed while faces were showing.")
            : tr("The seal is open. Confirmatory: this region was not changed while faces were "
                 "showing."));
}

void FacesPanel::showLate(bool isLate)
{
    if (isLate)
        m_strip->setRunning();
    else
        m_strip->setIdle();
    markRows();
}

/// Faces of another region than the chosen one are faded: a newer one is late, or faces do not
/// follow.
void FacesPanel::markRows()
{
    const auto region = m_session.activeRegion();
    const bool isOther = !m_live.isBusy() && m_shown && region && m_shown->voxels != region->voxels;
    for (const FaceRow& row : m_gallery->table().rows)
        if (row.id != originalRowId())
            m_gallery->setRowStale(row.id, isOther || m_live.isLate());
}

QString FacesPanel::caption() const
{
    if (!m_shown)
        return {};
    return m_shownCodes == decode::ShownCodes::ContrastMatched
               ? tr("%1 · contrast matched to training faces").arg(regionTitle(*m_shown))
               : tr("%1 · codes as decoded").arg(regionTitle(*m_shown));
}

void FacesPanel::openTheatre()
{
    if (!m_gallery->table().isEmpty())
        m_theatre->open(m_gallery->table(), caption());
}

} // namespace fusiform
