// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/vaegan_trainer.h"

#include "core/face_model/module_trainer.h"
#include "core/util/atomic_file.h"
#include "core/util/error.h"
#include "core/util/memory.h"
#include "core/util/random.h"
#include "core/util/tsv.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <ctime>

namespace fusiform::face_model {

namespace {

using Clock = std::chrono::steady_clock;

constexpr const char* kCheckpointKey = "fusiform_checkpoint";

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct NamedLoss {
    const char* column;
    double TrainingLosses::*value;
};
constexpr std::array kLosses = {
    NamedLoss{"pixel", &TrainingLosses::pixel},
    NamedLoss{"chroma", &TrainingLosses::chroma},
    NamedLoss{"ssim_loss", &TrainingLosses::ssim},
    NamedLoss{"kl", &TrainingLosses::kl},
    NamedLoss{"bound", &TrainingLosses::bound},
    NamedLoss{"feature", &TrainingLosses::feature},
    NamedLoss{"adversarial", &TrainingLosses::adversarial},
    NamedLoss{"discriminator", &TrainingLosses::discriminator},
    NamedLoss{"gradient", &TrainingLosses::gradient},
    NamedLoss{"mean_sigma", &TrainingLosses::meanSigma},
};

/// What a checkpoint says beside its arrays.
Json stateOf(const io::Safetensors& file)
{
    const auto text = file.metadata().find(kCheckpointKey);
    if (text == file.metadata().end())
        throw badData(file.file(), FUSIFORM_TR("core", "a checkpoint of a training"),
                      FUSIFORM_TR("core", "another safetensors file"));
    return parseJson(text->second, file.file());
}

class Training {
public:
    Training(const TrainingSet& pictures, const VaeganOptions& options, const MeasureModel& measure,
             Progress& progress, TrainingObserver* observer);
    std::unique_ptr<VaeganModel> run();

private:
    void start();
    [[nodiscard]] std::size_t choosePortion() const;
    void choosePrecision();
    [[nodiscard]] double timeOfSteps(Precision precision);
    [[nodiscard]] std::vector<float> batchOf(std::uint64_t step, int shift);
    TrainingLosses stepInPortions(ModuleTrainer& trainer, const std::vector<float>& pictures,
                                  const TrainingStep& settings) const;
    [[nodiscard]] double shareDone() const;
    void readClock();
    void beginStage();
    [[nodiscard]] Error brokenDown(const std::string& what) const;
    void step();
    void tellObserver();
    void endEpoch();
    void writeLog() const;
    [[nodiscard]] Json identity() const;
    void writeCheckpoint();
    [[nodiscard]] bool restoreCheckpoint();
    void restoreArrays(const io::Safetensors& file);
    [[nodiscard]] std::unique_ptr<VaeganModel> model();
    [[nodiscard]] std::uint64_t totalSteps() const
    {
        return m_order.stepsPerEpoch() * static_cast<std::uint64_t>(m_options.epochs);
    }
    [[nodiscard]] int epoch() const { return static_cast<int>(m_step / m_order.stepsPerEpoch()); }

    const TrainingSet& m_pictures;
    const VaeganOptions& m_options;
    const MeasureModel& m_measure;
    Progress& m_progress;
    TrainingObserver* m_observer; ///< may be null
    NetShape m_shape;
    std::size_t m_batch;
    std::size_t m_portion; ///< of a batch, pictures
    BatchOrder m_order;
    ModuleTrainer m_trainer;
    Precision m_precision = Precision::Float32;
    std::uint64_t m_step = 0;
    std::uint64_t m_stageStart = 0;
    int m_stage = 1;
    double m_seconds = 0; ///< since the start, over all resumptions: the clock of the schedule
    double m_stepSeconds = 0; ///< of these in steps, the rest in measurements and checkpoints
    Clock::time_point m_clock = Clock::now(); ///< when m_seconds was last brought up to date
    TrainingLosses m_losses = {}; ///< of the last step
    TrainingLosses m_sums = {}; ///< of this epoch
    std::uint64_t m_stepsInSums = 0;
    double m_stepSecondsAtSums = 0;
    Tsv m_log;
    Clock::time_point m_lastCheckpoint = Clock::now();
};

Training::Training(const TrainingSet& pictures, const VaeganOptions& options,
                   const MeasureModel& measure, Progress& progress, TrainingObserver* observer)
    : m_pictures(pictures),
      m_options(options),
      m_measure(measure),
      m_progress(progress),
      m_observer(observer),
      m_shape{architectureNamed(options.architecture), pictures.imageSize(), options.latentSize,
              options.width},
      m_batch(std::min(options.batch, pictures.count())),
      m_portion(std::min(m_batch, options.portion > 0 ? options.portion : choosePortion())),
      m_order(pictures.count(), m_batch, options.seed),
      m_trainer(m_shape, options.seed)
{
    m_log.columns = {"epoch", "step", "minutes", "images_per_second", "stage", "learning_rate"};
    for (const NamedLoss& loss : kLosses)
        m_log.columns.emplace_back(loss.column);
    for (const char* const column : {"pix_corr", "ssim", "sharpness", "identity"})
        m_log.columns.emplace_back(column);
}

std::unique_ptr<VaeganModel> Training::run()
{
    if (!(m_options.isResumed && restoreCheckpoint()))
        start();
    beginStage();
    m_clock = Clock::now();
    while (shareDone() < 1) {
        const int stage = shareDone() < m_options.recipe.firstStage ? 1 : 2;
        if (stage != m_stage) {
            m_stage = stage;
            m_stageStart = m_step;
            beginStage();
        }
        step();
        if (m_step % m_order.stepsPerEpoch() == 0)
            endEpoch();
        if (secondsSince(m_lastCheckpoint) >= 60 * m_options.checkpointMinutes)
            writeCheckpoint();
        readClock();
        if (m_observer)
            tellObserver();
        m_progress.step();
    }
    writeCheckpoint();
    return model();
}

void Training::readClock()
{
    m_seconds += secondsSince(m_clock);
    m_clock = Clock::now();
}

void Training::start()
{
    choosePrecision();
    if (!m_options.startFrom.empty()) {
        const io::Safetensors file(m_options.startFrom);
        (void)stateOf(file);
        restoreArrays(file);
        return;
    }
    if (m_shape.architecture != NetArchitecture::Compact)
        return;
    m_progress.begin(FUSIFORM_TR("core", "Finding principal components to start from"));
    m_trainer.startFromComponents(m_pictures.pooledWithMirrors(),
                                  2 * static_cast<std::int64_t>(m_pictures.pooledCount()),
                                  m_options.seed, m_progress);
}

std::size_t Training::choosePortion() const
{
    double weights = 0;
    double perPicture = 0;
    callTorch([&](DoorMessage* message) {
        return torchDoor().trainingMemory(&m_shape, &weights, &perPicture, message);
    });
    const double available = availableMemoryMb();
    if (available <= 0)
        return m_batch; // nobody knows
    const double room = 0.5 * available - weights;
    const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(room / perPicture)));
    if (fitting >= m_batch)
        return m_batch;
    // Portions of one size: the last of a batch counts no more than the others.
    std::size_t portions = (m_batch + fitting - 1) / fitting;
    while (m_batch % portions != 0)
        ++portions;
    m_progress.note(
        FUSIFORM_TR("core", "%1 pictures would take %2 GB: each batch comes in %3 portions.")
            .arg(m_batch)
            .arg(std::round(perPicture * static_cast<double>(m_batch) / 100) / 10)
            .arg(portions));
    return m_batch / portions;
}

void Training::choosePrecision()
{
    if (m_options.precision == "bfloat16")
        m_precision = Precision::BFloat16;
    else if (m_options.precision == "auto") {
        // bfloat16 pays only where the processor multiplies it: nobody can tell without trying.
        m_progress.begin(FUSIFORM_TR("core", "Choosing the faster precision"));
        const double plain = timeOfSteps(Precision::Float32);
        const double brief = timeOfSteps(Precision::BFloat16);
        m_precision = brief < plain ? Precision::BFloat16 : Precision::Float32;
        m_progress.note(
            FUSIFORM_TR("core", "A step takes %1 s of processor time in float32, %2 s in bfloat16; "
                                "using %3.")
                .arg(plain)
                .arg(brief)
                .arg(m_precision == Precision::BFloat16 ? "bfloat16" : "float32"));
    }
    m_trainer.setPrecision(m_precision);
}

double Training::timeOfSteps(Precision precision)
{
    constexpr int kSteps = 5;
    ModuleTrainer trial(m_shape, m_options.seed); // trial steps must not touch the real weights
    trial.setPrecision(precision);
    const std::vector<float> batch = batchOf(0, 0);
    const TrainingStep settings
        = settingsAt(0, 0, m_pictures.imageSize(), m_options.seed, m_options.recipe);
    (void)stepInPortions(trial, batch, settings); // the first one prepares kernels
    // Processor time, not time: whatever else runs on the machine must not decide.
    const std::clock_t begin = std::clock();
    for (int i = 0; i < kSteps; ++i)
        (void)stepInPortions(trial, batch, settings);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / kSteps;
}

std::vector<float> Training::batchOf(std::uint64_t step, int shift)
{
    return m_pictures.batch(m_order.batchOfStep(step), shift, Random(m_options.seed, step).bits());
}

double Training::shareDone() const
{
    if (m_options.epochs > 0)
        return static_cast<double>(m_step) / static_cast<double>(totalSteps());
    return m_seconds / (60 * m_options.minutes);
}

void Training::beginStage()
{
    const Text text = m_stage == 1
                          ? FUSIFORM_TR("core", "Training, stage 1 of 2: shapes and colours")
                          : FUSIFORM_TR("core", "Training, stage 2 of 2: detail");
    const auto first = static_cast<std::uint64_t>(static_cast<double>(totalSteps())
                                                  * m_options.recipe.firstStage);
    const std::uint64_t end = m_stage == 1 ? first : totalSteps();
    m_progress.begin(text, m_options.epochs > 0 && end > m_step ? end - m_step : 0);
}

Error Training::brokenDown(const std::string& what) const
{
    return failure(
        FUSIFORM_TR("core",
                    "The training broke down at step %1: %2 is no number any more. The last "
                    "checkpoint is kept; go on from it (--start-from) with smaller rates "
                    "(--recipe first_rate=..., second_rate=...) or with --precision "
                    "float32.")
            .arg(static_cast<unsigned long long>(m_step))
            .arg(what));
}

void Training::step()
{
    const Clock::time_point begin = Clock::now();
    const TrainingStep settings
        = settingsAt(shareDone(), m_step - m_stageStart, m_pictures.imageSize(),
                     Random(m_options.seed, m_step).bits(), m_options.recipe);
    m_losses = stepInPortions(m_trainer, batchOf(m_step, static_cast<int>(m_options.recipe.shift)),
                              settings);
    for (const NamedLoss& loss : kLosses) {
        if (!std::isfinite(m_losses.*loss.value))
            throw brokenDown(loss.column);
        m_sums.*loss.value += m_losses.*loss.value;
    }
    ++m_stepsInSums;
    ++m_step;
    m_stepSeconds += secondsSince(begin);
}

void Training::tellObserver()
{
    TrainingMoment moment{m_step, m_stage, std::min(shareDone(), 1.0), m_seconds, 0, m_losses};
    moment.imagesPerSecond
        = static_cast<double>(m_step) * static_cast<double>(m_batch) / m_stepSeconds;
    m_observer->stepDone(moment);
    m_observer->waitWhilePaused(m_progress);
    m_clock = Clock::now();
    if (!m_observer->wantsModel(moment))
        return;
    m_observer->modelMade(*model(), moment, m_progress);
    beginStage();
}

TrainingLosses Training::stepInPortions(ModuleTrainer& trainer, const std::vector<float>& pictures,
                                        const TrainingStep& settings) const
{
    const std::size_t values = pictures.size() / m_batch; // of a picture
    TrainingStep portion = settings;
    portion.portions = static_cast<std::int32_t>((m_batch + m_portion - 1) / m_portion);
    TrainingLosses mean = {};
    for (; portion.portion < portion.portions; ++portion.portion) {
        const std::size_t first = static_cast<std::size_t>(portion.portion) * m_portion;
        const std::size_t count = std::min(m_portion, m_batch - first);
        const TrainingLosses losses
            = trainer.step(std::span(pictures).subspan(first * values, count * values), count,
                           portion, m_progress);
        for (const NamedLoss& loss : kLosses)
            mean.*loss.value += losses.*loss.value / portion.portions;
        portion.noiseSeed = Random(portion.noiseSeed, 2).bits();
    }
    return mean;
}

void Training::endEpoch()
{
    const double steps = static_cast<double>(m_stepsInSums);
    const double rate
        = steps * static_cast<double>(m_batch) / (m_stepSeconds - m_stepSecondsAtSums);
    const TrainingStep settings = settingsAt(shareDone(), m_step - m_stageStart,
                                             m_pictures.imageSize(), 0, m_options.recipe);
    std::vector<std::string> row
        = {std::to_string(epoch()), std::to_string(m_step),  numberText(m_seconds / 60),
           numberText(rate),        std::to_string(m_stage), numberText(settings.learningRate)};
    for (const NamedLoss& loss : kLosses)
        row.push_back(numberText(m_sums.*loss.value / steps));
    Json measured = Json::object();
    if (m_measure && m_options.measureEvery > 0 && epoch() % m_options.measureEvery == 0) {
        measured = m_measure(*model(), epoch());
        beginStage();
    }
    for (std::size_t i = row.size(); i < m_log.columns.size(); ++i) {
        const auto value = measured.find(m_log.columns[i]);
        row.push_back(value == measured.end() ? "n/a" : numberText(value->get<double>()));
    }
    m_log.rows.push_back(std::move(row));
    writeLog();
    m_progress.note(FUSIFORM_TR("core", "Epoch %1: %2 images/s, pixel loss %3, SSIM loss %4.")
                        .arg(epoch())
                        .arg(std::round(10 * rate) / 10)
                        .arg(m_sums.pixel / steps)
                        .arg(m_sums.ssim / steps));
    m_sums = {};
    m_stepsInSums = 0;
    m_stepSecondsAtSums = m_stepSeconds;
}

void Training::writeLog() const
{
    if (!m_options.log.empty())
        writeFileAtomically(m_options.log, tsvText(m_log));
}

/// What must agree for a training to go on from a checkpoint.
Json Training::identity() const
{
    return {{"architecture", m_options.architecture},
            {"latent_size", m_options.latentSize},
            {"width", m_options.width},
            {"image_size", m_pictures.imageSize()},
            {"images", m_pictures.count()},
            {"crop", m_options.crop},
            {"batch", m_batch},
            {"portion", m_portion},
            {"seed", m_options.seed},
            {"epochs", m_options.epochs},
            {"minutes", m_options.minutes},
            {"start", m_options.startFrom.filename().string()},
            {"recipe", recipeJson(m_options.recipe)}};
}

void Training::writeCheckpoint()
{
    readClock();
    m_lastCheckpoint = Clock::now();
    if (m_options.checkpoint.empty())
        return;
    std::map<std::string, std::pair<std::vector<std::int64_t>, std::vector<float>>> arrays;
    std::string broken;
    m_trainer.eachState([&](const DoorArray& array) {
        std::vector<std::int64_t> shape(array.shape, array.shape + array.rank);
        const io::Tensor sized{io::TensorType::Float32, shape, {}};
        std::vector<float> values(array.values, array.values + sized.count());
        if (!std::ranges::all_of(values, [](float value) { return std::isfinite(value); }))
            broken = array.name; // nothing may be thrown through the module
        arrays[array.name] = {std::move(shape), std::move(values)};
    });
    if (!broken.empty())
        throw brokenDown(broken);
    std::map<std::string, io::Tensor> tensors;
    for (const auto& [name, array] : arrays)
        tensors[name]
            = {io::TensorType::Float32, array.first, std::as_bytes(std::span(array.second))};
    Json sums = Json::array();
    for (const NamedLoss& loss : kLosses)
        sums.push_back(m_sums.*loss.value);
    const Json state = {{"identity", identity()},
                        {"step", m_step},
                        {"stage", m_stage},
                        {"stage_start", m_stageStart},
                        {"seconds", m_seconds},
                        {"sums", sums},
                        {"steps_in_sums", m_stepsInSums},
                        {"step_seconds", m_stepSeconds},
                        {"step_seconds_at_sums", m_stepSecondsAtSums},
                        {"bfloat16", m_precision == Precision::BFloat16},
                        {"log", m_log.rows}};
    io::writeSafetensors(m_options.checkpoint, tensors, {{kCheckpointKey, state.dump()}});
    m_progress.note(FUSIFORM_TR("core", "Checkpoint at step %1.").arg(m_step));
}

void Training::restoreArrays(const io::Safetensors& file)
{
    std::vector<std::vector<float>> values;
    std::vector<DoorArray> arrays;
    for (const auto& [name, tensor] : file.tensors()) {
        values.push_back(tensor.floats());
        DoorArray array{
            name.c_str(), static_cast<std::int32_t>(tensor.shape.size()), {}, values.back().data()};
        if (tensor.shape.size() > std::size(array.shape))
            throw badData(file.file(), FUSIFORM_TR("core", "arrays of at most 4 dimensions"),
                          FUSIFORM_TR("core", "%1 in %2").arg(tensor.shape.size()).arg(name));
        std::ranges::copy(tensor.shape, array.shape);
        arrays.push_back(array);
    }
    m_trainer.restore(arrays);
}

bool Training::restoreCheckpoint()
{
    std::error_code error;
    if (!std::filesystem::exists(m_options.checkpoint, error))
        return false;
    const io::Safetensors file(m_options.checkpoint);
    const Json state = stateOf(file);
    // Other memory is free now than was then: the portion stays what it was.
    if (m_options.portion == 0)
        m_portion
            = std::clamp<std::size_t>(state.at("identity").value("portion", m_portion), 1, m_batch);
    if (state.at("identity") != identity())
        throw usage(FUSIFORM_TR("core", "%1 belongs to a training with other pictures or options; "
                                        "remove it to start anew.")
                        .arg(file.file().string()));
    restoreArrays(file);
    m_step = state.at("step");
    m_stage = state.at("stage");
    m_stageStart = state.at("stage_start");
    m_seconds = state.at("seconds");
    for (std::size_t i = 0; i < kLosses.size(); ++i)
        m_sums.*kLosses[i].value = state.at("sums").at(i);
    m_stepsInSums = state.at("steps_in_sums");
    m_stepSeconds = state.at("step_seconds");
    m_stepSecondsAtSums = state.at("step_seconds_at_sums");
    m_log.rows = state.at("log").get<std::vector<std::vector<std::string>>>();
    m_precision = state.at("bfloat16").get<bool>() ? Precision::BFloat16 : Precision::Float32;
    m_trainer.setPrecision(m_precision);
    m_progress.note(FUSIFORM_TR("core", "Going on from step %1.").arg(m_step));
    return true;
}

std::unique_ptr<VaeganModel> Training::model()
{
    // Batch normalisation saw noisy codes and older weights: its statistics are measured again on
    // some 750 training pictures before they are folded into the convolutions.
    constexpr std::size_t kPictures = 750;
    const std::size_t batches
        = std::clamp<std::size_t>(kPictures / m_portion, 1, m_pictures.count() / m_portion);
    BatchOrder order(m_pictures.count(), m_portion, m_options.seed + 1);
    m_progress.begin(FUSIFORM_TR("core", "Measuring normalisation"), batches);
    for (std::size_t i = 0; i < batches; ++i) {
        m_trainer.calibrate(m_pictures.batch(order.batchOfStep(i), 0, 0), m_portion, i, m_progress);
        m_progress.step();
    }
    std::map<std::string, HalfArray> arrays;
    m_trainer.eachCodecArray([&](const DoorArray& array) {
        const std::vector<std::int64_t> shape(array.shape, array.shape + array.rank);
        const io::Tensor sized{io::TensorType::Float32, shape, {}};
        arrays[array.name]
            = {shape, io::toHalf({array.values, static_cast<std::size_t>(sized.count())})};
    });
    const Json manifest
        = {{"kind", "vaegan"},
           {"name", m_options.name},
           {"latent_size", m_options.latentSize},
           {"image_size", m_pictures.imageSize()},
           {"value_range", {0, 1}},
           {"training", m_options.training},
           {"crop", m_options.crop},
           {"version", FUSIFORM_VERSION},
           {"architecture", {{"name", m_options.architecture}, {"width", m_options.width}}},
           {"trained",
            {{"images", m_pictures.count()},
             {"epochs", epoch()},
             {"steps", m_step},
             {"batch", m_batch},
             {"portion", m_portion},
             {"seed", m_options.seed},
             {"precision", m_precision == Precision::BFloat16 ? "bfloat16" : "float32"},
             {"seconds", m_seconds},
             {"step_seconds", m_stepSeconds}}},
           {"recipe", recipeJson(m_options.recipe)}};
    return std::make_unique<VaeganModel>(manifest, std::move(arrays));
}

void checkOptions(const TrainingSet& pictures, const VaeganOptions& options)
{
    if (pictures.count() < 2)
        throw usage(FUSIFORM_TR("core", "A VAE-GAN needs pictures to learn from; there are %1.")
                        .arg(pictures.count()));
    if ((options.epochs > 0) == (options.minutes > 0))
        throw usage(
            FUSIFORM_TR("core", "Say either how many epochs to train or how many minutes."));
}

} // namespace

std::unique_ptr<VaeganModel> trainVaegan(const TrainingSet& pictures, const VaeganOptions& options,
                                         const MeasureModel& measure, Progress& progress,
                                         TrainingObserver* observer)
{
    checkOptions(pictures, options);
    return Training(pictures, options, measure, progress, observer).run();
}

} // namespace fusiform::face_model
