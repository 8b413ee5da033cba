// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/faces/picture_list.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;
class QSortFilterProxyModel;

namespace fusiform {

/// The pictures of a folder, to choose or drag from.
class PictureShelf final : public QWidget {
    Q_OBJECT
public:
    explicit PictureShelf(QWidget* parent = nullptr);

    void setFolder(const QString& folder, std::vector<std::filesystem::path> files);
    [[nodiscard]] QString firstFile() const; ///< empty: none

Q_SIGNALS:
    /// Double click or Enter.
    void chosen(const QString& file);
    void folderRequested(const QString& folder);

private:
    void askFolder();
    void showCount();

    PictureList* m_list;
    QSortFilterProxyModel* m_filtered;
    QLabel* m_title;
    QLineEdit* m_filter;
    QListView* m_view;
    QString m_folder;
};

} // namespace fusiform
