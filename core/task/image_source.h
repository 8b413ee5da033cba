// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bids/study.h"

#include <filesystem>
#include <string>

namespace fusiform::task {

/// The files of one run that a fit is made from.
struct RunSource {
    std::filesystem::path bold;
    std::filesystem::path confounds; ///< may be empty
    std::filesystem::path mask; ///< of the brain; may be empty
};

/// Where the images come from: preprocessed ones of one folder of results, or the raw ones.
class ImageSource {
public:
    /// @param images "auto", "raw" or a folder of derivatives; @param space as in
    /// bids::preprocessedImage. Keeps a reference to `subject`.
    /// @throws Error{Usage} if images are asked for that are not there.
    ImageSource(const bids::Study& study, const bids::Subject& subject, const std::string& images,
                std::string space);

    /// The folder of results; empty: raw images.
    [[nodiscard]] const std::filesystem::path& pipeline() const { return m_pipeline; }
    /// Whether another program preprocessed the images.
    [[nodiscard]] bool isForeign() const;
    [[nodiscard]] RunSource of(const bids::Run& run) const;

private:
    std::filesystem::path m_root;
    const bids::Subject& m_subject;
    std::string m_space;
    std::filesystem::path m_pipeline;
};

} // namespace fusiform::task
