// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/util/fields.h"

#include "core/util/error.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;

namespace {
struct Options {
    std::filesystem::path input;
    double ridge = 0.1;
    std::string faces = "explore";
    std::vector<std::string> models;
    bool overwrite = false;
};

Fields fieldsOf(Options& options)
{
    Fields fields;
    fields.add("input", &options.input, FUSIFORM_TR("core", "A file.")).positional();
    fields.add("ridge", &options.ridge, FUSIFORM_TR("core", "Strength.")).between(0, 10);
    fields.add("faces", &options.faces, FUSIFORM_TR("core", "Which.")).oneOf({"explore", "all"});
    fields.add("model-names", &options.models, FUSIFORM_TR("core", "Models."));
    fields.add("overwrite", &options.overwrite, FUSIFORM_TR("core", "Replace."));
    return fields;
}
} // namespace

class FieldsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void jsonGoesThereAndBack()
    {
        Options first{"a b.nii", 0.5, "all", {"pca", "vaegan"}, true};
        Options second;
        Fields target = fieldsOf(second);
        fieldsFromJson(target, fieldsToJson(fieldsOf(first)));
        QCOMPARE(second.input, first.input);
        QCOMPARE(second.ridge, 0.5);
        QCOMPARE(second.models, first.models);
        QVERIFY(second.overwrite);
    }
    void anUnknownKeyAndAWrongKindAreRefused()
    {
        Options options;
        Fields fields = fieldsOf(options);
        QVERIFY_THROWS_EXCEPTION(Error, fieldsFromJson(fields, Json{{"rigde", 1}}));
        QVERIFY_THROWS_EXCEPTION(Error, fieldsFromJson(fields, Json{{"ridge", "much"}}));
    }
    void rangesChoicesAndMissingValuesAreChecked()
    {
        Options options;
        QVERIFY_THROWS_EXCEPTION(Error, checkFields(fieldsOf(options)));
        options.input = "x";
        checkFields(fieldsOf(options));
        options.ridge = 11;
        QVERIFY_THROWS_EXCEPTION(Error, checkFields(fieldsOf(options)));
        options.ridge = 1;
        options.faces = "some";
        QVERIFY_THROWS_EXCEPTION(Error, checkFields(fieldsOf(options)));
    }
    void theCopiedCommandSaysOnlyWhatDiffers()
    {
        Options options{"in", 0.25, "explore", {"pca"}, false};
        Options standard;
        const std::vector<std::string> expected = {"in", "--ridge", "0.25", "--model-names", "pca"};
        QCOMPARE(fieldsToArguments(fieldsOf(options), fieldsOf(standard)), expected);
    }
};

FUSIFORM_TEST(FieldsTest)
#include "fields_test.moc"
