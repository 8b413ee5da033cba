// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/film_writer.h"

#include "app/present/film.h"
#include "app/support/text.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace fusiform {

namespace {

QString encoder() { return QStandardPaths::findExecutable(QStringLiteral("ffmpeg")); }

Error notWritten(const QString& file)
{
    return failure(FUSIFORM_TR("core", "%1 could not be written.").arg(file.toStdString()));
}

} // namespace

bool FilmWriter::canEncode() { return !encoder().isEmpty(); }

FilmWriter::FilmWriter(const QString& target, FilmFormat format, const QByteArray& record,
                       QObject* parent)
    : QObject(parent),
      m_target(QFileInfo(target).absoluteFilePath()),
      m_format(format),
      m_record(record)
{
    const QFileInfo info(m_target);
    m_folder = std::make_unique<QTemporaryDir>(
        info.dir().filePath(QStringLiteral(".%1-XXXXXX").arg(info.fileName())));
    if (!m_folder->isValid())
        throw notWritten(m_target);
    if (format == FilmFormat::Pictures && info.exists()
        && !(info.isDir() && QDir(m_target).isEmpty()))
        throw usage(FUSIFORM_TR("core", "%1 exists already: choose a new folder.")
                        .arg(m_target.toStdString()));
    connect(&m_encoder, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            Q_EMIT finished(tr("ffmpeg could not be started."));
    });
}

FilmWriter::~FilmWriter()
{
    m_encoder.disconnect();
    if (m_encoder.state() != QProcess::NotRunning) {
        m_encoder.kill();
        m_encoder.waitForFinished(2000);
    }
}

void FilmWriter::add(const QImage& picture)
{
    const QString file
        = m_folder->filePath(QStringLiteral("picture-%1.png").arg(m_count++, 5, 10, QChar(u'0')));
    constexpr int kFast = 80; // of PNG: compressed little; ffmpeg reads it once
    if (!picture.save(file, "PNG", m_format == FilmFormat::Pictures ? -1 : kFast))
        throw notWritten(m_target);
}

QStringList FilmWriter::arguments(const QString& output) const
{
    QStringList words = {QStringLiteral("-y"),
                         QStringLiteral("-loglevel"),
                         QStringLiteral("error"),
                         QStringLiteral("-framerate"),
                         QString::number(kFramesPerSecond),
                         QStringLiteral("-i"),
                         m_folder->filePath(QStringLiteral("picture-%05d.png"))};
    // Players want even sizes and colours at half resolution.
    if (m_format == FilmFormat::Mp4)
        words << QStringLiteral("-c:v") << QStringLiteral("libx264") << QStringLiteral("-crf")
              << QStringLiteral("18") << QStringLiteral("-pix_fmt") << QStringLiteral("yuv420p")
              << QStringLiteral("-movflags") << QStringLiteral("+faststart");
    else if (m_format == FilmFormat::WebM)
        words << QStringLiteral("-c:v") << QStringLiteral("libvpx-vp9") << QStringLiteral("-crf")
              << QStringLiteral("28") << QStringLiteral("-b:v") << QStringLiteral("0")
              << QStringLiteral("-pix_fmt") << QStringLiteral("yuv420p");
    else
        words << QStringLiteral("-vf")
              << QStringLiteral("split[a][b];[a]palettegen[p];[b][p]paletteuse");
    return words << output;
}

void FilmWriter::finish()
{
    if (m_format == FilmFormat::Pictures) {
        const QString problem = problemOf([&] {
            writeFileAtomically(pathOf(m_folder->filePath(QStringLiteral("film.json"))),
                                m_record.toStdString());
            QDir().rmdir(m_target);
            m_folder->setAutoRemove(false);
            if (!QDir().rename(m_folder->path(), m_target)) {
                m_folder->setAutoRemove(true);
                throw notWritten(m_target);
            }
            QFile::setPermissions(m_target, QFile::permissions(m_target) | QFile::ReadGroup
                                                | QFile::ExeGroup | QFile::ReadOther
                                                | QFile::ExeOther);
        });
        Q_EMIT finished(problem);
        return;
    }
    const QString output
        = m_folder->filePath(QStringLiteral("film.") + QFileInfo(m_target).suffix());
    connect(&m_encoder, &QProcess::finished, this,
            [this, output](int code, QProcess::ExitStatus status) {
                if (code == 0 && status == QProcess::NormalExit)
                    keepEncoded(output);
                else
                    Q_EMIT finished(tr("ffmpeg could not make the film: %1")
                                        .arg(QString::fromLocal8Bit(
                                            m_encoder.readAllStandardError().left(400))));
            });
    m_encoder.start(encoder(), arguments(output));
}

void FilmWriter::keepEncoded(const QString& output)
{
    Q_EMIT finished(problemOf([&] {
        std::error_code error;
        std::filesystem::rename(pathOf(output), pathOf(m_target), error);
        if (error)
            throw systemFailure(pathOf(m_target), error.value());
        writeFileAtomically(pathOf(m_target + QStringLiteral(".json")), m_record.toStdString());
    }));
}

} // namespace fusiform
