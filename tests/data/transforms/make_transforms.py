#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Transforms to a template as other programs write them, and where points go by them.

Writes the files beside itself and prints the numbers that
tests/core/preprocess/space_transform_test.cpp repeats. ITK has no part in it: the HDF5 layout is that of
itk::HDF5TransformIO (the reversed letters in "Tranform" are ITK's own, in older files), the maps are worked
out with NumPy and SciPy. Needs python3-h5py, python3-numpy, python3-scipy.
"""
import os

import h5py
import numpy as np
from scipy.ndimage import map_coordinates

HERE = os.path.dirname(os.path.abspath(__file__))
LPS = np.diag([-1.0, -1.0, 1.0])

# A map of points, LPS mm: turned by 20 degrees about z, larger by a tenth along y, shifted.
turn = np.deg2rad(20)
MATRIX = np.array([[np.cos(turn), -np.sin(turn), 0.02], [np.sin(turn), np.cos(turn), 0], [0, 0.05, 1]]) @ np.diag([1, 1.1, 1])
CENTRE = np.array([4.0, -6.0, 9.0])
SHIFT = np.array([7.0, -3.0, 11.0])

# A displacement field on voxels of 20 x 25 x 30 mm whose axes run right, front, up: -x and -y in LPS.
SIZE = (8, 7, 6)
ORIGIN = np.array([70.0, 75.0, -60.0])
SPACING = np.array([20.0, 25.0, 30.0])
FIELD = np.random.RandomState(7).uniform(-9, 9, (3,) + SIZE).astype(np.float32)


def by_affine(lps):
    """itk::MatrixOffsetTransformBase: A (p - centre) + centre + translation."""
    return MATRIX @ (lps - CENTRE) + CENTRE + SHIFT


def by_field(lps):
    at = np.linalg.inv(LPS) @ (lps - ORIGIN) / SPACING
    inside = all(-0.5 <= a <= n - 0.5 for a, n in zip(at, SIZE))
    if not inside:
        return lps
    return lps + np.array([map_coordinates(FIELD[c].astype(float), at[:, None], order=1, mode="nearest")[0] for c in range(3)])


def write(name, transforms, letters, precision):
    with h5py.File(os.path.join(HERE, name), "w") as file:
        text = h5py.string_dtype("ascii")
        for key, value in (("ITKVersion", "5.2.1"), ("HDFVersion", "1.10.8"), ("OSName", "Linux"), ("OSVersion", "1")):
            file.create_dataset(key, data=np.array([value], dtype=object), dtype=text)
        for number, (kind, fixed, parameters) in enumerate(transforms):
            group = file.create_group(f"TransformGroup/{number}")
            group.create_dataset("TransformType", data=np.array([kind], dtype=object), dtype=text)
            if kind.startswith("Composite"):
                continue
            group.create_dataset(letters + "FixedParameters", data=np.asarray(fixed, np.float64))
            group.create_dataset(letters + "Parameters", data=np.asarray(parameters, precision))


affine = ("AffineTransform_{}_3_3", CENTRE, np.concatenate([MATRIX.ravel(), SHIFT]))
# x runs fastest and the three numbers of a voxel lie together.
field = ("DisplacementFieldTransform_{}_3_3", np.concatenate([SIZE, ORIGIN, SPACING, LPS.ravel()]),
         FIELD.transpose(3, 2, 1, 0).ravel())
chain = ("CompositeTransform_{}_3_3", [], [])
for name, letters, word, precision in (
        ("sub-01_from-T1w_to-MNI152NLin2009cAsym_mode-image_xfm.h5", "Transform", "float", np.float32),
        ("older_double.h5", "Tranform", "double", np.float64)):
    write(name, [(kind.format(word), fixed, parameters) for kind, fixed, parameters in (chain, affine, field)], letters, precision)

# A chain applies what was put in last first: points of the template go through the field, then through the affine.
for ras in ([10.0, 20.0, 30.0], [-33.0, 41.5, -12.25], [0.0, 0.0, 0.0], [400.0, 0.0, 0.0]):
    print("chain", ras, np.round(LPS @ by_affine(by_field(LPS @ np.array(ras))), 6).tolist())
    print("affine", ras, np.round(LPS @ by_affine(LPS @ np.array(ras)), 6).tolist())

with open(os.path.join(HERE, "affine.txt"), "w") as file:
    file.write("#Insight Transform File V1.0\n#Transform 0\nTransform: AffineTransform_double_3_3\nParameters: "
               + " ".join(repr(float(v)) for v in np.concatenate([MATRIX.ravel(), SHIFT])) + "\nFixedParameters: "
               + " ".join(repr(float(v)) for v in CENTRE) + "\n")

# FreeSurfer: the subject's scanner RAS to MNI305; the way back is its inverse.
TALAIRACH = np.array([[1.05, 0.02, -0.01, 2.5], [-0.03, 1.10, 0.08, -14.0], [0.01, -0.09, 1.02, 6.0]])
with open(os.path.join(HERE, "talairach.xfm"), "w") as file:
    file.write("MNI Transform File\n% avi2talxfm\n\nTransform_Type = Linear;\nLinear_Transform =\n"
               + "\n".join(" ".join(f"{v:.6f}" for v in row) for row in TALAIRACH) + ";\n")
square = np.vstack([TALAIRACH, [0, 0, 0, 1]])


def mm_from_voxel(size, columns, centre, shape):
    matrix = np.eye(4)
    matrix[:3, :3] = np.array(columns).T * size
    matrix[:3, 3] = centre - matrix[:3, :3] @ np.array(shape) / 2
    return matrix


# Conformed volumes: axes run left, down, front.
OWN = ([1, 1, 1], [[-1, 0, 0], [0, 0, -1], [0, 1, 0]], [3.5, -12.0, 8.25], [256, 256, 256])
MNI = ([2, 2, 2], [[1, 0, 0], [0, 1, 0], [0, 0, 1]], [0, -16, 2], [96, 116, 96])
own, mni = mm_from_voxel(*OWN), mm_from_voxel(*MNI)


def lta(name, kind, matrix):
    def volume(title, part):
        size, columns, centre, shape = part
        row = lambda key, values: f"{key} = " + " ".join(f"{v:.15e}" for v in values)
        return [f"{title} volume info", "valid = 1  # volume info valid", "filename = somewhere.mgz", "volume = " + " ".join(str(n) for n in shape),
                row("voxelsize", size), row("xras  ", columns[0]), row("yras  ", columns[1]), row("zras  ", columns[2]), row("cras  ", centre)]
    lines = ["# transform file", f"type      = {kind}", "nxforms   = 1", "mean      = 0.0000 0.0000 0.0000", "sigma     = 1.0000", "1 4 4"]
    lines += [" ".join(f"{v:.15e}" for v in row) for row in matrix]
    lines += volume("src", OWN) + volume("dst", MNI) + ["subject sub-01", "fscale 0.100000"]
    with open(os.path.join(HERE, name), "w") as file:
        file.write("\n".join(lines) + "\n")


lta("ras.lta", 1, square)
lta("voxels.lta", 0, np.linalg.inv(mni) @ square @ own)
for ras in ([10.0, 20.0, 30.0], [-33.0, 41.5, -12.25]):
    print("talairach", ras, np.round((np.linalg.inv(square) @ np.append(ras, 1))[:3], 6).tolist())
