// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/live/model_shelf.h"

#include "core/face_model/face_models.h"

namespace fusiform {

ModelShelf::Model ModelShelf::take(const std::filesystem::path& file)
{
    std::error_code ignored;
    const auto written = std::filesystem::last_write_time(file, ignored);
    // Held while a model is read: whoever wants the same one meanwhile waits for it.
    const std::lock_guard lock(m_mutex);
    Entry& entry = m_entries[file];
    if (Model known = entry.model.lock(); known && entry.written == written)
        return known;
    Model model = face_model::loadFaceModel(file);
    entry = {written, model};
    return model;
}

} // namespace fusiform
