// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/present_page.h"

#include "app/present/slide_form.h"
#include "app/present/slide_renderer.h"
#include "app/present/talk_export.h"
#include "app/support/text.h"
#include "widgets/controls/availability.h"
#include "widgets/controls/icons.h"

#include <QFrame>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace fusiform {

namespace {

constexpr QSize kThumbnail(192, 108);
constexpr int kThumbnailDelay = 150;

} // namespace

PresentPage::PresentPage(Session& session, Window window, const QString& glProblem, QWidget* parent)
    : QWidget(parent),
      m_session(session),
      m_window(std::move(window)),
      m_builder(session),
      m_list(new QListWidget(this)),
      m_stage(new SlideStage(glProblem, this)),
      m_form(new SlideForm(this)),
      m_new(new QPushButton(themedIcon("plus"), tr("New slide"), this)),
      m_present(new QPushButton(themedIcon("play"), tr("Present"), this)),
      m_export(new QPushButton(themedIcon("image-down"), tr("Export…"), this)),
      m_talk(new TalkWindow(session, m_builder, glProblem, this)),
      m_presenter(new PresenterWindow(
          *m_talk, [this](std::size_t slide) { return thumbnailOf(slide); }, this))
{
    setObjectName(QStringLiteral("presentPage"));
    m_stage->setFramed(true);
    m_talk->hide();
    m_presenter->hide();
    m_new->setObjectName(QStringLiteral("newSlide"));
    m_new->setToolTip(tr("A slide of the brain as page Explore shows it now, with its region."));
    m_present->setObjectName(QStringLiteral("presentSlides"));
    m_present->setToolTip(tr("From the slide that is chosen, on the whole screen (F5)"));
    m_export->setObjectName(QStringLiteral("exportSlides"));
    auto* const title = new QLabel(tr("Talk"), this);
    title->setProperty("role", QStringLiteral("heading"));
    auto* const head = new QHBoxLayout;
    head->setContentsMargins(12, 8, 12, 8);
    head->addWidget(title);
    head->addStretch(1);
    head->addWidget(m_new);
    head->addWidget(m_export);
    head->addWidget(m_present);
    auto* const scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setMinimumWidth(260);
    auto* const parts = new QSplitter(Qt::Horizontal, this);
    parts->addWidget(makeSide());
    parts->addWidget(m_stage);
    parts->addWidget(scroll);
    parts->setStretchFactor(1, 1);
    parts->setSizes({230, 900, 300});
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(parts, 1);
    m_later.setSingleShot(true);
    connect(&m_later, &QTimer::timeout, this, &PresentPage::makeThumbnails);
    connect(&session, &Session::changed, this, &PresentPage::refresh);
    connect(&m_builder, &SlideBuilder::changed, this, [this] {
        m_form->setFaces(m_builder.faceNames(), m_builder.originals());
        showSlide();
        m_later.start(kThumbnailDelay);
    });
    connect(&m_builder, &SlideBuilder::failed, this, &PresentPage::problem);
    connect(&m_stage->brain(), &SlideBrain::mapShown, this, [this] {
        for (Thumbnail& one : m_thumbnails)
            one.isReady = false;
        m_later.start(kThumbnailDelay);
    });
    connect(m_new, &QPushButton::clicked, this, &PresentPage::addSlide);
    connect(m_present, &QPushButton::clicked, this, &PresentPage::present);
    connect(m_export, &QPushButton::clicked, this, &PresentPage::exportSlides);
    connect(m_list, &QListWidget::currentRowChanged, this, [this] {
        if (!m_isFilling)
            showSlide();
    });
    connect(m_form, &SlideForm::sceneRequested, this,
            [this](const present::Scene& scene, const QString& what) {
                m_session.changeScene(static_cast<std::size_t>(current()), scene, what);
            });
    connect(m_form, &SlideForm::viewRequested, this, &PresentPage::takeView);
    connect(m_form, &SlideForm::lookRequested, this, [this] {
        const auto& scenes = m_session.document().scenes;
        const auto slide = static_cast<std::size_t>(current());
        if (slide >= scenes.size())
            return;
        const present::BrainLook look = scenes[slide]->look;
        Q_EMIT exploreRequested();
        m_window.showLook(look);
    });
    refreshButtons();
    showSlide();
}

QWidget* PresentPage::makeSide()
{
    auto* const side = new QWidget(this);
    m_list->setObjectName(QStringLiteral("slideList"));
    m_list->setAccessibleName(tr("Slides"));
    m_list->setIconSize(kThumbnail);
    m_list->setSpacing(4);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    const auto add = [&](const char* name, const char* icon, const QString& title) {
        auto* const button = new QToolButton(side);
        button->setObjectName(QLatin1String(name));
        button->setIcon(themedIcon(icon));
        button->setAutoRaise(true);
        button->setToolTip(title);
        button->setAccessibleName(title);
        return button;
    };
    m_up = add("slideUp", "arrow-up", tr("Move the slide up"));
    m_down = add("slideDown", "arrow-down", tr("Move the slide down"));
    m_copy = add("slideCopy", "copy", tr("Copy the slide"));
    m_remove = add("slideRemove", "trash-2", tr("Remove the slide"));
    auto* const buttons = new QHBoxLayout;
    buttons->setContentsMargins(8, 4, 8, 8);
    for (QToolButton* const button : {m_up, m_down, m_copy, m_remove})
        buttons->addWidget(button);
    buttons->addStretch(1);
    auto* const layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    const auto moved = [this](int by) {
        const int from = current();
        const int to = from + by;
        if (from < 0 || to < 0 || to >= slideCount())
            return;
        m_session.moveScene(static_cast<std::size_t>(from), static_cast<std::size_t>(to));
        fillList();
        choose(to);
    };
    connect(m_up, &QToolButton::clicked, this, [moved] { moved(-1); });
    connect(m_down, &QToolButton::clicked, this, [moved] { moved(1); });
    connect(m_copy, &QToolButton::clicked, this, [this] {
        const auto slide = static_cast<std::size_t>(current());
        m_session.addScene(slide + 1, *m_session.document().scenes[slide]);
        fillList();
        choose(static_cast<int>(slide) + 1);
    });
    connect(m_remove, &QToolButton::clicked, this,
            [this] { m_session.removeScene(static_cast<std::size_t>(current())); });
    return side;
}

int PresentPage::slideCount() const { return static_cast<int>(m_session.document().scenes.size()); }

int PresentPage::current() const { return m_list->currentRow(); }

void PresentPage::choose(int slide) { m_list->setCurrentRow(slide); }

void PresentPage::addSlide()
{
    const auto region = m_session.activeRegion();
    if (!m_session.opened() || !region)
        return;
    present::Scene scene;
    scene.title = regionTitle(*region).toStdString();
    scene.look = m_window.look();
    scene.region = region->name;
    const auto place = static_cast<std::size_t>(slideCount() == 0 ? 0 : current() + 1);
    m_session.addScene(place, scene);
    fillList();
    choose(static_cast<int>(place));
}

void PresentPage::takeView()
{
    const auto slide = static_cast<std::size_t>(current());
    const auto region = m_session.activeRegion();
    if (slide >= m_session.document().scenes.size())
        return;
    present::Scene scene = *m_session.document().scenes[slide];
    scene.look = m_window.look();
    if (region)
        scene.region = region->name;
    m_session.changeScene(slide, scene, tr("view"));
}

void PresentPage::present()
{
    if (slideCount() == 0)
        return;
    const QList<QScreen*> screens = QGuiApplication::screens();
    // The audience has the screen that the window is not on.
    QScreen* other = nullptr;
    for (QScreen* const screen : screens)
        if (screen != window()->screen())
            other = screen;
    if (other)
        m_talk->setGeometry(other->geometry());
    m_talk->begin(static_cast<std::size_t>(std::max(0, current())), m_window.surface());
    if (other) {
        m_presenter->setGeometry(window()->screen()->availableGeometry());
        m_presenter->show();
        m_presenter->raise();
    }
}

void PresentPage::exportSlides()
{
    m_later.stop(); // the camera is needed
    exportTalk(m_session, m_builder, m_stage->brain(),
               static_cast<std::size_t>(std::max(0, current())), this,
               [this](const QString& text, bool isProblem) {
                   if (isProblem)
                       Q_EMIT problem(text);
                   else
                       Q_EMIT exported(text);
                   showSlide();
                   m_later.start(kThumbnailDelay);
               });
}

void PresentPage::wake()
{
    m_stage->brain().setSource(m_session.opened(), m_window.surface());
    fillList();
    showSlide();
}

void PresentPage::refresh(Session::Changes changes)
{
    if (changes & Session::FitChange)
        m_thumbnails.clear();
    if (!(changes
          & (Session::FitChange | Session::SceneChange | Session::RegionChange
             | Session::DecoderChange | Session::ShownCodesChange | Session::SealChange)))
        return;
    if (isVisible())
        fillList();
    refreshButtons();
}

void PresentPage::fillList()
{
    const auto& scenes = m_session.document().scenes;
    m_isFilling = true;
    const int before = current();
    while (m_list->count() > slideCount())
        delete m_list->takeItem(m_list->count() - 1);
    while (m_list->count() < slideCount())
        m_list->addItem(new QListWidgetItem);
    m_thumbnails.resize(scenes.size());
    for (std::size_t slide = 0; slide < scenes.size(); ++slide) {
        QListWidgetItem* const item = m_list->item(static_cast<int>(slide));
        item->setData(Qt::AccessibleTextRole, QString::fromStdString(scenes[slide]->title));
        item->setToolTip(QString::fromStdString(scenes[slide]->title));
        if (m_thumbnails[slide].scene != scenes[slide])
            m_thumbnails[slide].isReady = false;
    }
    m_list->setCurrentRow(std::min(std::max(before, 0), slideCount() - 1));
    m_isFilling = false;
    SlideForm::Choices regions;
    for (const auto& region : m_session.document().regions)
        regions.append({QString::fromStdString(region->name), regionTitle(*region)});
    SlideForm::Choices models;
    if (const auto opened = m_session.opened())
        for (const glm::ModelFit& model : opened->fit.models)
            models.append({QString::fromStdString(model.model.name), modelTitle(model.model.name)});
    m_form->setChoices(regions, models);
    m_form->setFaces(m_builder.faceNames(), m_builder.originals());
    refreshButtons();
    showSlide();
    m_later.start(kThumbnailDelay);
}

void PresentPage::showSlide()
{
    const auto& scenes = m_session.document().scenes;
    const auto slide = static_cast<std::size_t>(std::max(0, current()));
    refreshButtons();
    m_form->setVisible(slide < scenes.size());
    if (slide >= scenes.size()) {
        m_stage->showNothing(m_session.opened()
                                 ? tr("A talk begins with a view: arrange brain, map and region on "
                                      "the page Explore, then press New slide.")
                                 : tr("Open a fit first."));
        return;
    }
    const present::Scene& scene = *scenes[slide];
    m_form->setScene(scene);
    if (!isVisible())
        return;
    const present::SceneStep all = present::stepsOf(scene).back();
    m_stage->show(m_builder.contentOf(scene), all, m_builder.brainOf(scene, all),
                  SlideBrain::Move::Smoothly);
}

void PresentPage::refreshButtons()
{
    const bool isOpen = m_session.opened() != nullptr;
    const int slide = current();
    const int count = slideCount();
    const QString closed = tr("Open a fit first.");
    const QString none = tr("There is no slide yet.");
    setAvailable(m_new, isOpen, closed);
    setAvailable(m_present, count > 0, isOpen ? none : closed);
    setAvailable(m_export, count > 0, isOpen ? none : closed);
    setAvailable(m_copy, slide >= 0, none);
    setAvailable(m_remove, slide >= 0, none);
    setAvailable(m_up, slide > 0, slide < 0 ? none : tr("It is the first slide."));
    setAvailable(m_down, slide >= 0 && slide + 1 < count,
                 slide < 0 ? none : tr("It is the last slide."));
}

QImage PresentPage::thumbnailOf(std::size_t slide)
{
    if (slide < m_thumbnails.size() && !m_thumbnails[slide].picture.isNull())
        return m_thumbnails[slide].picture;
    QImage empty(kThumbnail, QImage::Format_RGB32);
    empty.fill(SlideColors::ofTheme().ground);
    return empty;
}

/// One a turn, so that the window stays in hand.
void PresentPage::makeThumbnails()
{
    const auto& scenes = m_session.document().scenes;
    if (!isVisible() || m_stage->brain().isMoving() || m_thumbnails.size() != scenes.size()) {
        if (isVisible())
            m_later.start(kThumbnailDelay);
        return;
    }
    for (std::size_t slide = 0; slide < scenes.size(); ++slide) {
        Thumbnail& one = m_thumbnails[slide];
        if (one.isReady && one.scene == scenes[slide])
            continue;
        constexpr int kWidth = 640; // also the presenter's
        const present::SceneStep all = present::stepsOf(*scenes[slide]).back();
        one.picture = SlideRenderer(m_builder, m_stage->brain())
                          .picture(*scenes[slide], all, scenes[slide]->look, kWidth,
                                   SlideColors::ofTheme());
        one.scene = scenes[slide];
        one.isReady = m_builder.contentOf(*one.scene).isReady;
        const QPixmap small = QPixmap::fromImage(
            one.picture.scaled(2 * kThumbnail, Qt::KeepAspectRatio, Qt::SmoothTransformation));
        QIcon icon(small);
        icon.addPixmap(small, QIcon::Selected); // else the style tints it
        m_list->item(static_cast<int>(slide))->setIcon(icon);
        if (one.isReady)
            m_later.start(0);
        showSlide(); // the camera goes back to the slide that is looked at
        return;
    }
}

} // namespace fusiform
