// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/roi/region.h"

#include <QDialog>

#include <vector>

class QLineEdit;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace fusiform {

/// The regions that an atlas has in the mask of the open fit.
struct AtlasOffer {
    QString file;
    bool hasNames = false; ///< else regions are called by the atlas's numbers
    std::vector<roi::Region> regions;
};

/// A searchable list of an atlas's regions, of which some are taken.
class AtlasDialog final : public QDialog {
    Q_OBJECT
public:
    AtlasDialog(const AtlasOffer& offer, QWidget* parent);

Q_SIGNALS:
    void regionsRequested(const std::vector<fusiform::roi::Region>& regions);

private:
    void fill();
    void filter(const QString& text);
    void refresh();
    /// Those that are checked; if none is, the marked one.
    [[nodiscard]] std::vector<roi::Region> chosen() const;

    AtlasOffer m_offer;
    QLineEdit* m_search;
    QListWidget* m_list;
    QPushButton* m_add;
};

} // namespace fusiform
