import CCairo
import Geometry
import PageLanguage

extension BriefPlan {
    /// Returns the page as a tagged PDF.
    package func pdf(facts: DocumentFacts) throws(MapError) -> [UInt8] {
        let sink = ByteSink()
        let canvas = try map.pdfCanvas(sink, tags: .structure)
        facts.describe(canvas.surface)
        canvas.bookmark(brief.sheet.title, page: 1)
        BriefDrawing(canvas: canvas, plan: self).draw()
        canvas.endPage()
        try canvas.finish()
        return try AccessiblePDF(
            title: facts.title, language: facts.language, figures: figureTexts,
            linkText: brief.sheet.words("To the list")
        ).bytes(of: sink.bytes)
    }

    /// Returns the page as SVG, its texts as outlines, with title and description for screen readers.
    package func svg() throws(MapError) -> [UInt8] {
        try map.svg { BriefDrawing(canvas: $0, plan: self).draw() }
    }

    /// Returns the page as PNG.
    ///
    /// - Parameter dotsPerInch: 72 is one pixel for each point.
    package func png(dotsPerInch: Double) throws(MapError) -> [UInt8] {
        try map.png(dotsPerInch: dotsPerInch) {
            BriefDrawing(canvas: $0, plan: self).draw()
        }
    }

    /// What stands for the figures, in their order.
    private var figureTexts: [String] {
        var texts = [brief.sheet.alternative]
        guard let contact = brief.contact else { return texts }
        if logo != nil { texts.append(brief.sheet.words("Logo: \(contact.name)")) }
        if let address = contact.address, QRCode(address) != nil {
            texts.append(brief.sheet.words("QR code that opens \(address)"))
        }
        return texts
    }
}
