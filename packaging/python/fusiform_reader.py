# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads what Fusiform writes: fits, regions and sessions. It needs numpy and nothing else.

    from fusiform_reader import Fit, Session, read_nifti

    fit = Fit("derivatives/fusiform/sub-01")
    model = fit.models["pca"]                     # or portraits-vaegan, ...
    region = fit.positions_of(model.selected)     # a mask on the fit's grid -> columns of W
    codes = model.decode(region, ridge=0.1)       # exploration faces x latents, the model's units

    session = Session("work.fusiform")
    session.region("occipital")                   # a mask on the fit's grid
    session.steps                                 # what was done, oldest first

Conventions. Images are arrays [i, j, k]; `affine` takes voxel indices to RAS millimetres. W is (latents + 1) x voxels, in
percent signal per training standard deviation of the latent; its last row is the face regressor (the bias). Sealed
faces are not read: opening the seal is `fusiform-cli decode FIT --faces all`, which is recorded in the fit.
"""
import gzip
import json
import struct
import zipfile
from pathlib import Path

import numpy as np

__all__ = ["Fit", "Model", "Session", "read_nifti", "read_safetensors"]

_NIFTI_TYPES = {2: "u1", 4: "i2", 8: "i4", 16: "f4", 64: "f8", 256: "i1", 512: "u2", 768: "u4"}
_TENSOR_TYPES = {"F32": "<f4", "F64": "<f8", "I32": "<i4", "I64": "<i8", "U8": "u1"}


def read_nifti(source):
    """One volume of NIfTI-1: (array [i, j, k], affine 4 x 4 to RAS mm).

    source: a .nii or .nii.gz file, or its bytes. Reads what Fusiform writes (sform, little-endian); for images of any
    kind use nibabel.
    """
    data = source if isinstance(source, bytes) else Path(source).read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    if len(data) < 352 or struct.unpack_from("<i", data)[0] != 348:
        raise ValueError("%s: not a little-endian NIfTI-1 file" % (source if not isinstance(source, bytes) else "bytes"))
    shape = struct.unpack_from("<8h", data, 40)[1:4]
    kind, = struct.unpack_from("<h", data, 70)
    offset, slope, intercept = struct.unpack_from("<3f", data, 108)
    affine = np.vstack([np.reshape(struct.unpack_from("<12f", data, 280), (3, 4)), [0, 0, 0, 1]])
    values = np.frombuffer(data, "<" + _NIFTI_TYPES[kind], int(np.prod(shape)), int(offset)).reshape(shape, order="F")
    if slope not in (0, 1) or intercept:
        values = values * slope + intercept
    return values, affine


def read_safetensors(file):
    """({name: array}, {name: text of the metadata})."""
    data = Path(file).read_bytes()
    size, = struct.unpack_from("<Q", data)
    header = json.loads(data[8:8 + size])
    metadata = header.pop("__metadata__", {})
    tensors = {}
    for name, tensor in header.items():
        begin, end = tensor["data_offsets"]
        raw = data[8 + size + begin:8 + size + end]
        tensors[name] = np.frombuffer(raw, _TENSOR_TYPES[tensor["dtype"]]).reshape(tensor["shape"])
    return tensors, metadata


class Model:
    """What a fit holds of one face model.

    name, kind, latent_size: of the face model
    W:           (latents + 1) x voxels, float32, read from the disk as it is used
    latent_mean, latent_sd: of the training codes, model units
    selected:    mask [i, j, k] of the voxels that the fit's criterion selects
    faces:       names of the exploration faces
    patterns:    exploration faces x voxels, percent signal
    codes:       exploration faces x latents, their true codes, model units
    """

    def __init__(self, fit, json_model):
        folder = fit.folder / json_model["folder"]
        self.name = json_model["name"]
        self.kind = json_model["kind"]
        self.latent_size = json_model["latent_size"]
        self.latent_mean = np.array(json_model["latent_mean"])
        self.latent_sd = np.array(json_model["latent_sd"])
        rows = self.latent_size + 1
        # On the disk the numbers of one voxel stand together.
        self.W = np.memmap(folder / "W.bin", "<f4", "r", shape=(len(fit.voxels), rows)).T
        self.selected = read_nifti(folder / "selected.nii.gz")[0] > 0
        tensors, metadata = read_safetensors(folder / "exploration.safetensors")
        self.faces = json.loads(metadata["fusiform"])["names"]
        self.patterns = tensors["patterns"]
        self.codes = tensors["codes"]

    def decode(self, positions, ridge=0.1):
        """Latent codes of the exploration faces from some voxels (columns of W): X = Y W' (W W' + ridge)^-1, Eq. 3 of
        VanRullen & Reddy (2019) where ridge is 0. The ridge is a share of the mean diagonal of W W'; the bias has none.

        Returns faces x latents, model units. float64.
        """
        w = np.asarray(self.W[:, positions], np.float64)
        y = np.asarray(self.patterns[:, positions], np.float64)
        usable = np.isfinite(w).all(0) & np.isfinite(y).all(0)
        w, y = w[:, usable], y[:, usable]
        gram = w @ w.T
        penalty = np.full(len(gram), ridge * np.trace(gram) / len(gram))
        penalty[-1] = 0
        x = np.linalg.solve(gram + np.diag(penalty), w @ y.T).T
        codes = x[:, :-1] * self.latent_sd
        # A latent that hardly varies was no regressor: every face has its mean.
        dead = self.latent_sd <= 0.01 * np.abs(self.latent_mean)
        codes[:, dead] = self.latent_mean[dead]
        return codes


class Fit:
    """A folder that `fusiform-cli fit` has written.

    subject; shape and affine of the functional grid; voxels: their linear indices in it (i fastest), one for each column
    of W; models: {name: Model}; provenance: how it was made; openings: of the seal.
    """

    def __init__(self, folder):
        self.folder = Path(folder)
        about = json.loads((self.folder / "fit.json").read_text("utf-8"))
        if about.get("format") != "fusiform fit":
            raise ValueError("%s: not a fit of Fusiform" % folder)
        if about["format_version"] > 1:
            raise ValueError("%s: format version %d; this reader knows 1" % (folder, about["format_version"]))
        self.subject = about["subject"]
        self.shape = tuple(about["shape"])
        self.affine = np.array(about["affine"])
        self.selection = about["selection"]
        self.provenance = about["provenance"]
        self.openings = json.loads((self.folder / "openings.json").read_text("utf-8"))
        self.voxels = np.fromfile(self.folder / "voxels.bin", "<i4")
        self.models = {one["name"]: Model(self, one) for one in about["models"]}

    def positions_of(self, mask):
        """Columns of W of the voxels of a mask [i, j, k], ascending; those outside the fit's brain mask are left out."""
        if mask.shape != self.shape:
            raise ValueError("a mask of %s on a grid of %s" % (mask.shape, self.shape))
        return np.flatnonzero(mask.ravel(order="F")[self.voxels])

    def image(self, values):
        """One value for each voxel as an image [i, j, k]; NaN outside the mask."""
        flat = np.full(int(np.prod(self.shape)), np.nan)
        flat[self.voxels] = values
        return flat.reshape(self.shape, order="F")


class Session:
    """A .fusiform file.

    subject, saved (UTC), version; fit: folder of the fit, as seen from the session's folder, "" if it is inside;
    regions: [{"name", "mask"}]; steps: [{"name", "time", "command"}], what was done; those taken back at the end are left
    out; slides: of the talk.
    """

    def __init__(self, file):
        with zipfile.ZipFile(file) as archive:
            about = json.loads(archive.read("session.json"))
            if about.get("format") != "fusiform session":
                raise ValueError("%s: not a session of Fusiform" % file)
            if about["format_version"] > 1:
                raise ValueError("%s: format version %d; this reader knows 1" % (file, about["format_version"]))
            lines = [json.loads(line) for line in archive.read("journal.jsonl").decode("utf-8").splitlines()]
            masks = [read_nifti(archive.read(name)) for name in sorted(archive.namelist())
                     if name.startswith("regions/")]
        self.subject = about["fit"]["subject"]
        self.fit = about["fit"]["place"]
        self.fit_sha256 = about["fit"]["sha256"]
        self.saved = about["saved"]
        self.version = about["version"]
        self.steps = self._steps(lines[1:])
        names, self.slides = self._document(lines[0]["document"], self.steps)
        self.regions = [{"name": name, "mask": mask > 0, "affine": affine}
                        for name, (mask, affine) in zip(names, masks)]

    def region(self, name):
        """Its mask [i, j, k] on the grid of the fit."""
        for region in self.regions:
            if region["name"] == name:
                return region["mask"]
        raise KeyError(name)

    @staticmethod
    def _steps(lines):
        steps, done = [], 0
        for line in lines:
            if "command" in line:
                if line.get("amends"):
                    done -= 1
                del steps[done:]
                steps.append({"name": line["name"], "time": line["time"], "command": line["command"]})
                done += 1
            elif "undo" in line:
                done -= line["undo"]
            elif "redo" in line:
                done += line["redo"]
        return steps[:done]

    @staticmethod
    def _document(document, steps):
        """Names of the regions and slides after the steps."""
        names = [region["name"] for region in document["regions"]]
        slides = list(document.get("scenes", []))
        for step in steps:
            command = step["command"]
            kind = command["kind"]
            if kind in ("add", "thirds"):
                for moved in command.get("moved", []):
                    names[moved["region"]] = moved["by"]["name"]
                names += [region["name"] for region in command["regions"]]
            elif kind == "replace":
                names[command["region"]] = command["by"]["name"]
            elif kind == "rename":
                names[command["region"]] = command["to"]
            elif kind == "remove":
                del names[command["region"]]
            elif kind == "add_slide":
                slides.insert(command["slide"], command["scene"])
            elif kind == "replace_slide":
                slides[command["slide"]] = command["scene"]
            elif kind == "remove_slide":
                del slides[command["slide"]]
            elif kind == "move_slide":
                slides.insert(command["to"], slides.pop(command["slide"]))
        return names, slides
