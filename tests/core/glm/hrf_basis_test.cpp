// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/glm/hrf_basis.h"

#include "core/glm/hrf.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <Eigen/QR>

using namespace fusiform;
using Eigen::Index;
using Eigen::MatrixXd;
using Eigen::VectorXd;
using glm::HrfModel;
using test::near;

namespace {
constexpr double kSampledTr = 2; // s
constexpr Index kSampledScans = 200;
constexpr double kSampledDt = kSampledTr / 16;

VectorXd sampled(const std::function<double(double)>& f)
{
    VectorXd values(257);
    for (Index i = 0; i < values.size(); ++i)
        values[i] = f(static_cast<double>(i) * kSampledDt);
    return values / values.sum();
}

/// The double gamma as methods 2.1 writes it, with the response's onset and dispersion changed.
double doubleGamma(double u, double dispersion)
{
    const double h = 6 / dispersion;
    return u <= 0 ? 0
                  : std::pow(1 / dispersion, h) * std::pow(u, h - 1) * std::exp(-u / dispersion)
                            / std::tgamma(h)
                        - std::pow(u, 15) * std::exp(-u) / (6 * std::tgamma(16));
}

/// Events of one second, between 8 and 20 s apart.
std::vector<glm::Stimulation> events()
{
    std::vector<glm::Stimulation> result;
    for (int e = 0; e < 25; ++e)
        result.push_back({6.0 + 14.3 * e + 2.7 * (e % 3), 1});
    return result;
}

VectorXd responseTo(const std::vector<double>& function)
{
    return glm::eventResponses(events(), kSampledTr, kSampledScans, {}, function).rowwise().sum();
}

MatrixXd columnsOf(const glm::HrfOptions& options)
{
    MatrixXd columns(kSampledScans, glm::hrfCount(options));
    const auto basis = glm::hrfBasis(options, kSampledDt);
    for (Index f = 0; f < columns.cols(); ++f)
        columns.col(f) = responseTo(basis[static_cast<std::size_t>(f)]);
    return columns;
}

double unexplained(const MatrixXd& columns, const VectorXd& y)
{
    return (y - columns * columns.householderQr().solve(y)).squaredNorm() / y.squaredNorm();
}
} // namespace

class HrfBasisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theDerivativesAreSpmsDifferencesMadeOrthogonal()
    {
        MatrixXd raw(257, 3);
        raw.col(0) = sampled([](double t) { return doubleGamma(t, 1); });
        raw.col(1) = raw.col(0) - sampled([](double t) { return doubleGamma(t - 1, 1); });
        raw.col(2) = (raw.col(0) - sampled([](double t) { return doubleGamma(t, 1.01); })) / 0.01;
        // Gram-Schmidt without normalisation, by another road: Q times the diagonal of R.
        const Eigen::HouseholderQR<MatrixXd> qr(raw);
        const MatrixXd q = qr.householderQ() * MatrixXd::Identity(257, 3);
        const auto basis = glm::hrfBasis({.model = HrfModel::Derivatives}, kSampledDt);
        QCOMPARE(basis.size(), 3U);
        for (Index f = 0; f < 3; ++f) {
            const Eigen::Map<const VectorXd> function(basis[static_cast<std::size_t>(f)].data(),
                                                      257);
            QVERIFY(near(function, q.col(f) * qr.matrixQR()(f, f), 1e-9));
        }
    }
    void aLateOrBroadResponseIsExplainedByTheDerivatives()
    {
        const MatrixXd canonical = columnsOf({});
        const MatrixXd withDerivatives = columnsOf({.model = HrfModel::Derivatives});
        for (const glm::HrfShape& shape :
             {glm::HrfShape{.delay = 0.7, .dispersion = 1}, {.delay = 0, .dispersion = 1.2}}) {
            const VectorXd y = responseTo(glm::canonicalHrf(kSampledDt, shape));
            QVERIFY(unexplained(withDerivatives, y) < 0.1 * unexplained(canonical, y));
        }
    }
    void boxesFindAnyCourseInTime()
    {
        const glm::HrfOptions options = {.model = HrfModel::Fir, .firLength = 20, .firBins = 10};
        const VectorXd heights = VectorXd::Random(10);
        // Written out: every microtime bin of an event is followed by the heights, 2 s each.
        VectorXd y = VectorXd::Zero(kSampledScans);
        for (const glm::Stimulation& event : events())
            for (long bin = 0; bin <= std::lround(event.duration / kSampledDt); ++bin)
                for (Index scan = 0; scan < kSampledScans; ++scan) {
                    const long after = scan * 16 + 7 - std::lround(event.onset / kSampledDt) - bin;
                    if (after >= 0 && after < 160)
                        y[scan] += heights[after / 16] / 16;
                }
        const MatrixXd columns = columnsOf(options);
        QVERIFY(near(columns.householderQr().solve(y), heights, 1e-9));
    }
    void theReadOutIsTheSizeOfACanonicalResponse()
    {
        const VectorXd y = 3 * responseTo(glm::canonicalHrf(kSampledDt));
        const glm::HrfOptions derivatives = {.model = HrfModel::Derivatives};
        QVERIFY(
            near(glm::hrfReadOut(derivatives).dot(columnsOf(derivatives).householderQr().solve(y)),
                 3, 1e-9));
        // Two-second boxes are a rough likeness of a smooth response.
        const glm::HrfOptions fir = {.model = HrfModel::Fir, .firLength = 24, .firBins = 12};
        QVERIFY(near(glm::hrfReadOut(fir).dot(columnsOf(fir).householderQr().solve(y)), 3, 0.1));
    }
    void everyColumnHasAName()
    {
        const glm::HrfOptions fir = {.model = HrfModel::Fir, .firLength = 5, .firBins = 2};
        QCOMPARE(glm::hrfNames(fir), (std::vector<std::string>{"0-2.5 s", "2.5-5 s"}));
        for (const HrfModel model : {HrfModel::Canonical, HrfModel::Derivatives, HrfModel::Fir})
            QCOMPARE(static_cast<Index>(glm::hrfNames({.model = model}).size()),
                     glm::hrfCount({.model = model}));
    }
};

FUSIFORM_TEST(HrfBasisTest)
#include "hrf_basis_test.moc"
