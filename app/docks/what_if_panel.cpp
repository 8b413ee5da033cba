// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/what_if_panel.h"

#include "app/support/text.h"
#include "widgets/controls/pictures.h"
#include "widgets/faces/face_gallery.h"

#include <QComboBox>
#include <QFileInfo>
#include <QGridLayout>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace fusiform {

namespace {

QString rowId(WhatIf kind) { return QStringLiteral("whatIf%1").arg(static_cast<int>(kind)); }

} // namespace

WhatIfPanel::WhatIfPanel(Session& session, LivePipeline& live, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_engine(live.shelf()),
      m_a(new QComboBox(this)),
      m_b(new QComboBox(this)),
      m_gallery(new FaceGallery(this))
{
    m_a->setObjectName(QStringLiteral("whatIfA"));
    m_a->setAccessibleName(tr("Region A"));
    m_b->setObjectName(QStringLiteral("whatIfB"));
    m_b->setAccessibleName(tr("Region B"));
    m_gallery->setPlaceholder(tr("Choose two regions."));
    auto* const choices = new QGridLayout;
    choices->setContentsMargins(12, 8, 12, 4);
    choices->setHorizontalSpacing(8);
    choices->setVerticalSpacing(4);
    choices->setColumnStretch(1, 1);
    choices->setColumnStretch(3, 1);
    for (const auto& [column, letter, box] : {std::tuple(0, "A", m_a), std::tuple(2, "B", m_b)}) {
        auto* const label = new QLabel(QLatin1String(letter), this);
        label->setBuddy(box);
        box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
        box->setMinimumContentsLength(8);
        choices->addWidget(label, 0, column);
        choices->addWidget(box, 0, column + 1);
        connect(box, &QComboBox::activated, this, &WhatIfPanel::ask);
    }
    int line = 1;
    for (const WhatIf kind : kWhatIfs) {
        auto*& label = m_numbers[static_cast<std::size_t>(kind)];
        label = new QLabel(this);
        label->setObjectName(rowId(kind));
        label->setProperty("role", QStringLiteral("muted"));
        label->setWordWrap(true);
        choices->addWidget(label, line++, 0, 1, 4);
    }
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(choices);
    layout->addWidget(m_gallery, 1);
    connect(&session, &Session::changed, this, &WhatIfPanel::refresh);
    connect(&live, &LivePipeline::originalsRead, this, [this](const auto& originals) {
        m_originals.clear();
        for (const image::Picture& picture : *originals)
            m_originals.push_back(imageOf(picture));
        makeTable();
    });
    connect(&m_engine, &WhatIfEngine::rowMade, this, [this](const auto& row) { showRow(*row); });
    connect(&m_engine, &WhatIfEngine::failed, this,
            [this](const QString& reason) { m_numbers.front()->setText(reason); });
    connect(m_gallery, &FaceGallery::saveRequested, this, &WhatIfPanel::saveRequested);
}

void WhatIfPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    ask();
}

void WhatIfPanel::refresh(Session::Changes changes)
{
    if (changes & (Session::FitChange | Session::RegionChange))
        fillChoices();
    if (changes & (Session::FitChange | Session::SealChange | Session::ModelChange))
        makeTable();
    constexpr auto kDecodes = Session::FitChange | Session::RegionChange | Session::ModelChange
                              | Session::SealChange | Session::ShownCodesChange
                              | Session::DecoderChange;
    if (changes & kDecodes) // not the cursor
        ask();
}

/// The first of A is whatever is active; the choices stay by their names.
void WhatIfPanel::fillChoices()
{
    const auto& regions = m_session.document().regions;
    const auto fill = [&](QComboBox* box, bool hasActive, int otherwise) {
        const QSignalBlocker blocker(box);
        const QVariant before = box->currentData();
        box->clear();
        if (hasActive)
            box->addItem(tr("the active region"), QString());
        for (const auto& region : regions)
            box->addItem(regionTitle(*region), QString::fromStdString(region->name));
        const int known = before.isValid() ? box->findData(before) : -1;
        box->setCurrentIndex(known >= 0 ? known : std::min(otherwise, box->count() - 1));
    };
    fill(m_a, true, 0);
    fill(m_b, false, 1);
}

void WhatIfPanel::makeTable()
{
    FaceTable table;
    const auto opened = m_session.opened();
    if (opened && m_session.model() < opened->faces.size()) {
        for (const std::string& name : opened->faces[m_session.model()].names)
            table.names.push_back(QFileInfo(QString::fromStdString(name)).completeBaseName());
        std::vector<FaceCell> cells(table.names.size());
        table.rows.push_back({originalRowId(), tr("Original"), {}, cells});
        for (std::size_t face = 0; face < std::min(cells.size(), m_originals.size()); ++face)
            table.rows.front().cells[face].picture = m_originals[face];
        for (const WhatIf kind : kWhatIfs)
            table.rows.push_back({rowId(kind), nameOf(kind), {}, cells});
    }
    m_gallery->setTable(table);
}

QString WhatIfPanel::nameOf(WhatIf kind) const
{
    switch (kind) {
    case WhatIf::A: return QStringLiteral("A");
    case WhatIf::B: return QStringLiteral("B");
    case WhatIf::Both: return QStringLiteral("A + B");
    case WhatIf::AWithoutB: return QStringLiteral("A − B");
    }
    return {};
}

std::shared_ptr<const roi::Region> WhatIfPanel::chosen(const QComboBox* box) const
{
    const std::string name = box->currentData().toString().toStdString();
    if (name.empty())
        return m_session.activeRegion();
    for (const auto& region : m_session.document().regions)
        if (region->name == name)
            return region;
    return nullptr;
}

void WhatIfPanel::ask()
{
    WhatIfRequest request{m_session.opened(), m_session.model(),         chosen(m_a),
                          chosen(m_b),        m_session.decodeOptions(), m_session.shownCodes()};
    const bool isWhole
        = request.opened && request.model < request.opened->faces.size() && request.a && request.b;
    if (!isVisible() || !isWhole)
        return;
    for (const WhatIf kind : kWhatIfs)
        m_gallery->setRowStale(rowId(kind), true);
    m_engine.show(std::move(request));
}

void WhatIfPanel::showRow(const WhatIfRow& made)
{
    QLabel* const numbers = m_numbers[static_cast<std::size_t>(made.kind)];
    if (!made.decoded) {
        numbers->setText(tr("%1: no voxel is left").arg(nameOf(made.kind)));
        return;
    }
    const QLocale locale;
    //: %1 "A", "B", "A + B" or "A − B"
    numbers->setText(tr("%1: %2 voxels, pairwise %3 %, first of %4: %5 %")
                         .arg(nameOf(made.kind),
                              locale.toString(static_cast<qlonglong>(made.decoded->voxels)),
                              percentText(made.decoded->pairwise),
                              locale.toString(static_cast<qlonglong>(made.ranks.size())),
                              percentText(made.decoded->fullRecognition)));
    const FaceTable& table = m_gallery->table();
    const auto found = std::ranges::find(table.rows, rowId(made.kind), &FaceRow::id);
    if (found == table.rows.end() || found->cells.size() != made.ranks.size())
        return;
    FaceRow row = *found;
    for (std::size_t face = 0; face < row.cells.size(); ++face) {
        const auto f = static_cast<Eigen::Index>(face);
        row.cells[face].rank = made.ranks[face];
        row.cells[face].correlation = made.decoded->similarity(f, f);
        if (face < made.faces.size())
            row.cells[face].picture = made.faces[face];
    }
    m_gallery->setRow(row);
    m_gallery->setRowStale(row.id, false);
}

} // namespace fusiform
