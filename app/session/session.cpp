// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session/session.h"

#include "app/support/text.h"
#include "core/decode/decoder_inputs.h"
#include "core/decode/decoders.h"
#include "core/journal/journal_folder.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace fusiform {

Session::Session(QObject* parent) : QObject(parent)
{
    constexpr int kRestMilliseconds = 500;
    m_flush.setSingleShot(true);
    m_flush.setInterval(kRestMilliseconds);
    connect(&m_flush, &QTimer::timeout, this, [this] {
        if (m_journal)
            guarded([this] { m_journal->flush(); });
    });
}

Session::~Session() { closeJournal(); }

const Document& Session::committed() const
{
    static const Document kNone;
    return m_journal ? *m_journal->document() : kNone;
}

std::shared_ptr<const roi::Region> Session::activeRegion() const
{
    return document().activeRegion();
}

/// Of the document without the stroke under way; null if it is not there.
const roi::Region* Session::regionAt(std::size_t region) const
{
    const Document& document = committed();
    return region < document.regions.size() ? document.regions[region].get() : nullptr;
}

void Session::openWith(std::shared_ptr<const OpenedFit> opened,
                       std::optional<journal::Journal> copy)
{
    closeJournal();
    m_opened = std::move(opened);
    m_model = 0;
    m_cursor = {};
    const auto hasInputs = [this](const glm::ModelFit& model) {
        return decode::canHaveDecoderInputs(m_opened->fit, model);
    };
    if (decode::decoderNamed(m_decodeOptions.decoder).needsInputs()
        && !(m_opened && std::ranges::all_of(m_opened->fit.models, hasInputs)))
        m_decodeOptions.decoder = decode::DecodeOptions().decoder;
    m_draft.reset();
    m_copied = copy ? copy->entries() : 0;
    if (copy)
        m_journal = std::move(copy);
    else if (m_opened)
        startJournal();
    if (m_opened && !m_opened->fit.models.empty()) {
        const glm::Fit& fit = m_opened->fit;
        const image::VoxelSet& selected = fit.models.front().selected;
        m_cursor = roi::measure(selected.isEmpty() ? m_opened->inMask : selected, fit.grid).centre;
    }
    restoreNotes();
    note(FitChange | RegionChange | SceneChange | ModelChange | CursorChange);
    if (m_copied > 0)
        note(LiveChange | ShownCodesChange | DecoderChange);
}

void Session::startJournal()
{
    journal::Start start;
    start.version = FUSIFORM_VERSION;
    start.process = QCoreApplication::applicationPid();
    start.fit = m_opened->fit.folder;
    start.subject = m_opened->fit.subject;
    start.document = startDocument(*m_opened);
    journal::JournalFile file;
    guarded([&] {
        if (!m_journalFolder.empty())
            file = journal::JournalFile::create(journal::newJournalName(m_journalFolder));
    });
    m_journal.emplace(std::move(file), std::move(start));
}

void Session::closeJournal()
{
    if (!m_journal)
        return;
    finishStroke();
    guarded([this] {
        const std::filesystem::path file = m_journal->path();
        m_journal->endGesture();
        const bool isEmpty = m_journal->entries() == m_copied;
        if (!isEmpty)
            m_journal->close();
        m_journal.reset();
        if (isEmpty && !file.empty())
            std::filesystem::remove(file);
    });
    m_journal.reset();
}

void Session::resume(journal::Journal journal)
{
    if (!m_journal || journal.start().hash != m_journal->start().hash)
        return;
    closeJournal();
    m_copied = 0;
    m_journal = std::move(journal);
    restoreNotes();
    note(RegionChange | SceneChange | ModelChange | LiveChange | ShownCodesChange | DecoderChange);
}

std::string Session::journalText()
{
    finishStroke();
    std::string text;
    if (m_journal)
        guarded([&] { text = m_journal->text(); });
    return text;
}

/// What the journal kept beside the document: model, decoder, and so on.
void Session::restoreNotes()
{
    if (!m_journal)
        return;
    for (const journal::Journal::Note& kept : m_journal->notes())
        restore(kept.happening);
}

void Session::restore(const journal::Happening& happening)
{
    if (const auto* const model = std::get_if<journal::ModelChosen>(&happening)) {
        const auto& models = m_opened->fit.models;
        const auto found = std::ranges::find(
            models, model->name, [](const glm::ModelFit& one) { return one.model.name; });
        if (found != models.end())
            m_model = static_cast<std::size_t>(found - models.begin());
    } else if (const auto* const codes = std::get_if<journal::CodesChosen>(&happening)) {
        m_shownCodes = codes->codes;
    } else if (const auto* const decoder = std::get_if<journal::DecoderChosen>(&happening)) {
        m_decodeOptions = decoder->options;
    } else if (const auto* const live = std::get_if<journal::LiveSwitched>(&happening)) {
        m_isLive = live->isLive;
    }
}

void Session::showUnsealed(std::shared_ptr<const OpenedFit> opened)
{
    if (!m_opened || m_opened->fit.folder != opened->fit.folder)
        return;
    m_opened = std::move(opened);
    if (!m_opened->fit.openings.empty())
        write(journal::SealOpened{m_opened->fit.openings.back()});
    note(SealChange);
}

void Session::setModel(std::size_t model)
{
    if (model == m_model || !m_opened || model >= m_opened->fit.models.size())
        return;
    m_model = model;
    write(journal::ModelChosen{m_opened->fit.models[model].model.name});
    note(ModelChange);
}

void Session::setCursor(const image::MmPoint& cursor)
{
    if (cursor.at == m_cursor.at)
        return;
    m_cursor = cursor;
    note(CursorChange);
}

void Session::setLive(bool isLive)
{
    if (isLive == m_isLive)
        return;
    m_isLive = isLive;
    write(journal::LiveSwitched{isLive});
    note(LiveChange);
}

void Session::setShownCodes(decode::ShownCodes shown)
{
    if (shown == m_shownCodes)
        return;
    m_shownCodes = shown;
    write(journal::CodesChosen{shown});
    note(ShownCodesChange);
}

void Session::setDecodeOptions(const decode::DecodeOptions& options)
{
    if (options == m_decodeOptions)
        return;
    m_decodeOptions = options;
    write(journal::DecoderChosen{options});
    note(DecoderChange);
}

void Session::commit(const journal::Command& command, const QString& name, Merge merge)
{
    guarded([&] {
        if (!m_journal || !m_journal->commit(command, name.toStdString(), merge))
            return;
        if (merge == Merge::WithLastOfSameName)
            m_flush.start();
    });
    const bool isOfScenes = std::holds_alternative<journal::AddScene>(command)
                            || std::holds_alternative<journal::ReplaceScene>(command)
                            || std::holds_alternative<journal::RemoveScene>(command)
                            || std::holds_alternative<journal::MoveScene>(command);
    note(isOfScenes ? SceneChange : RegionChange);
}

/// Writes down what no undo takes back.
void Session::write(journal::Happening happening)
{
    if (m_journal)
        guarded([&] { m_journal->note(std::move(happening)); });
}

/// Work with the journal's file: what goes wrong there is told, and ends nothing.
void Session::guarded(const std::function<void()>& work)
{
    if (const QString text = problemOf(work); !text.isEmpty())
        Q_EMIT problem(text);
    if (const auto reason = m_journal ? m_journal->takeProblem() : std::nullopt)
        Q_EMIT problem(tr("The journal cannot be written any more: %1 Undo still works; what is "
                          "done from now on is lost if the program dies.")
                           .arg(translated(*reason)));
}

void Session::goTo(std::size_t done)
{
    finishStroke();
    if (!m_journal || done == m_journal->done())
        return;
    guarded([&] { m_journal->goTo(done); });
    note(RegionChange | SceneChange);
}

void Session::undo()
{
    finishStroke();
    if (m_journal && m_journal->done() > 0)
        goTo(m_journal->done() - 1);
}

void Session::redo()
{
    if (m_journal)
        goTo(m_journal->done() + 1);
}

void Session::endGesture()
{
    if (m_journal)
        guarded([this] { m_journal->endGesture(); });
}

QString Session::undoName() const
{
    return m_journal && m_journal->done() > 0
               ? QString::fromStdString(m_journal->steps()[m_journal->done() - 1].name)
               : QString();
}

QString Session::redoName() const
{
    return m_journal && m_journal->done() < m_journal->steps().size()
               ? QString::fromStdString(m_journal->steps()[m_journal->done()].name)
               : QString();
}

void Session::note(Changes changes)
{
    const bool isFirst = !m_pending;
    m_pending |= changes;
    if (!isFirst)
        return;
    QMetaObject::invokeMethod(
        this, [this] { Q_EMIT changed(std::exchange(m_pending, Changes())); },
        Qt::QueuedConnection);
}

} // namespace fusiform
