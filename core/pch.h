// SPDX-License-Identifier: GPL-3.0-or-later
// Headers that most files of core use: precompiled once.
#include <Eigen/Dense>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>
