/// Columns in which software notes who made and changed a row and when, as ArcGIS's editor tracking does. A row is made when it
/// is loaded, which may be years after the request.
struct EditorTracking {
    /// The columns that say when a row was made.
    private let creations: Set<Int>

    init(_ names: [ColumnName]) {
        let plain = names.map { $0.text.lowercased().filter { $0.isLetter || $0 == "_" } }
        let isTracked = plain.contains(where: Self.companions.contains)
        creations = Set(
            names.indices.filter { index in
                names[index].text == "CreationDate"
                    || isTracked && Self.creationNames.contains(plain[index])
            })
    }

    /// Whether a column says when a row was made, and no more.
    func notes(_ column: Int) -> Bool { creations.contains(column) }

    private static let creationNames: Set<String> = [
        "creationdate", "created_date", "creation_date", "createddate",
    ]
    /// What stands beside them; a creator alone may be who called.
    private static let companions: Set<String> = [
        "editdate", "last_edited_date", "last_edit_date", "lastediteddate", "created_user",
        "last_edited_user",
    ]
}
