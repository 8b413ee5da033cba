// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QImage>

#include <condition_variable>
#include <filesystem>
#include <mutex>
#include <thread>
#include <unordered_map>
#include <vector>

namespace fusiform {

/// Picture files as a list that can be dragged from. Each is read when it first comes into view,
/// the latest asked for first, on a thread of its own.
class PictureList final : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int kThumbnail = 96; ///< pixels
    explicit PictureList(QObject* parent = nullptr);
    ~PictureList() override;

    void setFiles(std::vector<std::filesystem::path> files);
    [[nodiscard]] const std::vector<std::filesystem::path>& files() const { return m_files; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData* mimeData(const QModelIndexList& indexes) const override;

private:
    struct Wanted {
        std::uint64_t generation; ///< of the list of files
        int row;
        std::filesystem::path file;
    };
    void read(const std::stop_token& token);
    void ask(int row) const;
    void take(std::uint64_t generation, int row, const QImage& picture);

    std::vector<std::filesystem::path> m_files;
    std::uint64_t m_generation = 0;
    mutable std::unordered_map<int, QImage> m_pictures; ///< null: asked for
    mutable std::mutex m_mutex;
    mutable std::condition_variable_any m_asked;
    mutable std::vector<Wanted> m_wanted; ///< the latest last
    std::jthread m_thread; // last: joined before what it uses goes
};

} // namespace fusiform
