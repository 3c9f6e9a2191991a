import AddressParsing
import Foundation
import Geocoding
package import ServiceRequests
import Statistics

/// How far recorded positions lie from the addresses of their requests: what an auditor takes to the geocoder's owner.
///
/// Only addresses that were matched without serious doubt and to a house or a corner are compared.
package struct PositionErrors: Sendable {
    /// A recorded position farther from its address than this, metres, is far off.
    package static let farOff = 100.0
    /// A recorded position farther than this from its address, metres, is in another part of the world and is not
    /// compared: its axes are exchanged, or its numbers mean something else.
    static let elsewhere = 100_000.0

    /// A position farther than this from the middle of a street, metres, is not on it.
    static let besideStreet = 50.0

    /// The errors of some requests.
    package struct Spread: Sendable, Equatable {
        package let count: Int
        /// Metres.
        package let median: Double
        package let percentile90: Double
        package let percentile99: Double
        /// How many are far off.
        package let far: Int
    }

    package struct Group: Sendable, Equatable {
        package let name: String
        package let spread: Spread
    }

    /// A street with recorded positions that are far off.
    package struct Street: Sendable, Equatable {
        package let name: String
        package let count: Int
        package let far: Int
        /// The median of those far off, metres.
        package let medianOfFar: Double
        /// Where most of those far off are recorded: the same number on a street of like name, or what
        /// ``PositionErrors/doubt(of:)`` says of the street itself. `nil` where that explains less than half of them.
        package let takenFor: String?

        /// The same as a remark; empty where there is nothing to say.
        package var remark: String {
            guard let takenFor else { return "" }
            return PositionErrors.doubts.contains(takenFor) ? takenFor : "taken for \(takenFor)"
        }
    }

    /// What is said of a street on which positions are recorded far from where the reference has their numbers: its houses may
    /// have been numbered anew, or the reference be wrong. `nil` where the reference has no numbers.
    static func doubt(of source: Position.Source) -> String? {
        switch source {
        case .range: "on it, but not where the ranges have their numbers"
        case .addressPoint: "on it, but not where the address points have their numbers"
        case .recorded, .intersection, .block, .street: nil
        }
    }

    private static let doubts = Set(Position.Source.allCases.compactMap(doubt))

    /// `nil` where no request has both.
    package let all: Spread?
    /// The categories and the channels, those with the most positions far off first.
    package let categories: [Group]
    package let channels: [Group]
    /// The streets with the most positions far off.
    package let streets: [Street]
}

/// The recorded positions that are compared with the addresses of their requests.
package struct ComparedPositions: Sendable {
    /// The rows of the table, in order.
    let rows: [Int]
    /// Metres, of each of the rows.
    let errors: [Float]
    /// For each of the rows its street among ``streetNames``, −1 for none.
    let streets: [Int32]
    let streetNames: [String]
    /// Returns the street on which a row that is far off is recorded, with its own number, or what is said of its own street where
    /// it is recorded on that; `nil` for none.
    let recordedStreet: @Sendable (_ row: Int) -> String?
}

extension AddressBook {
    /// Returns how far recorded positions lie from their addresses.
    ///
    /// - Parameter longest: How many categories, channels and streets are listed at most.
    package func positionErrors(in table: RequestTable, longest: Int) -> PositionErrors {
        PositionErrors(comparedPositions(in: table), in: table, longest: longest)
    }

    /// Returns the recorded positions that are compared with their addresses.
    package func comparedPositions(in table: RequestTable) -> ComparedPositions {
        let comparable = places.map(\.isComparable)
        let rows = errors.indices.filter {
            Double(errors[$0]) <= PositionErrors.elsewhere && comparable[Int(placeByRow[$0])]
        }
        return ComparedPositions(
            rows: rows, errors: rows.map { errors[$0] },
            streets: rows.map { place(at: $0)?.street ?? -1 }, streetNames: streets
        ) { row in
            guard let result = geocoded(row: row, in: table), let position = table[row].position else {
                return nil
            }
            let there = geocoder.alternatives(of: result).first {
                $0.distance(to: position) <= max(PositionErrors.farOff, $0.uncertainty)
            }
            guard let best = result.candidates.first, best.streets.first != there?.streets.first else {
                return result.candidates.first.flatMap(Self.doubt)
            }
            guard there == nil else { return there?.streets.first?.title }
            return geocoder.streetsMeet(
                best, of: result.reading, near: position, within: PositionErrors.besideStreet)
                ? Self.doubt(best) : nil
        }
    }

    private static func doubt(_ best: AddressCandidate) -> String? {
        PositionErrors.doubt(of: Position.Source(best.precision))
    }

}

extension AddressPlace {
    /// Whether a recorded position is compared with it: it was matched without serious doubt to a house or a corner.
    var isComparable: Bool {
        guard let source = position?.source, let confidence else { return false }
        return confidence > .loose && [.addressPoint, .range, .intersection].contains(source)
    }
}

extension PositionErrors {
    /// How many of a street's positions that are far off are looked at to tell what it is taken for.
    static let mostAsked = 50

    /// - Parameters:
    ///   - table: The rows of what is compared are its rows.
    ///   - longest: How many categories, channels and streets are listed at most.
    package init(_ compared: ComparedPositions, in table: RequestTable, longest: Int) {
        var figures = ErrorFigures()
        figures.add(compared, in: table, asking: .later)
        self.init(
            figures, categories: table.categories.values, channels: table.channels.values, longest: longest,
            recordedStreet: compared.recordedStreet)
    }
}

extension ComparedPositions {
    /// Returns for each street the indices of the positions that are far off.
    func farOff() -> [[Int]] {
        var far = [[Int]](repeating: [], count: streetNames.count)
        for index in rows.indices where streets[index] >= 0 {
            if Double(errors[index]) > PositionErrors.farOff { far[Int(streets[index])].append(index) }
        }
        return far
    }
}
