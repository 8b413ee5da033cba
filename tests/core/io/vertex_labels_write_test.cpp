// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/vertex_labels_write.h"

#include "core/io/freesurfer.h"
#include "core/io/surface_file.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <QProcess>

using namespace fusiform;

namespace {

image::Surface fourPoints()
{
    image::Surface surface;
    surface.points.resize(3, 4);
    surface.points << 1, -20.5, 0.0000001, 4, //
        2, 30, -7, 5, //
        3, 40, 8, 6;
    surface.triangles = {{0, 1, 2}, {1, 2, 3}};
    return surface;
}

/// What another program's Python prints; nothing if it has no nibabel.
std::optional<QString> fromNibabel(const QString& code)
{
    QProcess python;
    python.start(QStringLiteral("/usr/bin/python3"),
                 {QStringLiteral("-c"), QStringLiteral("import nibabel\n") + code});
    if (!python.waitForFinished(60'000) || python.exitCode() != 0) {
        if (const QByteArray errors = python.readAllStandardError(); !errors.contains("No module"))
            qWarning().noquote() << errors;
        return std::nullopt;
    }
    return QString::fromUtf8(python.readAllStandardOutput()).trimmed();
}

} // namespace

class VertexLabelsWriteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLabelHasFreeSurfersLines()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "lh.FFA.label";
        const std::vector<std::int64_t> vertices = {1, 2};
        io::writeFreeSurferLabel(file, fourPoints(), vertices);
        QFile text(QString::fromStdString(file.string()));
        QVERIFY(text.open(QIODevice::ReadOnly));
        QCOMPARE(text.readAll(), QByteArray("#!ascii label , from subject  vox2ras=scanner\n"
                                            "2\n"
                                            "1  -20.500000  30.000000  40.000000  0.000000\n"
                                            "2  0.000000  -7.000000  8.000000  0.000000\n"));
        const io::VertexLabels read = io::readVertexLabels(file, 4, "FFA");
        QCOMPARE(read.labels, (std::vector<std::int64_t>{io::kNoLabel, 1, 1, io::kNoLabel}));
        QVERIFY(io::readFreeSurferLabel(file).comment.find("vox2ras=scanner") != std::string::npos);
    }
    void giftiLabelsComeBack()
    {
        const test::TemporaryFolder folder;
        const auto file = folder.path() / "lh.parts.label.gii";
        io::VertexLabels labels{{3, io::kNoLabel, 0, 3}, {}};
        labels.names[0] = {"a < b & \"c\"", std::array<std::uint8_t, 3>{255, 0, 51}};
        labels.names[3] = {"région", std::array<std::uint8_t, 3>{0, 255, 0}};
        io::writeGiftiLabels(file, labels, "CortexLeft");
        const io::VertexLabels read = io::readVertexLabels(file, 4, "");
        // No label has become one that was free.
        QCOMPARE(read.labels, (std::vector<std::int64_t>{3, 1, 0, 3}));
        QCOMPARE(read.names.at(0).name, labels.names[0].name);
        QCOMPARE(read.names.at(3).name, labels.names[3].name);
        QCOMPARE(read.names.at(1).name, std::string("???"));
        QVERIFY(read.names.at(0).colour == labels.names[0].colour);
        QVERIFY(read.names.at(3).colour == labels.names[3].colour);
    }
    void anotherReaderFindsTheSame()
    {
        const auto version = fromNibabel(QStringLiteral("print(nibabel.__version__)"));
        if (!version)
            QSKIP("NEEDS-PROGRAM: nibabel for /usr/bin/python3");
        const test::TemporaryFolder folder;
        const auto label = folder.path() / "lh.x.label";
        const auto gifti = folder.path() / "lh.x.label.gii";
        const std::vector<std::int64_t> vertices = {0, 3};
        io::writeFreeSurferLabel(label, fourPoints(), vertices);
        io::VertexLabels labels{{1, io::kNoLabel, io::kNoLabel, 1}, {}};
        labels.names[1] = {"FFA & co", std::array<std::uint8_t, 3>{255, 0, 0}};
        io::writeGiftiLabels(gifti, labels, "CortexLeft");
        const auto path = [](const std::filesystem::path& file) {
            return QStringLiteral("'") + QString::fromStdString(file.string())
                   + QStringLiteral("'");
        };
        const auto vertexList
            = fromNibabel(QStringLiteral("print(list(map(int, nibabel.freesurfer.read_label(%1))))")
                              .arg(path(label)));
        QCOMPARE(vertexList.value_or(QString()), QStringLiteral("[0, 3]"));
        const auto giftiText = fromNibabel(
            QStringLiteral("g = nibabel.load(%1)\n"
                           "a = g.get_arrays_from_intent('NIFTI_INTENT_LABEL')[0]\n"
                           "t = g.labeltable.get_labels_as_dict()\n"
                           "print(list(map(int, a.data)), t, g.meta['AnatomicalStructurePrimary'])")
                .arg(path(gifti)));
        QCOMPARE(giftiText.value_or(QString()),
                 QStringLiteral("[1, 0, 0, 1] {0: '%1', 1: 'FFA & co'} CortexLeft")
                     .arg(QStringLiteral("???")));
    }
};

FUSIFORM_TEST(VertexLabelsWriteTest)
#include "vertex_labels_write_test.moc"
