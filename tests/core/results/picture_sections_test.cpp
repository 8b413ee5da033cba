// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/cairo_painter.h"
#include "core/report/figure_style.h"
#include "core/results/analyses.h"
#include "core/scores/recognition.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/fit_builder.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <algorithm>

using namespace fusiform;
using namespace fusiform::results;

namespace {

/// All faces and the imagined one, of two subjects with two face models of the same pictures.
class PictureStudy {
public:
    explicit PictureStudy(std::size_t trials = 1)
    {
        glm::Fit fit = test::makeFit(m_folder.path(), 2);
        fit.folder = m_folder.path() / "fit";
        std::filesystem::create_directories(fit.folder);
        glm::writeFit(fit, fit.folder);
        m_fit = glm::readFit(fit.folder);
        m_fit.models.push_back(m_fit.models.front());
        m_fit.models.back().model.name = "second-model";
        m_subject = evaluate::openSubject(m_fit, evaluate::Faces::All);
        for (evaluate::OpenModel& open : m_subject.models)
            repeatImagined(open.imagined, trials);
    }
    [[nodiscard]] evaluate::OpenSubject& subject() { return m_subject; }
    [[nodiscard]] evaluate::Evaluation evaluation() const
    {
        evaluate::EvaluationOptions options;
        options.recognition.permutations = 50;
        options.recognition.draws = 100;
        options.draws = 0;
        Progress progress;
        std::vector<evaluate::SubjectEvaluation> subjects(
            2, evaluate::evaluateSubject(m_subject, options, progress));
        subjects.back().subject = "sub-02";
        return evaluate::evaluationOf(std::move(subjects), 0.95);
    }

private:
    static void repeatImagined(glm::FaceSet& imagined, std::size_t trials)
    {
        const glm::FaceSet one = imagined;
        for (std::size_t trial = 1; trial < trials; ++trial) {
            imagined.names.push_back(one.names.front());
            imagined.pictures.emplace_back();
        }
        const auto n = static_cast<Eigen::Index>(trials);
        imagined.patterns = one.patterns.replicate(n, 1);
        imagined.codes = one.codes.replicate(n, 1);
    }

    test::TemporaryFolder m_folder;
    glm::Fit m_fit;
    evaluate::OpenSubject m_subject;
};

Section told(const evaluate::Evaluation& evaluation, const std::string& key)
{
    for (Section& section : sectionsOf(evaluation))
        if (section.key == key && section.subject == evaluation.subjects.front().subject)
            return section;
    return {};
}

std::size_t rastersOf(const Section& section, std::size_t figure)
{
    return section.figures[figure].figure.all<report::Raster>().size();
}

std::size_t labelsWith(const report::Figure& figure, const std::string& text)
{
    const auto labels = figure.all<report::Label>();
    return static_cast<std::size_t>(std::ranges::count_if(labels, [&](const report::Label& label) {
        return label.text.english().find(text) != std::string::npos;
    }));
}

/// As it leaves the program in another font than it was laid out for.
report::Figure inWideFont(const report::Figure& figure)
{
    report::FigureStyle style;
    if (report::CairoPainter::hasFont("DejaVu Sans"))
        style.font = "DejaVu Sans";
    return report::styled(figure, style);
}

/// Figures made of pictures whose texts all have room: of each subject 3 galleries, quality, 2 of
/// imagery, 2 of arithmetic and the method; one of quality over both. Those without count -100.
int roomyFigures(const std::vector<Section>& sections)
{
    int figures = 0;
    for (const Section& section : sections)
        for (const char* const key :
             {"gallery", "image_quality", "imagery", "latent_arithmetic", "schematic"}) {
            // Scores of imagery over subjects are not of pictures.
            if (section.key != key || (section.key == "imagery" && section.subject.empty()))
                continue;
            for (const NamedFigure& one : section.figures)
                figures += test::textsHaveRoom(one.figure)
                                   && test::textsHaveRoom(inWideFont(one.figure))
                               ? 1
                               : -100;
        }
    return figures;
}

} // namespace

class PictureSectionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTextOfEveryPictureFigureHasRoom()
    {
        const evaluate::Evaluation evaluation = PictureStudy().evaluation();
        QCOMPARE(roomyFigures(sectionsOf(evaluation)), 2 * 9 + 1);
        QCOMPARE(roomyFigures(sectionsOf(evaluation, 89)), 2 * 9 + 1); // a column of a journal
    }
    void theGalleryShowsEveryFaceWithItsScore()
    {
        const evaluate::Evaluation evaluation = PictureStudy().evaluation();
        const Section section = told(evaluation, "gallery");
        QVERIFY(section.missing.empty());
        QCOMPARE(section.figures.size(), std::size_t{3});
        // 20 faces: shown, then two models with ceiling and reading; then shown and four regions.
        QCOMPARE(rastersOf(section, 0), std::size_t{20 * 5});
        QCOMPARE(rastersOf(section, 1), std::size_t{20 * 5});
        const evaluate::SubjectEvaluation& subject = evaluation.subjects.front();
        const evaluate::Recognition& first = subject.recognitions.front();
        const auto shares = scores::pairwiseOfRows(first.decoded.similarity);
        const Table& table = section.tables.front();
        QCOMPARE(table.rows.size(), std::size_t{2 * 20});
        for (std::size_t f = 0; f < shares.size(); ++f) {
            QCOMPARE(std::get<double>(table.rows[f][2]), shares[f]);
            QCOMPARE(std::get<std::string>(table.rows[f][1]), first.decoded.names[f]);
        }
        QVERIFY(labelsWith(section.figures[0].figure, "Contrast matched") == 1);
        QCOMPARE(labelsWith(section.figures[0].figure, "in the order of the fit"), std::size_t{0});
    }
    void ofManyFacesTheFirstAreShown()
    {
        PictureStudy study;
        for (evaluate::OpenModel& open : study.subject().models) {
            const glm::FaceSet& some = open.model->imageryCandidates;
            for (const Eigen::Index extra : {0, 1, 2}) {
                open.shown.names.push_back(some.names[static_cast<std::size_t>(extra)]);
                open.shown.pictures.push_back(some.pictures[static_cast<std::size_t>(extra)]);
            }
            glm::FaceSet& shown = open.shown;
            shown.codes.conservativeResize(23, Eigen::NoChange);
            shown.codes.bottomRows(3) = some.codes.topRows(3);
            shown.patterns.conservativeResize(23, Eigen::NoChange);
            shown.patterns.bottomRows(3) = shown.patterns.topRows(3).eval();
        }
        const Section section = told(study.evaluation(), "gallery");
        QCOMPARE(rastersOf(section, 0), std::size_t{20 * 5});
        QCOMPARE(labelsWith(section.figures[0].figure, "The first 20 of 23 faces"), std::size_t{1});
        QCOMPARE(section.tables.front().rows.size(), std::size_t{2 * 23});
        // In one column of a journal the figure would be longer than a page.
        const evaluate::Evaluation evaluation = study.evaluation();
        const Section narrow
            = sectionOf(evaluation, "gallery", evaluation.subjects.front().subject, 89);
        QCOMPARE(rastersOf(narrow, 0), std::size_t{10 * 5});
        QVERIFY(narrow.figures[0].figure.heightMm < 240);
        QCOMPARE(labelsWith(narrow.figures[0].figure, "The first 10 of 23 faces"), std::size_t{1});
    }
    void theImaginedFaceStandsBesideWhatIsReadOfIt()
    {
        const evaluate::Evaluation evaluation = PictureStudy().evaluation();
        const Section section = told(evaluation, "imagery");
        QCOMPARE(section.figures.size(), std::size_t{2});
        // Of two models the original, the ceiling and four regions; then six candidates.
        QCOMPARE(rastersOf(section, 0), std::size_t{2 * 6});
        QCOMPARE(rastersOf(section, 1), std::size_t{6});
        QCOMPARE(labelsWith(section.figures[1].figure, "imagined"), std::size_t{2}); // and title
    }
    void trialsOfImageryStandSideBySide()
    {
        const evaluate::Evaluation evaluation = PictureStudy(3).evaluation();
        const Section section = told(evaluation, "imagery");
        QCOMPARE(rastersOf(section, 0), std::size_t{2 * (2 + 4 * 3)});
        QVERIFY(test::textsHaveRoom(section.figures.front().figure));
        QCOMPARE(section.tables.size(), std::size_t{2});
        QCOMPARE(section.tables[1].rows.size(), std::size_t{2 * 4 * 3});
    }
    void whatHasNoPicturesSaysSo()
    {
        PictureStudy study;
        evaluate::Evaluation evaluation = study.evaluation();
        for (evaluate::SubjectEvaluation& subject : evaluation.subjects) {
            subject.quality.clear();
            subject.qualityDifferences.clear();
            for (evaluate::Reconstructions& made : subject.reconstructions) {
                evaluate::Reconstructions none;
                none.model = made.model;
                none.missing = FUSIFORM_TR("core", "No network");
                made = none;
            }
            for (evaluate::LatentStrips& strips : subject.strips)
                strips.strips.clear();
        }
        for (const char* const key :
             {"gallery", "image_quality", "latent_arithmetic", "schematic"}) {
            const Section section = told(evaluation, key);
            QVERIFY2(section.figures.empty() && section.tables.empty(), key);
            QVERIFY2(!section.missing.empty(), key);
        }
        const Section imagery = told(evaluation, "imagery");
        QVERIFY(imagery.figures.empty());
        QCOMPARE(imagery.missing.size(), std::size_t{1});
        QCOMPARE(imagery.tables.size(), std::size_t{1});
    }
};

FUSIFORM_TEST(PictureSectionsTest)
#include "picture_sections_test.moc"
