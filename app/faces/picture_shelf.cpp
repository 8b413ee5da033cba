// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/faces/picture_shelf.h"

#include "widgets/controls/icons.h"

#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QLocale>
#include <QSortFilterProxyModel>
#include <QToolButton>
#include <QVBoxLayout>

namespace fusiform {

PictureShelf::PictureShelf(QWidget* parent)
    : QWidget(parent),
      m_list(new PictureList(this)),
      m_filtered(new QSortFilterProxyModel(this)),
      m_title(new QLabel(this)),
      m_filter(new QLineEdit(this)),
      m_view(new QListView(this))
{
    m_filtered->setSourceModel(m_list);
    m_filtered->setFilterRole(Qt::ToolTipRole);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_title->setProperty("role", QStringLiteral("section"));
    m_title->setObjectName(QStringLiteral("shelfTitle"));
    m_filter->setPlaceholderText(tr("Find by name"));
    m_filter->setAccessibleName(tr("Find a picture by name"));
    m_filter->setClearButtonEnabled(true);
    m_view->setObjectName(QStringLiteral("shelf"));
    m_view->setAccessibleName(tr("Pictures"));
    m_view->setModel(m_filtered);
    m_view->setViewMode(QListView::IconMode);
    m_view->setResizeMode(QListView::Adjust);
    m_view->setMovement(QListView::Static);
    m_view->setUniformItemSizes(true);
    m_view->setIconSize({72, 72});
    m_view->setGridSize({78, 78});
    m_view->setDragEnabled(true);
    m_view->setDragDropMode(QAbstractItemView::DragOnly);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    auto* const choose = new QToolButton(this);
    choose->setObjectName(QStringLiteral("chooseFolder"));
    choose->setIcon(themedIcon("folder-open"));
    choose->setToolTip(tr("Another folder of pictures…"));
    choose->setAccessibleName(choose->toolTip());
    auto* const head = new QHBoxLayout;
    head->setSpacing(4);
    head->addWidget(m_title, 1);
    head->addWidget(choose);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(16, 12, 4, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_filter);
    layout->addWidget(m_view, 1);
    connect(choose, &QToolButton::clicked, this, &PictureShelf::askFolder);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString& text) {
        m_filtered->setFilterFixedString(text.trimmed());
        showCount();
    });
    connect(m_view, &QListView::activated, this, [this](const QModelIndex& index) {
        Q_EMIT chosen(index.data(Qt::UserRole).toString());
    });
}

void PictureShelf::setFolder(const QString& folder, std::vector<std::filesystem::path> files)
{
    m_folder = folder;
    m_list->setFiles(std::move(files));
    m_title->setToolTip(QDir::toNativeSeparators(folder));
    showCount();
}

QString PictureShelf::firstFile() const { return m_list->index(0).data(Qt::UserRole).toString(); }

void PictureShelf::showCount()
{
    const QLocale locale;
    const int shown = m_filtered->rowCount();
    const int all = m_list->rowCount();
    m_title->setText(
        shown == all ? tr("Pictures (%1)").arg(locale.toString(all))
                     : tr("Pictures (%1 of %2)").arg(locale.toString(shown), locale.toString(all)));
}

void PictureShelf::askFolder()
{
    const QString folder
        = QFileDialog::getExistingDirectory(this, tr("Folder of face pictures"), m_folder);
    if (!folder.isEmpty())
        Q_EMIT folderRequested(folder);
}

} // namespace fusiform
