import Geometry

extension PageDocument {
    /// Returns the document as a tagged PDF.
    package func pdf(on paper: PaperSize = .letter, facts: DocumentFacts) throws(MapError) -> [UInt8] {
        let box = paper.box(.portrait)
        let counting = DocumentFlow(
            canvas: try .pdf(ByteSink(), page: box, tags: .none), document: self, page: box, pageCount: nil)
        counting.run()
        let sink = ByteSink()
        let canvas = try Canvas.pdf(sink, page: box, tags: .structure)
        facts.describe(canvas.surface)
        DocumentFlow(canvas: canvas, document: self, page: box, pageCount: counting.page).run()
        try canvas.finish()
        return try AccessiblePDF(
            title: facts.title, language: facts.language,
            figures: sections.compactMap { $0.figure?.told(words) }, linkText: title
        ).bytes(of: sink.bytes)
    }
}
