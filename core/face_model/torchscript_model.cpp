// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/torchscript_model.h"

#include "core/io/torch_archive.h"
#include "core/util/atomic_file.h"
#include "core/util/file.h"
#include "core/util/hash.h"

#include <algorithm>

namespace fusiform::face_model {

namespace {

/// Channel planes of any range as interleaved pixels in 0..1.
image::Picture pictureFrom(const std::vector<float>& planes, const ProgramFacts& facts)
{
    const int size = facts.imageSize;
    const std::size_t pixels = planes.size() / 3;
    image::Picture picture{size, size, std::vector<float>(planes.size())};
    for (std::size_t i = 0; i < planes.size(); ++i) {
        const double value
            = (static_cast<double>(planes[i]) - facts.low) / (facts.high - facts.low);
        picture.rgb[3 * (i % pixels) + i / pixels]
            = static_cast<float>(std::clamp(value, 0.0, 1.0));
    }
    return picture;
}

} // namespace

std::shared_ptr<const FaceModel> TorchscriptModel::load(const std::filesystem::path& file)
{
    // Read once: what is checked is what runs, whatever happens to the file meanwhile.
    std::vector<std::byte> bytes = readBinaryFile(file);
    io::requireProgram(file, bytes);
    const std::string hash = contentHash(bytes);
    const std::optional<ProgramFacts> facts = trustedProgram(hash);
    if (!facts)
        throw notTrusted(file, hash);
    return std::make_shared<TorchscriptModel>(file, std::move(bytes), hash, *facts);
}

TorchscriptModel::TorchscriptModel(const std::filesystem::path& file, std::vector<std::byte> bytes,
                                   const std::string& hash, const ProgramFacts& facts)
    : m_bytes(std::move(bytes)), m_facts(facts), m_program(file, m_bytes)
{
    m_description.name = facts.name;
    m_description.kind = "torchscript";
    m_description.latentSize = facts.latentSize;
    m_description.imageSize = facts.imageSize;
    m_description.hash = hash;
    m_description.training = "not known: a TorchScript program";
}

Eigen::MatrixXd TorchscriptModel::encode(std::span<const image::Picture> pictures,
                                         Progress& progress) const
{
    if (!m_facts.encodes)
        throw usage(FUSIFORM_TR("core", "The face model %1 only generates: its program has no "
                                        "method encode, so it makes no codes of pictures.")
                        .arg(m_description.name));
    progress.begin(FUSIFORM_TR("core", "Encoding faces"), pictures.size());
    Eigen::MatrixXd latents(static_cast<Eigen::Index>(pictures.size()), m_description.latentSize);
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        m_description.checkPicture(pictures[i]);
        latents.row(static_cast<Eigen::Index>(i))
            = m_program.code(pictures[i], m_facts.latentSize, progress).transpose();
        progress.step();
    }
    return latents;
}

std::vector<image::Picture>
TorchscriptModel::generate(const Eigen::Ref<const Eigen::MatrixXd>& latents,
                           Progress& progress) const
{
    m_description.checkCodes(latents);
    progress.begin(FUSIFORM_TR("core", "Generating faces"),
                   static_cast<std::uint64_t>(latents.rows()));
    std::vector<image::Picture> pictures;
    for (Eigen::Index i = 0; i < latents.rows(); ++i) {
        const Eigen::VectorXd code = latents.row(i).transpose();
        pictures.push_back(
            pictureFrom(m_program.picture(code, m_facts.imageSize, progress).values, m_facts));
        progress.step();
    }
    return pictures;
}

void TorchscriptModel::save(const std::filesystem::path& file) const
{
    writeFileAtomically(file, std::span<const std::byte>(m_bytes));
}

} // namespace fusiform::face_model
