// SPDX-License-Identifier: GPL-3.0-or-later
#include <torch/script.h>

#include <cstdio>
#include <functional>

namespace {

using torch::jit::Module;

/// Pixel (channel c, row y, column x) of 6 x 6 is tanh(z0 (c - 1) + z1 y/6 + z2 x/6 + bias).
constexpr const char* kForward = R"(
def forward(self, z):
    ramp = torch.arange(6) / 6.0
    channel = (torch.arange(3) - 1.0).view(1, 3, 1, 1)
    z = z.view(-1, 3, 1, 1, 1)
    raw = z[:, 0] * channel + z[:, 1] * ramp.view(1, 1, 6, 1) + z[:, 2] * ramp.view(1, 1, 1, 6)
    return torch.tanh(raw + self.bias)
)";

/// The means of the three channels.
constexpr const char* kEncode = R"(
def encode(self, pictures):
    return pictures.mean(dim=[2, 3])
)";

struct Writer {
    std::string folder;

    void write(const std::string& name, const std::function<void(Module&)>& fill) const
    {
        Module program("generator");
        program.register_buffer("bias", torch::full({1}, 0.25));
        fill(program);
        program.save(folder + "/" + name + ".pt");
    }
};

} // namespace

/// Writes small TorchScript programs for tests, good ones and bad ones.
int main(int argc, char** argv)
{
    if (argc != 2) {
        std::fprintf(stderr, "fusiform_torchscript_files FOLDER\n");
        return 2;
    }
    const Writer writer{argv[1]};
    writer.write("plain", [](Module& program) { program.define(kForward); });
    writer.write("whole", [](Module& program) {
        program.register_attribute("latent_size", c10::IntType::get(), std::int64_t{3});
        program.register_attribute(
            "value_range", c10::TupleType::create({c10::FloatType::get(), c10::FloatType::get()}),
            c10::ivalue::Tuple::create({-1.0, 1.0}));
        program.define(kForward);
        program.define(kEncode);
    });
    const auto bad = [&](const char* name, const char* body) {
        writer.write(name, [&](Module& program) {
            program.register_attribute("latent_size", c10::IntType::get(), std::int64_t{3});
            program.define(body);
        });
    };
    bad("positive", "def forward(self, z):\n"
                    "    return torch.sigmoid(z.view(-1, 3, 1, 1).expand(-1, 3, 4, 4))\n");
    bad("noisy", "def forward(self, z):\n"
                 "    return torch.rand(1, 3, 4, 4) * 0.5 + 0.25\n");
    bad("bytes", "def forward(self, z):\n"
                 "    return 255.0 * torch.sigmoid(z.view(-1, 3, 1, 1).expand(-1, 3, 4, 4))\n");
    bad("channels_last", "def forward(self, z):\n    return torch.zeros(1, 4, 4, 3)\n");
    bad("oblong", "def forward(self, z):\n    return torch.zeros(1, 3, 4, 6)\n");
    bad("no_number", "def forward(self, z):\n"
                     "    return torch.log(-1.0 - torch.zeros(1, 3, 4, 4))\n");
    bad("pair", "def forward(self, z):\n    return z, z\n");
    bad("raising", "def forward(self, z):\n"
                   "    assert False, 'the moon is down'\n"
                   "    return z\n");
    bad("without_forward", kEncode);
    bad("bad_encoder", "def forward(self, z):\n    return torch.zeros(1, 3, 4, 4)\n"
                       "def encode(self, pictures):\n    return torch.zeros(1, 2)\n");
    writer.write("counting", [](Module& program) {
        program.register_attribute("latent_size", c10::IntType::get(), std::int64_t{3});
        program.define("def forward(self, z):\n"
                       "    self.bias += 0.01\n"
                       "    return torch.zeros(1, 3, 4, 4) + self.bias\n");
    });
    return 0;
}
