// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/quality_report.h"

#include "core/io/nifti.h"
#include "core/preprocess/subject.h"
#include "core/report/mosaic.h"
#include "core/report/plots_quality.h"

namespace fusiform::report {

RunPictures readRunPictures(const preprocess::RunFiles& files, Progress& progress)
{
    RunPictures pictures;
    pictures.series = preprocess::readRunSeries(files);
    const Carpet carpet = carpetOf(files, progress);
    pictures.maskVoxels = carpet.voxels;
    pictures.carpet = image::shared(carpetPicture(carpet));
    const image::Volume tsnr = io::readVolume(files.tsnr);
    pictures.tsnrHigh = upperValue(tsnr.values, 0.98);
    pictures.tsnr = image::shared(
        heatMosaic(tsnr, io::readVolume(files.mask), pictures.tsnrHigh, {7, 14, 3}));
    return pictures;
}

Figure runFigure(const RunPictures& pictures, RunPlot plot, double widthMm)
{
    switch (plot) {
    case RunPlot::Motion: return motionFigure(pictures.series, widthMm);
    case RunPlot::Intensity: return intensityFigure(pictures.series, widthMm);
    case RunPlot::Carpet: return carpetFigure(pictures.carpet, pictures.maskVoxels, widthMm);
    case RunPlot::Tsnr: return tsnrFigure(pictures.tsnr, pictures.tsnrHigh, widthMm);
    }
    return {};
}

OverlayPictures readOverlayPictures(const std::filesystem::path& derivatives,
                                    const std::string& subject)
{
    const preprocess::SubjectFiles files = preprocess::subjectFiles(derivatives, subject);
    OverlayPictures pictures;
    for (const auto& file : {files.mean, files.anatomy, files.mask})
        if (!std::filesystem::exists(file))
            return pictures;
    OverlayMosaics mosaics = overlayMosaics(
        io::readVolume(files.mean), io::readVolume(files.anatomy), io::readVolume(files.mask));
    pictures.mean = image::shared(std::move(mosaics.mean));
    pictures.anatomy = image::shared(std::move(mosaics.anatomy));
    pictures.checkerboard = image::shared(std::move(mosaics.checkerboard));
    return pictures;
}

} // namespace fusiform::report
