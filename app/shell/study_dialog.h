// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shell/study_offer.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QSpinBox;
class QTableWidget;

namespace fusiform {

/// The subjects of a study: fit one, or open the fit it has.
class StudyDialog final : public QDialog {
    Q_OBJECT
public:
    /// @param builtInModels names of face models that can be added without choosing a file
    StudyDialog(const StudyOffer& offer, const QStringList& builtInModels, QWidget* parent);
    /// What was chosen on the page Prepare; at first they are left out.
    void setLeaksLeftOut(bool areLeftOut);

Q_SIGNALS:
    void fitRequested(const fusiform::StudyChoice& choice);
    void openFitRequested(const QString& folder);
    void prepareRequested(const QString& studyFolder, const QString& subject);

private:
    void fill();
    [[nodiscard]] QWidget* makeModels(const QStringList& builtInModels);
    void addModelFile();
    void addModel(const QString& nameOrFile, const QString& title, Qt::CheckState state);
    void refresh();
    void requestFit();
    void requestOpen();
    void requestPrepare();
    [[nodiscard]] const StudyOffer::Subject* chosen() const;

    StudyOffer m_offer;
    QTableWidget* m_subjects;
    QSpinBox* m_components;
    QListWidget* m_models;
    QCheckBox* m_leaveLeaksOut;
    QLabel* m_note;
    QPushButton* m_prepare;
    QPushButton* m_open;
    QPushButton* m_fit;
};

} // namespace fusiform
