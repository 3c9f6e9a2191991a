package import FeatureFiles

/// The fields of a file that hold the areas' codes and titles.
package struct AreaFields: Hashable, Sendable {
    package let code: String
    package let title: String
    /// Whether somebody named the code's field, or it was found by looking.
    package let choice: Choice
    /// Whether the file has the field with the areas' people; `nil` where none is named.
    package var hasPeople: Bool?
    /// All fields of the file.
    package var all: [String] = []

    package enum Choice: Sendable { case named, found }

    /// Finds the fields that are named, or those that look like codes and titles.
    package static func choose(
        _ source: EditionSource, in file: FeatureCollection
    ) throws(BoundaryError) -> AreaFields {
        let candidates = FieldCandidate.all(in: file)
        let code =
            try named(source.codeField, in: file) ?? FieldCandidate.best(candidates, score: \.codeScore)
        guard let code else { throw .noCodeField(path: file.path, fields: file.fields) }
        // Of a name in two languages, such as `nimi_fi` and `nimi_se`, one is enough.
        let isTitled = candidates.contains { $0.name == code && $0.isForeignTitle }
        let others = candidates.filter { $0.name != code && !(isTitled && $0.isForeignTitle) }
        let title = try named(source.titleField, in: file) ?? FieldCandidate.best(others, score: \.titleScore)
        return AreaFields(
            code: code, title: title ?? code, choice: source.codeField == nil ? .found : .named,
            hasPeople: source.peopleField.map { file.field(named: $0) != nil }, all: file.fields)
    }

    private static func named(_ name: String?, in file: FeatureCollection) throws(BoundaryError) -> String? {
        guard let name else { return nil }
        guard let field = file.field(named: name) else {
            throw .unknownField(path: file.path, name: name, fields: file.fields)
        }
        return file.fields[field]
    }
}
