// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/network_layers.h"

#include "core/face_model/face_models.h"
#include "core/face_model/pca_model.h"
#include "core/face_model/torch_module.h"
#include "core/io/safetensors.h"
#include "core/util/error.h"
#include "tests/core/face_model/tiny_faces.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"

#include <nlohmann/json.hpp>

using namespace fusiform;
using namespace fusiform::face_model;

namespace {

constexpr NetShape kPublishedShape{NetArchitecture::Published, 128, 1024, 192};

std::filesystem::path shippedModel()
{
    return std::filesystem::path(FUSIFORM_SOURCE_DIR)
           / "resources/models/portraits-vaegan.safetensors";
}

Json manifestOf(const io::Safetensors& file)
{
    return parseJson(file.metadata().at("fusiform"), file.file());
}

std::vector<std::int64_t> parametersEach(const std::vector<NetLayer>& layers)
{
    std::vector<std::int64_t> counts;
    for (const NetLayer& layer : layers)
        counts.push_back(layer.weights + layer.biases);
    return counts;
}

std::vector<std::int64_t> channelsEach(const std::vector<NetLayer>& layers)
{
    std::vector<std::int64_t> channels;
    for (const NetLayer& layer : layers)
        channels.push_back(layer.output.channels);
    return channels;
}

/// Arrays of a file and layers must be of the same sizes. @return how many arrays agree
std::size_t compareWithArrays(const std::vector<NetLayer>& layers,
                              const std::function<std::int64_t(const std::string&)>& countOf)
{
    std::size_t met = 0;
    for (const NetLayer& layer : layers) {
        if (layer.path == LayerPath::LogSigma) // only training needs it
            continue;
        // Folded: the shift of a channel has become the bias of each number that it made.
        const MapSize made{layer.output.side / layer.upsampling, layer.output.channels};
        const std::int64_t bias = layer.kind == LayerKind::Linear ? made.elements() : made.channels;
        if (countOf(layer.name + ".weight") == layer.weights
            && countOf(layer.name + ".bias") == bias)
            met += 2;
        else
            qWarning("%s differs", layer.name.c_str());
    }
    return met;
}

} // namespace

class NetworkLayersTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    /// Counts of weights and biases of the released code (Supplementary Table 1).
    void publishedLayersAreThoseOfThePaper()
    {
        using Counts = std::vector<std::int64_t>;
        const NetworkLayers layers = networkLayers(kPublishedShape);
        QCOMPARE(parametersEach(layers.encoder),
                 (Counts{5376, 442624, 885120, 1769984, 3539712, 12583936, 1049600, 1049600}));
        QCOMPARE(parametersEach(layers.generator),
                 (Counts{16793600, 4719104, 1769856, 884992, 442560, 5187}));
        QCOMPARE(channelsEach(layers.encoder), (Counts{192, 256, 384, 512, 768, 1024, 1024, 1024}));
        QCOMPARE(channelsEach(layers.generator), (Counts{1024, 512, 384, 256, 192, 3}));
        QVERIFY((layers.encoder[4].output == MapSize{4, 768}));
        QVERIFY((layers.generator.back().output == MapSize{128, 3}));
    }

    /// The 45.9 million of the paper are the weights and biases of encoder and generator with both
    /// heads, and two numbers for each of the 2,112 + 1,347 normalised channels.
    void publishedParametersAddUpToThePapersSum()
    {
        const NetworkLayers layers = networkLayers(kPublishedShape);
        QCOMPARE(parametersOf(layers.encoder) + parametersOf(layers.generator),
                 std::int64_t(45941251 + 2 * (2112 + 1347)));
        QCOMPARE(45941251 + 2 * (2112 + 1347), 45948169);
    }

    /// "13 layers": the two heads are one variational layer.
    void publishedNetHasThirteenLayers()
    {
        const NetworkLayers layers = networkLayers(kPublishedShape);
        const auto onPath = [](const NetLayer& layer) { return layer.path == LayerPath::Main; };
        QCOMPARE(std::ranges::count_if(layers.encoder, onPath)
                     + std::ranges::count_if(layers.generator, onPath),
                 13);
    }

    void everyLayerTakesWhatTheOneBeforeGives()
    {
        for (const NetShape& shape :
             {kPublishedShape, NetShape{NetArchitecture::Compact, 128, 256, 32},
              NetShape{NetArchitecture::Published, 32, 5, 6},
              NetShape{NetArchitecture::Compact, 64, 8, 4}}) {
            const NetworkLayers layers = networkLayers(shape);
            MapSize maps{shape.imageSize, 3};
            for (const auto* part : {&layers.encoder, &layers.generator})
                for (const NetLayer& layer : *part) {
                    if (layer.path != LayerPath::Main)
                        continue;
                    QCOMPARE(layer.input.elements(), maps.elements());
                    maps = layer.output;
                }
            QVERIFY((maps == MapSize{shape.imageSize, 3}));
            QVERIFY((layers.discriminator.back().output == MapSize{4, 1}));
        }
    }

    void layersHaveTheSizesOfTheShippedModelsArrays()
    {
        const io::Safetensors file(shippedModel());
        const auto countOf = [&](const std::string& name) {
            return file.tensors().contains(name) ? file.tensors().at(name).count() : -1;
        };
        const std::optional<NetworkLayers> layers = networkLayersOf(manifestOf(file));
        QVERIFY(layers);
        QCOMPARE(compareWithArrays(layers->encoder, countOf)
                     + compareWithArrays(layers->generator, countOf),
                 file.tensors().size());
        QCOMPARE(layers->discriminator.size(), 5U);
    }

    /// A net that this program trained, through the module itself.
    void layersHaveTheSizesOfATrainedModelsArrays()
    {
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        for (const char* const architecture : {"compact", "published"}) {
            VaeganOptions options = test::tinyOptions();
            options.architecture = architecture;
            options.epochs = 1;
            Progress progress;
            const auto model = trainVaegan(test::tinySet(), options, {}, progress);
            const std::optional<NetworkLayers> layers = networkLayersOf(*model);
            QVERIFY(layers);
            const test::TemporaryFolder folder;
            model->save(folder.path() / "tiny.safetensors");
            const io::Safetensors file(folder.path() / "tiny.safetensors");
            const auto countOf = [&](const std::string& name) {
                return file.tensors().contains(name) ? file.tensors().at(name).count() : -1;
            };
            QCOMPARE(compareWithArrays(layers->encoder, countOf)
                         + compareWithArrays(layers->generator, countOf),
                     file.tensors().size());
        }
    }

    void aNetOfElsewhereHasNoKnownDiscriminator()
    {
        const Json manifest = {{"kind", "vaegan"},
                               {"latent_size", 1024},
                               {"image_size", 128},
                               {"architecture", {{"name", "published"}, {"width", 192}}}};
        const std::optional<NetworkLayers> layers = networkLayersOf(manifest);
        QVERIFY(layers);
        QVERIFY(layers->discriminator.empty());
        QCOMPARE(layers->generator.size(), 6U);
    }

    void otherModelsHaveNoNetwork()
    {
        QVERIFY(!networkLayersOf(Json{{"kind", "codes"}, {"latent_size", 3}}));
        const PcaModel pca({}, Eigen::VectorXf::Zero(12), Eigen::MatrixXf::Identity(12, 2),
                           Eigen::Vector2d(2, 1), 4);
        QVERIFY(!networkLayersOf(pca));
    }

    void impossibleShapesAreRefused()
    {
        for (const NetShape& shape : {NetShape{NetArchitecture::Compact, 100, 8, 4},
                                      NetShape{NetArchitecture::Published, 256, 8, 4},
                                      NetShape{NetArchitecture::Compact, 64, 0, 4},
                                      NetShape{NetArchitecture::Compact, 64, 8, 0}})
            QVERIFY_THROWS_EXCEPTION(Error, (void)networkLayers(shape));
    }
};

FUSIFORM_TEST(NetworkLayersTest)
#include "network_layers_test.moc"
