// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/identification_panel.h"

#include "app/docks/decoder_controls.h"
#include "app/docks/number_origin.h"
#include "app/support/text.h"
#include "core/decode/training_folds.h"
#include "widgets/controls/pictures.h"
#include "widgets/plots/identification_matrix.h"

#include <QComboBox>
#include <QFileInfo>
#include <QHBoxLayout>
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
      m_decoder(new DecoderControls(session, this)),
      m_scores(new QLabel(this)),
      m_training(new QLabel(this)),
      m_matrix(new IdentificationMatrix(this))
{
    m_model->setObjectName(QStringLiteral("identificationModel"));
    m_model->setAccessibleName(tr("Face model"));
    m_scores->setObjectName(QStringLiteral("identificationScores"));
    m_scores->setProperty("role", QStringLiteral("muted"));
    m_scores->setWordWrap(true);
    m_training->setObjectName(QStringLiteral("trainingScore"));
    m_training->setProperty("role", QStringLiteral("muted"));
    m_training->setWordWrap(true);
    m_matrix->setObjectName(QStringLiteral("identificationMatrix"));
    // Below each other: the sentence is as long as the dock is wide.
    auto* const head = new QVBoxLayout;
    head->setContentsMargins(12, 8, 12, 4);
    head->setSpacing(6);
    auto* const row = new QHBoxLayout;
    row->setSpacing(6);
    row->addWidget(m_model);
    row->addWidget(m_decoder, 1);
    head->addLayout(row);
    head->addWidget(m_scores);
    head->addWidget(m_training);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_matrix, 1);
    tellOrigin(
        m_scores, session,
        [this]() -> std::optional<NumberOrigin> {
            const std::size_t model = m_session.model();
            return model < m_results.size() && m_results[model]
                       ? std::optional(originOf(*m_results[model], m_session))
                       : std::nullopt;
        },
        meaningOfScores());
    tellOrigin(
        m_training, session,
        [this]() -> std::optional<NumberOrigin> {
            if (!m_trained.region)
                return {};
            return NumberOrigin{
                m_trained.region,
                tr("Single trials of training faces; %1").arg(decoderText(m_trained.options))};
        },
        tr("<p>Single trials of <b>training faces</b>, decoded by a W that was estimated "
           "without their session (without their run, where there is one session). A trial "
           "wins a pair if its code is more like its own face's code than like another "
           "one's of that session. Chance is 50 %; ± is one standard error over what is "
           "held out.</p><p>Test faces play no part in it, so a region may be chosen by "
           "this number.</p>"));
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
    connect(&m_check, &TrainingCheck::started, this,
            [this] { m_training->setText(tr("Training faces: cross-validating…")); });
    connect(&m_check, &TrainingCheck::checked, this,
            [this](const auto& result) { showTraining(*result); });
    connect(&m_check, &TrainingCheck::failed, this, [this](const QString& reason) {
        m_decoder->setChoosing(false);
        m_training->setText(tr("Training faces: %1").arg(reason));
    });
    connect(m_decoder, &DecoderControls::ridgeWanted, this, [this] {
        m_decoder->setChoosing(true);
        m_check.chooseRidge(request());
    });
    connect(&m_check, &TrainingCheck::ridgeChosen, this, [this](double strength) {
        m_decoder->setChoosing(false);
        decode::DecodeOptions options = m_session.decodeOptions();
        options.ridge = strength;
        const bool isAsBefore = options == m_session.decodeOptions();
        m_session.setDecodeOptions(options);
        if (isAsBefore)
            check();
    });
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
    if (changes & (Session::FitChange | Session::ModelChange)) {
        // Files are looked at once, not with every dab of a brush.
        const auto opened = m_session.opened();
        m_canCheck
            = opened && m_session.model() < opened->fit.models.size()
              && decode::canHaveTrainingFolds(opened->fit, opened->fit.models[m_session.model()]);
    }
    if (changes
        & (Session::FitChange | Session::RegionChange | Session::ModelChange
           | Session::DecoderChange))
        check();
}

TrainingCheckRequest IdentificationPanel::request() const
{
    return {m_session.opened(), m_session.model(), m_session.activeRegion(),
            m_session.decodeOptions()};
}

void IdentificationPanel::check()
{
    TrainingCheckRequest wanted = request();
    const bool hasRegion = wanted.opened && wanted.model < wanted.opened->fit.models.size()
                           && wanted.region && !wanted.region->voxels.isEmpty();
    m_trained = {};
    m_training->setVisible(hasRegion);
    m_training->setEnabled(false); // grey: of the region as it was
    if (hasRegion && m_canCheck) {
        m_check.check(std::move(wanted));
        return;
    }
    m_check.cancel();
    m_training->setText(
        tr("Training faces: not cross-validated, as the fit kept no series of its scans."));
}

void IdentificationPanel::showTraining(const TrainingCheckResult& result)
{
    m_training->setEnabled(true);
    m_trained = result.request;
    const QLocale locale;
    //: %1 a share, %2 its standard error
    const QString text = result.unit == "session"
                             ? tr("Training faces, sessions held out: pairwise %1 ± %2 %")
                             : tr("Training faces, runs held out: pairwise %1 ± %2 %");
    m_training->setText(text.arg(locale.toString(100 * result.score.pairwise, 'f', 1),
                                 locale.toString(100 * result.score.standardError, 'f', 1)));
    m_training->setToolTip(
        tr("%1 single trials, each decoded by a W that has not seen its session or run; chance is "
           "50 %. No test face has a part in it, so it stays honest however the region was found.")
            .arg(locale.toString(static_cast<qlonglong>(result.score.trials))));
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
    const bool isOpen = m_session.opened() && m_session.opened()->isSealOpen;
    const QString scores = isOpen ? tr("All test faces: pairwise %1 % · first of %2: %3 %")
                                  : tr("Exploration faces: pairwise %1 % · first of %2: %3 %");
    m_scores->setText(scores.arg(percentText(result.decoded.pairwise), locale.toString(count),
                                 percentText(result.decoded.fullRecognition)));
    const QString chance = tr("Chance: 50 % and %1 %.")
                               .arg(percentText(1.0 / static_cast<double>(std::max(1LL, count))));
    m_scores->setToolTip((isOpen ? tr("Exploration and confirmation faces: the seal is open.")
                                 : tr("Exploration faces; the confirmation faces stay sealed."))
                         + QLatin1Char('\n') + chance);
}

} // namespace fusiform
