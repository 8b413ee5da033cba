// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/io/nifti.h"
#include "core/util/buffer_pool.h"
#include "core/util/read_ahead.h"

namespace fusiform::io {

/// Reads the runs of a study one after the other, ahead of their use.
class RunsAhead {
public:
    /// @param buffers to use again in a later pass
    explicit RunsAhead(const std::vector<NiftiHeader>& headers,
                       std::shared_ptr<BufferPool> buffers = std::make_shared<BufferPool>());

    /// @throws what reading throws, and Error{Cancelled} when the user has stopped the job.
    [[nodiscard]] NiftiData take(const Progress& progress) { return m_runs.take(progress); }
    /// A run that is no longer wanted: the next one is read into its memory.
    void giveBack(NiftiData run) { m_buffers->give(std::move(run).release()); }

private:
    std::shared_ptr<BufferPool> m_buffers;
    ReadAhead<NiftiData> m_runs;
};

} // namespace fusiform::io
