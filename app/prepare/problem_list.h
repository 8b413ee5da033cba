// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"

#include <QWidget>

#include <span>

class QVBoxLayout;

namespace fusiform {

/// What is wrong with a study, the worst first, each with what can be done.
class ProblemList final : public QWidget {
    Q_OBJECT
public:
    explicit ProblemList(QWidget* parent = nullptr);
    void setProblems(std::span<const bids::Problem> problems);

private:
    void addLine(const char* icon, const char* color, const QString& text, const QString& tip);

    QVBoxLayout* m_layout;
};

} // namespace fusiform
