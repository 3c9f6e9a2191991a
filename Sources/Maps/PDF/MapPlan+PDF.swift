import CCairo
import Geometry
import PageLanguage

/// What a PDF says of itself.
package struct DocumentFacts: Sendable {
    package var title: String
    package var author: String
    package var subject: String
    /// A language tag such as `en-US`.
    package var language: String
    /// When it was made, ISO 8601: given, not read from a clock, so that the same input gives the same bytes.
    package var created: String

    package init(title: String, author: String, subject: String, language: String = "en-US", created: String)
    {
        self.title = title
        self.author = author
        self.subject = subject
        self.language = language
        self.created = created
    }
}

extension MapPlan {
    /// Returns a tagged PDF: the map's page, then the sections.
    package func pdf(_ sections: [PacketSection], facts: DocumentFacts) throws(MapError) -> [UInt8] {
        let sections = sections.map(joined.shown)
        let pages = sections.isEmpty ? 1 : try countPages(sections)
        let sink = ByteSink()
        let canvas = try pdfCanvas(sink, tags: .structure)
        facts.describe(canvas.surface)
        canvas.bookmark(sheet.title, page: 1)
        SheetDrawing(canvas: canvas, plan: self).draw(
            pageLabel: sheet.words("Page \("1") of \(String(pages))"), isOnly: pages == 1)
        canvas.endPage()
        if !sections.isEmpty {
            SectionFlow(canvas: canvas, plan: self, firstPage: 2, purpose: .draws, pageCount: pages).run(
                sections)
        }
        try canvas.finish()
        return try AccessiblePDF(
            title: facts.title, language: facts.language, figures: figureTexts,
            linkText: sheet.words("To the list")
        ).bytes(of: sink.bytes)
    }

    /// What stands for the figures that a page draws, in their order.
    private var figureTexts: [String] {
        let hasLocator = layout.panel.placed.contains { block, _ in
            if case .locator = block { true } else { false }
        }
        return [sheet.alternative]
            + (hasLocator ? [sheet.words("Where \(sheet.scene.area.title) lies among its neighbours")] : [])
    }

    /// Sets the sections once without keeping them.
    private func countPages(_ sections: [PacketSection]) throws(MapError) -> Int {
        let flow = SectionFlow(
            canvas: try pdfCanvas(ByteSink(), tags: .none), plan: self, firstPage: 2, purpose: .counts)
        flow.run(sections)
        return flow.page
    }

    func pdfCanvas(_ sink: ByteSink, tags: TagSupport) throws(MapError) -> Canvas {
        try .pdf(sink, page: layout.page, tags: tags)
    }
}

extension Canvas {
    /// Returns a canvas of PDF pages of a size.
    static func pdf(_ sink: ByteSink, page: PageBox, tags: TagSupport) throws(MapError) -> Canvas {
        guard
            let surface = cairo_pdf_surface_create_for_stream(
                ByteSink.write, sink.pointer, page.width, page.height)
        else { throw .drawing("no PDF surface") }
        return try Canvas(owning: surface, writingTo: sink, tags: tags)
    }
}

extension DocumentFacts {
    /// Says them of a surface.
    func describe(_ surface: OpaquePointer) {
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_AUTHOR, author)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, subject)
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Wardline")
        cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created)
    }
}
