// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/text.h"

#include "core/decode/decoders.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

#include <cmath>

namespace fusiform {

namespace {
// Names that roi::offeredRegions and the sphere tool give.
[[maybe_unused]] constexpr const char* kRegionNames[] = {
    QT_TRANSLATE_NOOP("RegionName", "selected"), QT_TRANSLATE_NOOP("RegionName", "occipital"),
    QT_TRANSLATE_NOOP("RegionName", "temporal"), QT_TRANSLATE_NOOP("RegionName", "frontoparietal"),
    QT_TRANSLATE_NOOP("RegionName", "sphere"),   QT_TRANSLATE_NOOP("RegionName", "criterion"),
};

// Words that the core puts into the places of a message.
[[maybe_unused]] constexpr const char* kWords[] = {
    QT_TRANSLATE_NOOP("core", "confirmation faces"),
    QT_TRANSLATE_NOOP("core", "imagery pattern"),
    QT_TRANSLATE_NOOP("core", "kept, as asked"),
    QT_TRANSLATE_NOOP("core", "left out of training"),
    QT_TRANSLATE_NOOP("core", "session"),
    QT_TRANSLATE_NOOP("core", "run"),
    QT_TRANSLATE_NOOP("core", "confirmatory"),
    QT_TRANSLATE_NOOP("core", "exploratory"),
    QT_TRANSLATE_NOOP("core", "yes"),
    QT_TRANSLATE_NOOP("core", "no"),
};

/// A number with a fraction gets the decimal sign of the window's language; counts, names and paths
/// stay as they are, for "01" may be a subject.
std::string localised(const Text& text, const std::string& argument)
{
    static const QRegularExpression kFraction(QStringLiteral("^-?\\d+\\.\\d+(e[+-]?\\d+)?$"));
    QString word = QString::fromStdString(argument);
    if (kFraction.match(word).hasMatch())
        word.replace(QLatin1Char('.'), QLocale().decimalPoint());
    else
        word = QCoreApplication::translate(text.context, argument.c_str());
    return word.toStdString();
}

} // namespace

QString translated(const Text& text)
{
    const QString pattern = QCoreApplication::translate(text.context, text.source);
    Text local = text;
    for (std::string& argument : local.arguments)
        argument = localised(text, argument);
    return QString::fromStdString(local.filled(pattern.toStdString()));
}

QString errorText(const Error& error)
{
    if (error.expected() && error.found())
        return QCoreApplication::translate("ErrorText", "%1: expected %2, found %3.")
            .arg(pathText(error.file()), translated(*error.expected()), translated(*error.found()));
    return translated(error.message());
}

QString problemOf(const std::function<void()>& work)
{
    try {
        work();
    } catch (const Error& error) {
        if (error.kind() != ErrorKind::Cancelled)
            return errorText(error);
    } catch (const std::exception& error) {
        return QString::fromUtf8(error.what());
    }
    return {};
}

QString decoderText(const decode::Decoded& decoded)
{
    decode::DecodeOptions options;
    options.decoder = decoded.decoder;
    options.ridge = decoded.ridge;
    return decoderText(options);
}

QString decoderText(const decode::DecodeOptions& options)
{
    const decode::Decoder& decoder = decode::decoderNamed(options.decoder);
    const QString title = translated(decoder.title);
    if (decoder.pull != decode::Decoder::Pull::Ridge)
        return title;
    //: a decoder and the strength of its ridge
    return QCoreApplication::translate("Decoder", "%1, λ %2")
        .arg(title, QLocale().toString(options.ridge, 'g', 3));
}

QString pathText(const std::filesystem::path& path)
{
    return QString::fromStdString(path.string());
}

std::filesystem::path pathOf(const QString& text) { return text.toStdString(); }

QString regionTitle(const roi::Region& region)
{
    return QCoreApplication::translate("RegionName", region.name.c_str());
}

QString modelTitle(const std::string& modelName)
{
    if (modelName == "pca")
        return QStringLiteral("PCA");
    if (modelName.find("vaegan") != std::string::npos)
        return QStringLiteral("VAE-GAN");
    return QString::fromStdString(modelName);
}

QString percentText(double share)
{
    return std::isnan(share) ? QStringLiteral("\u2013") : QLocale().toString(100 * share, 'f', 0);
}

} // namespace fusiform
