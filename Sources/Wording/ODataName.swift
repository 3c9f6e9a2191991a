/// A column's name as the Web API of Dynamics annotates it: `statecode@OData.Community.Display.V1.FormattedValue`.
package struct ODataName: Sendable, Equatable {
    /// The name of the column that is annotated; empty where the whole row is, as by `@odata.etag`.
    package let base: String
    /// Whether the column holds the base's values as people see them.
    package let isFormatted: Bool

    private static let annotations = ["odata.", "OData.Community.", "Microsoft.Dynamics."]

    /// - Returns: `nil` for a name that is not annotated.
    package init?(_ name: String) {
        guard let sign = name.firstIndex(of: "@") else { return nil }
        let annotation = name[name.index(after: sign)...]
        guard Self.annotations.contains(where: annotation.hasPrefix) else { return nil }
        base = String(name[..<sign])
        isFormatted = !base.isEmpty && annotation.hasSuffix(".FormattedValue")
    }

    /// What the formatted values are called: of `_subjectid_value`, which holds another record's id, `subject`.
    package var shownName: String {
        guard base.hasPrefix("_"), base.hasSuffix("_value") else { return base }
        let reference = base.dropFirst().dropLast("_value".count)
        return String(reference.hasSuffix("id") && reference.count > 2 ? reference.dropLast(2) : reference)
    }
}
