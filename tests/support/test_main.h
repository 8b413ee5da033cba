// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QtTest/QTest>

#include <functional>
#include <memory>
#include <string>

namespace fusiform::test {

/// Registers a test class under the snake_case form of its name without "Test".
bool addTestClass(const char* className, std::function<std::unique_ptr<QObject>()> make);

/// Set by test programs that need a QGuiApplication or QApplication instead of a QCoreApplication.
using MakeApplication = std::unique_ptr<QObject> (*)(int& argc, char** argv);
void setApplicationFactory(MakeApplication make);

} // namespace fusiform::test

#define FUSIFORM_TEST(Class)                                                                       \
    static const bool isRegistered##Class                                                          \
        = ::fusiform::test::addTestClass(#Class, [] { return std::make_unique<Class>(); });
