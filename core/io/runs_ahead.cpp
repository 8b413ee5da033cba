// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/runs_ahead.h"

namespace fusiform::io {

RunsAhead::RunsAhead(std::vector<NiftiHeader> headers, std::shared_ptr<BufferPool> buffers)
    : m_buffers(std::move(buffers)),
      m_runs(headers.size(), [headers, buffers = m_buffers](std::size_t r) {
          return NiftiData(headers[r], buffers->take());
      })
{
}

} // namespace fusiform::io
