// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include <filesystem>

class QSpinBox;

namespace fusiform {

/// Asks whether a face model that is a program may run.
class TrustDialog final : public QDialog {
    Q_OBJECT
public:
    TrustDialog(const std::filesystem::path& file, const QString& hash, QWidget* parent = nullptr);

Q_SIGNALS:
    /// @param latents how long its codes are; 0: the program says so itself
    void trusted(int latents);

private:
    QSpinBox* m_latents;
};

} // namespace fusiform
