// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/identification_panel.h"

#include "app/support/text.h"
#include "widgets/controls/pictures.h"
#include "widgets/plots/identification_matrix.h"

#include <QComboBox>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

IdentificationPanel::IdentificationPanel(Session& session, LivePipeline& live, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_model(new QComboBox(this)),
      m_scores(new QLabel(this)),
      m_matrix(new IdentificationMatrix(this))
{
    m_model->setObjectName(QStringLiteral("identificationModel"));
    m_model->setAccessibleName(tr("Face model"));
    m_scores->setObjectName(QStringLiteral("identificationScores"));
    m_scores->setProperty("role", QStringLiteral("muted"));
    m_scores->setWordWrap(true);
    m_matrix->setObjectName(QStringLiteral("identificationMatrix"));
    // Below each other: the sentence is as long as the dock is wide.
    auto* const head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(6);
    head->addWidget(m_model, 0, Qt::AlignLeft);
    head->addWidget(m_scores);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_matrix, 1);
    connect(&session, &Session::changed, this, &IdentificationPanel::refresh);
    connect(&live, &LivePipeline::originalsRead, this, [this](const auto& originals) {
        m_originals.clear();
        for (const image::Picture& picture : *originals)
            m_originals.push_back(imageOf(picture));
    });
    connect(&live, &LivePipeline::resultReady, this, &IdentificationPanel::keep);
    connect(&live, &LivePipeline::lateChanged, m_matrix, &IdentificationMatrix::setStale);
    connect(m_model, &QComboBox::activated, this,
            [this](int model) { m_session.setModel(static_cast<std::size_t>(model)); });
}

void IdentificationPanel::refresh(Session::Changes changes)
{
    if (changes & Session::FitChange) {
        const QSignalBlocker blocker(m_model);
        m_model->clear();
        if (const auto opened = m_session.opened())
            for (const glm::ModelFit& model : opened->fit.models)
                m_model->addItem(modelTitle(model.model.name));
    }
    if (changes & (Session::FitChange | Session::SealChange)) {
        m_results.assign(static_cast<std::size_t>(m_model->count()), nullptr);
        m_matrix->clear();
        m_scores->clear();
    }
    if (changes & Session::ModelChange) {
        m_model->setCurrentIndex(static_cast<int>(m_session.model()));
        show();
    }
}

void IdentificationPanel::keep(std::shared_ptr<const LiveResult> result)
{
    if (result->model >= m_results.size())
        return;
    const std::size_t model = result->model;
    m_results[model] = std::move(result);
    if (model == m_session.model())
        show();
}

void IdentificationPanel::show()
{
    if (m_session.model() >= m_results.size() || !m_results[m_session.model()])
        return;
    const LiveResult& result = *m_results[m_session.model()];
    std::vector<IdentificationMatrix::Face> faces;
    for (std::size_t face = 0; face < result.decoded.names.size(); ++face) {
        IdentificationMatrix::Face one;
        one.name = QFileInfo(QString::fromStdString(result.decoded.names[face])).completeBaseName();
        if (face < m_originals.size())
            one.original = m_originals[face];
        if (face < result.faces.size())
            one.decoded = result.faces[face];
        faces.push_back(std::move(one));
    }
    m_matrix->setMatrix(result.decoded.similarity, std::move(faces));
    const QLocale locale;
    const auto count = static_cast<qlonglong>(result.decoded.names.size());
    m_scores->setText(tr("Pairwise %1 % (chance 50 %) · first of %2 faces: %3 % (chance %4 %)")
                          .arg(percentText(result.decoded.pairwise), locale.toString(count),
                               percentText(result.decoded.fullRecognition),
                               percentText(1.0 / static_cast<double>(std::max(1LL, count)))));
    const auto opened = m_session.opened();
    m_scores->setToolTip(opened && opened->isSealOpen
                             ? tr("Exploration and confirmation faces: the seal is open.")
                             : tr("Exploration faces; the confirmation faces stay sealed."));
}

} // namespace fusiform
