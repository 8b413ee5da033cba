// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/picture_list.h"

#include "app/support/text.h"
#include "core/io/face_file.h"
#include "widgets/controls/pictures.h"
#include "widgets/faces/carried_face.h"

#include <QPixmap>

namespace fusiform {

PictureList::PictureList(QObject* parent)
    : QAbstractListModel(parent), m_thread([this](const std::stop_token& token) { read(token); })
{
}

PictureList::~PictureList()
{
    m_thread.request_stop();
    m_thread.join();
}

void PictureList::setFiles(std::vector<std::filesystem::path> files)
{
    beginResetModel();
    {
        const std::lock_guard lock(m_mutex);
        m_wanted.clear();
    }
    m_files = std::move(files);
    m_pictures.clear();
    ++m_generation;
    endResetModel();
}

int PictureList::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

QVariant PictureList::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const auto& file = m_files[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole || role == Qt::AccessibleTextRole)
        return pathText(file.filename());
    if (role == Qt::UserRole)
        return pathText(file);
    // Without it a view asks for every picture to find out how large it is.
    if (role == Qt::SizeHintRole)
        return QSize(kThumbnail, kThumbnail);
    if (role != Qt::DecorationRole)
        return {};
    const auto known = m_pictures.find(index.row());
    if (known == m_pictures.end())
        ask(index.row());
    else if (!known->second.isNull())
        return QPixmap::fromImage(known->second);
    return {};
}

Qt::ItemFlags PictureList::flags(const QModelIndex& index) const
{
    return QAbstractListModel::flags(index) | Qt::ItemIsDragEnabled;
}

QStringList PictureList::mimeTypes() const { return {QStringLiteral("text/uri-list")}; }

QMimeData* PictureList::mimeData(const QModelIndexList& indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    CarriedFace face;
    face.file = data(indexes.front(), Qt::UserRole).toString();
    face.name = data(indexes.front(), Qt::ToolTipRole).toString();
    return mimeOf(face);
}

void PictureList::ask(int row) const
{
    m_pictures[row] = {};
    {
        const std::lock_guard lock(m_mutex);
        m_wanted.push_back({m_generation, row, m_files[static_cast<std::size_t>(row)]});
    }
    m_asked.notify_one();
}

void PictureList::read(const std::stop_token& token)
{
    while (true) {
        Wanted wanted;
        {
            std::unique_lock lock(m_mutex);
            if (!m_asked.wait(lock, token, [this] { return !m_wanted.empty(); }))
                return;
            wanted = std::move(m_wanted.back());
            m_wanted.pop_back();
        }
        QImage picture;
        try {
            picture = imageOf(io::readFace(wanted.file, {kThumbnail}));
        } catch (const std::exception&) {
            continue; // an empty place in the list; whoever opens the picture is told why
        }
        QMetaObject::invokeMethod(
            this, [this, wanted, picture] { take(wanted.generation, wanted.row, picture); },
            Qt::QueuedConnection);
    }
}

void PictureList::take(std::uint64_t generation, int row, const QImage& picture)
{
    if (generation != m_generation)
        return;
    m_pictures[row] = picture;
    Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
}

} // namespace fusiform
