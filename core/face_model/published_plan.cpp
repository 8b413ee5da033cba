// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/published_plan.h"

#include "core/util/error.h"
#include "core/util/tsv.h"

#include <algorithm>
#include <cctype>
#include <functional>
#include <set>

namespace fusiform::face_model {

namespace {

using Shape = std::vector<std::int64_t>;

bool has(const std::string& name, std::string_view word)
{
    return lowerCase(name).find(word) != std::string::npos;
}

std::string scopeOf(const std::string& name) { return name.substr(0, name.find_last_of('/') + 1); }
std::string leafOf(const std::string& name) { return name.substr(scopeOf(name).size()); }

/// Numbers in names count as numbers: layer 2 comes before layer 10.
bool comesBefore(const std::string& a, const std::string& b)
{
    std::size_t i = 0;
    std::size_t j = 0;
    const auto isDigit = [](char c) { return c >= '0' && c <= '9'; };
    const auto number = [&](const std::string& text, std::size_t& at) {
        std::string digits;
        while (at < text.size() && isDigit(text[at]))
            digits += text[at++];
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size()));
        return digits;
    };
    while (i < a.size() && j < b.size()) {
        if (isDigit(a[i]) && isDigit(b[j])) {
            const std::string first = number(a, i);
            const std::string second = number(b, j);
            if (first.size() != second.size())
                return first.size() < second.size();
            if (first != second)
                return first < second;
        } else if (a[i] != b[j]) {
            return a[i] < b[j];
        } else {
            ++i;
            ++j;
        }
    }
    return a.size() - i < b.size() - j;
}

/// What an optimiser keeps beside a variable, and the discriminator, which makes no faces.
bool isOfTraining(const std::string& name)
{
    static const std::set<std::string> kSlots
        = {"adam",     "adam_1",      "rmsprop", "rmsprop_1",
           "momentum", "beta1_power", "adagrad", "beta2_power"};
    return kSlots.contains(lowerCase(leafOf(name))) || has(name, "discrim");
}

enum class Part { Encoder, Generator, Other };

Part partOf(const std::string& name)
{
    if (has(name, "encoder") || has(name, "/enc") || lowerCase(name).starts_with("enc"))
        return Part::Encoder;
    if (has(name, "generator") || has(name, "decoder") || lowerCase(name).starts_with("gen")
        || lowerCase(name).starts_with("dec"))
        return Part::Generator;
    return Part::Other;
}

/// Variables of batch normalisation that share a scope.
struct NormGroup {
    std::string scope;
    const NetVariable* first = nullptr; ///< gamma or beta
    std::string gamma, beta;
    std::vector<const NetVariable*> averages; ///< the mean's before the variance's
    bool isUsed = false;
};

std::string described(const NetVariable& variable)
{
    std::string text = variable.name + " (";
    for (std::size_t d = 0; d < variable.stored.size(); ++d)
        text += (d > 0 ? " x " : "") + std::to_string(variable.stored[d]);
    return text + ")";
}

/// How many letters of two paths are the same, in whole words between slashes.
std::size_t sharedScope(const std::string& a, const std::string& b)
{
    const auto end = std::ranges::mismatch(a, b).in1;
    const std::size_t slash = std::string(a.begin(), end).find_last_of('/');
    return slash == std::string::npos ? 0 : slash + 1;
}

class Finder {
public:
    Finder(const std::vector<NetVariable>& variables, const std::filesystem::path& file)
        : m_file(file)
    {
        for (const NetVariable& variable : variables)
            if (variable.isFloat && !isOfTraining(variable.path))
                m_variables.push_back(&variable);
        std::ranges::sort(m_variables, [](const auto* a, const auto* b) {
            return comesBefore(a->path, b->path);
        });
        collectNorms();
    }

    [[nodiscard]] PublishedPlan plan()
    {
        PublishedPlan plan;
        const std::vector<const NetVariable*> encoder = chain(Part::Encoder);
        const std::vector<const NetVariable*> generator = chain(Part::Generator);
        if (encoder.size() != generator.size())
            throw missing(FUSIFORM_TR("core", "as many convolutions in the generator as in the "
                                              "encoder, %1")
                              .arg(encoder.size()),
                          FUSIFORM_TR("core", "%1").arg(generator.size()));
        for (std::size_t i = 0; i < encoder.size(); ++i)
            plan.layers.push_back(layer("encoder." + std::to_string(i), *encoder[i], 3));
        for (std::size_t i = 0; i < generator.size(); ++i)
            plan.layers.push_back(layer("generator." + std::to_string(i), *generator[i], 2));
        plan.width = static_cast<std::int32_t>(encoder.front()->shape[3]);
        plan.imageSize = 4 << encoder.size();

        const std::int64_t flat = 16 * encoder.back()->shape[3];
        const NetVariable& joint
            = matrix(FUSIFORM_TR("core", "the encoder's joint layer of %1 inputs").arg(flat),
                     [&](const auto& variable) {
                         return partOf(variable.path) == Part::Encoder && variable.shape[0] == flat
                                && !isHead(variable.path);
                     });
        const NetVariable& mean
            = matrix(FUSIFORM_TR("core", "the head of the latents' means (mu) of %1 inputs")
                         .arg(joint.shape[1]),
                     [&](const auto& variable) {
                         return isHead(variable.path) && !has(variable.path, "sigma")
                                && variable.shape[0] == joint.shape[1];
                     });
        const NetVariable& start
            = matrix(FUSIFORM_TR("core", "the generator's first layer of %1 inputs and %2 outputs")
                         .arg(mean.shape[1])
                         .arg(16 * generator.front()->shape[3]),
                     [&](const auto& variable) {
                         return partOf(variable.path) == Part::Generator
                                && variable.shape[0] == mean.shape[1]
                                && variable.shape[1] == 16 * generator.front()->shape[3];
                     });
        plan.latentSize = static_cast<std::int32_t>(mean.shape[1]);
        plan.layers.push_back(linear("encoder.joint", joint));
        plan.layers.push_back(linear("encoder.mean", mean));
        plan.layers.push_back(linear("generator.start", start));
        return plan;
    }

private:
    [[nodiscard]] Error missing(const Text& expected, const Text& found) const
    {
        return badData(m_file, expected, found);
    }

    static bool isHead(const std::string& name)
    {
        // A word of its own: "mu", "z_mu", "mean", "log_sigma".
        std::string word;
        for (const char c : lowerCase(name) + "/") {
            if (std::isalpha(static_cast<unsigned char>(c)) != 0) {
                word += c;
                continue;
            }
            if (word == "mu" || word == "mean" || word == "sigma")
                return true;
            word.clear();
        }
        return false;
    }

    void collectNorms()
    {
        for (const NetVariable* variable : m_variables)
            if (const std::string leaf = lowerCase(leafOf(variable->path));
                variable->shape.size() == 1 && (leaf == "beta" || leaf == "gamma")) {
                const std::string scope = scopeOf(variable->path);
                if (m_norms.empty() || m_norms.back().scope != scope)
                    m_norms.push_back({scope, variable, {}, {}, {}, false});
                (leaf == "beta" ? m_norms.back().beta : m_norms.back().gamma) = variable->name;
            }
        // The moving averages lie in the same scope or below it, the mean's before the variance's.
        for (NormGroup& norm : m_norms) {
            for (const NetVariable* variable : m_variables)
                if (variable->path.starts_with(norm.scope) && variable->name != norm.beta
                    && variable->name != norm.gamma && variable->shape == norm.first->shape)
                    norm.averages.push_back(variable);
            std::ranges::stable_partition(norm.averages, [](const NetVariable* variable) {
                return !has(variable->path, "var");
            });
        }
    }

    /// The variables that are there, for a message that says which one is not.
    template <class Is>
    [[nodiscard]] std::string listed(const Is& is) const
    {
        constexpr std::size_t kMost = 8;
        std::string text;
        std::size_t count = 0;
        for (const NetVariable* variable : m_variables)
            if (is(*variable) && ++count <= kMost)
                (text += text.empty() ? "" : ", ") += described(*variable);
        return count > kMost ? text + ", ..." : text;
    }

    template <class Is>
    [[nodiscard]] Text whatIsThere(const Is& is) const
    {
        const std::string text = listed(is);
        return text.empty() ? FUSIFORM_TR("core", "none") : FUSIFORM_TR("core", "%1").arg(text);
    }

    /// The convolutions of a part, from the picture to the 4 x 4 map or back.
    [[nodiscard]] std::vector<const NetVariable*> chain(Part part) const
    {
        const bool isEncoder = part == Part::Encoder;
        const auto isKernel = [&](const NetVariable& variable) {
            return partOf(variable.path) == part && variable.shape.size() == 4
                   && variable.shape[0] == variable.shape[1];
        };
        std::vector<const NetVariable*> left;
        for (const NetVariable* variable : m_variables)
            if (isKernel(*variable))
                left.push_back(variable);
        std::vector<const NetVariable*> chain;
        // From the picture inwards, because its three channels are known. TensorFlow's axes are
        // rows, columns, in, out, and of transposed convolutions rows, columns, out, in.
        constexpr std::size_t kOuter = 2;
        constexpr std::size_t kInner = 3;
        std::int64_t channels = 3;
        if (!isEncoder)
            std::ranges::reverse(left);
        while (!left.empty()) {
            const auto next = std::ranges::find_if(left, [&](const NetVariable* variable) {
                return variable->shape[kOuter] == channels;
            });
            if (next == left.end())
                break;
            chain.push_back(*next);
            channels = (*next)->shape[kInner];
            left.erase(next);
        }
        if (chain.empty() || chain.size() > 5 || !left.empty())
            throw missing(isEncoder
                              ? FUSIFORM_TR("core", "an encoder: up to five convolutions whose "
                                                    "channels follow each other from 3 on")
                              : FUSIFORM_TR("core", "a generator: up to five transposed "
                                                    "convolutions whose channels end with 3"),
                          FUSIFORM_TR("core", "%1 of %2 that do: %3")
                              .arg(chain.size())
                              .arg(chain.size() + left.size())
                              .arg(listed(isKernel)));
        if (!isEncoder)
            std::ranges::reverse(chain);
        return chain;
    }

    /// Empty if the layer has none.
    [[nodiscard]] std::string biasOf(const NetVariable& weight, std::int64_t size) const
    {
        for (const NetVariable* variable : m_variables)
            if (const std::string leaf = lowerCase(leafOf(variable->path));
                scopeOf(variable->path) == scopeOf(weight.path) && leaf.starts_with("b")
                && leaf != "beta" && variable->shape == Shape{size})
                return variable->name;
        return {};
    }

    [[nodiscard]] PublishedLayer layer(const std::string& name, const NetVariable& weight,
                                       std::size_t outputs)
    {
        const Shape channels = {weight.shape[outputs]};
        const auto fits = [&](const NormGroup& norm) {
            return !norm.isUsed && norm.first->shape == channels
                   && partOf(norm.scope) == partOf(weight.path);
        };
        NormGroup* best = nullptr;
        for (NormGroup& norm : m_norms)
            if (fits(norm)
                && (best == nullptr
                    || sharedScope(norm.scope, weight.path)
                           > sharedScope(best->scope, weight.path)))
                best = &norm;
        if (!best)
            throw missing(FUSIFORM_TR("core", "batch normalisation of %1 channels for %2")
                              .arg(static_cast<long long>(channels.front()))
                              .arg(weight.name),
                          whatIsThere([&](const NetVariable& variable) {
                              return variable.shape.size() == 1
                                     && partOf(variable.path) == partOf(weight.path);
                          }));
        if (best->averages.size() != 2)
            throw missing(
                FUSIFORM_TR("core", "two moving averages beside %1").arg(best->first->name),
                whatIsThere([&](const NetVariable& variable) {
                    return std::ranges::count(best->averages, &variable) > 0;
                }));
        best->isUsed = true;
        return {name,
                weight.name,
                biasOf(weight, channels.front()),
                best->gamma,
                best->beta,
                best->averages[0]->name,
                best->averages[1]->name};
    }

    [[nodiscard]] PublishedLayer linear(const std::string& name, const NetVariable& weight) const
    {
        return {name, weight.name, biasOf(weight, weight.shape[1]), {}, {}, {}, {}};
    }

    /// The one matrix that fits.
    template <class Fits>
    [[nodiscard]] const NetVariable& matrix(const Text& what, const Fits& fits) const
    {
        const auto isMatrix
            = [](const NetVariable& variable) { return variable.shape.size() == 2; };
        const auto isIt
            = [&](const NetVariable& variable) { return isMatrix(variable) && fits(variable); };
        const auto count = std::ranges::count_if(
            m_variables, [&](const NetVariable* variable) { return isIt(*variable); });
        if (count == 0)
            throw missing(what, whatIsThere(isMatrix));
        if (count > 1)
            throw missing(what, FUSIFORM_TR("core", "several: %1").arg(listed(isIt)));
        return **std::ranges::find_if(m_variables,
                                      [&](const NetVariable* variable) { return isIt(*variable); });
    }

    const std::filesystem::path& m_file;
    std::vector<const NetVariable*> m_variables; ///< of the networks, in the order of names
    std::vector<NormGroup> m_norms;
};

} // namespace

std::vector<std::string> PublishedLayer::variables() const
{
    std::vector<std::string> all = {weight, bias, gamma, beta, mean, variance};
    std::erase(all, std::string());
    return all;
}

bool PublishedPlan::uses(const std::string& variable) const
{
    return std::ranges::any_of(layers, [&](const PublishedLayer& layer) {
        return std::ranges::count(layer.variables(), variable) > 0;
    });
}

PublishedPlan planOf(const std::vector<NetVariable>& variables, NetLayout layout,
                     const std::filesystem::path& file)
{
    PublishedPlan plan = Finder(variables, file).plan();
    plan.layout = layout;
    for (const NetVariable& variable : variables)
        if (!plan.uses(variable.name))
            plan.unmapped.push_back(variable.name);
    return plan;
}

} // namespace fusiform::face_model
