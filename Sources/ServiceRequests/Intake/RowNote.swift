/// A row that was read although one of its fields could not be.
package struct RowNote: Sendable, Hashable {
    package enum Problem: UInt8, Codable, Sendable, CaseIterable {
        /// The record ends before the header does; what is missing was read as blank.
        case missingFields
        /// A quote that nothing closes begins a field; it was left out.
        case strayQuote
        /// The text is no date in any known format.
        case unreadableDate
        /// The date lies outside 1970…2100.
        case implausibleDate
        /// The text is no number.
        case unreadablePosition
        /// The number is no longitude or latitude.
        case positionOutOfRange
        /// One of the two numbers is there, the other is blank.
        case halfPosition
        /// The longitude counts from 0 to 360.
        case longitudeOfFullCircle
    }

    /// The row in the table, from 0.
    package var row: Int { Int(storedRow) }
    package let field: RequestField
    package let problem: Problem
    var storedRow: UInt32

    package init(row: Int, field: RequestField, problem: Problem) {
        storedRow = UInt32(row)
        self.field = field
        self.problem = problem
    }
}

extension RowNote: CustomStringConvertible {
    /// The problem in words, without the row's own text.
    package var description: String {
        switch problem {
        case .missingFields: "the row ends early; its missing fields are read as blank"
        case .strayQuote: "a quote begins a field and nothing closes it; it is left out"
        case .unreadableDate: "\(field.rawValue) is no date"
        case .implausibleDate: "\(field.rawValue) lies outside 1970 to 2100"
        case .unreadablePosition: "\(field.rawValue) is no number"
        case .positionOutOfRange: "\(field.rawValue) is out of range"
        case .halfPosition: "\(field.rawValue) is blank although the other half of the position is there"
        case .longitudeOfFullCircle: "\(field.rawValue) counts from 0 to 360; 360 was taken off"
        }
    }
}
