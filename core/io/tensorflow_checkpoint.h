// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/util/json.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace fusiform::io {

/// A variable in a TensorFlow checkpoint.
struct CheckpointTensor {
    std::string name;
    std::string type; ///< "float32", "int64", ..., or "type 27" for one without a name here
    std::vector<std::int64_t> shape; ///< row-major; empty: a single number
    // Where its bytes are, in version 2.
    std::int64_t shard = 0;
    std::int64_t offset = 0;
    std::int64_t size = 0;
    std::uint32_t checksum = 0; ///< masked CRC-32C of the bytes; 0: not known
    bool isSliced = false; ///< of a partitioned variable: the bytes are elsewhere
};
struct TensorFlowCheckpoint {
    int version = 2; ///< 2: NAME.index beside NAME.data-*; 1: everything in one file
    std::int64_t shards = 1; ///< data files of version 2
    std::vector<CheckpointTensor> tensors; ///< by name
};

/// The mark of the format is at its end, so this looks at the last bytes of the file too.
[[nodiscard]] bool isTensorFlowCheckpoint(std::span<const std::byte> prefix,
                                          const std::filesystem::path& file);
/// Reads an .index of version 2 or a file of version 1: names, types and shapes.
/// @throws Error{BadData} if a block, an entry or a message in it is damaged.
[[nodiscard]] TensorFlowCheckpoint readTensorFlowCheckpoint(const std::filesystem::path& file);
[[nodiscard]] Json describeTensorFlowCheckpoint(const std::filesystem::path& file);

} // namespace fusiform::io
