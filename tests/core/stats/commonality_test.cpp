// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stats/commonality.h"

#include "core/util/error.h"
#include "tests/support/near.h"
#include "tests/support/test_main.h"

#include <random>

using namespace fusiform;

namespace {

/// numpy.random.RandomState(42).randn: Mersenne Twister, doubles of 53 bits, polar method.
class NumpyNormals {
public:
    double operator()()
    {
        if (std::exchange(m_hasSpare, false))
            return m_spare;
        double x = 0;
        double y = 0;
        double r = 0;
        do {
            x = 2 * uniform() - 1;
            y = 2 * uniform() - 1;
            r = x * x + y * y;
        } while (r >= 1 || r == 0);
        const double f = std::sqrt(-2 * std::log(r) / r);
        m_spare = f * x;
        m_hasSpare = true;
        return f * y;
    }
    Eigen::VectorXd many(Eigen::Index count)
    {
        Eigen::VectorXd values(count);
        for (double& value : values)
            value = (*this)();
        return values;
    }

private:
    double uniform()
    {
        const auto high = static_cast<double>(m_engine() >> 5);
        const auto low = static_cast<double>(m_engine() >> 6);
        return (high * 67108864 + low) / 9007199254740992.0;
    }
    std::mt19937 m_engine{42};
    double m_spare = 0;
    bool m_hasSpare = false;
};

bool isNear(const stats::Commonality& c, const std::array<double, 7>& parts, double tolerance)
{
    const std::array found
        = {c.onlyA, c.onlyB, c.onlyC, c.sharedAB, c.sharedAC, c.sharedBC, c.sharedABC};
    for (std::size_t part = 0; part < 7; ++part)
        if (!test::near(found[part], parts[part], tolerance))
            return false;
    return true;
}

} // namespace

/// Methods 5.6.
class CommonalityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sevenPartsOfGivenShares()
    {
        const stats::Commonality parts = stats::commonality({.30, .22, .10, .36, .33, .25, .38});
        QVERIFY(isNear(parts, {.13, .05, .02, .10, .01, .01, .06}, 1e-12));
        QVERIFY(test::near(parts.sum(), .38, 1e-12));
    }
    void sevenPartsOfData()
    {
        NumpyNormals normal;
        constexpr Eigen::Index kRows = 200;
        Eigen::MatrixX3d x(kRows, 3);
        x.col(0) = normal.many(kRows);
        x.col(1) = .6 * x.col(0) + .8 * normal.many(kRows);
        x.col(2) = .3 * x.col(0) + .95 * normal.many(kRows);
        const Eigen::VectorXd y
            = .5 * x.col(0) + .3 * x.col(1) + .1 * x.col(2) + normal.many(kRows);
        QVERIFY(test::near(x(0, 0), 0.49671415, 5e-9));
        const stats::RegionsExplained r = stats::explainedBy(x, y);
        QVERIFY(test::near(r.a, .337324, 5e-7) && test::near(r.b, .193927, 5e-7)
                && test::near(r.c, .064642, 5e-7) && test::near(r.ab, .346812, 5e-7)
                && test::near(r.ac, .363864, 5e-7) && test::near(r.bc, .241180, 5e-7)
                && test::near(r.abc, .374006, 5e-7));
        const stats::Commonality parts = stats::commonality(r);
        // One shared part is below 0, and stays so.
        QVERIFY(
            isNear(parts, {.132826, .010142, .027194, .166397, .020059, -.000654, .018043}, 5e-7));
        QVERIFY(test::near(parts.sum(), r.abc, 1e-12));
    }
    void predictorsThatSayTheSameShareIt()
    {
        NumpyNormals normal;
        Eigen::MatrixX3d x(100, 3);
        x.col(0) = normal.many(100);
        x.col(1) = 2 * x.col(0).array() + 1;
        x.col(2).setConstant(4);
        const Eigen::VectorXd y = x.col(0) + normal.many(100);
        const stats::Commonality parts = stats::commonality(stats::explainedBy(x, y));
        QVERIFY(parts.sharedAB > 0.3);
        QVERIFY(isNear(parts, {0, 0, 0, parts.sharedAB, 0, 0, 0}, 1e-10));
    }
    void whatExplainsNothingIsRefused()
    {
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::explainedBy(Eigen::MatrixX3d::Zero(4, 3),
                                                                 Eigen::VectorXd::Zero(4)));
        QVERIFY_THROWS_EXCEPTION(Error, (void)stats::explainedBy(Eigen::MatrixX3d::Random(9, 3),
                                                                 Eigen::VectorXd::Ones(9)));
    }
};

FUSIFORM_TEST(CommonalityTest)
#include "commonality_test.moc"
