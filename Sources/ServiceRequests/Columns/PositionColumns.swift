/// By which columns positions are read: degrees come before a grid, and a grid before both numbers in one text.
package enum PositionColumns: Sendable {
    case degrees, grid, text, none

    /// - Parameter has: Whether a field has a column.
    init(_ has: (RequestField) -> Bool) {
        self =
            has(.longitude) && has(.latitude)
            ? .degrees : has(.x) && has(.y) ? .grid : has(.location) ? .text : .none
    }

    /// The fields whose columns are not read, since others come before them.
    package var unread: [RequestField] { self == .degrees ? [.x, .y, .location] : [] }
}

extension IntakeSummary {
    /// By which of its columns positions were read.
    package var positionColumns: PositionColumns { PositionColumns { columns[$0] != nil } }
}
