// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/itk/powell.h"

#include <itkPowellOptimizer.h>
#include <itkSingleValuedCostFunction.h>

#include <exception>

namespace fusiform::preprocess {

namespace {

/// ITK's door for functions. An exception is kept and thrown again outside ITK, which would swallow
/// its type.
class Cost final : public itk::SingleValuedCostFunction {
public:
    using Self = Cost;
    using Superclass = itk::SingleValuedCostFunction;
    using Pointer = itk::SmartPointer<Self>;
    itkNewMacro(Self)

        using Function = std::function<double(const Eigen::VectorXd&)>;
    void set(const Function& function, Eigen::Index size)
    {
        m_function = &function;
        m_size = size;
    }
    MeasureType GetValue(const ParametersType& parameters) const override
    {
        if (problem)
            return 0;
        Eigen::VectorXd values(m_size);
        for (Eigen::Index p = 0; p < m_size; ++p)
            values[p] = parameters[static_cast<unsigned>(p)];
        try {
            return (*m_function)(values);
        } catch (...) {
            problem = std::current_exception();
            return 0;
        }
    }
    void GetDerivative(const ParametersType&, DerivativeType&) const override { }
    unsigned int GetNumberOfParameters() const override { return static_cast<unsigned>(m_size); }

    mutable std::exception_ptr problem;

private:
    const Function* m_function = nullptr;
    Eigen::Index m_size = 0;
};

} // namespace

Eigen::VectorXd minimisePowell(const std::function<double(const Eigen::VectorXd&)>& cost,
                               const Eigen::VectorXd& start, const Eigen::VectorXd& tolerances,
                               double firstStep)
{
    const auto size = static_cast<unsigned>(start.size());
    const auto function = Cost::New();
    function->set(cost, start.size());
    const auto optimiser = itk::PowellOptimizer::New();
    optimiser->SetCostFunction(function);
    optimiser->SetMaximize(false);
    itk::PowellOptimizer::ParametersType first(size);
    itk::PowellOptimizer::ScalesType scales(size);
    for (unsigned p = 0; p < size; ++p) {
        first[p] = start[p];
        scales[p]
            = 1 / tolerances[p]; // ITK divides directions by the scales: steps are in tolerances
    }
    optimiser->SetInitialPosition(first);
    optimiser->SetScales(scales);
    optimiser->SetStepLength(firstStep);
    optimiser->SetStepTolerance(1);
    optimiser->SetValueTolerance(1e-6);
    optimiser->SetMaximumIteration(20);
    optimiser->SetMaximumLineIteration(30);
    try {
        optimiser->StartOptimization();
    } catch (const itk::ExceptionObject& error) {
        throw std::runtime_error(error.GetDescription());
    }
    if (function->problem)
        std::rethrow_exception(function->problem);
    Eigen::VectorXd result(start.size());
    for (unsigned p = 0; p < size; ++p)
        result[p] = optimiser->GetCurrentPosition()[p];
    return result;
}

} // namespace fusiform::preprocess
