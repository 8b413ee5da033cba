// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/present/presenter_window.h"
#include "app/present/slide_builder.h"
#include "app/present/slide_stage.h"
#include "app/present/talk_window.h"

#include <QTimer>
#include <QWidget>

class QListWidget;
class QPushButton;
class QToolButton;

namespace fusiform {

class SlideForm;

/// The page Present: the slides of a talk, made of views of the brain and the faces read from it.
class PresentPage final : public QWidget {
    Q_OBJECT
public:
    /// What the page needs of the window.
    struct Window {
        std::function<present::BrainLook()> look; ///< how the brain is looked at now
        std::function<void(const present::BrainLook&)> showLook;
        std::function<std::shared_ptr<const scene::BrainSurface>()> surface;
    };
    PresentPage(Session& session, Window window, const QString& glProblem,
                QWidget* parent = nullptr);

    /// A slide of what is shown now, after the one that is chosen.
    void addSlide();
    /// From the slide that is chosen.
    void present();
    /// The page has come to be seen.
    void wake();
    [[nodiscard]] TalkWindow& talk() { return *m_talk; }
    [[nodiscard]] int slideCount() const;
    [[nodiscard]] int current() const;
    void choose(int slide);
    [[nodiscard]] SlideBuilder& builder() { return m_builder; }
    void exportSlides();

Q_SIGNALS:
    void problem(const QString& text);
    void exploreRequested();
    void exported(const QString& text);

private:
    [[nodiscard]] QWidget* makeSide();
    void refresh(Session::Changes changes);
    void fillList();
    void showSlide();
    void refreshButtons();
    void makeThumbnails();
    [[nodiscard]] QImage thumbnailOf(std::size_t slide);
    void takeView();

    /// A small picture and what it is of.
    struct Thumbnail {
        std::shared_ptr<const present::Scene> scene;
        bool isReady = false;
        QImage picture;
    };

    Session& m_session;
    Window m_window;
    SlideBuilder m_builder;
    QListWidget* m_list;
    SlideStage* m_stage;
    SlideForm* m_form;
    QPushButton* m_new;
    QPushButton* m_present;
    QPushButton* m_export;
    QToolButton* m_up;
    QToolButton* m_down;
    QToolButton* m_copy;
    QToolButton* m_remove;
    TalkWindow* m_talk;
    PresenterWindow* m_presenter;
    std::vector<Thumbnail> m_thumbnails;
    QTimer m_later; ///< thumbnails are made when nothing else happens
    bool m_isFilling = false;
};

} // namespace fusiform
