// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that most tests use: precompiled once for all test programs.
#include <QtTest/QtTest>

#include "core/pch.h"
