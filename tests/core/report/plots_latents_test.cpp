// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/plots_latents.h"

#include "core/util/random.h"
#include "tests/core/report/text_boxes.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

using namespace fusiform;
using face_model::codeStatistics;
using face_model::CodeStatistics;
using report::CodeHead;
using report::CodeView;
using test::near;

namespace {

Eigen::MatrixXd tanhCodes(Eigen::Index codes, Eigen::Index latents, double spread)
{
    Random random(8);
    Eigen::MatrixXd values(codes, latents);
    for (double& value : values.reshaped())
        value = std::tanh(spread * random.normal());
    return values;
}

/// Two codes with variances 1, 6 and 3 in the latents.
Eigen::MatrixXd threeLatents()
{
    Eigen::MatrixXd codes(2, 3);
    codes.row(0) << std::sqrt(0.5), std::sqrt(3.0), std::sqrt(1.5);
    codes.row(1) = -codes.row(0);
    return codes;
}

/// The bars of a histogram: areas of these inks that stand on the axis.
std::vector<report::Box> barsOf(const report::Figure& figure, report::Ink ink)
{
    std::vector<report::Box> bars;
    for (const report::Area& area : figure.all<report::Area>())
        if (area.ink == ink)
            bars.push_back({area.outline[0].x, area.outline[0].y,
                            area.outline[2].x - area.outline[0].x,
                            area.outline[2].y - area.outline[0].y});
    return bars;
}

bool hasTip(const report::Figure& figure, const std::string& tip)
{
    return std::ranges::count(test::tipsOf(figure), tip) == 1;
}

double markX(const report::Figure& figure, report::Ink ink)
{
    for (const report::Polyline& line : figure.all<report::Polyline>())
        if (line.ink == ink && line.isDashed)
            return line.points.front().x;
    return -1;
}

} // namespace

class PlotsLatentsTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textsHaveRoom()
    {
        const Eigen::MatrixXd published = tanhCodes(60, 1024, 2.2);
        const Eigen::MatrixXd one = tanhCodes(1, 1, 1);
        for (const double width : {120.0, 180.0, 260.0})
            for (const auto* codes : {&published, &one})
                for (const bool isPca : {false, true}) {
                    const Eigen::VectorXd variances
                        = isPca ? Eigen::VectorXd::LinSpaced(codes->cols(), 90, 1)
                                : Eigen::VectorXd();
                    const CodeStatistics statistics = codeStatistics(*codes, variances);
                    const CodeView view{isPca ? CodeHead::Linear : CodeHead::Tanh,
                                        codes->row(0).transpose()};
                    QVERIFY(test::textsHaveRoom(report::codeValuesFigure(statistics, view, width)));
                    QVERIFY(
                        test::textsHaveRoom(report::latentSpreadFigure(statistics, view, width)));
                    QVERIFY(test::textsHaveRoom(report::codeNormsFigure(statistics, view, width)));
                }
    }

    void barsAreTheSharesOfTheValues()
    {
        Eigen::MatrixXd codes(1, 4);
        codes << 0, 0, 0, 0.5;
        const report::Figure figure = report::codeValuesFigure(codeStatistics(codes), {}, 180);
        const auto bars = barsOf(figure, report::Ink::First);
        QCOMPARE(bars.size(), 2U);
        QVERIFY(near(bars[0].height / bars[1].height, 3, 1e-9));
        QVERIFY(near(bars[1].left - bars[0].left, 5 * bars[0].width, 1e-9));
        // 2 Φ(.05) - 1 = .0399
        QVERIFY(hasTip(figure, "About 0: 75 % of the values; standard normal: 3.99 %"));
    }

    void saturationOfATanhIsWrittenAndMarked()
    {
        Eigen::MatrixXd codes(2, 4);
        codes << 1, -0.97, 0.2, 0.1, -0.3, 0.4, 0, 0.94;
        const CodeStatistics statistics = codeStatistics(codes);
        const report::Figure figure
            = report::codeValuesFigure(statistics, {CodeHead::Tanh, {}}, 180);
        QVERIFY(std::ranges::any_of(figure.all<report::Label>(), [](const report::Label& label) {
            return label.text.english().ends_with("beyond ±0.95 (saturated): 25 %");
        }));
        QVERIFY(std::ranges::any_of(test::tipsOf(figure), [](const std::string& tip) {
            return tip.find("25 % of the values lie beyond") != std::string::npos;
        }));
        QCOMPARE(barsOf(figure, report::Ink::Warning).size(), 2U);
        QVERIFY(
            barsOf(report::codeValuesFigure(statistics, {}, 180), report::Ink::Warning).empty());
    }

    void theCodeShownHasItsOwnOutline()
    {
        const Eigen::MatrixXd codes = tanhCodes(30, 16, 1);
        const auto outlines = [&](const CodeView& view) {
            return std::ranges::count(
                report::codeValuesFigure(codeStatistics(codes), view, 180).all<report::Polyline>(),
                0.4, &report::Polyline::widthMm);
        };
        QCOMPARE(outlines({CodeHead::Tanh, codes.row(3).transpose()}), 1);
        QCOMPARE(outlines({CodeHead::Tanh, {}}), 0);
    }

    void latentsThatCarryTheVarianceAreCounted()
    {
        const report::Figure figure
            = report::latentSpreadFigure(codeStatistics(threeLatents()), {}, 180);
        QVERIFY(test::hasLabel(figure, "50 %: 1 latents"));
        QVERIFY(test::hasLabel(figure, "90 %: 2 latents"));
        QVERIFY(test::hasLabel(figure, "99 %: 3 latents"));
        QVERIFY(hasTip(figure, "2 of 3 latents carry 90 % of the variance of the codes"));
        QVERIFY(hasTip(figure, "Latent 2: mean 0, standard deviation 2.45, 60 % of the variance"));
    }

    void deviationsFallFromLeftToRight()
    {
        const report::Figure figure
            = report::latentSpreadFigure(codeStatistics(threeLatents()), {}, 180);
        for (const report::Polyline& line : figure.all<report::Polyline>()) {
            if (line.points.size() != 3)
                continue;
            // Heights above that of the means, which are 0.
            const double zero = barsOf(figure, report::Ink::Second)[0].top + 0.25;
            const double first = zero - line.points[0].y;
            QVERIFY(near((zero - line.points[1].y) / first, std::sqrt(0.5), 1e-9));
            QVERIFY(near((zero - line.points[2].y) / first, std::sqrt(1.0 / 6), 1e-9));
            return;
        }
        QFAIL("no curve");
    }

    void theLatentTellsItsValueInTheCodeShown()
    {
        const Eigen::MatrixXd codes = threeLatents();
        const report::Figure figure = report::latentSpreadFigure(
            codeStatistics(codes), {CodeHead::Linear, codes.row(1).transpose()}, 180);
        QVERIFY(hasTip(figure,
                       "Latent 3: mean 0, standard deviation 1.73, 30 % of the variance; in "
                       "the code shown: -1.22"));
    }

    void lengthsAreCountedAndTheCodeShownIsMarked()
    {
        Eigen::MatrixXd codes = Eigen::MatrixXd::Zero(4, 9);
        codes.col(0) << 1, 2, 2, 5;
        const report::Figure figure = report::codeNormsFigure(
            codeStatistics(codes), {CodeHead::Linear, codes.row(3).transpose()}, 180);
        QVERIFY(test::hasLabel(figure, "code shown: 5"));
        QVERIFY(test::hasLabel(figure, "standard normal: 3")); // the root of 9
        QVERIFY(hasTip(figure, "Length of the code shown: 5; 75 % of the codes are shorter"));
        QVERIFY(test::hasLabel(figure, "4 codes of length 2.5 ± 1.5"));
        const auto bars = barsOf(figure, report::Ink::First);
        QCOMPARE(bars.size(), 3U);
        QVERIFY(near(bars[1].height, 2 * bars[0].height, 1e-9));
        // From the bar of 1 to that of 5 as from 3 to 5, twice.
        QVERIFY(near(bars[2].left - bars[0].left,
                     2 * (markX(figure, report::Ink::Third) - markX(figure, report::Ink::Second)),
                     1e-9));
    }

    void aPcaIsComparedWithItsTraining()
    {
        const report::Figure figure = report::codeNormsFigure(
            codeStatistics(threeLatents(), Eigen::Vector3d(9, 6, 1)), {}, 180);
        QVERIFY(test::hasLabel(figure, "training variances: 4")); // the root of 16
    }
};

FUSIFORM_TEST(PlotsLatentsTest)
#include "plots_latents_test.moc"
