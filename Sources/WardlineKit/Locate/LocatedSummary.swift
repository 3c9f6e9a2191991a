package import Locating
import ServiceRequests

/// Where the rows of a file were found, layer by layer.
package struct LocatedSummary: Sendable {
    package struct Layer: Sendable {
        package let name: String
        package let title: String
        /// How many of the rows that were read have each doubt; together they are all of them.
        package let counts: [LocatedDoubt: Int]

        init(_ layer: PreparedLayer, doubts: [LocatedDoubt]) {
            (name, title) = (layer.name, layer.title)
            var counts: [LocatedDoubt: Int] = [:]
            for doubt in doubts { counts[doubt, default: 0] += 1 }
            self.counts = counts
        }
    }

    package let sourceName: String
    package let dialect: String
    /// Rows of the file, and those that could be read.
    package let rows: Int
    package let read: Int
    /// What was taken for what: `longitude lon`.
    package let columns: [String]
    /// What is doubtful or out of the ordinary in how the file was read, a line each.
    package let remarks: [String]
    /// Rows by what placed them.
    package let sources: [(source: Position.Source, count: Int)]
    /// Rows without a place by why their recorded position cannot be used.
    package let missing: [(reason: MissingPosition, count: Int)]
    package let layers: [Layer]

    /// The columns that say where rows lie, and when they were opened.
    static func columns(of intake: IntakeSummary) -> [String] {
        let places: [RequestField] =
            intake.positionColumns == .degrees ? [.longitude, .latitude] : [.x, .y, .location]
        let named = (places + [.address, .opened]).compactMap { field in
            intake.columns[field].map { $0 == field.rawValue ? $0 : "\(field.rawValue) \($0)" }
        }
        return intake.addressParts.isEmpty
            ? named : named + ["address " + intake.addressParts.joined(separator: " + ")]
    }
}
