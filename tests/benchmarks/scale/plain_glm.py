# SPDX-License-Identifier: GPL-3.0-or-later
"""The GLM as it is often written: every scan as float64 in memory, numpy's least squares.

python3 plain_glm.py STUDY RUNS COLUMNS: the first RUNS face runs of a study, a design of as many
columns (its numbers do not matter for the cost), voxels above 0.8 of the mean. Prints seconds and
peak memory.
"""
import resource
import sys
import time
from pathlib import Path

import nibabel
import numpy

study, runs, columns = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
start = time.time()
files = sorted(study.glob("sub-*/ses-*/func/*_bold.nii.gz"))
files = [f for f in files if Path(str(f).replace("_bold.nii.gz", "_events.tsv")).exists()][:runs]
data = numpy.concatenate([nibabel.load(f).get_fdata() for f in files], axis=3)
mean = data.mean(axis=3)
mask = mean > 0.8 * mean[mean > mean.mean() / 8].mean()
y = data[mask].T
y = 100 * y / y.mean()
design = numpy.random.default_rng(1).standard_normal((y.shape[0], columns))
w, *_ = numpy.linalg.lstsq(design, y, rcond=None)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6
print(f"{len(files)} runs, {y.shape[0]} scans, {y.shape[1]} voxels: {time.time() - start:.1f} s, {peak:.0f} MB")
