# SPDX-License-Identifier: GPL-3.0-or-later
"""The reader against the program: test_fusiform_reader.py FUSIFORM_CLI FIT [SESSION]"""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
from fusiform_reader import Fit, Session, read_nifti  # noqa: E402


def run(*words):
    return json.loads(subprocess.run([*map(str, words), "--json"], check=True, capture_output=True).stdout)


def main(program, folder, session=None):
    fit = Fit(folder)
    about = run(program, "info", folder)
    assert fit.subject == about["subject"] and list(fit.shape) == about["shape"]
    assert len(fit.voxels) == about["voxels"]
    for name, model in fit.models.items():
        for ridge in (0.1, 0.02):
            with tempfile.TemporaryDirectory() as out:
                said = run(program, "decode", folder, "--model", name, "--ridge", ridge, "--out", Path(out) / "faces")
                table = np.genfromtxt(Path(out) / "faces" / "latents.tsv", delimiter="\t", skip_header=1)
            codes = model.decode(fit.positions_of(model.selected), ridge)
            decoded = table[:, -model.latent_size:]
            worst = np.abs(codes - decoded).max() / np.abs(decoded).max()
            assert worst < 1e-5, "%s, ridge %g: codes differ by %g" % (name, ridge, worst)
            # And the score that the program tells follows from them.
            r = np.corrcoef(codes, model.codes)[:len(codes), len(codes):]
            own = np.diag(r)[:, None]
            others = ~np.eye(len(r), dtype=bool)
            pairwise = ((own > r) + 0.5 * (own == r))[others].mean()
            assert abs(pairwise - said["pairwise"]) < 1e-9, (pairwise, said["pairwise"])
    t, affine = read_nifti(fit.folder / "t_face.nii.gz")
    assert t.shape == fit.shape and np.allclose(affine, fit.affine, atol=1e-4)
    if session:
        read = Session(session)
        replayed = run(program, "replay", session)
        assert [r["name"] for r in read.regions] == [r["name"] for r in replayed["regions"]]
        assert [int(r["mask"].sum()) for r in read.regions] == [r["voxels"] for r in replayed["regions"]]
        assert len(read.steps) == replayed["done"]
    print("the reader agrees with the program")


if __name__ == "__main__":
    main(*sys.argv[1:])
