package import Records
package import ReportPages

/// The forms in which a report or closures are written: tables, or pages.
package enum OutputForm: String, CaseIterable, Sendable {
    case csv, json, jsonl, geojson, xlsx, gpkg, html, pdf

    /// `nil` for pages.
    package var table: RecordFormat? { RecordFormat(rawValue: rawValue) }
    /// `nil` for tables.
    package var pages: PageFormat? { PageFormat(rawValue: rawValue) }

    /// Returns the form of pages that is named or that a path's ending stands for; `nil` for tables, and where nothing is
    /// written.
    package static func pages(named form: OutputForm?, path: String?) -> PageFormat? {
        guard let path else { return nil }
        return form.map(\.pages) ?? PageFormat(ending: path)
    }

    /// The endings of tables and pages together.
    package static func endings(_ tables: [RecordFormat]) -> [String] {
        tables.map(\.rawValue) + ["ndjson", "html", "htm", "pdf"]
    }
}
