// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/results/analyses.h"

#include "core/face_model/attribute_axes.h"
#include "core/report/svg.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>
#include <set>

using namespace fusiform;
using namespace fusiform::results;

namespace {

enum class Given { Labels, Nothing };

/// Two subjects' evaluations of one fit with axes of three attributes.
evaluate::Evaluation evaluatedAttributes(const std::filesystem::path& folder, Given given)
{
    glm::Fit fit = test::makeFit(folder, 3);
    const glm::ModelFit& model = fit.models.front();
    std::vector<face_model::AttributeAxis> axes;
    for (const char* const name : {"Bald", "Male", "Mouth_Slightly_Open"}) {
        face_model::AttributeAxis axis;
        axis.name = name;
        axis.with = 30;
        axis.without = 50;
        const auto latent = static_cast<Eigen::Index>(axes.size());
        axis.meanDifference.direction = Eigen::VectorXd::Constant(8, 0.001);
        axis.meanDifference.direction[latent] = model.latentSd[latent];
        axis.logistic = axis.meanDifference;
        axes.push_back(axis);
    }
    face_model::writeAxes(face_model::axesFileOf(model.modelFile),
                          {model.model.hash, "80 blobs", axes});
    evaluate::EvaluationOptions options;
    options.recognition.permutations = 100;
    options.recognition.draws = 200;
    options.draws = 0;
    if (given == Given::Labels) {
        face_model::AttributeTable table{{"Male", "Bald"}, {}};
        for (Eigen::Index f = 0; f < model.exploration.count() - 1; ++f) // of one nothing is known
            table.values[model.exploration.names[static_cast<std::size_t>(f)]]
                = {static_cast<std::int8_t>(f % 2 == 0 ? 1 : -1), std::int8_t{-1}};
        options.labels = table;
    }
    Progress progress;
    std::vector<evaluate::SubjectEvaluation> subjects;
    subjects.push_back(evaluate::evaluateSubject(
        evaluate::openSubject(fit, evaluate::Faces::Exploration), options, progress));
    subjects.push_back(subjects.front());
    subjects.back().subject = "sub-02";
    return evaluate::evaluationOf(std::move(subjects), 0.95);
}

Section foundSection(const std::vector<Section>& sections, const std::string& key,
                     const std::string& subject)
{
    const auto found = std::ranges::find_if(sections, [&](const Section& section) {
        return section.key == key && section.subject == subject;
    });
    return found == sections.end() ? Section{} : *found;
}

const Table& tableCalled(const Section& section, const std::string& name)
{
    return *std::ranges::find(section.tables, name, &Table::name);
}

} // namespace

class AttributeSectionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyFigureHasRoomForItsTexts()
    {
        const test::TemporaryFolder folder;
        const evaluate::Evaluation evaluation = evaluatedAttributes(folder.path(), Given::Labels);
        auto sections = sectionsOf(evaluation);
        const auto narrow = sectionsOf(evaluation, 120);
        sections.insert(sections.end(), narrow.begin(), narrow.end());
        int figures = 0;
        for (const Section& section : sections)
            if (section.key.starts_with("attribute") || section.key.starts_with("representational"))
                for (const NamedFigure& one : section.figures) {
                    QVERIFY2(test::textsHaveRoom(one.figure),
                             (section.subject + " " + section.key + " " + one.name).c_str());
                    ++figures;
                }
        // Of each subject 4 of attributes, maps, the classifier, 2 of similarity; 3 over subjects.
        QVERIFY2(figures >= 2 * (2 * 8 + 3), QByteArray::number(figures).constData());
    }
    void labelsMakeTrueCodesACeiling()
    {
        const test::TemporaryFolder folder;
        const auto sections = sectionsOf(evaluatedAttributes(folder.path(), Given::Labels));
        const Section section = foundSection(sections, "attributes", "sub-01");
        // Two attributes along two axes, from four regions and the true codes.
        QCOMPARE(tableCalled(section, "attributes").rows.size(), std::size_t{2 * 2 * 5});
        QCOMPARE(tableCalled(section, "attribute_first").rows.size(), std::size_t{2 * 2 * 5});
        QCOMPARE(section.json[0]["truth"], Json("labels"));
        QCOMPARE(section.json[0]["attributes"][0]["attribute"], Json("Male"));
        QCOMPARE(section.json[0]["attributes"][0]["regions"][0]["at_zero"]["n_faces"], Json(9));
        // The face and the attribute that the table does not have are told.
        QCOMPARE(section.missing.size(), std::size_t{2});
        QVERIFY(section.method.english().find("ceiling") != std::string::npos);
        // Nobody is bald: nothing can be told, and nothing is learnt.
        const Json bald = section.json[0]["attributes"][2];
        QCOMPARE(bald["attribute"], Json("Bald"));
        QVERIFY(bald["regions"][0]["auc"].is_null());
        const Section learnt = foundSection(sections, "attribute_classifier", "sub-01");
        QCOMPARE(tableCalled(learnt, "attribute_classifier").rows.size(), std::size_t{4});
        const Section group = foundSection(sections, "attributes", "");
        const Json pooled = group.json[0]["regions"][0];
        QCOMPARE(pooled["n_faces"], Json(18));
        QCOMPARE(
            pooled["right"].get<long>(),
            2 * section.json[0]["attributes"][0]["regions"][0]["at_zero"]["right"].get<long>());
    }
    void withoutLabelsTheSectionSaysSo()
    {
        const test::TemporaryFolder folder;
        const auto sections = sectionsOf(evaluatedAttributes(folder.path(), Given::Nothing));
        const Section section = foundSection(sections, "attributes", "sub-01");
        QCOMPARE(section.json[0]["truth"], Json("side of the true code"));
        QVERIFY(section.method.english().find("No labels") != std::string::npos);
        QCOMPARE(tableCalled(section, "attributes").rows.size(), std::size_t{3 * 2 * 4});
        bool isSaid = false;
        for (const NamedFigure& one : section.figures) {
            const std::string svg = report::svgText(one.figure);
            QVERIFY(svg.find("ceiling") == std::string::npos);
            isSaid = isSaid || svg.find("no labels were given") != std::string::npos;
        }
        QVERIFY(isSaid);
        const Section learnt = foundSection(sections, "attribute_classifier", "sub-01");
        QVERIFY(learnt.tables.empty());
        QCOMPARE(learnt.missing.size(), std::size_t{1});
    }
    /// A map says what it is corrected for; a matrix' numbers are in a table.
    void mapsSayTheirCorrectionAndPairsTheirNumbers()
    {
        const test::TemporaryFolder folder;
        const evaluate::Evaluation evaluation = evaluatedAttributes(folder.path(), Given::Nothing);
        const auto sections = sectionsOf(evaluation);
        const Section maps = foundSection(sections, "attribute_maps", "sub-01");
        QVERIFY(!maps.figures.empty());
        const std::string svg = report::svgText(maps.figures.front().figure);
        QVERIFY(svg.find("uncorrected") != std::string::npos);
        QVERIFY(svg.find("corrected for") != std::string::npos);
        const evaluate::AttributeMaps& first = evaluation.subjects.front().attributeMaps.front();
        const Table& table = tableCalled(maps, "attribute_maps_" + first.model);
        QCOMPARE(table.rows.size(), std::size_t{3});
        QCOMPARE(std::get<double>(table.rows[0][1]), static_cast<double>(first.maps[0].above));
        const Section similarity = foundSection(sections, "representational_similarity", "sub-01");
        const Table& pairs = tableCalled(similarity, "dissimilarity_" + first.model);
        QCOMPARE(pairs.rows.size(), std::size_t{45});
        QCOMPARE(std::get<double>(pairs.rows[1][2]),
                 evaluation.subjects.front().similarity.front().truth(0, 2));
        const Section group = foundSection(sections, "representational_similarity", "");
        QCOMPARE(group.tables.front().rows.size(), std::size_t{4});
    }
    void theSameInputIsToldInTheSameBytes()
    {
        const test::TemporaryFolder folder;
        const auto once = sectionsOf(evaluatedAttributes(folder.path(), Given::Labels));
        const auto again = sectionsOf(evaluatedAttributes(folder.path(), Given::Labels));
        QCOMPARE(once.size(), again.size());
        for (std::size_t s = 0; s < once.size(); ++s) {
            QCOMPARE(once[s].json.dump(), again[s].json.dump());
            for (std::size_t t = 0; t < once[s].tables.size(); ++t)
                QCOMPARE(tsvOf(once[s].tables[t]), tsvOf(again[s].tables[t]));
        }
    }
};

FUSIFORM_TEST(AttributeSectionsTest)
#include "attribute_sections_test.moc"
