// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/docks/decoder_controls.h"

#include "app/support/text.h"
#include "core/decode/decoder_inputs.h"
#include "core/decode/decoders.h"
#include "core/decode/training_folds.h"
#include "widgets/controls/icons.h"

#include <QAction>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QMenu>
#include <QSignalBlocker>
#include <QStandardItemModel>
#include <QToolButton>

namespace fusiform {

DecoderControls::DecoderControls(Session& session, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_decoder(new QComboBox(this)),
      m_ridge(new QDoubleSpinBox(this)),
      m_choose(new QToolButton(this)),
      m_more(new QToolButton(this)),
      m_bias(new QAction(tr("Fixed bias"), this)),
      m_inSd(new QAction(tr("Scores in training sd"), this))
{
    m_decoder->setObjectName(QStringLiteral("decoder"));
    m_decoder->setAccessibleName(tr("Decoder"));
    m_decoder->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_decoder->setMinimumContentsLength(9);
    for (const decode::Decoder& decoder : decode::decoders()) {
        m_decoder->addItem(translated(decoder.title), QString::fromUtf8(decoder.name.data()));
        m_decoder->setItemData(
            m_decoder->count() - 1,
            QStringLiteral("<b>%1</b><br>%2")
                .arg(QString::fromUtf8(decoder.formula.data()), translated(decoder.help)),
            Qt::ToolTipRole);
    }
    m_ridge->setObjectName(QStringLiteral("ridge"));
    m_ridge->setAccessibleName(tr("Strength of the ridge"));
    m_ridge->setPrefix(QStringLiteral("λ "));
    m_ridge->setDecimals(4);
    m_ridge->setRange(0, 1000);
    m_ridge->setStepType(QAbstractSpinBox::AdaptiveDecimalStepType);
    m_ridge->setKeyboardTracking(false);
    m_ridge->setButtonSymbols(QAbstractSpinBox::NoButtons);
    m_ridge->setMaximumWidth(fontMetrics().horizontalAdvance(QStringLiteral("λ 0.00000 ")) + 16);
    m_ridge->setToolTip(tr("Strength of the ridge, relative to the mean diagonal of W Wᵀ. 0 is the "
                           "plain inverse."));
    m_choose->setObjectName(QStringLiteral("chooseRidge"));
    m_choose->setIcon(themedIcon("wand-sparkles"));
    m_choose->setAccessibleName(tr("Choose the ridge on training faces"));
    m_choose->setAutoRaise(true);
    m_bias->setObjectName(QStringLiteral("fixedBias"));
    m_bias->setCheckable(true);
    m_bias->setToolTip(tr("The response to any face is taken off the patterns as W has it, instead "
                          "of being solved for beside the latents (the paper)."));
    m_inSd->setObjectName(QStringLiteral("scoresInSd"));
    m_inSd->setCheckable(true);
    m_inSd->setToolTip(tr("Decoded and true codes are compared after each latent was divided by "
                          "its training standard deviation."));
    auto* const menu = new QMenu(m_more);
    menu->setToolTipsVisible(true);
    menu->addActions({m_bias, m_inSd});
    m_more->setObjectName(QStringLiteral("decoderMore"));
    m_more->setIcon(themedIcon("sliders-horizontal"));
    m_more->setAccessibleName(tr("More of the decoder"));
    m_more->setToolTip(tr("Bias and units of the scores"));
    m_more->setAutoRaise(true);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(menu);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_decoder);
    layout->addWidget(m_ridge);
    layout->addWidget(m_choose);
    layout->addWidget(m_more);
    layout->addStretch(1);

    connect(m_decoder, &QComboBox::activated, this, [this](int index) {
        change([&](decode::DecodeOptions& options) {
            options.decoder = m_decoder->itemData(index).toString().toStdString();
        });
    });
    connect(m_ridge, &QDoubleSpinBox::valueChanged, this, [this](double strength) {
        change([&](decode::DecodeOptions& options) { options.ridge = strength; });
    });
    connect(m_bias, &QAction::toggled, this, [this](bool isFixed) {
        change([&](decode::DecodeOptions& options) {
            options.bias = isFixed ? decode::Bias::Fixed : decode::Bias::Solved;
        });
    });
    connect(m_inSd, &QAction::toggled, this, [this](bool isInSd) {
        change([&](decode::DecodeOptions& options) { options.scoreInSd = isInSd; });
    });
    connect(m_choose, &QToolButton::clicked, this, &DecoderControls::ridgeWanted);
    connect(&session, &Session::changed, this, &DecoderControls::refresh);
    showOptions();
}

void DecoderControls::change(const std::function<void(decode::DecodeOptions&)>& change)
{
    decode::DecodeOptions options = m_session.decodeOptions();
    change(options);
    m_session.setDecodeOptions(options);
}

void DecoderControls::refresh(Session::Changes changes)
{
    if (changes & (Session::FitChange | Session::ModelChange))
        showAvailable();
    if (changes & (Session::FitChange | Session::DecoderChange))
        showOptions();
}

/// Decoders that the fit has nothing for can be seen, with the reason, but not taken.
void DecoderControls::showAvailable()
{
    const auto opened = m_session.opened();
    const bool isOpen = opened && m_session.model() < opened->fit.models.size();
    setEnabled(isOpen);
    if (!isOpen)
        return;
    const glm::ModelFit& model = opened->fit.models[m_session.model()];
    const bool hasInputs = decode::canHaveDecoderInputs(opened->fit, model);
    auto* const items = qobject_cast<QStandardItemModel*>(m_decoder->model());
    for (int index = 0; index < m_decoder->count(); ++index) {
        const decode::Decoder& decoder = decode::decoders()[static_cast<std::size_t>(index)];
        const bool isAvailable = hasInputs || !decoder.needsInputs();
        items->item(index)->setEnabled(isAvailable);
        if (!isAvailable)
            items->item(index)->setToolTip(
                tr("Needs the noise of the scans, and this fit kept none: fit again and keep the "
                   "series."));
    }
    const bool canChoose = decode::canHaveTrainingFolds(opened->fit, model);
    m_choose->setEnabled(canChoose);
    m_choose->setToolTip(canChoose
                             ? tr("Choose the ridge that recognises most training faces, each by a "
                                  "W that has not seen its session. Test faces have no part in it.")
                             : tr("Needs the scans, and this fit kept none: fit again and keep the "
                                  "series."));
}

void DecoderControls::showOptions()
{
    const decode::DecodeOptions& options = m_session.decodeOptions();
    const QSignalBlocker quietRidge(m_ridge);
    const QSignalBlocker quietBias(m_bias);
    m_decoder->setCurrentIndex(m_decoder->findData(QString::fromStdString(options.decoder)));
    m_decoder->setToolTip(
        m_decoder->itemData(m_decoder->currentIndex(), Qt::ToolTipRole).toString());
    const bool hasRidge
        = decode::decoderNamed(options.decoder).pull == decode::Decoder::Pull::Ridge;
    m_ridge->setVisible(hasRidge);
    m_choose->setVisible(hasRidge);
    m_ridge->setValue(options.ridge);
    const QSignalBlocker quietUnits(m_inSd);
    m_inSd->setChecked(options.scoreInSd);
    m_bias->setChecked(options.bias == decode::Bias::Fixed);
}

void DecoderControls::setChoosing(bool isChoosing)
{
    m_choose->setDown(isChoosing);
    m_ridge->setEnabled(!isChoosing);
}

} // namespace fusiform
