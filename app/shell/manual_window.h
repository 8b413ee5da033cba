// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <span>

class QLineEdit;
class QListWidget;
class QTextBrowser;

namespace fusiform {

/// A page of the built-in manual: a Markdown file in resources/manual/en and resources/manual/fr.
struct ManualPage {
    const char* id;
    const char* title;
};

/// The built-in manual: its pages at the left, the one that is read at the right.
class ManualWindow final : public QWidget {
    Q_OBJECT
public:
    explicit ManualWindow(QWidget* parent = nullptr);

    [[nodiscard]] static std::span<const ManualPage> pages();
    void showPage(const QString& id);
    /// Lists the pages that have all of the words in the search field, and marks them in the text.
    void search();
    [[nodiscard]] QString page() const;

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    void markFound();
    [[nodiscard]] QStringList wantedWords() const;

    QLineEdit* m_search;
    QListWidget* m_pages;
    QTextBrowser* m_text;
};

/// The page that belongs to what is under the mouse: the nearest widget that names one.
[[nodiscard]] QString manualPageAt(const QPoint& globalPosition);
/// Says which page F1 opens over `widget`.
void setManualPage(QWidget* widget, const char* id);

} // namespace fusiform
