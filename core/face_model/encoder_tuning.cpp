// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/encoder_tuning.h"

#include "core/face_model/attribute_readout.h"
#include "core/face_model/named_numbers.h"
#include "core/face_model/torch_module.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/random.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <numbers>
#include <numeric>

namespace fusiform::face_model {

namespace {

constexpr std::array kTuningNumbers = {
    NamedNumber<TuningRecipe>{"hold", &TuningRecipe::hold},
    NamedNumber<TuningRecipe>{"rate", &TuningRecipe::rate},
    NamedNumber<TuningRecipe>{"head_rate", &TuningRecipe::headRate},
    NamedNumber<TuningRecipe>{"attribute_weight", &TuningRecipe::attributeWeight},
    NamedNumber<TuningRecipe>{"shift", &TuningRecipe::shift},
};

/// Rows and labels of pictures of which an attribute is known.
struct KnownRows {
    std::vector<Eigen::Index> rows;
    std::vector<double> labels;

    [[nodiscard]] Eigen::Map<const Eigen::VectorXd> vector() const
    {
        return {labels.data(), std::ssize(labels)};
    }
};

KnownRows knownRows(const LabelledPictures& labelled, std::size_t attribute)
{
    KnownRows known;
    for (std::size_t i = 0; i < labelled.pictures.count(); ++i) {
        const float label = labelled.labels[i * labelled.attributes.size() + attribute];
        if (label == 0)
            continue;
        known.rows.push_back(static_cast<Eigen::Index>(i));
        known.labels.push_back(label);
    }
    return known;
}

double shareToldWrongly(const LabelledPictures& labelled, std::size_t attribute)
{
    constexpr std::size_t kMost = 8192; // half a per cent, and a tenth of a second
    const KnownRows known = knownRows(labelled, attribute);
    const std::size_t stride = (known.rows.size() + kMost - 1) / kMost;
    std::array<KnownRows, 2> halves;
    for (std::size_t i = 0; i * stride < known.rows.size() && stride > 0; ++i) {
        halves[i % 2].rows.push_back(known.rows[i * stride]);
        halves[i % 2].labels.push_back(known.labels[i * stride]);
    }
    const auto& [learn, test] = halves;
    if (learn.rows.size() < 2 || test.rows.empty())
        return 0;
    return 1
           - readAttributeFrom(labelled.codes(learn.rows, Eigen::all), learn.vector(),
                               labelled.codes(test.rows, Eigen::all), test.vector())
                 .accuracy;
}

std::vector<float> deviationsOf(const Eigen::MatrixXd& codes)
{
    constexpr double kLeast = 1e-3; // a latent that never moves must not hold all others
    const Eigen::RowVectorXd mean = codes.colwise().mean();
    std::vector<float> deviations;
    for (Eigen::Index latent = 0; latent < codes.cols(); ++latent) {
        const double variance = (codes.col(latent).array() - mean[latent]).square().sum()
                                / static_cast<double>(std::max<Eigen::Index>(1, codes.rows() - 1));
        deviations.push_back(static_cast<float>(std::sqrt(variance) + kLeast));
    }
    return deviations;
}

/// A tuner of the module, closed whatever happens.
class ModuleTuner {
public:
    ModuleTuner(const VaeganModel& model, const LabelledPictures& labelled,
                const std::vector<double>& weights)
    {
        const std::vector<float> deviations = deviationsOf(labelled.codes);
        const std::vector<float> ofAttributes(weights.begin(), weights.end());
        const NetShape shape = netShapeOf(model.manifest());
        const DoorArrays arrays(model.arrays());
        const TuningGoal goal{deviations.data(), std::ssize(ofAttributes), ofAttributes.data()};
        callTorch([&](DoorMessage* message) {
            return torchDoor().openTuner(&shape, arrays.first(), arrays.count(), &goal, &m_tuner,
                                         message);
        });
    }
    ~ModuleTuner() { torchDoor().closeTuner(m_tuner); }
    ModuleTuner(const ModuleTuner&) = delete;
    ModuleTuner& operator=(const ModuleTuner&) = delete;

    struct Batch {
        std::vector<float> pictures, labels;
        std::vector<float> wanted; ///< may be empty
        std::int64_t count = 0;
    };
    TuningLosses tune(const Batch& batch, const TuningStep& settings, const Progress& progress)
    {
        const DoorWatch watch = watchOf(progress);
        TuningLosses losses = {};
        callTorch([&](DoorMessage* message) {
            return torchDoor().tune(m_tuner, batch.pictures.data(), batch.labels.data(),
                                    batch.wanted.empty() ? nullptr : batch.wanted.data(),
                                    batch.count, &settings, &losses, &watch, message);
        });
        return losses;
    }
    /// The arrays of a model, those of its encoder as they are now.
    /// @return nothing if one of them is no number in half precision
    [[nodiscard]] std::optional<std::map<std::string, HalfArray>>
    arraysFor(std::map<std::string, HalfArray> arrays) const
    {
        struct Receiver {
            std::map<std::string, HalfArray>& arrays;
            bool isFinite = true;
        } receiver{arrays};
        const TakeArray take = [](void* to, const DoorArray* array) {
            constexpr float kMostInHalf = 65504;
            auto& into = *static_cast<Receiver*>(to);
            HalfArray& half = into.arrays.at(array->name);
            const std::span values(array->values, half.values.size());
            into.isFinite = into.isFinite && std::ranges::all_of(values, [](float value) {
                                return std::abs(value) <= kMostInHalf;
                            });
            half.values = io::toHalf(values);
        };
        callTorch([&](DoorMessage* message) {
            return torchDoor().saveTuned(m_tuner, take, &receiver, message);
        });
        if (!receiver.isFinite)
            return std::nullopt;
        return arrays;
    }

private:
    void* m_tuner = nullptr;
};

/// One tuning, from its first step to its last.
class EncoderTuning {
public:
    EncoderTuning(const VaeganModel& model, const LabelledPictures& labelled,
                  const TuningOptions& options, Progress& progress)
        : m_model(model),
          m_labelled(labelled),
          m_options(options),
          m_progress(progress),
          m_order(labelled.pictures.count(), options.batch, options.seed),
          m_batch(std::min(options.batch, labelled.pictures.count())),
          m_tuner(model, labelled, options.weights)
    {
        m_log.columns = {"epoch",         "step",  "minutes",  "images_per_second",
                         "learning_rate", "drift", "attribute"};
    }
    std::unique_ptr<VaeganModel> run();

private:
    using Clock = std::chrono::steady_clock;

    [[nodiscard]] TuningStep settings() const;
    [[nodiscard]] ModuleTuner::Batch batch();
    void step();
    std::unique_ptr<VaeganModel> endEpoch();
    [[nodiscard]] std::unique_ptr<VaeganModel> tuned() const;
    [[nodiscard]] Json manifest() const;
    [[nodiscard]] Error brokenDown(const std::string& what) const;
    [[nodiscard]] std::uint64_t totalSteps() const
    {
        return m_order.stepsPerEpoch() * static_cast<std::uint64_t>(m_options.epochs);
    }
    [[nodiscard]] std::uint64_t epoch() const { return m_step / m_order.stepsPerEpoch(); }
    [[nodiscard]] double seconds() const
    {
        return std::chrono::duration<double>(Clock::now() - m_begin).count();
    }

    const VaeganModel& m_model;
    const LabelledPictures& m_labelled;
    const TuningOptions& m_options;
    Progress& m_progress;
    BatchOrder m_order;
    std::size_t m_batch;
    ModuleTuner m_tuner;
    std::uint64_t m_step = 0;
    TuningLosses m_sums = {}; ///< of this epoch
    double m_secondsAtSums = 0;
    std::uint64_t m_keptEpoch = 0; ///< whose model is the checkpoint; 0: there is none
    Tsv m_log;
    Clock::time_point m_begin = Clock::now();
};

std::unique_ptr<VaeganModel> EncoderTuning::run()
{
    m_progress.begin(FUSIFORM_TR("core", "Tuning the encoder"), totalSteps());
    std::unique_ptr<VaeganModel> last;
    while (m_step < totalSteps()) {
        step();
        if (m_step % m_order.stepsPerEpoch() == 0)
            last = endEpoch();
        m_progress.step();
    }
    return last;
}

TuningStep EncoderTuning::settings() const
{
    const double share = static_cast<double>(m_step) / static_cast<double>(totalSteps());
    const double annealed = 0.5 * (1 + std::cos(std::numbers::pi * share));
    return {annealed * m_options.recipe.rate, annealed * m_options.recipe.headRate,
            m_options.recipe.hold};
}

ModuleTuner::Batch EncoderTuning::batch()
{
    const std::span<const std::size_t> pictures = m_order.batchOfStep(m_step);
    const int shift = m_step % 2 == 1 ? static_cast<int>(m_options.recipe.shift) : 0;
    ModuleTuner::Batch batch;
    batch.count = std::ssize(pictures);
    batch.pictures
        = m_labelled.pictures.batch(pictures, shift, Random(m_options.seed, m_step).bits());
    const std::size_t attributes = m_labelled.attributes.size();
    for (const std::size_t picture : pictures) {
        const auto row = std::span(m_labelled.labels).subspan(picture * attributes, attributes);
        batch.labels.insert(batch.labels.end(), row.begin(), row.end());
        if (shift > 0)
            continue; // the code of another picture
        for (const double value : m_labelled.codes.row(static_cast<Eigen::Index>(picture)))
            batch.wanted.push_back(static_cast<float>(value));
    }
    return batch;
}

void EncoderTuning::step()
{
    const TuningLosses losses = m_tuner.tune(batch(), settings(), m_progress);
    if (!std::isfinite(losses.drift) || !std::isfinite(losses.attribute))
        throw brokenDown(std::isfinite(losses.drift) ? "attribute" : "drift");
    m_sums.drift += losses.drift;
    m_sums.attribute += losses.attribute;
    ++m_step;
}

std::unique_ptr<VaeganModel> EncoderTuning::endEpoch()
{
    std::unique_ptr<VaeganModel> model = tuned();
    if (!m_options.checkpoint.empty()) {
        model->save(m_options.checkpoint);
        m_keptEpoch = epoch();
    }
    const auto steps = static_cast<double>(m_order.stepsPerEpoch());
    const double rate = steps * static_cast<double>(m_batch) / (seconds() - m_secondsAtSums);
    m_log.rows.push_back({std::to_string(epoch()), std::to_string(m_step),
                          numberText(seconds() / 60), numberText(rate),
                          numberText(settings().learningRate), numberText(m_sums.drift / steps),
                          numberText(m_sums.attribute / steps)});
    if (!m_options.log.empty())
        writeFileAtomically(m_options.log, tsvText(m_log));
    m_progress.note(FUSIFORM_TR("core", "Epoch %1: %2 images/s, drift of codes %3, attribute "
                                        "loss %4.")
                        .arg(epoch())
                        .arg(std::round(10 * rate) / 10)
                        .arg(m_sums.drift / steps)
                        .arg(m_sums.attribute / steps));
    m_sums = {};
    m_secondsAtSums = seconds();
    return model;
}

Error EncoderTuning::brokenDown(const std::string& what) const
{
    if (m_keptEpoch == 0)
        return failure(FUSIFORM_TR("core", "The tuning broke down at step %1: %2 is no number any "
                                           "more. Try smaller rates (--recipe rate=..., "
                                           "head_rate=...).")
                           .arg(m_step)
                           .arg(what));
    return failure(FUSIFORM_TR("core",
                               "The tuning broke down at step %1: %2 is no number any more. "
                               "The model after epoch %3 is kept in %4. Try smaller rates "
                               "(--recipe rate=..., head_rate=...).")
                       .arg(m_step)
                       .arg(what)
                       .arg(m_keptEpoch)
                       .arg(m_options.checkpoint.string()));
}

std::unique_ptr<VaeganModel> EncoderTuning::tuned() const
{
    std::optional<std::map<std::string, HalfArray>> arrays = m_tuner.arraysFor(m_model.arrays());
    if (!arrays)
        throw brokenDown("encoder");
    return std::make_unique<VaeganModel>(manifest(), std::move(*arrays));
}

/// What it says of the generator's training remains; the tuning is told beside it.
Json EncoderTuning::manifest() const
{
    Json manifest = m_model.manifest();
    for (const char* const measured : {"quality", "pca_quality"})
        manifest.erase(measured); // of another encoder
    manifest["name"] = m_options.name;
    manifest["version"] = FUSIFORM_VERSION;
    if (!m_options.training.empty())
        manifest["training"] = m_options.training;
    Json& learned = manifest["learned_attributes"];
    for (const std::string& attribute : m_labelled.attributes)
        if (std::ranges::find(learned, Json(attribute)) == learned.end())
            learned.push_back(attribute);
    Json recipe = recipeJson(m_options.recipe);
    for (std::size_t a = 0; a < m_labelled.attributes.size(); ++a)
        recipe["weights"][m_labelled.attributes[a]] = m_options.weights[a];
    manifest["encoder_tunings"].push_back({{"model", m_model.description().hash},
                                           {"images", m_labelled.pictures.count()},
                                           {"epochs", epoch()},
                                           {"steps", m_step},
                                           {"batch", m_batch},
                                           {"seed", m_options.seed},
                                           {"precision", "float32"},
                                           {"seconds", seconds()},
                                           {"recipe", recipe}});
    return manifest;
}

void checkTuning(const VaeganModel& model, const LabelledPictures& labelled,
                 const TuningOptions& options)
{
    const NetShape shape = netShapeOf(model.manifest());
    if (shape.architecture != NetArchitecture::Compact)
        throw usage(FUSIFORM_TR("core", "Only the encoder of a compact model can be tuned; %1 is "
                                        "another architecture.")
                        .arg(model.description().name));
    const std::size_t pictures = labelled.pictures.count();
    if (pictures < 2 || options.epochs < 1 || options.batch < 1)
        throw usage(FUSIFORM_TR("core", "An encoder is tuned on several pictures for at least one "
                                        "epoch."));
    if (labelled.attributes.empty()
        || std::ranges::all_of(labelled.labels, [](float label) { return label == 0; }))
        throw usage(FUSIFORM_TR("core", "No attribute of the pictures is known: there is nothing "
                                        "to tune for."));
    if (labelled.pictures.imageSize() != shape.imageSize
        || labelled.codes.rows() != static_cast<Eigen::Index>(pictures)
        || labelled.codes.cols() != shape.latentSize
        || labelled.labels.size() != pictures * labelled.attributes.size()
        || options.weights.size() != labelled.attributes.size())
        throw usage(FUSIFORM_TR("core", "Pictures, codes, labels and weights do not agree in "
                                        "number or size."));
}

} // namespace

Json recipeJson(const TuningRecipe& recipe) { return jsonOf(recipe, kTuningNumbers); }

void setRecipe(TuningRecipe& recipe, std::string_view name, double value)
{
    setNumber(recipe, kTuningNumbers, name, value);
}

std::vector<double> attributeWeights(const LabelledPictures& labelled, double mean,
                                     Progress& progress)
{
    progress.begin(FUSIFORM_TR("core", "Reading attributes from codes"),
                   labelled.attributes.size());
    std::vector<double> weights;
    for (std::size_t a = 0; a < labelled.attributes.size(); ++a) {
        weights.push_back(shareToldWrongly(labelled, a));
        progress.step();
    }
    const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
    const auto count = static_cast<double>(weights.size());
    for (double& weight : weights)
        weight = sum > 0 ? weight * mean * count / sum : mean; // all are told: none comes first
    return weights;
}

std::unique_ptr<VaeganModel> tuneEncoder(const VaeganModel& model, const LabelledPictures& labelled,
                                         const TuningOptions& options, Progress& progress)
{
    checkTuning(model, labelled, options);
    return EncoderTuning(model, labelled, options, progress).run();
}

} // namespace fusiform::face_model
