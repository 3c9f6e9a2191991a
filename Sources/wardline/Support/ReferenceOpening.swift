import Geocoding
import Locating
import Records

/// Opening a city's streets and addresses in sight of the user: progress while it lasts, warnings of what was found.
extension ReferenceLoader {
    /// Returns the reference, or `nil` where the city file names none.
    func openIfNamed(progress: ProgressLine) throws -> StreetReference? {
        isNamed ? try open(progress: progress) : nil
    }

    func open(progress: ProgressLine) throws -> StreetReference {
        progress.show("opening \(files)")
        defer { progress.clear() }
        let opened = try open()
        for note in opened.notes { Terminal.warn(note) }
        for (file, rows) in opened.leftOut { Self.warn(of: rows, in: file) }
        return opened.reference
    }

    /// Returns all lines of the streets for drawing, none where the city file names no streets.
    func streetLines(progress: ProgressLine) throws -> [StreetLine] {
        progress.show("reading the streets")
        defer { progress.clear() }
        return try streetLines()
    }

    /// Says how many of a source's rows serve nothing.
    private static func warn(of rows: SourceTally, in file: String) {
        let parts = [
            (rows.withoutName, "without a street name"), (rows.withoutPlace, "without a place"),
            (rows.unreadable, "with fields that do not fit the header"),
        ]
        .filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
        guard !parts.isEmpty else { return }
        Terminal.warn(
            "\(file): of \(NumberText.count(rows.rows)) rows, \(parts.joined(separator: ", ")) cannot be used"
        )
    }
}
