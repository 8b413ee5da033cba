// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/present/scene.h"

#include <QImage>
#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace fusiform {

/// What can be changed of a slide.
class SlideForm final : public QWidget {
    Q_OBJECT
public:
    explicit SlideForm(QWidget* parent = nullptr);

    /// Names, and as they are shown.
    using Choices = QList<std::pair<QString, QString>>;
    void setChoices(const Choices& regions, const Choices& models);
    void setFaces(const std::vector<QString>& names, const std::vector<QImage>& pictures);
    void setScene(const present::Scene& scene);

Q_SIGNALS:
    /// @param what was changed, in words
    void sceneRequested(const fusiform::present::Scene& scene, const QString& what);
    void viewRequested(); ///< the slide is to show the brain as it is looked at now
    void lookRequested(); ///< the brain is to be looked at as on the slide

private:
    void showKind();
    void takeFaces();
    void request(const QString& what);

    present::Scene m_scene;
    QComboBox* m_kind;
    QLineEdit* m_title;
    QPlainTextEdit* m_text;
    QLabel* m_regionLabel;
    QComboBox* m_region;
    QLabel* m_modelLabel;
    QComboBox* m_model;
    QLabel* m_facesLabel;
    QListWidget* m_faces;
    QCheckBox* m_revealed;
    QPushButton* m_view;
    QPushButton* m_look;
    QPlainTextEdit* m_notes;
    bool m_isSetting = false;
};

} // namespace fusiform
