// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/early_stop.h"

#include "core/io/safetensors.h"

#include <nlohmann/json.hpp>

namespace fusiform::face_model {

EarlyStop::EarlyStop(int patience, std::filesystem::path file)
    : m_patience(patience), m_file(std::move(file))
{
}

bool EarlyStop::hasEnoughAfter(std::unique_ptr<VaeganModel> model, double score)
{
    if (!isUsed())
        return false;
    if (!m_best || score > m_bestScore) {
        if (!m_file.empty())
            model->save(m_file);
        m_best = std::move(model);
        m_bestScore = score;
        m_waited = 0;
        return false;
    }
    return ++m_waited >= m_patience;
}

std::unique_ptr<VaeganModel> EarlyStop::takeBest()
{
    std::error_code error;
    if (m_best && !m_file.empty())
        std::filesystem::remove(m_file, error);
    return std::move(m_best);
}

Json EarlyStop::state() const
{
    return {{"has_best", m_best != nullptr}, {"score", m_bestScore}, {"waited", m_waited}};
}

void EarlyStop::restore(const Json& state)
{
    m_bestScore = state.at("score");
    m_waited = state.at("waited");
    if (state.at("has_best").get<bool>())
        m_best = VaeganModel::read(io::Safetensors(m_file));
}

} // namespace fusiform::face_model
