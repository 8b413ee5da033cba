// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace fusiform {

/// What a film is written as.
enum class FilmFormat { Mp4, WebM, Gif, Pictures };

/// Takes the pictures of a film one by one and makes a file of them, through ffmpeg, or a folder of
/// PNG files. The film appears whole or not at all.
class FilmWriter final : public QObject {
    Q_OBJECT
public:
    /// Whether ffmpeg is there.
    [[nodiscard]] static bool canEncode();
    /// @throws Error{Failure}
    FilmWriter(const QString& target, FilmFormat format, const QByteArray& record,
               QObject* parent = nullptr);
    ~FilmWriter() override;

    /// @throws Error{Failure}
    void add(const QImage& picture);
    /// After the last picture; finished() comes, with what went wrong or nothing.
    void finish();

Q_SIGNALS:
    void finished(const QString& problem);

private:
    [[nodiscard]] QStringList arguments(const QString& output) const;
    void keepEncoded(const QString& output);

    QString m_target;
    FilmFormat m_format;
    QByteArray m_record; ///< JSON beside the film: how it was made
    std::unique_ptr<QTemporaryDir> m_folder; ///< beside the target
    QProcess m_encoder;
    int m_count = 0;
};

} // namespace fusiform
