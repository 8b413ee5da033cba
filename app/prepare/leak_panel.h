// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/leak_audit.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QTableWidget;

namespace fusiform {

class SwitchButton;

/// The training pictures of a subject that are also test faces, with both pictures.
struct ShownLeaks {
    struct Pair {
        bids::Leak leak;
        QImage train; ///< null: it cannot be decoded
        QImage test;
    };
    std::vector<Pair> pairs; ///< the first hundred
    std::size_t identical = 0;
    std::size_t nearlyIdentical = 0;
    std::size_t compared = 0; ///< pictures
    std::size_t missing = 0; ///< pictures that are not here
};
/// Compares all of a subject's pictures, on a job's thread. @throws Error{BadData, Cancelled}
[[nodiscard]] std::shared_ptr<const ShownLeaks>
readShownLeaks(const std::filesystem::path& study,
               const std::vector<std::vector<bids::Event>>& events, Progress& progress);

/// Lists leaks with both pictures side by side, and asks whether they train.
class LeakPanel final : public QWidget {
    Q_OBJECT
public:
    explicit LeakPanel(QWidget* parent = nullptr);
    /// @param leaks null: they are being looked for
    void setLeaks(std::shared_ptr<const ShownLeaks> leaks);
    void showReason(const QString& text);
    [[nodiscard]] const std::shared_ptr<const ShownLeaks>& leaks() const { return m_leaks; }
    /// Whether fits leave them out of training.
    [[nodiscard]] bool areLeftOut() const;

private:
    void fillRow(int row, const ShownLeaks::Pair& pair);

    QLabel* m_summary;
    SwitchButton* m_leaveOut;
    QTableWidget* m_table;
    std::shared_ptr<const ShownLeaks> m_leaks;
};

} // namespace fusiform
