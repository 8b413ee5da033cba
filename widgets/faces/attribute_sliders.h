// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

#include <vector>

class QLabel;
class QSlider;

namespace fusiform {

/// One attribute that a face can be moved along.
struct AttributeRow {
    QString name;
    double accuracy = 0; ///< held out, balanced: shown beside the name
    QString tip;
};

/// A slider for each attribute: 0 in the middle, 1 as far as faces without and with it lie apart.
class AttributeSliders final : public QScrollArea {
    Q_OBJECT
public:
    static constexpr double kReach = 2;
    explicit AttributeSliders(QWidget* parent = nullptr);

    /// Replaces all rows; amounts are kept by name.
    void setRows(const std::vector<AttributeRow>& rows);
    [[nodiscard]] std::vector<double> amounts() const;
    void setAmounts(const std::vector<double>& amounts);
    /// Shows the rows whose name holds the text.
    void setFilter(const QString& text);
    [[nodiscard]] QSlider* slider(int row) const { return m_rows[row].slider; }

Q_SIGNALS:
    void changed();

private:
    struct Row {
        QString name;
        QWidget* line;
        QSlider* slider;
        QLabel* amount;
    };
    [[nodiscard]] Row makeRow(const AttributeRow& row);
    void showAmount(const Row& row) const;

    QWidget* m_canvas;
    std::vector<Row> m_rows;
};

} // namespace fusiform
