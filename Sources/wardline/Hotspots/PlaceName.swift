import Geocoding
import Geometry
import GeometryEngine
import ServiceRequests

/// Names a cluster's place as people call it.
struct PlaceNamer {
    let survey: HotspotSurvey
    private let parser = AddressParser()
    /// Names a position by the street reference; `nil` where there is none, or none is near.
    var reverse: ((Coordinate) -> String?)?

    /// The addresses that are asked before one name is settled on.
    private static let witnesses = 15

    init(survey: HotspotSurvey) { self.survey = survey }

    /// Returns `400 block of Elm St`, `Elm St & 5th Ave` or a street's name; `nil` where neither the reference nor
    /// the reports' own addresses tell.
    func name(of rows: [Int32], around center: Coordinate) -> String? {
        if let name = reverse?(center) { return name }
        var counts: [(name: String, count: Int)] = []
        for row in rows.prefix(Self.witnesses) {
            guard let address = survey.table.address(at: Int(row)), let name = block(of: address) else {
                continue
            }
            if let place = counts.firstIndex(where: { $0.name == name }) {
                counts[place].count += 1
            } else {
                counts.append((name, 1))
            }
        }
        return counts.max { ($0.count, $1.name) < ($1.count, $0.name) }?.name
    }

    /// Returns the block or the crossing that an address names, never the house.
    private func block(of address: String) -> String? {
        guard let reading = parser.parse(address).readings.first, reading.isPlaceable else { return nil }
        let street = Self.title(reading.street)
        if reading.kind == .intersection, let cross = reading.crossStreets.first {
            return [street, Self.title(cross)].sorted().joined(separator: " & ")
        }
        guard !street.isEmpty else { return nil }
        guard let number = reading.number?.value else { return street }
        let block = number / 100 * 100
        return block == 0 ? "unit block of \(street)" : "\(block) block of \(street)"
    }

    /// Returns a street's name in capitals and small letters: `N Main St`, `5th Ave`.
    private static func title(_ street: StreetName) -> String {
        let directions = [street.preDirectional, street.postDirectional].map {
            $0.map { [$0.abbreviation] } ?? []
        }
        let words = [street.preModifier, street.preType, street.name, street.postType]
            .flatMap { $0.split(separator: " ") }.map { $0.prefix(1) + $0.dropFirst().lowercased() }
        return (directions[0] + words.map(String.init) + directions[1]).joined(separator: " ")
    }
}
