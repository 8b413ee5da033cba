// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/talk_export.h"

#include "app/support/text.h"

#include <nlohmann/json.hpp>

#include <QFileDialog>
#include <QFileInfo>
#include <QPainter>
#include <QProgressDialog>

namespace fusiform {

namespace {

bool isSameView(const FilmFrame& one, const FilmFrame& two)
{
    return one.slide == two.slide && one.step == two.step && one.look == two.look
           && one.fade == two.fade;
}

QString endingOf(TalkFormat format)
{
    switch (format) {
    case TalkFormat::Pdf: return QStringLiteral(".pdf");
    case TalkFormat::Html: return QStringLiteral(".html");
    case TalkFormat::FilmMp4: return QStringLiteral(".mp4");
    case TalkFormat::FilmWebM: return QStringLiteral(".webm");
    case TalkFormat::FilmGif: return QStringLiteral(".gif");
    case TalkFormat::Pictures: break;
    }
    return {};
}

FilmFormat filmOf(TalkFormat format)
{
    switch (format) {
    case TalkFormat::FilmMp4: return FilmFormat::Mp4;
    case TalkFormat::FilmWebM: return FilmFormat::WebM;
    case TalkFormat::FilmGif: return FilmFormat::Gif;
    default: break;
    }
    return FilmFormat::Pictures;
}

} // namespace

TalkExport::TalkExport(const Session& session, SlideBuilder& builder, SlideBrain& camera,
                       std::size_t slide, const TalkExportOptions& options, QString file,
                       QObject* parent)
    : QObject(parent),
      m_slides(session.document().scenes),
      m_renderer(builder, camera),
      m_options(options),
      m_colors(options.isOnWhite ? SlideColors::onWhite() : SlideColors::ofTheme()),
      m_record(deckRecord(session))
{
    if (options.format == TalkFormat::Pdf)
        m_deck = pdfDeck(file, m_colors);
    else if (options.format == TalkFormat::Html)
        m_deck = htmlDeck(file, m_colors, options.width);
    else
        m_film = std::make_unique<FilmWriter>(file, filmOf(options.format),
                                              QByteArray::fromStdString(jsonText(m_record)));
    if (m_deck)
        m_pages = deckPages(m_slides, options.isStepByStep);
    else if (options.format == TalkFormat::Pictures)
        for (const DeckPage& page : deckPages(m_slides, options.isStepByStep))
            m_frames.push_back({page.slide, page.step, m_slides[page.slide]->look, 1});
    else if (options.what == TalkExportOptions::What::Turntable)
        m_frames = turntable(m_slides, slide, options.seconds);
    else
        m_frames = talkFilm(m_slides, options.seconds);
    if (m_film)
        connect(m_film.get(), &FilmWriter::finished, this, &TalkExport::ended);
    connect(&m_turn, &QTimer::timeout, this, [this] {
        if (const QString problem = problemOf([&] { makeNext(); }); !problem.isEmpty()) {
            m_turn.stop();
            Q_EMIT ended(problem);
        }
    });
}

TalkExport::~TalkExport() = default;

/// All that is shown has to be read first; what is missing is on its way once it was asked for.
bool TalkExport::isReady()
{
    bool areAll = true;
    for (const auto& scene : m_slides)
        areAll = m_renderer.isReady(*scene) && areAll;
    return areAll;
}

void TalkExport::makeNext()
{
    if (m_done == 0 && !isReady()) {
        constexpr int kWait = 50;
        m_turn.setInterval(kWait);
        return;
    }
    m_turn.setInterval(0);
    if (m_done < m_pages.size())
        m_deck->add(m_slides, m_pages[m_done], m_renderer);
    else if (m_done < m_frames.size())
        addFrame(m_frames[m_done]);
    ++m_done;
    Q_EMIT advanced(static_cast<int>(m_done));
    if (m_done < static_cast<std::size_t>(total()))
        return;
    m_turn.stop();
    if (m_film) {
        m_film->finish();
        return;
    }
    m_deck->finish(m_record);
    Q_EMIT ended({});
}

void TalkExport::addFrame(const FilmFrame& frame)
{
    // A step that is held is drawn once.
    if (m_still.isNull() || !isSameView(frame, m_stillOf)) {
        if (frame.fade < 1 && m_stillOf.fade >= 1)
            m_before = m_still;
        m_still = pictureOf(frame);
        m_stillOf = frame;
    }
    m_film->add(m_still);
}

QImage TalkExport::pictureOf(const FilmFrame& frame)
{
    const present::Scene& scene = *m_slides[frame.slide];
    QImage picture = m_renderer.picture(scene, present::stepsOf(scene)[frame.step], frame.look,
                                        m_options.width, m_colors);
    if (frame.fade >= 1 || m_before.isNull())
        return picture;
    QPainter painter(&picture);
    painter.setOpacity(1 - frame.fade);
    painter.drawImage(0, 0, m_before);
    return picture;
}

void exportTalk(Session& session, SlideBuilder& builder, SlideBrain& camera, std::size_t slide,
                QWidget* parent,
                const std::function<void(const QString& text, bool isProblem)>& say)
{
    auto* const dialog = new ExportDialog(FilmWriter::canEncode(), parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(
        dialog, &QDialog::accepted, parent,
        [&session, &builder, &camera, slide, parent, say, dialog] {
            const TalkExportOptions options = dialog->options();
            const QString ending = endingOf(options.format);
            QString file = QFileDialog::getSaveFileName(
                parent, TalkExport::tr("Export the talk"), TalkExport::tr("talk") + ending,
                ending.isEmpty() ? QString() : QStringLiteral("*") + ending);
            if (file.isEmpty())
                return;
            if (QFileInfo(file).suffix().isEmpty())
                file += ending;
            TalkExport* work = nullptr;
            if (const QString problem = problemOf([&] {
                    work = new TalkExport(session, builder, camera, slide, options, file, parent);
                });
                !problem.isEmpty()) {
                say(problem, true);
                return;
            }
            auto* const progress
                = new QProgressDialog(TalkExport::tr("Drawing the slides…"),
                                      TalkExport::tr("Cancel"), 0, work->total(), parent);
            progress->setObjectName(QStringLiteral("exportProgress"));
            progress->setWindowModality(Qt::WindowModal);
            progress->setAttribute(Qt::WA_DeleteOnClose);
            progress->setAutoClose(false);
            progress->setAutoReset(false);
            QObject::connect(work, &TalkExport::advanced, progress, &QProgressDialog::setValue);
            QObject::connect(progress, &QProgressDialog::canceled, work, &QObject::deleteLater);
            QObject::connect(work, &TalkExport::ended, parent,
                             [say, work, progress, file](const QString& problem) {
                                 progress->disconnect(work);
                                 progress->close();
                                 work->deleteLater();
                                 say(problem.isEmpty()
                                         ? TalkExport::tr("The talk is in %1, how it was "
                                                          "made beside it.")
                                               .arg(file)
                                         : problem,
                                     !problem.isEmpty());
                             });
            progress->show();
            work->start();
        });
    dialog->open();
}

} // namespace fusiform
