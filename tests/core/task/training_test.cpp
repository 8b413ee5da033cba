// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/face_models.h"
#include "core/io/picture_file.h"
#include "core/task/attributes_task.h"
#include "core/task/encode_task.h"
#include "core/task/train_model_task.h"
#include "core/task/training_split.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "core/util/tsv.h"
#include "tests/support/near.h"
#include "tests/support/planted_face.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::task;
namespace fs = std::filesystem;

namespace {

constexpr int kPlantedFaces = 30;
constexpr int kTrainedSide = 32;

/// Faces of all sizes and angles, their eyes' places, and a list of attributes.
struct FacesWithLists {
    test::TemporaryFolder folder;
    fs::path pictures = folder.path() / "des visages";
    fs::path eyes = folder.path() / "eyes.tsv";
    fs::path attributes = folder.path() / "attributes.txt";
    fs::path model = folder.path() / "model.safetensors";
    std::vector<std::string> warnings;
    Progress progress{{}, {}, [this](NoteLevel level, const Text& text) {
                          if (level == NoteLevel::Warning)
                              warnings.push_back(text.english());
                      }};

    FacesWithLists()
    {
        Random random(4);
        std::string places = "picture\tleft_x\tleft_y\tright_x\tright_y\n";
        std::string list = std::to_string(kPlantedFaces) + "\nOdd Small\n";
        for (int i = 0; i < kPlantedFaces; ++i) {
            const std::string name = nameOf(i);
            const double distance = random.uniform(20, 50);
            const double angle = random.uniform(-0.5, 0.5);
            const Eigen::Vector2d middle(random.uniform(40, 80), random.uniform(40, 60));
            const Eigen::Vector2d half
                = distance / 2 * Eigen::Vector2d(std::cos(angle), std::sin(angle));
            const image::Eyes here{middle - half, middle + half};
            io::writePicture(pictures / name, test::plantedFace(120, 100, here));
            places += name;
            for (const double place :
                 {here.left.x(), here.left.y(), here.right.x(), here.right.y()})
                places += "\t" + std::to_string(place);
            places += "\n";
            list += name + (i % 2 == 1 ? " 1" : " -1") + (distance < 35 ? " 1\n" : " -1\n");
        }
        test::writeText(eyes, places);
        test::writeText(attributes, list);
    }
    static std::string nameOf(int i) { return "face " + std::to_string(i) + ".png"; }

    [[nodiscard]] TrainModelOptions training() const
    {
        TrainModelOptions options;
        options.images = pictures;
        options.kind = "pca";
        options.latent = 4;
        options.imageSize = kTrainedSide;
        options.heldOut = 8;
        options.out = model;
        return options;
    }
    /// The only warning with these words.
    [[nodiscard]] bool hasWarnedOnce(const std::string& words) const
    {
        return std::ranges::count_if(warnings,
                                     [&](const std::string& warning) {
                                         return warning.find(words) != std::string::npos;
                                     })
               == 1;
    }
};

} // namespace

class TrainingTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void facesAreLearntWhereTheirEyesAre()
    {
        FacesWithLists faces;
        TrainModelOptions options = faces.training();
        options.eyes = faces.eyes;
        const Outcome outcome = trainModel(options, faces.progress);
        QCOMPARE(outcome.json.at("crop").get<std::string>(), std::string("eyes"));
        const auto model = face_model::loadFaceModel(faces.model);
        QCOMPARE(model->description().crop, std::string("eyes"));
        // All faces are the same once they are in place: the mean has sharp eyes there.
        const auto mean = model->generate(Eigen::MatrixXd::Zero(1, 4), faces.progress).front();
        const image::Eyes found = test::eyesFound(mean);
        QVERIFY((found.left - image::eyesOfSquare(kTrainedSide).left).norm() < 0.5);
        QVERIFY((found.right - image::eyesOfSquare(kTrainedSide).right).norm() < 0.5);
        QVERIFY(faces.warnings.empty());
    }
    void anotherCropThanTheModelsIsSaid()
    {
        FacesWithLists faces;
        TrainModelOptions options = faces.training();
        options.eyes = faces.eyes;
        (void)trainModel(options, faces.progress);
        EncodeOptions encode;
        encode.model = faces.model.string();
        encode.images = {faces.pictures / faces.nameOf(3)};
        encode.out = faces.folder.path() / "z.tsv";
        const Outcome centred = encodePictures(encode, faces.progress);
        QCOMPARE(centred.json.at("crop").get<std::string>(), std::string("centre"));
        QCOMPARE(centred.json.at("model_crop").get<std::string>(), std::string("eyes"));
        QVERIFY(faces.hasWarnedOnce("learned from faces put in place by their eyes"));
        encode.eyes = faces.eyes;
        encode.overwrite = true;
        faces.warnings.clear();
        const Outcome placed = encodePictures(encode, faces.progress);
        QCOMPARE(placed.json.at("crop").get<std::string>(), std::string("eyes"));
        QVERIFY(faces.warnings.empty());
        QVERIFY(placed.text.find("put in place by the eyes") != std::string::npos);
    }
    void picturesWithoutPlacesAreLeftOutAndListed()
    {
        FacesWithLists faces;
        io::writePicture(faces.pictures / "unknown.png", {20, 20, std::vector<float>(1200, 0.5F)});
        test::writeText(faces.pictures / "damaged.png", "no picture");
        TrainModelOptions options = faces.training();
        options.eyes = faces.eyes;
        const Outcome outcome = trainModel(options, faces.progress);
        QCOMPARE(outcome.json.at("skipped").size(), 2U);
        QVERIFY(outcome.text.find("unknown.png: expected the places of its eyes in")
                != std::string::npos);
        QVERIFY(faces.hasWarnedOnce("2 of 32 pictures cannot be read"));

        EncodeOptions encode;
        encode.model = faces.model.string();
        encode.images = {faces.pictures / faces.nameOf(0), faces.pictures / "unknown.png",
                         faces.pictures / "damaged.png", faces.pictures / faces.nameOf(1)};
        encode.out = faces.folder.path() / "z.tsv";
        encode.eyes = faces.eyes;
        const Outcome encoded = encodePictures(encode, faces.progress);
        QCOMPARE(encoded.json.at("count").get<int>(), 2);
        QCOMPARE(encoded.json.at("skipped").size(), 2U);
        const Tsv table = readTsv(encode.out);
        QCOMPARE(table.rows.at(1).front(), faces.nameOf(1));
        encode.images = {faces.pictures / "unknown.png"};
        encode.overwrite = true;
        QVERIFY_THROWS_EXCEPTION(Error, (void)encodePictures(encode, faces.progress));
    }
    void listsOfAttributesMayHaveGaps()
    {
        FacesWithLists faces;
        // One picture more than the list has, and one row more than there are pictures.
        io::writePicture(faces.pictures / "more.png", {20, 20, std::vector<float>(1200, 0.5F)});
        fs::remove(faces.pictures / faces.nameOf(7));
        TrainModelOptions options = faces.training();
        options.attributes = faces.attributes;
        const Outcome outcome = trainModel(options, faces.progress);
        QVERIFY(faces.hasWarnedOnce("1 of 30 pictures are not listed in it, and 1 of its 30 rows"));
        const Json& read = outcome.json.at("quality").at("attributes");
        QCOMPARE(read.size(), 2U);
        QVERIFY(read.at("Odd").at("pictures").get<int>() >= 7);

        AttributesOptions find;
        find.model = faces.model.string();
        find.images = faces.pictures;
        find.attributes = faces.attributes;
        test::writeText(faces.pictures / faces.nameOf(2), "no picture");
        faces.warnings.clear();
        const Outcome axes = findAttributes(find, faces.progress);
        QCOMPARE(axes.json.at("pictures").get<int>(), 28);
        QCOMPARE(axes.json.at("axes").size(), 2U);
        QCOMPARE(axes.json.at("skipped").size(), 1U);
        QVERIFY(faces.hasWarnedOnce("1 of 30 pictures are not listed"));
    }
    void unknownAttributesAreSaidOnce()
    {
        FacesWithLists faces;
        (void)trainModel(faces.training(), faces.progress);
        AttributesOptions find;
        find.model = faces.model.string();
        find.images = faces.pictures;
        find.attributes = faces.attributes;
        find.only = {"Odd", "Smilling", "Bald"};
        const Outcome axes = findAttributes(find, faces.progress);
        QCOMPARE(axes.json.at("axes").size(), 1U);
        QVERIFY(faces.hasWarnedOnce("2 of 3 attributes are not in"));
        QVERIFY(faces.hasWarnedOnce("Smilling, Bald"));
        find.only = {"Bald"};
        find.overwrite = true;
        try {
            (void)findAttributes(find, faces.progress);
            QFAIL("no error");
        } catch (const Error& error) {
            QCOMPARE(error.kind(), ErrorKind::Usage);
            QVERIFY(std::string(error.what()).find("it has Odd, Small") != std::string::npos);
        }
    }
    void aSplitIsTheSameFromMemoryAndFile()
    {
        FacesWithLists faces;
        const TrainModelOptions options = faces.training();
        const auto split = [&](double mostMb) {
            return readSplit(options, {kTrainedSide}, {mostMb, faces.folder.path() / "cache"},
                             faces.progress);
        };
        const TrainingSplit memory = split(1e6);
        const TrainingSplit file = split(0);
        QVERIFY(!memory.training.isInFile());
        QVERIFY(file.training.isInFile());
        QVERIFY(file.trainingFiles == memory.trainingFiles);
        QCOMPARE(file.training.count(), 22U);
        for (std::size_t i = 0; i < 22; ++i)
            QVERIFY(file.training.picture(i).rgb == memory.training.picture(i).rgb);
    }
};

FUSIFORM_TEST(TrainingTest)
#include "training_test.moc"
