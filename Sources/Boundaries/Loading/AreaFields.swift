package import FeatureFiles

/// The fields of a file that hold the areas' codes and titles.
package struct AreaFields: Hashable, Sendable {
    package let code: String
    package let title: String
    /// Whether somebody named the code's field, or it was found by looking.
    package let choice: Choice
    /// Whether the file has the field with the areas' people; `nil` where none is named.
    package var hasPeople: Bool?
    /// Fields that may hold the codes as well as the one that was taken.
    package var rivals: [String] = []
    /// All fields of the file.
    package var all: [String] = []

    package enum Choice: Sendable { case named, found }

    /// Finds the fields that are named, or those that look like codes and titles.
    package static func choose(
        _ source: EditionSource, in file: FeatureCollection
    ) throws(BoundaryError) -> AreaFields {
        let candidates = FieldCandidate.all(in: file)
        let chosen = try named(source.codeField, in: file)
        let found = chosen == nil ? CodeFieldSearch(candidates, callings: source.callings) : nil
        guard let code = chosen ?? found?.code else {
            throw .noCodeField(path: file.path, fields: file.fields)
        }
        // Of a name in two languages, such as `nimi_fi` and `nimi_se`, one is enough.
        let isTitled = candidates.contains { $0.name == code && $0.isForeignTitle }
        let others = candidates.filter { $0.name != code && !(isTitled && $0.isForeignTitle) }
        let title = try named(source.titleField, in: file) ?? title(among: others, of: code, source)
        return AreaFields(
            code: code, title: title ?? code, choice: source.codeField == nil ? .found : .named,
            hasPeople: source.peopleField.map { file.field(named: $0) != nil },
            rivals: found?.rivals ?? [], all: file.fields)
    }

    /// Of titles that are as good, those of `WARD_NAME` belong to the codes of `WARD_ID`.
    private static func title(
        among candidates: [FieldCandidate], of code: String, _ source: EditionSource
    ) -> String? {
        let callings = source.callings + [code]
        return FieldCandidate.best(candidates) { candidate in
            candidate.titleScore.map { $0 * 8 + candidate.likeness(to: callings) }
        }
    }

    private static func named(_ name: String?, in file: FeatureCollection) throws(BoundaryError) -> String? {
        guard let name else { return nil }
        guard let field = file.field(named: name) else {
            throw .unknownField(path: file.path, name: name, fields: file.fields)
        }
        return file.fields[field]
    }
}
