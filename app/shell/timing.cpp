// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shell/timing.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <unistd.h>

namespace fusiform {

namespace {

/// Seconds after boot at which the kernel started this process (proc(5), stat, field 22).
double startSeconds()
{
    std::ifstream file("/proc/self/stat");
    std::string text((std::istreambuf_iterator<char>(file)), {});
    // The name in parentheses may hold spaces; field 3 follows it.
    std::istringstream fields(text.substr(text.rfind(')') + 1));
    std::string field;
    for (int number = 3; number <= 22; ++number)
        fields >> field;
    return std::strtod(field.c_str(), nullptr) / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

} // namespace

double millisecondsSinceStart()
{
    timespec now = {};
    ::clock_gettime(CLOCK_BOOTTIME, &now);
    const double seconds
        = static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
    return 1000 * (seconds - startSeconds());
}

void markTime(const char* name)
{
    static const bool isOn = std::getenv("FUSIFORM_TIMING") != nullptr;
    static std::set<std::string> seen;
    if (isOn && seen.insert(name).second)
        std::fprintf(stderr, "timing: %s %.0f ms\n", name, millisecondsSinceStart());
}

} // namespace fusiform
