// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/support/text.h"

#include <QCoreApplication>

namespace fusiform {

namespace {
// Names that roi::offeredRegions and the sphere tool give.
[[maybe_unused]] constexpr const char* kRegionNames[] = {
    QT_TRANSLATE_NOOP("RegionName", "selected"), QT_TRANSLATE_NOOP("RegionName", "occipital"),
    QT_TRANSLATE_NOOP("RegionName", "temporal"), QT_TRANSLATE_NOOP("RegionName", "frontoparietal"),
    QT_TRANSLATE_NOOP("RegionName", "sphere"),
};
} // namespace

QString translated(const Text& text)
{
    const QString pattern = QCoreApplication::translate(text.context, text.source);
    return QString::fromStdString(text.filled(pattern.toStdString()));
}

QString errorText(const Error& error)
{
    if (error.expected() && error.found())
        return QCoreApplication::translate("ErrorText", "%1: expected %2, found %3.")
            .arg(pathText(error.file()), translated(*error.expected()), translated(*error.found()));
    return translated(error.message());
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

} // namespace fusiform
