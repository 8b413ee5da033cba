// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/runs_ahead.h"

namespace fusiform::io {

RunsAhead::RunsAhead(const std::vector<NiftiHeader>& headers, std::shared_ptr<BufferPool> buffers)
    : m_buffers(std::move(buffers)),
      m_runs(headers.size(),
             [all = std::make_shared<const std::vector<NiftiHeader>>(headers),
              buffers = m_buffers](std::size_t r) { return NiftiData((*all)[r], buffers->take()); })
{
}

} // namespace fusiform::io
