// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/present/deck_writer.h"

#include "app/support/text.h"
#include "core/util/atomic_file.h"
#include "core/util/escaped_xml.h"
#include "core/util/time.h"

#include <nlohmann/json.hpp>

#include <QBuffer>
#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>

namespace fusiform {

namespace {

class PdfDeck final : public DeckWriter {
public:
    PdfDeck(QString file, const SlideColors& colors) : m_file(std::move(file)), m_colors(colors)
    {
        m_buffer.open(QIODevice::WriteOnly);
        m_writer = std::make_unique<QPdfWriter>(&m_buffer);
        m_writer->setCreator(QStringLiteral("Fusiform " FUSIFORM_VERSION));
        m_writer->setPageMargins({});
        m_writer->setPageSize(QPageSize(QSizeF(16, 9) * kInch, QPageSize::Inch));
        m_writer->setPageMargins(QMarginsF());
        m_writer->setResolution(kDotsPerInch);
    }

    void add(const present::Slides& slides, const DeckPage& page, SlideRenderer& renderer) override
    {
        const present::Scene& scene = *slides[page.slide];
        if (m_painter.isActive())
            m_writer->newPage();
        else
            m_painter.begin(m_writer.get());
        const QRectF whole(0, 0, m_writer->width(), m_writer->height());
        const present::SceneStep step = present::stepsOf(scene)[page.step];
        const QImage brain = renderer.brain(scene, step, scene.look, whole.size().toSize());
        paintSlide(m_painter, slidePlace(whole), renderer.builder().contentOf(scene), step,
                   m_colors, brain);
    }

    void finish(const Json& record) override
    {
        m_painter.end();
        m_writer.reset();
        writeFileAtomically(pathOf(m_file), m_buffer.data().toStdString());
        writeJson(pathOf(m_file + QStringLiteral(".json")), record);
    }

private:
    static constexpr double kInch = 13.333 / 16;
    static constexpr int kDotsPerInch = 150; // of brain and faces; words are curves of their own
    QString m_file;
    SlideColors m_colors;
    QBuffer m_buffer;
    std::unique_ptr<QPdfWriter> m_writer;
    QPainter m_painter; // ended before the writer goes
};

class HtmlDeck final : public DeckWriter {
public:
    HtmlDeck(QString file, const SlideColors& colors, int width)
        : m_file(std::move(file)), m_colors(colors), m_width(width)
    {
    }

    void add(const present::Slides& slides, const DeckPage& page, SlideRenderer& renderer) override
    {
        const present::Scene& scene = *slides[page.slide];
        const present::SceneStep step = present::stepsOf(scene)[page.step];
        const QImage picture = renderer.picture(scene, step, scene.look, m_width, m_colors);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        picture.save(&buffer, "PNG");
        const SlideContent content = renderer.builder().contentOf(scene);
        m_body += "<section><img alt=\"" + escapedXml(scene.title)
                  + "\" src=\"data:image/png;base64," + bytes.toBase64().toStdString()
                  + "\"><div class=\"words\"><h2>" + escapedXml(scene.title) + "</h2><p>"
                  + escapedXml(scene.text) + "</p><p>" + escapedXml(content.origin.toStdString())
                  + "</p></div></section>\n";
        if (m_title.empty())
            m_title = scene.title;
    }

    void finish(const Json& record) override
    {
        const std::string ground = m_colors.ground.name().toStdString();
        const std::string text
            = "<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>" + escapedXml(m_title)
              + "</title><style>\nbody{margin:0;background:" + ground
              + "}\nsection{display:none;height:100vh}\nsection.now{display:flex;align-items:"
                "center;"
                "justify-content:center}\nimg{max-width:100vw;max-height:100vh}\n.words{position:"
                "absolute;left:-10000px}\n@media "
                "print{section{display:block;height:auto;break-after:"
                "page}}\n</style></head><body>\n"
              + m_body
              + "<script>\nconst all=document.querySelectorAll('section');let at=0;\n"
                "function show(n){at=Math.max(0,Math.min(all.length-1,n));all.forEach((s,i)=>s."
                "classList.toggle('now',i===at));}\n"
                "addEventListener('keydown',e=>{if([' "
                "','Enter','ArrowRight','ArrowDown','PageDown']."
                "includes(e.key))show(at+1);else if(['ArrowLeft','ArrowUp','Backspace','PageUp']."
                "includes(e.key))show(at-1);else if(e.key==='Home')show(0);else "
                "if(e.key==='End')show("
                "all.length-1);});\naddEventListener('click',()=>show(at+1));show(0);\n</script>\n"
                "<script type=\"application/json\" id=\"provenance\">\n"
              + withoutTags(jsonText(record)) + "</script></body></html>\n";
        writeFileAtomically(pathOf(m_file), text);
        writeJson(pathOf(m_file + QStringLiteral(".json")), record);
    }

private:
    /// JSON in which no "<" can end the script that it stands in.
    static std::string withoutTags(const std::string& json)
    {
        std::string safe;
        for (const char c : json)
            safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
        return safe;
    }

    QString m_file;
    SlideColors m_colors;
    int m_width;
    std::string m_body;
    std::string m_title;
};

} // namespace

std::vector<DeckPage> deckPages(const present::Slides& slides, bool isStepByStep)
{
    std::vector<DeckPage> pages;
    for (std::size_t slide = 0; slide < slides.size(); ++slide) {
        const std::size_t steps = present::stepsOf(*slides[slide]).size();
        for (std::size_t step = isStepByStep ? 0 : steps - 1; step < steps; ++step)
            pages.push_back({slide, step});
    }
    return pages;
}

Json deckRecord(const Session& session)
{
    const glm::Fit& fit = session.opened()->fit;
    Json slides = Json::array();
    Json regions = Json::array();
    for (const auto& scene : session.document().scenes)
        slides.push_back(present::sceneJson(*scene));
    for (const auto& region : session.document().regions)
        regions.push_back({{"name", region->name},
                           {"voxels", region->voxels.count()},
                           {"hash", region->voxels.hash()},
                           {"made", region->made},
                           {"edited_while_looking", region->isEditedWhileLooking}});
    Json openings = Json::array();
    for (const glm::Opening& opening : fit.openings)
        openings.push_back({{"faces", opening.faces},
                            {"region", opening.regionName},
                            {"region_hash", opening.regionHash},
                            {"confirmatory", opening.isConfirmatory},
                            {"time", opening.time}});
    const decode::DecodeOptions& options = session.decodeOptions();
    return {{"program", "Fusiform " FUSIFORM_VERSION},
            {"written", documentTime()},
            {"selection", fit.selection},
            {"seal_open", session.opened()->isSealOpen},
            {"openings", openings},
            {"decoder", options.decoder},
            {"ridge", options.ridge},
            {"journal_hash", session.journal() ? session.journal()->hash() : std::string()},
            {"regions", regions},
            {"slides", slides}};
}

std::unique_ptr<DeckWriter> pdfDeck(const QString& file, const SlideColors& colors)
{
    return std::make_unique<PdfDeck>(file, colors);
}

std::unique_ptr<DeckWriter> htmlDeck(const QString& file, const SlideColors& colors, int width)
{
    return std::make_unique<HtmlDeck>(file, colors, width);
}

} // namespace fusiform
