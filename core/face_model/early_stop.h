// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/face_model/vaegan_model.h"

#include <filesystem>
#include <memory>

namespace fusiform::face_model {

/// Decides by the score on held-out pictures when a stage of a training has had enough, and keeps
/// the best model of all.
class EarlyStop {
public:
    /// @param patience measurements without a better score before a stage ends; 0: none does.
    /// @param file keeps the best model for a resumed training; empty: in memory only.
    EarlyStop(int patience, std::filesystem::path file);

    [[nodiscard]] bool isUsed() const { return m_patience > 0; }
    void beginStage() { m_waited = 0; }
    /// Whether the stage should end. NaN is no better score.
    [[nodiscard]] bool hasEnoughAfter(std::unique_ptr<VaeganModel> model, double score);
    [[nodiscard]] double bestScore() const { return m_bestScore; }
    /// The best model, once; null if none was measured. Removes the file.
    [[nodiscard]] std::unique_ptr<VaeganModel> takeBest();

    [[nodiscard]] Json state() const;
    /// @throws Error{BadData} if the best model is not where it was.
    void restore(const Json& state);

private:
    int m_patience;
    std::filesystem::path m_file;
    std::unique_ptr<VaeganModel> m_best;
    double m_bestScore = 0;
    int m_waited = 0; ///< measurements since the best
};

} // namespace fusiform::face_model
