// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/presenter_window.h"

#include "widgets/controls/theme_colors.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QTime>
#include <QVBoxLayout>

namespace fusiform {

namespace {

constexpr int kNowWidth = 640;
constexpr int kNextWidth = 380;

QLabel* labelOf(QWidget* parent, const char* role, int pixels = 0)
{
    auto* const label = new QLabel(parent);
    label->setProperty("role", QLatin1String(role));
    label->setWordWrap(true);
    if (pixels > 0) {
        QFont font = label->font();
        font.setPixelSize(pixels);
        label->setFont(font);
    }
    return label;
}

void setPicture(QLabel* label, const QImage& picture, int width)
{
    const double scale = label->devicePixelRatioF();
    QImage scaled
        = picture.scaledToWidth(static_cast<int>(width * scale), Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(scale);
    label->setPixmap(QPixmap::fromImage(scaled));
}

} // namespace

PresenterWindow::PresenterWindow(TalkWindow& talk, Picture picture, QWidget* parent)
    : QWidget(parent, Qt::Window),
      m_talk(talk),
      m_picture(std::move(picture)),
      m_place(labelOf(this, "heading")),
      m_time(labelOf(this, "heading", 44)),
      m_clock(labelOf(this, "muted", 20)),
      m_now(labelOf(this, "plain")),
      m_next(labelOf(this, "plain")),
      m_nextTitle(labelOf(this, "muted")),
      m_notes(labelOf(this, "plain", 22))
{
    setObjectName(QStringLiteral("presenterWindow"));
    setWindowTitle(tr("Presenter"));
    setFocusPolicy(Qt::StrongFocus);
    resize(1180, 720);
    m_notes->setObjectName(QStringLiteral("presenterNotes"));
    m_notes->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_time->setObjectName(QStringLiteral("presenterTime"));
    auto* const restart = new QPushButton(tr("From 0"), this);
    restart->setToolTip(tr("The time counts from now on."));
    restart->setFocusPolicy(Qt::NoFocus);
    connect(restart, &QPushButton::clicked, this, [this] {
        m_talk.restartClock();
        showTime();
    });
    auto* const times = new QHBoxLayout;
    times->addWidget(m_time);
    times->addWidget(restart, 0, Qt::AlignVCenter);
    times->addStretch(1);
    times->addWidget(m_clock);
    auto* const left = new QVBoxLayout;
    left->addWidget(m_place);
    left->addWidget(m_now);
    left->addStretch(1);
    auto* const help = labelOf(this, "muted");
    left->addWidget(help);
    help->setText(
        tr("Space, arrows: on and back · A to D: what the audience says · period: black · "
           "Esc: end"));
    auto* const right = new QVBoxLayout;
    right->addLayout(times);
    right->addWidget(m_nextTitle);
    right->addWidget(m_next);
    right->addSpacing(12);
    right->addWidget(m_notes, 1);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(24);
    layout->addLayout(left, 3);
    layout->addLayout(right, 2);
    connect(&talk, &TalkWindow::placeChanged, this, &PresenterWindow::refresh);
    connect(&talk, &TalkWindow::ended, this, &QWidget::hide);
    constexpr int kTick = 500;
    m_tick.setInterval(kTick);
    connect(&m_tick, &QTimer::timeout, this, &PresenterWindow::showTime);
    m_tick.start();
}

void PresenterWindow::refresh()
{
    const present::Slides& slides = m_talk.slides();
    const present::TalkPlace& place = m_talk.place();
    if (place.slide >= slides.size())
        return;
    const present::Scene& scene = *slides[place.slide];
    const std::size_t steps = present::stepsOf(scene).size();
    const QLocale locale;
    const auto number = [&](std::size_t n) { return locale.toString(static_cast<qulonglong>(n)); };
    m_place->setText(
        steps > 1 ? tr("Slide %1 of %2, step %3 of %4")
                        .arg(number(place.slide + 1), number(slides.size()), number(place.step + 1),
                             number(steps))
                  : tr("Slide %1 of %2").arg(number(place.slide + 1), number(slides.size())));
    setPicture(m_now, m_picture(place.slide), kNowWidth);
    const bool hasNext = place.slide + 1 < slides.size();
    m_nextTitle->setText(hasNext ? tr("Next") : tr("This is the last slide."));
    m_next->setVisible(hasNext);
    if (hasNext)
        setPicture(m_next, m_picture(place.slide + 1), kNextWidth);
    m_notes->setText(QString::fromStdString(scene.notes));
    showTime();
}

void PresenterWindow::showTime()
{
    constexpr qint64 kHour = 3600000;
    const qint64 since = m_talk.milliseconds();
    m_time->setText(
        QTime(0, 0)
            .addMSecs(static_cast<int>(since % (24 * kHour)))
            .toString(since < kHour ? QStringLiteral("mm:ss") : QStringLiteral("h:mm:ss")));
    m_clock->setText(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
}

void PresenterWindow::keyPressEvent(QKeyEvent* event)
{
    if (!m_talk.handleKey(event))
        QWidget::keyPressEvent(event);
}

void PresenterWindow::paintEvent(QPaintEvent*)
{
    QPainter(this).fillRect(rect(), themeColor("panel"));
}

} // namespace fusiform
