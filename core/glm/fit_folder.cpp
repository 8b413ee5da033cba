// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/fit.h"

#include "core/face_model/attribute_axes.h"
#include "core/face_model/face_models.h"
#include "core/io/nifti.h"
#include "core/io/safetensors.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/resources.h"

#include <nlohmann/json.hpp>

#include <cmath>
#include <cstring>

namespace fusiform::glm {

namespace {

namespace fs = std::filesystem;
using Eigen::Index;

constexpr int kFitVersion = 1;

std::vector<std::byte> bytesOf(const auto& matrix)
{
    const auto* begin = reinterpret_cast<const std::byte*>(matrix.data());
    return {begin, begin + sizeof(*matrix.data()) * static_cast<std::size_t>(matrix.size())};
}

/// A matrix as a row-major tensor needs its transpose's storage.
template <class Scalar>
struct RowMajorTensor {
    Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> storage;
    std::vector<std::byte> bytes;
    io::Tensor tensor;

    explicit RowMajorTensor(const Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>& matrix)
        : storage(matrix), bytes(bytesOf(storage))
    {
        tensor = {sizeof(Scalar) == 4 ? io::TensorType::Float32 : io::TensorType::Float64,
                  {matrix.rows(), matrix.cols()},
                  bytes};
    }
};

template <class Scalar>
Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic>
matrixOf(const io::Safetensors& file, const std::string& name, Index rows, Index columns)
{
    const std::array<std::int64_t, 2> shape = {rows, columns};
    const io::Tensor& tensor = file.tensor(name, shape);
    const io::TensorType wanted
        = sizeof(Scalar) == 4 ? io::TensorType::Float32 : io::TensorType::Float64;
    if (tensor.type != wanted)
        throw badData(file.file(),
                      FUSIFORM_TR("core", "%1-bit floats in %2").arg(8 * sizeof(Scalar)).arg(name),
                      FUSIFORM_TR("core", "another type"));
    Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::RowMajor> matrix(rows, columns);
    const std::span values(matrix.data(), static_cast<std::size_t>(matrix.size()));
    std::ranges::copy(tensor.bytes, std::as_writable_bytes(values).begin());
    return matrix;
}

Json numbers(const Eigen::VectorXd& values)
{
    return std::vector<double>(values.begin(), values.end());
}

Eigen::VectorXd vectorOf(const Json& json)
{
    const auto values = json.get<std::vector<double>>();
    return Eigen::Map<const Eigen::VectorXd>(values.data(), static_cast<Index>(values.size()));
}

Json describe(const Opening& opening)
{
    return {{"faces", opening.faces},
            {"region", opening.regionName},
            {"region_hash", opening.regionHash},
            {"region_made", opening.regionMade},
            {"confirmatory", opening.isConfirmatory},
            {"time", opening.time},
            {"version", opening.version}};
}

Opening openingFrom(const Json& json)
{
    return {json.at("faces"),       json.at("region"),       json.at("region_hash"),
            json.at("region_made"), json.at("confirmatory"), json.at("time"),
            json.at("version")};
}

} // namespace

/// Reads and writes the parts of a fit folder; the one place besides the seal that may touch sealed
/// faces.
struct FitFolder {
    fs::path folder;

    void writeFaces(const std::string& name, const FaceSet& faces) const
    {
        // Every write of the folder goes through an atomic file; the caller's folder is atomic as a
        // whole.
        const RowMajorTensor<float> patterns(faces.patterns);
        const RowMajorTensor<double> codes(faces.codes);
        std::vector<std::string> pictures;
        for (std::size_t f = 0; f < faces.names.size(); ++f)
            pictures.push_back(faces.pictures[f].empty() ? "" : "faces/" + faces.names[f]);
        const Json manifest = {{"names", faces.names}, {"pictures", pictures}};
        io::writeSafetensors(folder / name,
                             {{"patterns", patterns.tensor}, {"codes", codes.tensor}},
                             {{"fusiform", manifest.dump()}});
    }

    static const FaceSet& inside(const SealedFaces& sealed) { return sealed.m_faces; }

    [[nodiscard]] FaceSet readFaces(const fs::path& root, const std::string& name, Index voxels,
                                    Index latents) const
    {
        const io::Safetensors file(folder / name);
        const auto manifestText = file.metadata().find("fusiform");
        if (manifestText == file.metadata().end())
            throw badData(file.file(), FUSIFORM_TR("core", "a manifest"),
                          FUSIFORM_TR("core", "none"));
        const Json manifest = parseJson(manifestText->second, file.file());
        FaceSet faces;
        faces.names = manifest.at("names").get<std::vector<std::string>>();
        for (const std::string& picture : manifest.at("pictures").get<std::vector<std::string>>())
            faces.pictures.push_back(picture.empty() ? fs::path() : root / picture);
        if (faces.pictures.size() != faces.names.size())
            throw badData(
                file.file(),
                FUSIFORM_TR("core", "a picture for each of %1 names").arg(faces.names.size()),
                FUSIFORM_TR("core", "%1").arg(faces.pictures.size()));
        const auto patterns = file.tensors().find("patterns");
        const bool hasPatterns = patterns != file.tensors().end() && patterns->second.count() > 0;
        faces.patterns = hasPatterns ? matrixOf<float>(file, "patterns", faces.count(), voxels)
                                     : Eigen::MatrixXf(faces.count(), 0);
        faces.codes = matrixOf<double>(file, "codes", faces.count(), latents);
        return faces;
    }

    /// An image with 1 in the voxels of the first set, 2 in those of the second, ...
    void writeLabels(const Fit& fit, const std::string& name,
                     const std::vector<const image::VoxelSet*>& sets) const
    {
        image::Volume labels{fit.grid,
                             std::vector<float>(static_cast<std::size_t>(fit.grid.size()), 0.0F)};
        for (std::size_t s = 0; s < sets.size(); ++s)
            for (const image::Index index : sets[s]->indices())
                labels.values[static_cast<std::size_t>(index)] = static_cast<float>(s + 1);
        io::NiftiWriteOptions asBytes;
        asBytes.storage = io::NiftiStorage::UInt8;
        io::writeVolume(folder / name, labels, asBytes);
    }

    [[nodiscard]] std::vector<image::VoxelSet> readLabels(const Fit& fit, const std::string& name,
                                                          std::size_t count) const
    {
        const image::Volume labels = readOnGrid(fit, folder / name);
        std::vector<std::vector<image::Index>> members(count);
        for (const image::Index index : fit.voxels) {
            const long label = std::lround(labels.values[static_cast<std::size_t>(index)]);
            if (label > 0 && label <= static_cast<long>(count))
                members[static_cast<std::size_t>(label) - 1].push_back(index);
        }
        std::vector<image::VoxelSet> sets;
        for (const std::vector<image::Index>& set : members)
            sets.push_back(image::VoxelSet::of(fit.grid.shape, set));
        return sets;
    }

    void writeModel(const Fit& fit, const ModelFit& model) const
    {
        AtomicFile weights(folder / "W.bin");
        const auto matrix = model.weights.matrix();
        weights.write(
            std::as_bytes(std::span(matrix.data(), static_cast<std::size_t>(matrix.size()))));
        weights.commit();
        io::writeVolume(folder / "gain.nii.gz", fit.volumeOf(model.gain));
        io::writeVolume(folder / "gain_p.nii.gz", fit.volumeOf(model.gainP));
        writeLabels(fit, "selected.nii.gz", {&model.selected});
        std::vector<const image::VoxelSet*> parts;
        for (const SelectedPart& part : model.parts)
            parts.push_back(&part.voxels);
        if (!parts.empty())
            writeLabels(fit, "parts.nii.gz", parts);
        writeFaces("exploration.safetensors", model.exploration);
        writeFaces("sealed_confirmation.safetensors", inside(model.confirmation));
        writeFaces("sealed_imagery.safetensors", inside(model.imagery));
        writeFaces("imagery_candidates.safetensors", model.imageryCandidates);
    }

    [[nodiscard]] ModelFit readModel(const Fit& fit, const Json& json) const
    {
        const auto voxels = static_cast<Index>(fit.voxels.size());
        ModelFit model;
        model.model.name = json.at("name");
        model.model.kind = json.at("kind");
        model.model.latentSize = json.at("latent_size");
        model.model.imageSize = json.at("image_size");
        model.model.hash = json.at("hash");
        model.model.training = json.at("training");
        model.model.version = json.at("version");
        const std::string file = json.at("file");
        model.modelFile = file.starts_with("builtin:")
                              ? resourceFolder() / "models" / file.substr(8)
                              : folder / file;
        model.latentMean = vectorOf(json.at("latent_mean"));
        model.latentSd = vectorOf(json.at("latent_sd"));
        const Index latents = model.model.latentSize;
        if (latents < 1 || model.latentMean.size() != latents || model.latentSd.size() != latents)
            throw badData(fit.folder / "fit.json",
                          FUSIFORM_TR("core", "%1 latent means and deviations").arg(latents),
                          FUSIFORM_TR("core", "%1 and %2")
                              .arg(model.latentMean.size())
                              .arg(model.latentSd.size()));
        model.weights = Weights::mapped(folder / "W.bin", latents + 1, voxels);
        model.gain = readMap(fit, "gain.nii.gz");
        model.gainP = readMap(fit, "gain_p.nii.gz");
        model.selected = readLabels(fit, "selected.nii.gz", 1).front();
        if (const auto parts = json.find("parts"); parts != json.end() && !parts->empty()) {
            auto sets = readLabels(fit, "parts.nii.gz", parts->size());
            for (std::size_t p = 0; p < parts->size(); ++p)
                model.parts.push_back(
                    {(*parts)[p].at("name"), (*parts)[p].at("made"), std::move(sets[p])});
        }
        model.exploration = readFaces(fit.folder, "exploration.safetensors", voxels, latents);
        model.confirmation = SealedFaces(
            readFaces(fit.folder, "sealed_confirmation.safetensors", voxels, latents));
        model.imagery
            = SealedFaces(readFaces(fit.folder, "sealed_imagery.safetensors", voxels, latents));
        model.imageryCandidates
            = readFaces(fit.folder, "imagery_candidates.safetensors", voxels, latents);
        return model;
    }

    [[nodiscard]] std::vector<float> readMap(const Fit& fit, const std::string& name) const
    {
        const image::Volume volume = readOnGrid(fit, folder / name);
        std::vector<float> values;
        for (const image::Index index : fit.voxels)
            values.push_back(volume.values[static_cast<std::size_t>(index)]);
        return values;
    }

    static image::Volume readOnGrid(const Fit& fit, const fs::path& file)
    {
        image::Volume volume = io::readVolume(file);
        if (!image::isSameGrid(volume.grid, fit.grid))
            throw badData(file, FUSIFORM_TR("core", "the grid of the fit"),
                          FUSIFORM_TR("core", "another grid"));
        return volume;
    }
};

namespace {

/// Of the copy of a model's file in the fit: a program (.pt) is no safetensors file.
std::string copyName(const ModelFit& model)
{
    return model.modelFile.extension() == ".pt" ? "model.pt" : "model.safetensors";
}

Json describe(const ModelFit& model, const fs::path& subfolder)
{
    const fs::path builtIns = resourceFolder() / "models";
    std::error_code error;
    const bool isBuiltIn = fs::equivalent(model.modelFile.parent_path(), builtIns, error);
    Json parts = Json::array();
    for (const SelectedPart& part : model.parts)
        parts.push_back({{"name", part.name}, {"made", part.made}});
    return {
        {"name", model.model.name},
        {"folder", subfolder.string()},
        {"kind", model.model.kind},
        {"latent_size", model.model.latentSize},
        {"image_size", model.model.imageSize},
        {"hash", model.model.hash},
        {"training", model.model.training},
        {"version", model.model.version},
        {"file", isBuiltIn ? "builtin:" + model.modelFile.filename().string() : copyName(model)},
        {"latent_mean", numbers(model.latentMean)},
        {"latent_sd", numbers(model.latentSd)},
        {"parts", std::move(parts)}};
}

void copyFile(const fs::path& from, const fs::path& to)
{
    if (fs::exists(to))
        return;
    const MappedFile source(from);
    AtomicFile copy(to);
    copy.write(source.bytes());
    copy.commit();
}

/// The axes of attributes beside a model go along, if they are that model's.
void copyAxes(const ModelFit& model, const fs::path& copy)
{
    const fs::path axes = face_model::axesFileOf(model.modelFile);
    std::error_code ignored;
    if (!fs::exists(axes, ignored))
        return;
    try {
        if (face_model::readAxes(axes).modelHash == model.model.hash)
            copyFile(axes, face_model::axesFileOf(copy));
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::BadData) // a fit does without
            throw;
    }
}

void copyPictures(const FaceSet& faces, const fs::path& folder)
{
    for (std::size_t f = 0; f < faces.names.size(); ++f)
        if (!faces.pictures[f].empty())
            copyFile(faces.pictures[f], folder / "faces" / faces.names[f]);
}

} // namespace

std::vector<Opening> readOpenings(const fs::path& folder)
{
    const fs::path file = folder / "openings.json";
    try {
        std::vector<Opening> openings;
        for (const Json& opening : readJson(file))
            openings.push_back(openingFrom(opening));
        return openings;
    } catch (const Json::exception& error) {
        throw badData(file, FUSIFORM_TR("core", "the openings of a Fusiform fit"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

void writeOpenings(const Fit& fit, const fs::path& folder)
{
    Json json = Json::array();
    for (const Opening& opening : fit.openings)
        json.push_back(describe(opening));
    writeJson(folder / "openings.json", json);
}

void writeFit(const Fit& fit, const fs::path& folder)
{
    Json models = Json::array();
    for (const ModelFit& model : fit.models) {
        const fs::path subfolder = fs::path("models") / model.model.name;
        models.push_back(describe(model, subfolder));
        if (const std::string copy = copyName(model); models.back()["file"] == copy) {
            copyFile(model.modelFile, folder / subfolder / copy);
            copyAxes(model, folder / subfolder / copy);
        }
        FitFolder{folder / subfolder}.writeModel(fit, model);
        copyPictures(model.exploration, folder);
        copyPictures(model.imageryCandidates, folder);
        copyPictures(FitFolder::inside(model.confirmation), folder);
    }
    io::writeVolume(folder / "mean.nii.gz", fit.meanImage);
    io::writeVolume(folder / "t_face.nii.gz", fit.volumeOf(fit.tFace));
    std::string anatomy;
    if (!fit.anatomy.empty()) {
        anatomy = fit.anatomy.extension() == ".gz" ? "anatomy.nii.gz" : "anatomy.nii";
        copyFile(fit.anatomy, folder / anatomy);
    }
    std::vector<std::int32_t> voxels(fit.voxels.begin(), fit.voxels.end());
    writeFileAtomically(folder / "voxels.bin", std::as_bytes(std::span(voxels)));
    writeOpenings(fit, folder);

    writeJson(folder / "fit.json", {{"format", "fusiform fit"},
                                    {"format_version", kFitVersion},
                                    {"subject", fit.subject},
                                    {"shape", fit.grid.shape},
                                    {"affine", fit.grid.affine.rows()},
                                    {"voxels", fit.voxels.size()},
                                    {"selection", fit.selection},
                                    {"anatomy", anatomy},
                                    {"models", models},
                                    {"provenance", fit.provenance}});
}

bool isFit(const fs::path& folder)
{
    std::error_code error;
    return fs::exists(folder / "fit.json", error);
}

Fit readFit(const fs::path& folder)
{
    const fs::path file = folder / "fit.json";
    const Json json = readJson(file);
    try {
        if (json.value("format", "") != "fusiform fit")
            throw badData(file, FUSIFORM_TR("core", "a Fusiform fit"),
                          FUSIFORM_TR("core", "something else"));
        if (json.at("format_version").get<int>() > kFitVersion)
            throw badData(file, FUSIFORM_TR("core", "format version %1 or older").arg(kFitVersion),
                          FUSIFORM_TR("core", "version %1; a newer Fusiform made it")
                              .arg(json.at("format_version").get<int>()));
        Fit fit;
        fit.folder = folder;
        fit.subject = json.at("subject");
        fit.grid.shape = json.at("shape").get<std::array<image::Index, 3>>();
        Eigen::Matrix4d affine;
        for (int row = 0; row < 4; ++row)
            for (int column = 0; column < 4; ++column)
                affine(row, column) = json.at("affine").at(row).at(column);
        if (!image::Affine::isUsable(affine))
            throw badData(file, FUSIFORM_TR("core", "an invertible affine"),
                          FUSIFORM_TR("core", "a singular one"));
        fit.grid.affine = image::Affine(affine);
        fit.selection = json.at("selection");
        fit.provenance = json.at("provenance");
        if (const std::string anatomy = json.at("anatomy"); !anatomy.empty())
            fit.anatomy = folder / anatomy;

        const std::vector<std::byte> raw = readBinaryFile(folder / "voxels.bin");
        std::vector<std::int32_t> voxels(raw.size() / sizeof(std::int32_t));
        std::memcpy(voxels.data(), raw.data(), voxels.size() * sizeof(std::int32_t));
        fit.voxels.assign(voxels.begin(), voxels.end());
        const bool isAscending
            = std::ranges::adjacent_find(fit.voxels, std::greater_equal()) == fit.voxels.end();
        if (fit.voxels.size() != json.at("voxels").get<std::size_t>() || fit.voxels.empty()
            || !isAscending || fit.voxels.front() < 0 || fit.voxels.back() >= fit.grid.size())
            throw badData(folder / "voxels.bin",
                          FUSIFORM_TR("core", "%1 ascending voxel numbers")
                              .arg(json.at("voxels").get<std::size_t>()),
                          FUSIFORM_TR("core", "something else"));

        fit.meanImage = FitFolder::readOnGrid(fit, folder / "mean.nii.gz");
        fit.tFace = FitFolder{folder}.readMap(fit, "t_face.nii.gz");
        for (const Json& model : json.at("models"))
            fit.models.push_back(
                FitFolder{folder / model.at("folder").get<std::string>()}.readModel(fit, model));
        if (fit.models.empty())
            throw badData(file, FUSIFORM_TR("core", "at least one face model"),
                          FUSIFORM_TR("core", "none"));
        fit.openings = readOpenings(folder);
        return fit;
    } catch (const Json::exception& error) {
        throw badData(file, FUSIFORM_TR("core", "the fields of a Fusiform fit"),
                      FUSIFORM_TR("core", "%1").arg(error.what()));
    }
}

} // namespace fusiform::glm
