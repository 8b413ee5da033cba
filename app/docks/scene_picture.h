// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session/session.h"
#include "core/util/json.h"
#include "widgets/brain/brain_view.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QSpinBox;

namespace fusiform {

/// How large a picture of the brain is to be, on what, and whether with its legend.
class ScenePictureDialog final : public QDialog {
    Q_OBJECT
public:
    explicit ScenePictureDialog(QWidget* parent);

    [[nodiscard]] BrainPicture wanted() const;

Q_SIGNALS:
    void saveRequested();
    void copyRequested();

private:
    void showPixels();

    QDoubleSpinBox* m_width; ///< cm
    QDoubleSpinBox* m_height;
    QSpinBox* m_dotsPerInch;
    QComboBox* m_ground;
    QCheckBox* m_legend;
    QLabel* m_pixels;
};

/// How a picture was made: program, fit, region, map, surface and view.
[[nodiscard]] Json recordOf(const BrainPicture& picture, const BrainView& view,
                            const Session& session, const QString& surface,
                            const std::optional<scene::Overlay>& overlay, const QString& mapName);
/// Writes the picture as PNG with its dots an inch, and the record beside it as .json.
/// @throws Error{Failure}
void saveScenePicture(const QImage& picture, double dotsPerInch, const Json& record,
                      const std::filesystem::path& file);

} // namespace fusiform
