// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/io/byte_reader.h"
#include "core/io/mat73_parts.h"
#include "core/io/mat_tree.h"
#include "core/util/error.h"

#include <exception>

namespace fusiform::io {

namespace {

/// Structs are groups; arrays of structs are groups whose fields are lists of references, and cells
/// are lists of references too, told apart by their class.
class Mat73TreeReader {
public:
    Mat73TreeReader(std::filesystem::path file, const WantsMatNode& wants)
        : m_file(std::move(file)), m_wants(wants), m_budget(m_file)
    {
    }

    [[nodiscard]] MatNode node(hid_t object, const std::string& path, int depth)
    {
        m_budget.spend(1, 0, depth);
        const MatVariable header = mat73Variable(object);
        MatNode node;
        node.type = header.type;
        node.shape = header.shape;
        if (!m_wants(path) || header.isComplex || header.type == "sparse")
            return node;
        if (H5Iget_type(object) == H5I_GROUP)
            fillFields(node, object, path, depth);
        else if (H5Iget_type(object) == H5I_DATASET && H5Aexists(object, "MATLAB_empty") <= 0)
            fillValues(node, object, path, depth);
        return node;
    }

private:
    /// What H5Literate, which is C, carries from one name to the next.
    struct Walk {
        Mat73TreeReader* reader;
        MatNode* node;
        const std::string* path;
        int depth;
        std::exception_ptr problem;
    };
    static herr_t visit(hid_t group, const char* name, const H5L_info_t*, void* data)
    {
        auto& walk = *static_cast<Walk*>(data);
        try {
            walk.reader->addField(walk, group, name);
            return 0;
        } catch (...) {
            walk.problem = std::current_exception();
            return -1;
        }
    }
    void fillFields(MatNode& node, hid_t group, const std::string& path, int depth)
    {
        Walk walk{this, &node, &path, depth, nullptr};
        const bool isRead
            = H5Literate(group, H5_INDEX_NAME, H5_ITER_NATIVE, nullptr, visit, &walk) >= 0;
        if (walk.problem)
            std::rethrow_exception(walk.problem);
        if (!isRead)
            throw damaged(path);
        if (node.shape.empty())
            node.shape = {1, 1};
    }
    void addField(const Walk& walk, hid_t group, const char* name)
    {
        const std::string field = printable(name);
        const std::string path = walk.path->empty() ? field : *walk.path + "." + field;
        const Hdf5Handle object(H5Oopen(group, name, H5P_DEFAULT), H5Oclose);
        if (!object.isValid())
            throw damaged(path);
        std::vector<MatNode>& values = walk.node->fields[field];
        if (!isElementList(object.id())) {
            values.push_back(node(object.id(), path, walk.depth + 1));
            return;
        }
        walk.node->shape = mat73Variable(object.id()).shape;
        if (m_wants(path))
            values = referred(object.id(), path, walk.depth + 1);
    }
    /// References without a class: the values of a field, one for each struct of an array.
    static bool isElementList(hid_t object)
    {
        return isReferences(object) && H5Aexists(object, "MATLAB_class") <= 0;
    }
    static bool isReferences(hid_t object)
    {
        if (H5Iget_type(object) != H5I_DATASET)
            return false;
        const Hdf5Handle type(H5Dget_type(object), H5Tclose);
        return type.isValid() && H5Tget_class(type.id()) == H5T_REFERENCE
               && H5Tequal(type.id(), H5T_STD_REF_OBJ) > 0;
    }
    std::vector<MatNode> referred(hid_t dataset, const std::string& path, int depth)
    {
        const std::uint64_t count = storedCount(dataset, path);
        m_budget.spend(count, 0, depth);
        std::vector<hobj_ref_t> references(count);
        if (H5Dread(dataset, H5T_STD_REF_OBJ, H5S_ALL, H5S_ALL, H5P_DEFAULT, references.data()) < 0)
            throw damaged(path);
        std::vector<MatNode> values;
        for (const hobj_ref_t& reference : references) {
            const Hdf5Handle object(H5Rdereference2(dataset, H5P_DEFAULT, H5R_OBJECT, &reference),
                                    H5Oclose);
            if (!object.isValid())
                throw damaged(path);
            values.push_back(node(object.id(), path, depth));
        }
        return values;
    }
    std::uint64_t storedCount(hid_t dataset, const std::string& path)
    {
        const Hdf5Handle space(H5Dget_space(dataset), H5Sclose);
        const hssize_t count = space.isValid() ? H5Sget_simple_extent_npoints(space.id()) : -1;
        if (count < 0)
            throw damaged(path);
        return static_cast<std::uint64_t>(count);
    }
    void fillValues(MatNode& node, hid_t dataset, const std::string& path, int depth)
    {
        if (isReferences(dataset)) {
            node.cells = referred(dataset, path, depth + 1);
            return;
        }
        const Hdf5Handle type(H5Dget_type(dataset), H5Tclose);
        const H5T_class_t kind = type.isValid() ? H5Tget_class(type.id()) : H5T_NO_CLASS;
        if (kind != H5T_FLOAT && kind != H5T_INTEGER)
            return;
        const std::uint64_t count = storedCount(dataset, path);
        m_budget.spend(0, count, depth);
        std::vector<double> values(count);
        if (H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()) < 0)
            throw damaged(path);
        if (node.type == "char")
            node.rows = matRows(node.shape, values);
        else
            node.numbers = std::move(values);
    }
    [[nodiscard]] Error damaged(const std::string& path) const
    {
        return badData(m_file, FUSIFORM_TR("core", "the numbers of %1").arg(path),
                       FUSIFORM_TR("core", "damaged or truncated data"));
    }

    std::filesystem::path m_file;
    const WantsMatNode& m_wants;
    MatTreeBudget m_budget;
};

} // namespace

MatNode readMat73Tree(const std::filesystem::path& file, const std::string& name,
                      const WantsMatNode& wants)
{
    const Hdf5Handle opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    const Hdf5Handle object(opened.isValid() ? H5Oopen(opened.id(), name.c_str(), H5P_DEFAULT) : -1,
                            H5Oclose);
    if (!object.isValid())
        throw badData(file, FUSIFORM_TR("core", "a variable called %1").arg(name),
                      FUSIFORM_TR("core", "none"));
    return Mat73TreeReader(file, wants).node(object.id(), "", 0);
}

} // namespace fusiform::io
