// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/preprocess/itk/transform_file.h"

#include <itkCompositeTransform.h>
#include <itkDisplacementFieldTransform.h>
#include <itkHDF5TransformIOFactory.h>
#include <itkMatlabTransformIOFactory.h>
#include <itkTransformFactory.h>
#include <itkTransformFileReader.h>
#include <itkTxtTransformIOFactory.h>

#include <stdexcept>

namespace fusiform::preprocess {

namespace {

using Transform = itk::Transform<double, 3, 3>;

/// Static libraries and Debian's alike leave this to who reads.
void registerFormats()
{
    static const bool isDone = [] {
        itk::HDF5TransformIOFactory::RegisterOneFactory();
        itk::MatlabTransformIOFactory::RegisterOneFactory();
        itk::TxtTransformIOFactory::RegisterOneFactory();
        itk::TransformFactory<itk::CompositeTransform<double, 3>>::RegisterTransform();
        itk::TransformFactory<itk::DisplacementFieldTransform<double, 3>>::RegisterTransform();
        return true;
    }();
    static_cast<void>(isDone);
}

} // namespace

struct ItkTransform::Map {
    Transform::ConstPointer transform;
};

ItkTransform::ItkTransform(const std::string& file)
{
    registerFormats();
    const auto reader = itk::TransformFileReaderTemplate<double>::New();
    reader->SetFileName(file);
    try {
        reader->Update();
    } catch (const itk::ExceptionObject& problem) {
        throw std::runtime_error(problem.GetDescription());
    } catch (const std::exception&) {
        throw;
    } catch (...) { // HDF5's own exceptions are of no family
        throw std::runtime_error("a damaged file");
    }
    const auto* const list = reader->GetTransformList();
    // A chain is one transform that holds others; several side by side do not say their order.
    if (list->size() != 1)
        throw std::runtime_error(std::to_string(list->size()) + " transforms");
    const auto* const transform = dynamic_cast<const Transform*>(list->front().GetPointer());
    if (transform == nullptr)
        throw std::runtime_error(list->front()->GetTransformTypeAsString());
    m_map = std::make_shared<const Map>(Map{transform});
}

Eigen::Vector3d ItkTransform::operator()(const Eigen::Vector3d& lps) const
{
    Transform::InputPointType point;
    for (unsigned axis = 0; axis < 3; ++axis)
        point[axis] = lps[axis];
    const auto mapped = m_map->transform->TransformPoint(point);
    return {mapped[0], mapped[1], mapped[2]};
}

} // namespace fusiform::preprocess
