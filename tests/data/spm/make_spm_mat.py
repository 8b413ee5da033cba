# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes SPM.mat in the form that SPM12 leaves behind: SPM5.mat with SciPy's writer (MATLAB 5), and
SPM73.mat (MATLAB 7.3) with h5py, as MATLAB arranges structs, arrays of structs and cells in HDF5.

    python3 make_spm_mat.py        # Debian: python3-scipy python3-h5py

Two sessions; the columns of each are face with four latents as modulators, Fix, test faces (the second
session lacks one) and motion; constants come last, as SPM puts them. Numbers follow formulas that
tests/core/import/spm_test.cpp repeats. Nothing in it comes from a person.
"""
import os

import h5py
import numpy as np
import scipy.io
import scipy.sparse

TRIALS = [10, 12]
LATENTS = 4
TESTS = [["test_F01", "test_M01", "test_F02", "test_M02"], ["test_F01", "test_M01", "test_F02"]]
SCANS = [30, 40]
AFFINE = np.array([[-3, 0, 0, 9], [0, 2.5, 0.5, -8], [0, -0.5, 4, 2], [0, 0, 0, 1.0]])  # voxels from 0


def latent(session, trial, k):
    return (7 * trial + 3 * k + 5 * session) % 11 - 5 + 0.25 * k


def record(**fields):
    return fields


class Structs(list):
    """An array of structs, 1 x n."""


class Cells(list):
    """A cell array, 1 x n."""


def columns():
    names = []
    for s in range(2):
        conditions = ["face"] + [f"facexlatent{k + 1:03d}^1" for k in range(LATENTS)] + ["Fix"] + TESTS[s]
        names += [f"Sn({s + 1}) {name}*bf(1)" for name in conditions]
        names += [f"Sn({s + 1}) R{r + 1}" for r in range(6)]
    return names + [f"Sn({s + 1}) constant" for s in range(2)]


def conditions(s):
    none = record(name="none", h=0.0)
    rows = []
    for name in ["face", "Fix"] + TESTS[s]:
        if name == "face":
            names = Cells(["face"] + [f"facexlatent{k + 1:03d}^1" for k in range(LATENTS)])
            modulators = Structs(
                record(name=f"latent{k + 1:03d}", h=1.0, i=np.array([[1.0, k + 2.0]]),
                       P=np.array([[latent(s, t, k)] for t in range(TRIALS[s])], float))
                for k in range(LATENTS))
        else:
            names, modulators = Cells([name]), Structs([none])
        rows.append(record(name=names, ons=np.arange(3.0)[:, None], dur=np.ones((3, 1)), orth=0.0,
                           P=modulators, dt=0.125))
    return Structs(rows)


def volume(name, descrip):
    one = AFFINE.copy()
    one[:3, 3] -= AFFINE[:3, :3].sum(axis=1)  # SPM counts voxels from 1
    private = record(dat=record(fname="/somebody/elses/disk/" + name, dim=np.array([[5.0, 4, 3]])),
                     descrip=descrip)
    return record(fname=name, dim=np.array([[5.0, 4, 3]]), dt=np.array([[16.0, 0]]),
                  pinfo=np.array([[1.0], [0], [352]]), mat=one, n=np.array([[1.0, 1]]),
                  descrip=descrip, private=private)


def covariance(count):
    i, j = np.indices((count, count))
    return np.where(i == j, 0.5 + 0.01 * i, 0.001 * ((i + j) % 7))


def contrast(count):
    names = columns()
    weights = np.zeros((count, 1))
    for c, name in enumerate(names):
        if name.endswith("face*bf(1)"):
            weights[c] = 1
        if name.endswith("Fix*bf(1)"):
            weights[c] = -1
    return weights


def model():
    names = columns()
    count = len(names)
    scans = sum(SCANS)
    design = np.outer(np.arange(scans) % 5, np.ones(count))
    rows, first = [], 1
    for length in SCANS:
        rows.append(np.arange(first, first + length, dtype=float)[None, :])
        first += length
    faces = contrast(count)
    effect = np.zeros((count, 1))
    effect[1] = 1
    contrasts = Structs([
        record(name="a latent", STAT="T", c=effect, X0=record(ukX0=np.ones((2, 2))), iX0="!",
               eidf=1.0, Vcon=volume("con_0001.nii", "contrast"), Vspm=volume("spmT_0001.nii", "T")),
        record(name="all effects", STAT="F", c=np.eye(count)[:, :3], X0=record(ukX0=np.ones((2, 2))),
               iX0="!", eidf=3.0, Vcon=volume("ess_0002.nii", "F"), Vspm=volume("spmF_0002.nii", "F")),
        record(name="face > Fix", STAT="T", c=faces, X0=record(ukX0=np.ones((2, 2))), iX0="!",
               eidf=1.0, Vcon=volume("con_0003.nii", "contrast"), Vspm=volume("spmT_0003.nii", "T"))])
    return record(
        SPMid="SPM12: spm_spm", nscan=np.array([SCANS], float),
        xY=record(P="a.nii,1", RT=2.0),
        xBF=record(name="hrf", length=32.0, order=1.0, T=16.0, T0=8.0, dt=0.125, UNITS="secs",
                   bf=np.ones((4, 1))),
        Sess=Structs(record(U=conditions(s), C=record(C=np.zeros((SCANS[s], 6)),
                                                      name=Cells([f"R{r + 1}" for r in range(6)])),
                            row=rows[s], col=np.arange(1.0, 5)[None, :]) for s in range(2)),
        xX=record(X=design, name=Cells(names), iB=np.array([[count - 1.0, count]]),
                  K=Structs(record(RT=2.0, row=rows[s], HParam=128.0) for s in range(2)),
                  W=scipy.sparse.eye(scans, format="csc"),
                  xKXs=record(X=design, tol=1e-9, rk=float(count)), erdf=float(scans - count),
                  Bcov=covariance(count)),
        Vbeta=Structs(volume(f"beta_{c + 1:04d}.nii", f"spm_spm:beta ({c + 1:04d}) - {name}")
                      for c, name in enumerate(names)),
        VResMS=volume("ResMS.nii", "residual"), VM=volume("mask.nii", "mask"), xCon=contrasts,
        swd="/somebody/elses/disk")


def for_scipy(value):
    if isinstance(value, Structs):
        fields = list(value[0])
        array = np.empty((1, len(value)), dtype=[(field, object) for field in fields])
        for n, element in enumerate(value):
            for field in fields:
                array[0, n][field] = for_scipy(element[field])
        return array
    if isinstance(value, Cells):
        array = np.empty((1, len(value)), dtype=object)
        array[0, :] = value
        return array
    if isinstance(value, dict):
        return {name: for_scipy(part) for name, part in value.items()}
    return value


class Hdf5:
    """MATLAB's way: dimensions turned round, lists of references for cells and arrays of structs."""

    def __init__(self, path):
        self.file = h5py.File(path, "w", userblock_size=512, libver="latest")  # small headers
        self.references = self.file.create_group("#refs#")
        self.count = 0

    def put(self, group, name, value):
        if isinstance(value, dict):
            made = group.create_group(name)
            made.attrs["MATLAB_class"] = np.bytes_("struct")
            for field, part in value.items():
                self.put(made, field, part)
        elif isinstance(value, Structs):
            made = group.create_group(name)
            made.attrs["MATLAB_class"] = np.bytes_("struct")
            for field in value[0]:
                self.put_references(made, field, [element[field] for element in value])
        elif isinstance(value, Cells):
            self.put_references(group, name, value).attrs["MATLAB_class"] = np.bytes_("cell")
        elif isinstance(value, str):
            codes = np.array([[ord(letter)] for letter in value], np.uint16)
            made = group.create_dataset(name, data=codes)
            made.attrs["MATLAB_class"] = np.bytes_("char")
            made.attrs["MATLAB_int_decode"] = np.int32(2)
        elif scipy.sparse.issparse(value):
            made = group.create_group(name)
            made.attrs["MATLAB_class"] = np.bytes_("double")
            made.attrs["MATLAB_sparse"] = np.uint64(value.shape[0])
            made.create_dataset("data", data=value.data)
        else:
            numbers = np.atleast_2d(np.asarray(value, float)).T
            group.create_dataset(name, data=numbers).attrs["MATLAB_class"] = np.bytes_("double")

    def put_references(self, group, name, values):
        made = group.create_dataset(name, (len(values), 1), h5py.ref_dtype)
        for n, value in enumerate(values):
            self.count += 1  # the values inside take the numbers after this one
            own = f"r{self.count}"
            self.put(self.references, own, value)
            made[n, 0] = self.references[own].ref
        return made


def main():
    folder = os.path.dirname(os.path.abspath(__file__))
    spm = model()
    scipy.io.savemat(os.path.join(folder, "SPM5.mat"), {"SPM": for_scipy(spm)}, do_compression=True)
    path = os.path.join(folder, "SPM73.mat")
    hdf5 = Hdf5(path)
    for beta in spm["Vbeta"]:  # every value costs half a kilobyte there
        for field in ("dim", "dt", "pinfo", "n", "descrip", "private"):
            del beta[field]
    for session in spm["Sess"]:  # SPM's default, which is to be told
        for condition in session["U"]:
            condition["orth"] = 1.0
    hdf5.put(hdf5.file, "SPM", spm)
    hdf5.file.close()
    with open(path, "r+b") as stream:
        stream.write(b"MATLAB 7.3 MAT-file, in its form".ljust(116) + bytes(8) + b"\x00\x02IM")


if __name__ == "__main__":
    main()
