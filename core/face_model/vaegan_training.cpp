// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/face_model/vaegan_training.h"

#include "core/util/atomic_file.h"
#include "core/util/hash.h"
#include "core/util/memory.h"
#include "core/util/random.h"

#include <algorithm>
#include <cmath>
#include <ctime>

namespace fusiform::face_model {

namespace {

/// A training that is stopped soon after its start should not be lost either.
constexpr double kFirstCheckpointSeconds = 20;

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::filesystem::path bestFileOf(std::filesystem::path checkpoint)
{
    return checkpoint.empty() ? checkpoint : checkpoint += ".best";
}

} // namespace

Training::Training(const TrainingSet& pictures, const VaeganOptions& options,
                   const MeasureModel& measure, Progress& progress, TrainingObserver* observer)
    : m_pictures(pictures),
      m_options(options),
      m_measure(measure),
      m_progress(progress),
      m_observer(observer),
      m_shape{architectureNamed(options.architecture), pictures.imageSize(), options.latentSize,
              options.width},
      m_group(options.place, progress),
      m_batch(std::min(options.batch, pictures.count())),
      m_portion(std::min(ownBatch(), options.portion > 0 ? options.portion : choosePortion())),
      m_order(pictures.count(), m_batch, options.seed),
      m_trainer(m_shape, options.attributes.size(), options.seed, options.device, m_group.handle()),
      m_earlyStop(options.patience, bestFileOf(options.checkpoint)),
      m_lastCheckpoint(
          Clock::now()
          - std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(
              std::max(0.0, 60 * options.checkpointMinutes - kFirstCheckpointSeconds))))
{
    m_log.columns = {"epoch", "step", "minutes", "images_per_second", "stage", "learning_rate"};
    for (const NamedLoss& loss : kLosses)
        m_log.columns.emplace_back(loss.column);
    for (const char* const column : {"pix_corr", "ssim", "sharpness", "identity", "score"})
        m_log.columns.emplace_back(column);
}

std::unique_ptr<VaeganModel> Training::run()
{
    agree();
    if (isLeader() && !(m_options.isResumed && restoreCheckpoint()))
        start();
    shareStart();
    beginStage();
    m_clock = Clock::now();
    while (shareDone() < 1) {
        const int stage = shareDone() < m_options.recipe.firstStage ? 1 : 2;
        if (stage != m_stage) {
            m_stage = stage;
            m_stageStart = m_step;
            m_earlyStop.beginStage();
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
    if (!isLeader())
        return nullptr;
    std::unique_ptr<VaeganModel> best = m_earlyStop.takeBest();
    return best ? std::move(best) : model();
}

/// All processes were started alike, and cut batches alike.
void Training::agree()
{
    if (m_group.place().nodes == 1)
        return;
    m_progress.begin(FUSIFORM_TR("core", "Agreeing with the other processes"));
    Json options = identity();
    options.erase("portion");
    options.erase("start"); // the leader's matters
    ContentHash hash;
    const std::string text = options.dump();
    hash.add(text);
    // Twelve hexadecimal digits fit into a double.
    const double mark = static_cast<double>(std::stoull(hash.finish().substr(0, 12), nullptr, 16));
    for (const double other : m_group.everyones(mark, m_progress))
        if (other != mark)
            throw usage(FUSIFORM_TR("core", "The processes of this training were started with "
                                            "different options or pictures."));
    const std::vector<double> portions
        = m_group.everyones(static_cast<double>(m_portion), m_progress);
    m_portion = static_cast<std::size_t>(std::ranges::min(portions));
}

void Training::readClock()
{
    m_seconds += secondsSince(m_clock);
    m_clock = Clock::now();
}

/// What only the leader has read or computed.
void Training::shareStart()
{
    std::vector<double> values(5, 0.0);
    if (isLeader())
        values = {static_cast<double>(m_step), static_cast<double>(m_stage),
                  static_cast<double>(m_stageStart), m_skipped, static_cast<double>(m_portion)};
    m_group.sum(values, m_progress);
    m_step = static_cast<std::uint64_t>(values[0]);
    m_stage = static_cast<int>(values[1]);
    m_stageStart = static_cast<std::uint64_t>(values[2]);
    m_skipped = values[3];
    m_portion = static_cast<std::size_t>(values[4]);
    const bool isBrief = m_precision == Precision::BFloat16;
    m_precision = m_group.everyones(isBrief, m_progress).front() > 0 ? Precision::BFloat16
                                                                     : Precision::Float32;
    m_trainer.setPrecision(m_precision);
    m_trainer.shareState(m_progress);
}

void Training::start()
{
    choosePrecision();
    if (!m_options.startFrom.empty()) {
        takeWeights(m_options.startFrom);
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
        return ownBatch(); // nobody knows
    const double room = 0.5 * available - weights;
    const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor(room / perPicture)));
    if (fitting >= ownBatch())
        return ownBatch();
    // Portions of one size: normalisation is over a portion.
    std::size_t portions = (ownBatch() + fitting - 1) / fitting;
    while (ownBatch() % portions != 0)
        ++portions;
    m_progress.note(
        FUSIFORM_TR("core", "%1 pictures would take %2 GB: each batch comes in %3 portions.")
            .arg(ownBatch())
            .arg(std::round(perPicture * static_cast<double>(ownBatch()) / 100) / 10)
            .arg(portions));
    return ownBatch() / portions;
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
}

double Training::timeOfSteps(Precision precision)
{
    constexpr int kSteps = 5;
    ModuleTrainer trial(m_shape, 0, m_options.seed, m_options.device,
                        nullptr); // trial steps must not touch the real weights
    trial.setPrecision(precision);
    const std::vector<float> batch = batchOf(0, 0);
    const TrainingStep settings
        = settingsAt(0, 0, m_pictures.imageSize(), m_options.seed, m_options.recipe);
    (void)stepInPortions(trial, batch, {}, settings); // the first one prepares kernels
    // Processor time, not time: whatever else runs on the machine must not decide.
    const std::clock_t begin = std::clock();
    for (int i = 0; i < kSteps; ++i)
        (void)stepInPortions(trial, batch, {}, settings);
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / kSteps;
}

std::vector<float> Training::batchOf(std::uint64_t step, int shift)
{
    return m_pictures.batch(m_order.batchOfStep(step), shift, Random(m_options.seed, step).bits());
}

/// Of the same pictures as batchOf().
std::vector<float> Training::labelsOf(std::uint64_t step)
{
    const std::size_t attributes = m_options.attributes.size();
    std::vector<float> labels;
    if (attributes == 0)
        return labels;
    for (const std::size_t picture : m_order.batchOfStep(step)) {
        const auto row = std::span(m_options.labels).subspan(picture * attributes, attributes);
        labels.insert(labels.end(), row.begin(), row.end());
    }
    return labels;
}

double Training::shareDone() const
{
    if (m_options.epochs > 0)
        return m_skipped + static_cast<double>(m_step) / static_cast<double>(totalSteps());
    return m_skipped + m_seconds / (60 * m_options.minutes);
}

void Training::endStage()
{
    const double first = m_options.recipe.firstStage;
    const double end = shareDone() < first ? first : 1;
    m_skipped += std::max(0.0, end - shareDone());
    if (!isLeader())
        return;
    m_progress.note(FUSIFORM_TR("core", "No better score on the held-out pictures than %1: the "
                                        "stage ends here.")
                        .arg(m_earlyStop.bestScore()));
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
                              labelsOf(m_step), settings);
    std::vector<double> sums;
    for (const NamedLoss& loss : kLosses)
        sums.push_back(m_losses.*loss.value);
    m_group.sum(sums, m_progress);
    for (std::size_t i = 0; i < kLosses.size(); ++i)
        m_losses.*kLosses[i].value = sums[i];
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
                                        const std::vector<float>& labels,
                                        const TrainingStep& settings) const
{
    const std::size_t values = pictures.size() / m_batch; // of a picture
    const std::size_t attributes = labels.size() / m_batch;
    const std::size_t begin = ownBatch() * static_cast<std::size_t>(m_group.place().rank);
    const std::size_t end = begin + ownBatch();
    TrainingStep portion = settings;
    TrainingLosses mean = {};
    // The portions of all processes have noise of their own, each the same whoever computes it.
    for (std::size_t first = 0; first < end; first += m_portion) {
        if (first >= begin) {
            const std::size_t count = std::min(m_portion, end - first);
            portion.share = static_cast<double>(count) / static_cast<double>(m_batch);
            portion.isLast = first + count == end;
            const TrainingLosses losses
                = trainer.step(std::span(pictures).subspan(first * values, count * values),
                               std::span(labels).subspan(first * attributes, count * attributes),
                               count, portion, m_progress);
            for (const NamedLoss& loss : kLosses)
                mean.*loss.value += portion.share * losses.*loss.value;
        }
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
    const bool isMeasured = m_options.measureEvery > 0 && epoch() % m_options.measureEvery == 0;
    const Json measured = isMeasured ? measure() : Json::object();
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

/// By the leader; but all hear whether the stage has had enough.
Json Training::measure()
{
    Json measured = Json::object();
    bool hasEnough = false;
    if (isLeader() && m_measure) {
        std::unique_ptr<VaeganModel> present = model();
        measured = m_measure(*present, epoch());
        const double score = measured.value("score", std::nan(""));
        hasEnough = m_earlyStop.hasEnoughAfter(std::move(present), score);
    }
    if (m_group.everyones(hasEnough, m_progress).front() > 0)
        endStage();
    beginStage();
    return measured;
}

void Training::writeLog() const
{
    if (isLeader() && !m_options.log.empty())
        writeFileAtomically(m_options.log, tsvText(m_log));
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
           {"learned_attributes", m_options.attributes},
           {"version", FUSIFORM_VERSION},
           {"architecture", {{"name", m_options.architecture}, {"width", m_options.width}}},
           {"trained",
            {{"images", m_pictures.count()},
             {"epochs", epoch()},
             {"steps", m_step},
             {"batch", m_batch},
             {"portion", m_portion},
             {"seed", m_options.seed},
             {"processes", m_group.place().nodes},
             {"device", m_options.device == Device::Cuda ? "cuda" : "cpu"},
             {"precision", m_precision == Precision::BFloat16 ? "bfloat16" : "float32"},
             {"seconds", m_seconds},
             {"step_seconds", m_stepSeconds}}},
           {"recipe", recipeJson(m_options.recipe)}};
    return std::make_unique<VaeganModel>(manifest, std::move(arrays));
}

} // namespace fusiform::face_model
