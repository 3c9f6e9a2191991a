import ServiceRequests

/// What a column's name says of whose area it holds.
enum AssignmentName: Sendable {
    /// The one a request was given to: `Assigned Ward`, `Ward team`.
    case assigned
    /// Nothing but that it is an area.
    case plain
    /// Another one: where the position lies, an old one, or the home of who reported.
    case another

    init(_ name: ColumnName) {
        if name.says(anyOf: [.computed, .old, .citizen]) || PlaceOwner(words: name.words) == .reporter
            || name.words.contains(where: Self.others.contains)
        {
            self = .another
        } else {
            self = name.says(.department) && name.says(.area) ? .assigned : .plain
        }
    }

    /// Words of what is held against an assignment. In names of other columns they say less, or something else.
    private static let others: Set<String> = ["actual", "true"]
}
