package import Maps
package import Records

/// The forms in which pages are written.
package enum PageFormat: String, Sendable, CaseIterable {
    case html, pdf

    /// The form that a file's ending stands for, or `nil` where it stands for none.
    package init?(ending path: String) {
        let ending = OutputPlan.ending(of: path)
        self.init(rawValue: ending == "htm" ? "html" : ending ?? "")
    }
}

/// Pages that are ready to be written: the document, and what a PDF says of itself.
package struct ReadyPages: Sendable {
    package let document: PageDocument
    let facts: DocumentFacts
    let paper: PaperSize

    /// - Throws: `MapError`.
    package func bytes(_ format: PageFormat) throws -> [UInt8] {
        switch format {
        case .html: try document.html()
        case .pdf: try document.pdf(on: paper, facts: facts)
        }
    }

    /// Writes the pages; the file is there whole or, on an error, as it was before.
    package func write(_ format: PageFormat, to destination: OutputDestination) throws {
        let bytes = try bytes(format)
        var file = try OutputFile(destination)
        try file.write(bytes)
        try file.commit()
    }

    /// Returns what should be known of the typeface before a PDF is sent to people, one sentence each.
    package func problems(_ format: PageFormat) throws -> [String] {
        guard format == .pdf else { return [] }
        return try Typeface.problems(
            in: document.sentences + document.sections.map(\.heading)
                + document.sections.flatMap { $0.tables.flatMap { $0.rows.compactMap(\.first) } })
    }
}
