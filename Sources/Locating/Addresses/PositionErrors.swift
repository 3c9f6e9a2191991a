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
        /// Where most of those far off are recorded: the same number on a street of like name. `nil` where that
        /// explains less than half of them.
        package let takenFor: String?
    }

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
    /// Returns the street on which a row that is far off is recorded, with its own number; `nil` for none.
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
        let comparable = places.map(Self.isComparable)
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
            return there?.streets.first?.title
        }
    }

    private static func isComparable(_ place: AddressPlace) -> Bool {
        guard let source = place.position?.source, let confidence = place.confidence else { return false }
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
        let all = Array(compared.rows.indices)
        self.all = compared.spread(all)
        categories = compared.groups(by: table.categories, longest: longest)
        channels = compared.groups(by: table.channels, longest: longest)
        streets = compared.worstStreets(longest: longest)
    }
}

/// The indices are those of ``ComparedPositions/rows``.
extension ComparedPositions {
    fileprivate func spread(_ indices: some Collection<Int>) -> PositionErrors.Spread? {
        let values = indices.map { errors[$0] }
        var ranking = OrderStatistics(values)
        guard let median = ranking.percentile(0.5), let percentile90 = ranking.percentile(0.9),
            let percentile99 = ranking.percentile(0.99)
        else { return nil }
        return PositionErrors.Spread(
            count: values.count, median: Double(median), percentile90: Double(percentile90),
            percentile99: Double(percentile99),
            far: values.count { Double($0) > PositionErrors.farOff })
    }

    fileprivate func groups(by column: InternedColumn, longest: Int) -> [PositionErrors.Group] {
        guard !column.values.isEmpty else { return [] }
        var ofValue = [[Int]](repeating: [], count: column.values.count)
        for (index, row) in rows.enumerated() where column.indices[row] >= 0 {
            ofValue[Int(column.indices[row])].append(index)
        }
        let groups = column.values.indices.compactMap { value in
            spread(ofValue[value]).map { PositionErrors.Group(name: column.values[value], spread: $0) }
        }
        return Array(
            groups.sorted {
                ($1.spread.far, $1.spread.percentile90, $0.name)
                    < ($0.spread.far, $0.spread.percentile90, $1.name)
            }.prefix(longest))
    }

    // MARK: Streets

    /// Returns for each street the indices of the positions that are far off.
    func farOff() -> [[Int]] {
        var far = [[Int]](repeating: [], count: streetNames.count)
        for index in rows.indices where streets[index] >= 0 {
            if Double(errors[index]) > PositionErrors.farOff { far[Int(streets[index])].append(index) }
        }
        return far
    }

    fileprivate func worstStreets(longest: Int) -> [PositionErrors.Street] {
        var counts = [Int](repeating: 0, count: streetNames.count)
        for street in streets where street >= 0 { counts[Int(street)] += 1 }
        let far = farOff()
        return streetNames.indices.filter { !far[$0].isEmpty }
            .sorted { (far[$1].count, streetNames[$0]) < (far[$0].count, streetNames[$1]) }
            .prefix(longest)
            .map { street in
                PositionErrors.Street(
                    name: streetNames[street], count: counts[street], far: far[street].count,
                    medianOfFar: spread(far[street])?.median ?? 0, takenFor: takenFor(far[street]))
            }
    }

    /// Returns the street on which most of the positions are recorded, with their own numbers.
    private func takenFor(_ indices: [Int]) -> String? {
        let asked = indices.prefix(PositionErrors.mostAsked)
        var counts: [String: Int] = [:]
        for index in asked {
            if let street = recordedStreet(rows[index]) { counts[street, default: 0] += 1 }
        }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return most.flatMap { $0.value * 2 >= asked.count ? $0.key : nil }
    }
}
