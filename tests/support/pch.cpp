// SPDX-License-Identifier: GPL-3.0-or-later
// The program that owns the tests' precompiled header; its main function is that of every test program.
