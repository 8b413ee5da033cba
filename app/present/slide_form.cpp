// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/slide_form.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>

namespace fusiform {

namespace {

constexpr int kFaceIcon = 44;

QPlainTextEdit* textField(QWidget* parent, const char* name, const QString& accessibleName,
                          int lines)
{
    auto* const field = new QPlainTextEdit(parent);
    field->setObjectName(QLatin1String(name));
    field->setAccessibleName(accessibleName);
    field->setTabChangesFocus(true);
    field->setFixedHeight(lines * field->fontMetrics().lineSpacing() + 16);
    return field;
}

} // namespace

SlideForm::SlideForm(QWidget* parent)
    : QWidget(parent),
      m_kind(new QComboBox(this)),
      m_title(new QLineEdit(this)),
      m_text(textField(this, "slideText", tr("Words of the slide"), 4)),
      m_regionLabel(new QLabel(tr("Region"), this)),
      m_region(new QComboBox(this)),
      m_modelLabel(new QLabel(tr("Face model"), this)),
      m_model(new QComboBox(this)),
      m_facesLabel(new QLabel(this)),
      m_faces(new QListWidget(this)),
      m_revealed(new QCheckBox(tr("Show step by step"), this)),
      m_view(new QPushButton(tr("Take the view of Explore"), this)),
      m_look(new QPushButton(tr("Show in Explore"), this)),
      m_notes(textField(this, "slideNotes", tr("Notes for the presenter"), 5))
{
    using Kind = present::SceneKind;
    for (const auto& [kind, title] :
         {std::pair(Kind::BrainAndFaces, tr("Brain and faces")),
          std::pair(Kind::Brain, tr("Brain")), std::pair(Kind::Faces, tr("Faces")),
          std::pair(Kind::GuessWho, tr("Guess who")), std::pair(Kind::Text, tr("Words"))})
        m_kind->addItem(title, static_cast<int>(kind));
    m_kind->setObjectName(QStringLiteral("slideKind"));
    m_kind->setAccessibleName(tr("Kind of slide"));
    m_title->setObjectName(QStringLiteral("slideTitle"));
    m_title->setAccessibleName(tr("Title of the slide"));
    m_region->setObjectName(QStringLiteral("slideRegion"));
    m_region->setAccessibleName(tr("Region that the faces are read from"));
    m_model->setObjectName(QStringLiteral("slideModel"));
    m_model->setAccessibleName(tr("Face model of the slide"));
    m_faces->setObjectName(QStringLiteral("slideFaces"));
    m_faces->setAccessibleName(tr("Faces of the slide"));
    m_faces->setViewMode(QListView::IconMode);
    m_faces->setIconSize({kFaceIcon, kFaceIcon});
    m_faces->setGridSize({kFaceIcon + 12, kFaceIcon + 12});
    m_faces->setMovement(QListView::Static);
    m_faces->setResizeMode(QListView::Adjust);
    m_faces->setSelectionMode(QAbstractItemView::MultiSelection);
    m_faces->setFixedHeight(2 * (kFaceIcon + 12) + 12);
    m_revealed->setObjectName(QStringLiteral("slideRevealed"));
    m_revealed->setToolTip(tr(
        "First the brain, then the region, then covered faces, what is read from the region, and "
        "what was shown."));
    m_view->setToolTip(tr("Camera, map, cuts and region of the page Explore, as they are now."));
    m_look->setToolTip(tr("Turns the brain of the page Explore as it is on this slide."));
    auto* const form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapAllRows);
    form->addRow(tr("Kind"), m_kind);
    form->addRow(tr("Title"), m_title);
    form->addRow(tr("Words"), m_text);
    form->addRow(m_regionLabel, m_region);
    form->addRow(m_modelLabel, m_model);
    form->addRow(m_facesLabel, m_faces);
    form->addRow(m_revealed);
    form->addRow(m_view);
    form->addRow(m_look);
    form->addRow(tr("Notes, for the presenter alone"), m_notes);
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->addLayout(form);
    layout->addStretch(1);
    connect(m_kind, &QComboBox::activated, this, [this] {
        m_scene.kind = static_cast<Kind>(m_kind->currentData().toInt());
        showKind();
        request(tr("kind"));
    });
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_scene.title = text.toStdString();
        request(tr("title"));
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        m_scene.text = m_text->toPlainText().toStdString();
        request(tr("words"));
    });
    connect(m_notes, &QPlainTextEdit::textChanged, this, [this] {
        m_scene.notes = m_notes->toPlainText().toStdString();
        request(tr("notes"));
    });
    connect(m_region, &QComboBox::activated, this, [this] {
        m_scene.region = m_region->currentData().toString().toStdString();
        request(tr("region"));
    });
    connect(m_model, &QComboBox::activated, this, [this] {
        m_scene.model = m_model->currentData().toString().toStdString();
        request(tr("face model"));
    });
    connect(m_faces, &QListWidget::itemSelectionChanged, this, &SlideForm::takeFaces);
    connect(m_revealed, &QCheckBox::clicked, this, [this](bool isOn) {
        m_scene.isRevealed = isOn;
        request(tr("step by step"));
    });
    connect(m_view, &QPushButton::clicked, this, &SlideForm::viewRequested);
    connect(m_look, &QPushButton::clicked, this, &SlideForm::lookRequested);
}

void SlideForm::request(const QString& what)
{
    if (!m_isSetting)
        Q_EMIT sceneRequested(m_scene, what);
}

void SlideForm::setChoices(const Choices& regions, const Choices& models)
{
    m_region->clear();
    for (const auto& [name, title] : regions)
        m_region->addItem(title, name);
    m_model->clear();
    m_model->addItem(tr("all"), QString());
    for (const auto& [name, title] : models)
        m_model->addItem(title, name);
}

void SlideForm::setFaces(const std::vector<QString>& names, const std::vector<QImage>& pictures)
{
    if (m_faces->count() == static_cast<int>(pictures.size()))
        return;
    const QSignalBlocker blocker(m_faces);
    m_faces->clear();
    for (std::size_t face = 0; face < pictures.size(); ++face) {
        auto* const item = new QListWidgetItem(
            QIcon(QPixmap::fromImage(pictures[face].scaled(
                2 * kFaceIcon, 2 * kFaceIcon, Qt::KeepAspectRatio, Qt::SmoothTransformation))),
            QString(), m_faces);
        item->setToolTip(names[face]);
        item->setData(Qt::AccessibleTextRole, names[face]);
    }
}

/// One face of a guess, any number of another slide; none chosen is all.
void SlideForm::takeFaces()
{
    if (m_isSetting)
        return;
    m_scene.faces.clear();
    for (int row = 0; row < m_faces->count(); ++row)
        if (m_faces->item(row)->isSelected())
            m_scene.faces.push_back(row);
    request(tr("faces"));
}

void SlideForm::showKind()
{
    using Kind = present::SceneKind;
    const Kind kind = m_scene.kind;
    const bool hasBrain = kind == Kind::BrainAndFaces || kind == Kind::Brain;
    const bool hasFaces
        = kind == Kind::BrainAndFaces || kind == Kind::Faces || kind == Kind::GuessWho;
    m_regionLabel->setVisible(kind != Kind::Text);
    m_region->setVisible(kind != Kind::Text);
    m_modelLabel->setVisible(hasFaces);
    m_model->setVisible(hasFaces);
    m_facesLabel->setVisible(hasFaces);
    m_facesLabel->setText(kind == Kind::GuessWho ? tr("The face that is asked for")
                                                 : tr("Faces; none chosen: all"));
    m_faces->setVisible(hasFaces);
    m_faces->setSelectionMode(kind == Kind::GuessWho ? QAbstractItemView::SingleSelection
                                                     : QAbstractItemView::MultiSelection);
    m_revealed->setVisible(hasBrain || kind == Kind::Faces);
    m_view->setVisible(hasBrain);
    m_look->setVisible(hasBrain);
}

void SlideForm::setScene(const present::Scene& scene)
{
    m_isSetting = true;
    m_scene = scene;
    m_kind->setCurrentIndex(m_kind->findData(static_cast<int>(scene.kind)));
    showKind();
    const auto set = [](auto* field, const QString& now, const std::string& text) {
        // A field that says so already is left alone: its cursor would jump.
        if (now.toStdString() == text)
            return;
        if constexpr (std::is_same_v<decltype(field), QLineEdit*>)
            field->setText(QString::fromStdString(text));
        else
            field->setPlainText(QString::fromStdString(text));
    };
    set(m_title, m_title->text(), scene.title);
    set(m_text, m_text->toPlainText(), scene.text);
    set(m_notes, m_notes->toPlainText(), scene.notes);
    m_region->setCurrentIndex(
        std::max(0, m_region->findData(QString::fromStdString(scene.region))));
    m_model->setCurrentIndex(std::max(0, m_model->findData(QString::fromStdString(scene.model))));
    for (int row = 0; row < m_faces->count(); ++row)
        m_faces->item(row)->setSelected(std::ranges::count(scene.faces, row) > 0);
    m_revealed->setChecked(scene.isRevealed);
    m_isSetting = false;
}

} // namespace fusiform
