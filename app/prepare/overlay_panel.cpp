// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/prepare/overlay_panel.h"

#include "app/support/figure_list.h"
#include "core/report/plots_quality.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace fusiform {

namespace {
constexpr int kFlickerMs = 700; // slow enough to see where an edge jumps
} // namespace

OverlayPanel::OverlayPanel(QWidget* parent)
    : QWidget(parent), m_looks(new QButtonGroup(this)), m_figures(new FigureList(this))
{
    auto* const buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 12, 16, 0);
    const auto add = [&](Look look, const QString& text, const char* name) {
        auto* const button = new QToolButton(this);
        button->setText(text);
        button->setObjectName(QLatin1String(name));
        button->setCheckable(true);
        m_looks->addButton(button, static_cast<int>(look));
        buttons->addWidget(button);
    };
    add(Look::Checkerboard, tr("Checkerboard"), "overlayCheckerboard");
    add(Look::Flicker, tr("Flicker"), "overlayFlicker");
    add(Look::Mean, tr("Scans"), "overlayMean");
    add(Look::Anatomy, tr("T1"), "overlayAnatomy");
    buttons->addStretch(1);
    m_looks->button(0)->setChecked(true);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(buttons);
    layout->addWidget(m_figures, 1);
    m_flicker.setInterval(kFlickerMs);
    connect(m_looks, &QButtonGroup::idClicked, this, &OverlayPanel::setLook);
    connect(&m_flicker, &QTimer::timeout, this, &OverlayPanel::flip);
}

void OverlayPanel::setPictures(const report::OverlayPictures& pictures)
{
    m_pictures = pictures;
    show();
}

void OverlayPanel::setLook(int look)
{
    m_look = static_cast<Look>(look);
    m_isAnatomyTurn = false;
    m_look == Look::Flicker ? m_flicker.start() : m_flicker.stop();
    show();
}

void OverlayPanel::flip()
{
    m_isAnatomyTurn = !m_isAnatomyTurn;
    if (isVisible())
        show();
}

report::SharedPicture OverlayPanel::shown() const
{
    if (m_look == Look::Checkerboard)
        return m_pictures.checkerboard;
    const bool isAnatomy = m_look == Look::Anatomy || (m_look == Look::Flicker && m_isAnatomyTurn);
    return isAnatomy ? m_pictures.anatomy : m_pictures.mean;
}

void OverlayPanel::show()
{
    const report::SharedPicture picture = shown();
    if (!picture) {
        m_figures->showReason(tr("There is no preprocessed T1 image yet."));
        return;
    }
    const Text title = picture == m_pictures.checkerboard
                           ? FUSIFORM_TR("core", "Checkerboard: functional and T1 image")
                       : picture == m_pictures.anatomy
                           ? FUSIFORM_TR("core", "T1 image")
                           : FUSIFORM_TR("core", "Mean functional image");
    m_figures->setFigures(
        {[picture, title](double width) { return report::mosaicFigure(picture, title, width); }});
}

} // namespace fusiform
