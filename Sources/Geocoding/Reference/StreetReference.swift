package import AddressParsing
import Geometry

/// A city's streets and addresses, ready to match against. Immutable: any number of workers share one.
package final class StreetReference: Sendable {
    let tables: ReferenceTables
    /// The tables' words, so that a line's parts are compared as numbers.
    private let words: [String: UInt16]
    let towns: TownKnowledge
    let officialNames: OfficialNames
    /// The names of towns that lines may have, for parsing them.
    package let placeNames: PlaceNames
    /// For each of the tables' words, that which means the same: of `RUE` the index of `ST`.
    private let synonyms: [UInt16]

    init(_ tables: ReferenceTables) {
        self.tables = tables
        let words = Self.indices(tables.words)
        self.words = words
        towns = TownKnowledge(tables)
        officialNames = OfficialNames(tables)
        placeNames = Self.placeNames(tables, isCanadian: towns.isCanadian)
        synonyms = (0..<tables.words.count).map { index in
            FrenchTypes.english(tables.words[index]).flatMap { words[$0] } ?? UInt16(index)
        }
    }

    /// Returns the English type of a French one, or the word itself.
    func synonym(of word: UInt16) -> UInt16 { Int(word) < synonyms.count ? synonyms[Int(word)] : word }

    private static func indices(_ table: StringTable) -> [String: UInt16] {
        var indices: [String: UInt16] = [:]
        for index in 0..<table.count { indices[table[index]] = UInt16(index) }
        return indices
    }

    package var segmentCount: Int { tables.segmentStreets.count }
    package var hasRanges: Bool { !tables.sides.isEmpty }
    package var pointCount: Int { tables.points.count }

    /// Returns a word's index, or one that no word has.
    func word(_ text: String) -> UInt16 { text.isEmpty ? 0 : words[text] ?? .max }

    /// What reads lines of addresses.
    package var parser: AddressParser { AddressParser(places: placeNames) }

    private static func placeNames(_ tables: ReferenceTables, isCanadian: Bool) -> PlaceNames {
        let aliases = strings(tables.townAliases)
        var names = PlaceNames(
            names: strings(tables.towns) + strings(tables.places).dropFirst(), isCanadian: isCanadian,
            isFrench: tables.isFrench)
        for index in stride(from: 0, to: aliases.count - 1, by: 2) {
            names.aliases[aliases[index]] = aliases[index + 1]
        }
        return names
    }

    private static func strings(_ table: StringTable) -> [String] { (0..<table.count).map { table[$0] } }

    /// Whether a segment's own street has another name than this one, spelling aside.
    func isAlias(_ street: UInt32, of segment: UInt32) -> Bool {
        let own = tables.segmentStreets[Int(segment)]
        return own != street && tables.streets[Int(own)].name != tables.streets[Int(street)].name
    }

    /// Returns a segment's line on the plane around its first position.
    func line(_ segment: UInt32) -> (plane: LocalPlane, points: [ProjectedPoint]) {
        let range = tables.vertexStarts.group(Int(segment))
        let plane = LocalPlane(origin: tables.vertices[range.lowerBound].coordinate)
        return (plane, tables.vertices[range].map { plane.point($0.coordinate) })
    }

    /// Calls a closure with the index of each address point near a position and their distance, metres.
    func forEachPoint(
        near position: Coordinate, within reach: Double, _ body: (_ point: Int, _ distance: Double) -> Void
    ) {
        tables.pointGrid.forEachItem(in: LocalPlane(origin: position).box(within: reach)) { point in
            let distance = LocalPlane.distance(tables.points[point].position.coordinate, position)
            if distance <= reach { body(point, distance) }
        }
    }
}
