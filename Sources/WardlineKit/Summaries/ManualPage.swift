/// The pages of the manual, `Docs/`, by their file names.
package enum ManualPage: String, Sendable, CaseIterable {
    case audit = "audit.md"
    case automation = "automation.md"
    case boundaries = "boundaries.md"
    case cityFile = "city-file.md"
    case closures = "closures.md"
    case columns = "columns.md"
    case drafting = "init.md"
    case facts = "facts.md"
    case firstAudit = "first-audit.md"
    case formats = "formats.md"
    case geocoding = "geocoding.md"
    case hotspots = "hotspots.md"
    case locate = "locate.md"
    case maps = "maps.md"
    case methods = "methods.md"
    case parts = "parts.md"
    case privacy = "privacy.md"
    case repairs = "repairs.md"
    case report = "report.md"
    case workspace = "workspace.md"

    /// Returns the paragraph that a help ends with: where to read on.
    package static func reference(_ pages: ManualPage...) -> String {
        "\n\nManual: " + pages.map { "Docs/\($0.rawValue)" }.joined(separator: ", ")
    }
}
