// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/faces/carried_face.h"

#include <QDataStream>
#include <QFileInfo>
#include <QUrl>

#include <cstring>

namespace fusiform {

namespace {

const QString& faceFormat()
{
    static const QString format = QStringLiteral("application/x-fusiform-face");
    return format;
}

} // namespace

QMimeData* mimeOf(const CarriedFace& face)
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << face.name << face.picture << face.modelHash << face.file
           << QByteArray(reinterpret_cast<const char*>(face.code.data()),
                         face.code.size() * static_cast<Eigen::Index>(sizeof(double)));
    auto* const data = new QMimeData;
    data->setData(faceFormat(), bytes);
    if (!face.picture.isNull())
        data->setImageData(face.picture);
    if (!face.file.isEmpty())
        data->setUrls({QUrl::fromLocalFile(face.file)});
    return data;
}

std::optional<CarriedFace> carriedFace(const QMimeData& data)
{
    CarriedFace face;
    if (data.hasFormat(faceFormat())) {
        QByteArray code;
        QDataStream stream(data.data(faceFormat()));
        stream >> face.name >> face.picture >> face.modelHash >> face.file >> code;
        if (stream.status() != QDataStream::Ok || code.size() % sizeof(double) != 0)
            return {};
        face.code.resize(code.size() / static_cast<qsizetype>(sizeof(double)));
        std::memcpy(face.code.data(), code.constData(), static_cast<std::size_t>(code.size()));
        return face;
    }
    const QList<QUrl> urls = data.urls();
    if (urls.size() != 1 || !urls.front().isLocalFile())
        return {};
    face.file = urls.front().toLocalFile();
    const QString ending = QFileInfo(face.file).suffix().toLower();
    if (ending != QLatin1String("png") && ending != QLatin1String("jpg")
        && ending != QLatin1String("jpeg"))
        return {};
    face.name = QFileInfo(face.file).fileName();
    return face;
}

} // namespace fusiform
