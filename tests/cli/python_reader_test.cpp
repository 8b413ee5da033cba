// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/journal/journal.h"
#include "core/session/session_pack.h"
#include "tests/support/small_fit.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QProcess>

using namespace fusiform;
namespace fs = std::filesystem;

namespace {

const QString kPython = QStringLiteral("/usr/bin/python3"); // Debian's, which has Debian's numpy

bool hasNumpy()
{
    QProcess python;
    python.start(kPython, {QStringLiteral("-c"), QStringLiteral("import numpy")});
    return python.waitForFinished() && python.exitCode() == 0;
}

/// A session in which regions and slides were made, moved and taken back.
void writeSession(const fs::path& file, const glm::Fit& fit)
{
    journal::Start start;
    start.fit = fit.folder;
    start.subject = fit.subject;
    start.document.shape = fit.grid.shape;
    for (const roi::Region& region : roi::offeredRegions(fit, fit.models.front()))
        start.document.regions.push_back(std::make_shared<const roi::Region>(region));
    journal::Journal journal(journal::JournalFile(), std::move(start));
    journal.commit(journal::PaintVoxels{0, {{}, {{2000, 90}}}, "brush", true}, "Paint");
    journal.commit(journal::RenameRegion{1, "mine"}, "Rename");
    journal.commit(journal::RemoveRegion{2}, "Remove");
    journal.commit(journal::AddScene{0, {}}, "Slide");
    journal.commit(journal::RenameRegion{0, "not this"}, "Rename");
    journal.goTo(journal.done() - 1);
    session::Snapshot snapshot;
    snapshot.time = "2026-03-01T12:00:00Z";
    snapshot.fit = fit.folder;
    snapshot.subject = fit.subject;
    snapshot.grid = fit.grid;
    snapshot.journal = journal.text();
    snapshot.document = journal.document();
    Progress progress;
    session::writeSession(file, snapshot, session::Data::Apart, progress);
}

} // namespace

/// packaging/python reads what the program writes, and comes to the same codes and scores with
/// numpy alone.
class PythonReaderTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itAgreesWithTheProgram()
    {
        if (!hasNumpy())
            QSKIP("python3-numpy is not installed on this machine");
        const test::TemporaryFolder folder;
        test::writeSmallFit(folder.path() / "fit");
        writeSession(folder.path() / "work.fusiform", glm::readFit(folder.path() / "fit"));
        QProcess python;
        python.setProcessChannelMode(QProcess::MergedChannels);
        python.start(
            kPython,
            {QStringLiteral(FUSIFORM_SOURCE_DIR "/packaging/python/test_fusiform_reader.py"),
             QStringLiteral(FUSIFORM_CLI), QString::fromStdString((folder.path() / "fit").string()),
             QString::fromStdString((folder.path() / "work.fusiform").string())});
        QVERIFY(python.waitForFinished(120000));
        const QByteArray said = python.readAll();
        QVERIFY2(python.exitCode() == 0, said.constData());
        QVERIFY(said.contains("agrees"));
    }
};

FUSIFORM_TEST(PythonReaderTest)
#include "python_reader_test.moc"
