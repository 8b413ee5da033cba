// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/face_model.h"

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace fusiform {

/// Face models that are in use: whoever asks for the same file gets the same model, and the last
/// one to let it go frees it. A file that was written anew is another one. Any thread.
class ModelShelf {
public:
    using Model = std::shared_ptr<const face_model::FaceModel>;

    /// @throws Error{BadData}
    [[nodiscard]] Model take(const std::filesystem::path& file);

private:
    struct Entry {
        std::filesystem::file_time_type written;
        std::weak_ptr<const face_model::FaceModel> model;
    };
    std::mutex m_mutex;
    std::map<std::filesystem::path, Entry> m_entries;
};

} // namespace fusiform
