import AddressParsing
import ArgumentParser
import Geocoding
import Geometry
import Records

/// Positions that are given as arguments: `-76.61 39.29`, or `-76.61,39.29`.
struct PositionArguments {
    let positions: [Coordinate]

    init(_ arguments: [String]) throws {
        let texts = arguments.flatMap { $0.split { $0 == "," || $0 == " " } }
        let numbers = texts.compactMap { Double($0) }
        guard numbers.count == texts.count, !numbers.isEmpty, numbers.count % 2 == 0 else {
            throw ValidationError("--reverse takes LONGITUDE LATITUDE, such as -76.61 39.29")
        }
        positions = try stride(from: 0, to: numbers.count, by: 2).map { index in
            let (longitude, latitude) = (numbers[index], numbers[index + 1])
            guard abs(longitude) <= 180, abs(latitude) <= 90 else {
                throw ValidationError(
                    "\(longitude), \(latitude) is no position: longitude first, −180…180, then latitude, −90…90"
                )
            }
            return Coordinate(longitude: longitude, latitude: latitude)
        }
    }
}

/// Tells people what lies nearest to a position: an address, and the block of a street.
struct ReverseText {
    private let finder: StreetFinder

    init(_ streets: StreetIndex) { finder = StreetFinder(streets.geocoder.reference) }

    /// Returns the answers, and whether nothing was found for any of the positions.
    func answers(to positions: [Coordinate]) -> (text: String, areNone: Bool) {
        let places = positions.map { ($0, PlaceThere($0, finder)) }
        return (
            places.map { text(of: $0, $1) }.joined(separator: "\n"), places.allSatisfy { $1.isNothing }
        )
    }

    private func text(of position: Coordinate, _ there: PlaceThere) -> String {
        var lines = [Terminal.bold(DegreeText.position(position))]
        if let address = there.address {
            lines.append(
                "  \(address.number)\(address.suffix) \(address.street.standard), "
                    + "\(NumberText.decimal(address.distance)) m away (address_point)")
        } else if let stretch = there.stretch, let number = stretch.number {
            lines.append("  about \(number) \(stretch.street.standard), \(stretch.side.name) side (range)")
        }
        if let stretch = there.stretch { lines.append("  \(place(stretch))") }
        if there.isNothing {
            lines.append("  none: no street of the reference lies within \(Int(PlaceThere.reach)) m")
        }
        return TerminalText.text(ofLines: lines)
    }

    private func place(_ stretch: NearbyStretch) -> String {
        let block = stretch.block.map { "the \($0) block of " } ?? ""
        return
            "on \(block)\(stretch.street.standard), \(NumberText.decimal(stretch.distance)) m from its centre line"
    }
}
