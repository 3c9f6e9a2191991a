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

extension AddressBook {
    /// Returns how far recorded positions lie from their addresses.
    ///
    /// - Parameter longest: How many categories, channels and streets are listed at most.
    package func positionErrors(in table: RequestTable, longest: Int) -> PositionErrors {
        let comparable = places.map(Self.isComparable)
        let rows = errors.indices.filter {
            Double(errors[$0]) <= PositionErrors.elsewhere && comparable[Int(placeByRow[$0])]
        }
        return PositionErrors(
            all: spread(rows), categories: groups(rows, column: table.categories, longest: longest),
            channels: groups(rows, column: table.channels, longest: longest),
            streets: worstStreets(rows, table: table, longest: longest))
    }

    private static func isComparable(_ place: AddressPlace) -> Bool {
        guard let source = place.position?.source, let confidence = place.confidence else { return false }
        return confidence > .loose && [.addressPoint, .range, .intersection].contains(source)
    }

    private func spread(_ rows: some Collection<Int>) -> PositionErrors.Spread? {
        let values = rows.map { errors[$0] }
        var ranking = OrderStatistics(values)
        guard let median = ranking.percentile(0.5), let percentile90 = ranking.percentile(0.9),
            let percentile99 = ranking.percentile(0.99)
        else { return nil }
        return PositionErrors.Spread(
            count: values.count, median: Double(median), percentile90: Double(percentile90),
            percentile99: Double(percentile99),
            far: values.count { Double($0) > PositionErrors.farOff })
    }

    private func groups(_ rows: [Int], column: InternedColumn, longest: Int) -> [PositionErrors.Group] {
        guard !column.values.isEmpty else { return [] }
        var rowsOfValue = [[Int]](repeating: [], count: column.values.count)
        for row in rows where column.indices[row] >= 0 { rowsOfValue[Int(column.indices[row])].append(row) }
        let groups = column.values.indices.compactMap { value in
            spread(rowsOfValue[value]).map { PositionErrors.Group(name: column.values[value], spread: $0) }
        }
        return Array(
            groups.sorted {
                ($1.spread.far, $1.spread.percentile90, $0.name)
                    < ($0.spread.far, $0.spread.percentile90, $1.name)
            }.prefix(longest))
    }

    // MARK: Streets

    private func worstStreets(
        _ rows: [Int], table: RequestTable, longest: Int
    ) -> [PositionErrors.Street] {
        var counts = [Int](repeating: 0, count: streets.count)
        var far = [[Int]](repeating: [], count: streets.count)
        for row in rows {
            guard let street = place(at: row)?.street, street >= 0 else { continue }
            counts[Int(street)] += 1
            if Double(errors[row]) > PositionErrors.farOff { far[Int(street)].append(row) }
        }
        return streets.indices.filter { !far[$0].isEmpty }
            .sorted { (far[$1].count, streets[$0]) < (far[$0].count, streets[$1]) }
            .prefix(longest)
            .map { street in
                PositionErrors.Street(
                    name: streets[street], count: counts[street], far: far[street].count,
                    medianOfFar: spread(far[street])?.median ?? 0,
                    takenFor: takenFor(far[street], in: table))
            }
    }

    /// Returns the street on which most of the rows are recorded, with their own numbers.
    private func takenFor(_ rows: [Int], in table: RequestTable) -> String? {
        let asked = rows.prefix(50)
        var counts: [String: Int] = [:]
        for row in asked {
            guard let result = geocoded(row: row, in: table), let position = table[row].position else {
                continue
            }
            let there = geocoder.alternatives(of: result).first {
                $0.distance(to: position) <= max(PositionErrors.farOff, $0.uncertainty)
            }
            if let street = there?.streets.first { counts[street.title, default: 0] += 1 }
        }
        let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return most.flatMap { $0.value * 2 >= asked.count ? $0.key : nil }
    }
}
