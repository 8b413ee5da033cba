// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace fusiform::test {

/// A folder of results with the names and tables that fMRIPrep 20 to 23 writes.
class FmriprepFolder {
public:
    /// Writes what belongs to the study and the subject: description, anatomy.
    FmriprepFolder(std::filesystem::path root, std::string subject);

    [[nodiscard]] const std::filesystem::path& root() const { return m_root; }
    [[nodiscard]] std::filesystem::path func(const std::string& session) const;
    [[nodiscard]] const std::string& subject() const { return m_subject; }

    /// Image, mask and reference of a run in a space. @param run "sub-01_ses-01_task-faces_run-01",
    /// @param space as in the names: "_space-T1w", "_space-MNI152NLin2009cAsym_res-2", or empty.
    void addImages(const std::string& session, const std::string& run, const std::string& space,
                   const std::string& bold = "image", const std::string& mask = "mask") const;
    /// The table of confounds: motion with its derivatives, which have "n/a" in their first row.
    /// @param suffix "timeseries", or "regressors" of older versions.
    void addConfounds(const std::string& session, const std::string& run, int scans,
                      const std::string& suffix = "timeseries") const;

private:
    std::filesystem::path m_root;
    std::string m_subject;
};

} // namespace fusiform::test
