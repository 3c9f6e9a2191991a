/// How far a count that must not be told may be told: in which of four bands it lies.
package enum CountBand: CaseIterable, Sendable, Equatable {
    case few, some, many, most

    /// Counts below this are hidden.
    package static let threshold = 11

    package init(_ count: Int) {
        switch count {
        case ..<Self.threshold: self = .few
        case ..<50: self = .some
        case ..<200: self = .many
        default: self = .most
        }
    }

    package var text: String {
        switch self {
        case .few: "fewer than \(Self.threshold)"
        case .some: "\(Self.threshold) to 49"
        case .many: "50 to 199"
        case .most: "200 and more"
        }
    }
}
