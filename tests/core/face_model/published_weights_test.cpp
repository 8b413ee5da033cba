// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/published_weights.h"

#include "core/face_model/face_models.h"
#include "core/face_model/torch_module.h"
#include "core/task/import_checkpoint_task.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "tests/support/near.h"
#include "tests/support/tensorflow_net.h"
#include "tests/support/test_data.h"
#include "tests/support/test_main.h"
#include "tests/support/torch_net.h"

#include <nlohmann/json.hpp>

#include <cmath>

using namespace fusiform;
using namespace fusiform::face_model;
namespace fs = std::filesystem;

namespace {

using Variables = test::TensorflowNet;

/// The published network in small: 32 x 32 pixels, 6 to 12 channels, 5 latents.
Variables smallNet()
{
    Variables net;
    net.addLayer("encoder/0", "conv2d", {3, 3, 3, 6}, 6);
    net.addLayer("encoder/1", "conv2d", {3, 3, 6, 8}, 8);
    net.addLayer("encoder/2", "conv2d", {3, 3, 8, 12}, 12);
    net.addLinear("encoder/fc", 16 * 12, 32);
    net.addLinear("variational/mu", 32, 5);
    net.addLinear("variational/log_sigma", 32, 5);
    net.addLinear("generator/fc", 5, 16 * 32);
    net.addLayer("generator/0", "deconv2d", {3, 3, 8, 32}, 8);
    net.addLayer("generator/1", "deconv2d", {3, 3, 6, 8}, 6);
    net.addLayer("generator/2", "deconv2d", {3, 3, 3, 6}, 3);
    net.addLayer("discriminator/0", "conv2d", {3, 3, 3, 6}, 6);
    return net;
}

/// The same network in PyTorch's names: layers in sequences (convolution, normalisation, ELU), or
/// each with a name of its own.
test::TorchNet torchNet(const Variables& net, bool isSequence)
{
    test::TorchNet torch;
    for (int i = 0; i < 3; ++i) {
        const std::string scope = std::to_string(i);
        const auto name = [&](const char* part, const char* kind, int place) {
            return isSequence ? std::string(part) + "." + std::to_string(3 * i + place)
                              : std::string("net.") + part + "." + kind + std::to_string(i + 1);
        };
        torch.addLayer(net, "encoder/" + scope, "conv2d", name("encoder", "conv", 0),
                       name("encoder", "bn", 1));
        torch.addLayer(net, "generator/" + scope, "deconv2d", name("decoder", "conv", 2),
                       name("decoder", "bn", 3));
        torch.addLayer(net, "encoder/" + scope, "conv2d", "discriminator.conv" + scope,
                       "discriminator.bn" + scope);
    }
    torch.addLinear(net, "encoder/fc", isSequence ? "encoder.10" : "net.encoder.fc", 12, 0);
    torch.addLinear(net, "variational/mu", isSequence ? "mu" : "net.fc_mu", 0, 0);
    torch.addLinear(net, "variational/log_sigma", isSequence ? "logvar" : "net.fc_var", 0, 0);
    torch.addLinear(net, "generator/fc", isSequence ? "decoder.0" : "net.decoder.fc", 0, 32);
    return torch;
}

/// Maps with the channel running fastest.
struct Maps {
    std::size_t side = 0, channels = 0;
    std::vector<double> values;
    Maps(std::size_t s, std::size_t c) : side(s), channels(c), values(s * s * c) { }
    double& at(std::size_t y, std::size_t x, std::size_t c)
    {
        return values[(y * side + x) * channels + c];
    }
    [[nodiscard]] double at(std::size_t y, std::size_t x, std::size_t c) const
    {
        return values[(y * side + x) * channels + c];
    }
};

double elu(double x) { return x > 0 ? x : std::expm1(x); }

/// Bias, batch normalisation with the moving averages, ELU.
void finish(const Variables& net, const std::string& scope, const std::string& kind, Maps& maps)
{
    const std::string moments = scope + "/bn/moments/Squeeze";
    for (std::size_t i = 0; i < maps.values.size(); ++i) {
        const std::size_t c = i % maps.channels;
        const double raw = maps.values[i] + net.at(scope + "/" + kind + "/b", c);
        maps.values[i]
            = elu((raw - net.at(moments + "/ExponentialMovingAverage", c))
                      / std::sqrt(net.at(moments + "_1/ExponentialMovingAverage", c) + 1e-6)
                      * net.at(scope + "/bn/gamma", c)
                  + net.at(scope + "/bn/beta", c));
    }
}

/// tf.nn.conv2d, 3 x 3, stride 2, SAME: at an even side one row and column of zeros after.
Maps convolved(const Variables& net, const std::string& scope, const Maps& in, std::size_t channels)
{
    Maps out(in.side / 2, channels);
    for (std::size_t y = 0; y < out.side; ++y)
        for (std::size_t x = 0; x < out.side; ++x)
            for (std::size_t o = 0; o < channels; ++o)
                for (std::size_t r = 0; r < 3 && 2 * y + r < in.side; ++r)
                    for (std::size_t s = 0; s < 3 && 2 * x + s < in.side; ++s)
                        for (std::size_t i = 0; i < in.channels; ++i)
                            out.at(y, x, o)
                                += in.at(2 * y + r, 2 * x + s, i)
                                   * net.at(scope + "/conv2d/W",
                                            ((r * 3 + s) * in.channels + i) * channels + o);
    finish(net, scope, "conv2d", out);
    return out;
}

/// tf.nn.conv2d_transpose: the adjoint of that.
Maps transposed(const Variables& net, const std::string& scope, const Maps& in,
                std::size_t channels)
{
    Maps out(2 * in.side, channels);
    for (std::size_t y = 0; y < in.side; ++y)
        for (std::size_t x = 0; x < in.side; ++x)
            for (std::size_t r = 0; r < 3 && 2 * y + r < out.side; ++r)
                for (std::size_t s = 0; s < 3 && 2 * x + s < out.side; ++s)
                    for (std::size_t o = 0; o < channels; ++o)
                        for (std::size_t i = 0; i < in.channels; ++i)
                            out.at(2 * y + r, 2 * x + s, o)
                                += in.at(y, x, i)
                                   * net.at(scope + "/deconv2d/W",
                                            ((r * 3 + s) * channels + o) * in.channels + i);
    finish(net, scope, "deconv2d", out);
    return out;
}

std::vector<double> linear(const Variables& net, const std::string& scope,
                           const std::vector<double>& in)
{
    const std::size_t outputs = net.all.at(scope + "/b").second.size();
    std::vector<double> out(outputs);
    for (std::size_t o = 0; o < outputs; ++o) {
        out[o] = net.at(scope + "/b", o);
        for (std::size_t i = 0; i < in.size(); ++i)
            out[o] += in[i] * net.at(scope + "/W", i * outputs + o);
    }
    return out;
}

Eigen::VectorXd codeOf(const Variables& net, const image::Picture& picture)
{
    Maps maps(32, 3);
    std::ranges::copy(picture.rgb, maps.values.begin());
    maps = convolved(net, "encoder/0", maps, 6);
    maps = convolved(net, "encoder/1", maps, 8);
    maps = convolved(net, "encoder/2", maps, 12);
    const std::vector<double> mu
        = linear(net, "variational/mu", linear(net, "encoder/fc", maps.values));
    Eigen::VectorXd code(5);
    for (std::size_t i = 0; i < 5; ++i)
        code[static_cast<Eigen::Index>(i)] = std::tanh(mu[i]);
    return code;
}

Eigen::VectorXd pictureOf(const Variables& net, const Eigen::VectorXd& code)
{
    Maps maps(4, 32);
    maps.values = linear(net, "generator/fc", {code.begin(), code.end()});
    for (double& value : maps.values)
        value = elu(value);
    maps = transposed(net, "generator/0", maps, 8);
    maps = transposed(net, "generator/1", maps, 6);
    maps = transposed(net, "generator/2", maps, 3);
    const Eigen::Map<const Eigen::VectorXd> pixels(maps.values.data(),
                                                   static_cast<Eigen::Index>(maps.values.size()));
    return (pixels / pixels.maxCoeff()).cwiseMax(0);
}

/// Whether the model in the file computes what the network does.
bool computes(const fs::path& file, const Variables& net, double tolerance)
{
    const auto model = loadFaceModel(file);
    Random random(3);
    image::Picture picture{32, 32, std::vector<float>(3 * 32 * 32)};
    for (float& value : picture.rgb)
        value = static_cast<float>(random.uniform());
    Progress progress;
    const Eigen::VectorXd code = codeOf(net, picture);
    const bool tellsSomething
        = code.cwiseAbs().maxCoeff() > 0.1 && code.cwiseAbs().maxCoeff() < 0.999;
    const auto shown = model->generate(code.transpose(), progress);
    return tellsSomething
           && test::near(model->encode({&picture, 1}, progress).row(0).transpose().eval(), code,
                         tolerance)
           && test::near(shown.front().vector().cast<double>().eval(), pictureOf(net, code),
                         tolerance);
}

/// Numbers that 16 bits of that kind hold.
Variables rounded(Variables net, io::TensorType type)
{
    for (auto& [name, variable] : net.all)
        for (float& value : variable.second)
            if (type == io::TensorType::BFloat16)
                value = std::bit_cast<float>((std::bit_cast<std::uint32_t>(value) + 0x8000U)
                                             & 0xFFFF0000U);
    return net;
}

std::string complaintAbout(const fs::path& file)
{
    try {
        Progress progress;
        (void)task::importCheckpoint({file, file.parent_path() / "m.safetensors", ""}, progress);
    } catch (const Error& error) {
        return error.what();
    }
    return {};
}

Json imported(const fs::path& checkpoint, const fs::path& out)
{
    Progress progress;
    return task::importCheckpoint({checkpoint, out, "tiny"}, progress).json;
}

} // namespace

class PublishedWeightsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anImportedNetworkComputesWhatTheOriginalDoes_data()
    {
        QTest::addColumn<bool>("isOneFile");
        QTest::addRow("version 2") << false;
        QTest::addRow("version 1, one file") << true;
    }
    void anImportedNetworkComputesWhatTheOriginalDoes()
    {
        QFETCH(const bool, isOneFile);
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        const test::TemporaryFolder folder;
        const Variables net = smallNet();
        if (isOneFile)
            net.writeOneFile(folder.path() / "model.ckpt");
        else
            net.write(folder.path() / "model.ckpt.index");
        const Json json = imported(folder.path() / "model.ckpt", folder.path() / "m.safetensors");
        QCOMPARE(json.at("latent_dim").get<int>(), 5);
        QCOMPARE(json.at("image_size").get<int>(), 32);
        // Adam's slots, the discriminator, and the head of log sigma.
        QCOMPARE(json.at("unmapped").size(), 7U + 6 + 2);
        QCOMPARE(json.at("mapped").at("encoder.1").at(0).get<std::string>(),
                 std::string("encoder/1/conv2d/W"));

        // Model files hold half precision.
        QVERIFY(computes(folder.path() / "m.safetensors", net, 5e-3));
    }
    void variablesOfACheckpointMayComeAsSafetensors()
    {
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        const test::TemporaryFolder folder;
        const Variables net = smallNet();
        for (const char* ending : {"", ":0"}) {
            std::map<std::string, io::Tensor> tensors;
            for (const auto& [name, variable] : net.all)
                tensors[name + ending] = {io::TensorType::Float32,
                                          {variable.first.begin(), variable.first.end()},
                                          std::as_bytes(std::span(variable.second))};
            const fs::path file = folder.path() / "converted.safetensors";
            io::writeSafetensors(file, tensors, {});
            const fs::path out = folder.path() / ("m" + std::string(ending) + ".safetensors");
            const Json json = imported(file, out);
            QCOMPARE(json.at("unmapped").size(), 7U + 6 + 2);
            QCOMPARE(json.at("mapped").at("encoder.1").at(0).get<std::string>(),
                     std::string("encoder/1/conv2d/W") + ending);
            QVERIFY(computes(out, net, 5e-3));
        }
    }
    void statesOfPyTorchAreRead_data()
    {
        QTest::addColumn<bool>("isSequence");
        QTest::addColumn<int>("type");
        QTest::newRow("sequences") << true << static_cast<int>(io::TensorType::Float32);
        QTest::newRow("names") << false << static_cast<int>(io::TensorType::Float32);
        QTest::newRow("float16") << true << static_cast<int>(io::TensorType::Float16);
        QTest::newRow("bfloat16") << true << static_cast<int>(io::TensorType::BFloat16);
    }
    void statesOfPyTorchAreRead()
    {
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        QFETCH(const bool, isSequence);
        QFETCH(const int, type);
        const test::TemporaryFolder folder;
        const Variables net = rounded(smallNet(), static_cast<io::TensorType>(type));
        test::TorchNet torch = torchNet(net, isSequence);
        torch.type = static_cast<io::TensorType>(type);
        torch.write(folder.path() / "state.safetensors");
        const fs::path out = folder.path() / "m.safetensors";
        const Json json = imported(folder.path() / "state.safetensors", out);
        QCOMPARE(json.at("latent_dim").get<int>(), 5);
        QCOMPARE(json.at("image_size").get<int>(), 32);
        QCOMPARE(json.at("mapped").at("encoder.1").dump(),
                 isSequence ? std::string(R"(["encoder.3.weight","encoder.3.bias",)"
                                          R"("encoder.4.weight","encoder.4.bias",)"
                                          R"("encoder.4.running_mean","encoder.4.running_var"])")
                            : std::string(R"(["net.encoder.conv2.weight","net.encoder.conv2.bias",)"
                                          R"("net.encoder.bn2.weight","net.encoder.bn2.bias",)"
                                          R"("net.encoder.bn2.running_mean",)"
                                          R"("net.encoder.bn2.running_var"])"));
        // The discriminator, the head of log sigma, and the count of batches.
        QCOMPARE(json.at("unmapped").size(), 3U * 6 + 2 + 1);
        QVERIFY(computes(out, net, 1e-2));
    }
    void whatAStateLacksIsNamed_data()
    {
        QTest::addColumn<QString>("lacking");
        QTest::addColumn<QString>("expected");
        QTest::addColumn<QString>("found");
        QTest::newRow("convolution") << "encoder.3.weight"
                                     << "an encoder"
                                     << "encoder.6.weight (12 x 8 x 3 x 3)";
        QTest::newRow("normalisation") << "encoder.4.weight,encoder.4.bias"
                                       << "of 8 channels for encoder.3.weight"
                                       << "encoder.1.weight (6)";
        QTest::newRow("average") << "decoder.6.running_var"
                                 << "two moving averages beside decoder.6.bias"
                                 << "decoder.6.running_mean (6)";
        QTest::newRow("joint") << "encoder.10.weight"
                               << "joint layer of 192 inputs"
                               << "mu.weight (5 x 32)";
        QTest::newRow("mean") << "mu.weight"
                              << "means (mu) of 32 inputs"
                              << "logvar.weight (5 x 32)";
        QTest::newRow("start") << "decoder.0.weight"
                               << "first layer of 5 inputs and 512 outputs"
                               << "encoder.10.weight (32 x 192)";
    }
    void whatAStateLacksIsNamed()
    {
        QFETCH(const QString, lacking);
        QFETCH(const QString, expected);
        QFETCH(const QString, found);
        const test::TemporaryFolder folder;
        test::TorchNet torch = torchNet(smallNet(), true);
        for (const QString& name : lacking.split(','))
            QCOMPARE(torch.all.erase(name.toStdString()), 1U);
        torch.write(folder.path() / "state.safetensors");
        const QString text
            = QString::fromStdString(complaintAbout(folder.path() / "state.safetensors"));
        QVERIFY2(text.contains("state.safetensors: expected ") && text.contains(expected)
                     && text.contains(found),
                 qPrintable(text));
        QVERIFY(!fs::exists(folder.path() / "m.safetensors"));
    }
    void whatCannotBeToldApartIsNamed()
    {
        const test::TemporaryFolder folder;
        test::TorchNet torch = torchNet(smallNet(), true);
        torch.all["prior_mean.weight"] = torch.all.at("mu.weight");
        torch.write(folder.path() / "state.safetensors");
        const std::string text = complaintAbout(folder.path() / "state.safetensors");
        QVERIFY2(text.find("several: mu.weight (5 x 32), prior_mean.weight (5 x 32)")
                     != std::string::npos,
                 text.c_str());
    }
    void aModelOfThisProgramIsToldSo()
    {
        if (!hasTorchModule())
            QSKIP("this build has no LibTorch module");
        const test::TemporaryFolder folder;
        smallNet().write(folder.path() / "a.index");
        (void)imported(folder.path() / "a.index", folder.path() / "own.safetensors");
        const std::string text = complaintAbout(folder.path() / "own.safetensors");
        QVERIFY2(text.find("own.safetensors is a face model of this program already")
                     != std::string::npos,
                 text.c_str());
    }
    void whatIsMissingIsNamed()
    {
        const test::TemporaryFolder folder;
        const fs::path index = folder.path() / "a.index";
        for (const char* lacking :
             {"encoder/1/conv2d/W", "generator/2/deconv2d/W", "encoder/0/bn/beta", "encoder/fc/W",
              "variational/mu/W", "generator/fc/W",
              "encoder/2/bn/moments/Squeeze_1/ExponentialMovingAverage"}) {
            Variables net = smallNet();
            net.all.erase(lacking);
            if (std::string(lacking).ends_with("beta"))
                net.all.erase("encoder/0/bn/gamma");
            net.write(index);
            QVERIFY_THROWS_EXCEPTION(Error, (void)imported(index, folder.path() / "m.safetensors"));
            QVERIFY(!fs::exists(folder.path() / "m.safetensors"));
        }
    }
};

FUSIFORM_TEST(PublishedWeightsTest)
#include "published_weights_test.moc"
