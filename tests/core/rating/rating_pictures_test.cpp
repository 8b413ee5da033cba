// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rating/rating_pictures.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using namespace fusiform::rating;

namespace {

/// A picture of one grey.
image::SharedPicture plainPicture(float grey, int side = 4)
{
    return image::shared(
        {side, side, std::vector<float>(static_cast<std::size_t>(side) * side * 3, grey)});
}

evaluate::Reconstructions madeBy(const std::string& model, float grey, int side)
{
    evaluate::Reconstructions made;
    made.model = model;
    evaluate::ReadPictures selected{"selected", {}, {}};
    for (int f = 0; f < 5; ++f) {
        const float step = 0.1F * static_cast<float>(f);
        made.names.push_back("f" + std::to_string(f));
        made.originals.push_back(plainPicture(step, side));
        made.fromTruth.push_back(plainPicture(step + 0.01F, side));
        selected.faces.push_back(plainPicture(step + grey, side));
    }
    made.regions = {selected};
    return made;
}

evaluate::Evaluation twoSubjects()
{
    evaluate::Evaluation evaluation;
    for (const char* const name : {"sub-01", "sub-02"}) {
        evaluate::SubjectEvaluation subject;
        subject.subject = name;
        subject.reconstructions = {madeBy("gan", 0.02F, 8), madeBy("pca", 0.04F, 4)};
        evaluation.subjects.push_back(std::move(subject));
    }
    evaluation.subjects[0].reconstructions[0].regions.push_back(
        {"occipital", evaluation.subjects[0].reconstructions[0].regions[0].faces, {}});
    return evaluation;
}

const std::array<std::string, 2> kModels = {"gan", "pca"};

} // namespace

class RatingPicturesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFaceOfEverySubjectIsCompared()
    {
        const evaluate::Evaluation evaluation = twoSubjects();
        QCOMPARE(comparableModels(evaluation), (std::vector<std::string>{"gan", "pca"}));
        // The occipital voxels were not read in all.
        QCOMPARE(comparableRegions(evaluation, kModels), std::vector<std::string>{"selected"});
        const Comparison found = comparisonOf(evaluation, "selected", kModels);
        QCOMPARE(found.pairs.size(), std::size_t{10});
        const PairPictures& one = found.pairs[6];
        QCOMPARE(one.pair, (Pair{"sub-02", "f1"}));
        QCOMPARE(one.original->width, 8); // the finer of two originals
        QCOMPARE(one.reconstructions[0]->rgb[0], 0.12F);
        QCOMPARE(one.reconstructions[1]->rgb[0], 0.14F);
        QVERIFY_THROWS_EXCEPTION(Error, (void)comparisonOf(evaluation, "occipital", kModels));
    }
    void modelsWithoutPicturesAreLeftOut()
    {
        evaluate::Evaluation evaluation = twoSubjects();
        evaluation.subjects[1].reconstructions[1].originals.clear();
        QCOMPARE(comparableModels(evaluation), std::vector<std::string>{"gan"});
        evaluation = twoSubjects();
        evaluation.subjects[0].reconstructions[1].names[0] = "another face";
        QCOMPARE(comparableModels(evaluation), std::vector<std::string>{"gan"});
    }
    void theHashIsThatOfWhatIsSeen()
    {
        evaluate::Evaluation evaluation = twoSubjects();
        const std::string hash = comparisonOf(evaluation, "selected", kModels).hash;
        QCOMPARE(comparisonOf(evaluation, "selected", kModels).hash, hash);
        auto& faces = evaluation.subjects[1].reconstructions[1].regions[0].faces;
        faces[4] = plainPicture(0.44F + 1e-6F); // rounds to the same on a screen
        QCOMPARE(comparisonOf(evaluation, "selected", kModels).hash, hash);
        faces[4] = plainPicture(0.45F);
        QVERIFY(comparisonOf(evaluation, "selected", kModels).hash != hash);
        QVERIFY(comparisonOf(twoSubjects(), "selected", {"pca", "gan"}).hash != hash);
    }
};

FUSIFORM_TEST(RatingPicturesTest)
#include "rating_pictures_test.moc"
