// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/task/training_attributes.h"

#include "core/face_model/attribute_readout.h"
#include "core/face_model/face_folder.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace fusiform::task {

using namespace face_model;

namespace {

/// Codes of pictures that are labelled, and their labels: 1 with the attribute, -1 without.
struct Labelled {
    Eigen::MatrixXd codes;
    Eigen::VectorXd labels;
};

Labelled labelled(const FileCodes& coded, const AttributeTable& table, std::size_t column)
{
    std::vector<Eigen::Index> rows;
    std::vector<double> labels;
    for (std::size_t i = 0; i < coded.files.size(); ++i) {
        const auto found = table.values.find(coded.files[i].filename().string());
        if (found == table.values.end() || found->second[column] == 0)
            continue;
        rows.push_back(static_cast<Eigen::Index>(i));
        labels.push_back(found->second[column]);
    }
    return {coded.codes(rows, Eigen::all),
            Eigen::Map<const Eigen::VectorXd>(labels.data(), std::ssize(labels))};
}

} // namespace

void checkAttributes(const TrainingSplit& split, const std::filesystem::path& list,
                     Progress& progress)
{
    std::vector<std::filesystem::path> files = split.trainingFiles;
    files.insert(files.end(), split.heldOutFiles.begin(), split.heldOutFiles.end());
    if (const auto gaps = listingGaps(readAttributes(list), list, files))
        progress.warn(*gaps);
}

std::vector<float> labelsOf(const AttributeTable& table,
                            std::span<const std::filesystem::path> files)
{
    std::vector<float> labels;
    for (const std::filesystem::path& file : files) {
        const auto found = table.values.find(file.filename().string());
        for (std::size_t a = 0; a < table.names.size(); ++a)
            labels.push_back(found == table.values.end() ? 0.0F : found->second[a]);
    }
    return labels;
}

Eigen::MatrixXd codesOfTraining(const FaceModel& model, const TrainingSplit& split,
                                Progress& progress)
{
    const TrainingSet& set = split.training;
    constexpr std::size_t kPortion = 512;
    progress.begin(FUSIFORM_TR("core", "Encoding pictures with %1").arg(model.description().name),
                   set.count());
    Eigen::MatrixXd codes(static_cast<Eigen::Index>(set.count()), model.description().latentSize);
    for (std::size_t first = 0; first < set.count(); first += kPortion) {
        std::vector<image::Picture> part;
        for (std::size_t i = first; i < std::min(first + kPortion, set.count()); ++i)
            part.push_back(set.picture(i));
        Progress silent(progress.token());
        codes.middleRows(static_cast<Eigen::Index>(first), std::ssize(part))
            = model.encode(part, silent);
        progress.step(part.size());
    }
    return codes;
}

Json attributesRead(const FileCodes& learn, const FileCodes& test, const AttributeTable& table,
                    Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading attributes from codes"), table.names.size());
    Json json = Json::object();
    std::size_t untold = 0;
    for (std::size_t column = 0; column < table.names.size(); ++column) {
        progress.step();
        const Labelled known = labelled(learn, table, column);
        const Labelled asked = labelled(test, table, column);
        if (known.labels.size() < 2 || asked.labels.size() < 1) {
            ++untold;
            continue;
        }
        const AttributeReadout read
            = readAttributeFrom(known.codes, known.labels, asked.codes, asked.labels);
        json[table.names[column]] = {
            {"accuracy", read.accuracy}, {"base_rate", read.baseRate}, {"pictures", read.pictures}};
    }
    if (untold > 0)
        progress.warn(FUSIFORM_TR("core", "%1 of %2 attributes are known of too few pictures to "
                                          "tell how well codes tell them.")
                          .arg(untold)
                          .arg(table.names.size()));
    return json;
}

} // namespace fusiform::task
