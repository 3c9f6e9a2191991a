package import AddressParsing
package import Geometry
import Wording

/// A place whose address is nearly another one's: the same number on a street of nearly that name, or on the same street a number
/// that is one slip of the pen away.
package struct NearlyNamedPlace: Hashable, Sendable {
    package let street: StreetName
    package let number: Int
    /// What stands before it: `N50W`, or empty.
    package let numberPrefix: String
    package let position: Coordinate
    /// Metres from where it was looked for.
    package let distance: Double
    /// The radius within which it lies, metres.
    package let uncertainty: Double
    /// Whether the reference has the house itself, and not a range that holds its number.
    package let isListed: Bool
    /// Whether it is on the very street, under another number.
    package let isOnItsStreet: Bool

    /// The address as people write it.
    package var title: String { "\(numberPrefix)\(number) \(street.title)" }
}

extension Geocoder {
    /// Returns the places near a position whose addresses are nearly that of a house, the nearest first.
    ///
    /// They are looked for at the position and not by name, so that it needs no list of types or directions to tell that Ash Garth,
    /// Old Ash Ln and Ash Hill Ln are nearly Ash Ln.
    /// - Parameters:
    ///   - reach: Metres.
    ///   - isListed: Whether only houses that the reference has itself are looked for, and no ranges.
    package func nearlyNamed(
        _ address: AddressCandidate, near position: Coordinate, within reach: Double, isListed: Bool
    ) -> [NearlyNamedPlace] {
        guard let street = address.streets.first, let number = address.number, address.streets.count == 1
        else { return [] }
        var search = NearlyNamedSearch(
            street: street, number: number,
            prefix: address.faults.contains(.numberSuffixDiffers) ? "" : address.numberPrefix,
            position: position, reach: reach, reference: reference, settings: settings)
        search.addHouses()
        if !isListed { search.addRanges() }
        return search.found.sorted {
            ($0.distance, $0.number, $0.street.standard) < ($1.distance, $1.number, $1.street.standard)
        }
    }
}

/// One search for what is nearly a house's address.
private struct NearlyNamedSearch {
    /// Ranges of more numbers say of none where it is.
    private static let widestRange = 2000

    let street: StreetName
    let number: Int
    /// What stands before the number, where that is known of the house: a number of another grid is none that nearly is the house's.
    let prefix: String
    let position: Coordinate
    let reach: Double
    let reference: StreetReference
    let settings: MatchSettings
    var found: [NearlyNamedPlace] = []
    /// By street of the reference how it is to the house's own.
    private var known: [UInt32: Likeness] = [:]

    enum Likeness { case own, nearly, none }

    init(
        street: StreetName, number: Int, prefix: String, position: Coordinate, reach: Double,
        reference: StreetReference, settings: MatchSettings
    ) {
        self.street = street
        self.number = number
        self.prefix = prefix
        self.position = position
        self.reach = reach
        self.reference = reference
        self.settings = settings
    }

    mutating func addHouses() {
        var near: [(point: Int, distance: Double)] = []
        reference.forEachPoint(near: position, within: reach) { near.append(($0, $1)) }
        for (point, distance) in near {
            let record = reference.tables.points[point]
            let likeness = likeness(reference.tables.pointStreets[point])
            guard isNearly(Int(record.number), likeness), !reference.isOnOtherGrid(record, written: prefix)
            else { continue }
            found.append(
                NearlyNamedPlace(
                    street: reference.tables.street(reference.tables.pointStreets[point]),
                    number: Int(record.number), numberPrefix: reference.prefix(of: record),
                    position: record.position.coordinate, distance: distance,
                    uncertainty: settings.uncertainty.addressPoint, isListed: true,
                    isOnItsStreet: likeness == .own))
        }
    }

    mutating func addRanges() {
        var segments: Set<Int> = []
        let box = LocalPlane(origin: position).box(within: reach)
        reference.tables.segmentGrid.forEachItem(in: box) { segments.insert($0) }
        for segment in segments.sorted() {
            let index = reference.tables.segmentStreets[segment]
            let likeness = likeness(index)
            guard likeness != .none else { continue }
            for side in reference.tables.sideStarts.group(Int(index)) {
                let record = reference.tables.sides[side]
                guard record.segment == segment, record.high - record.low <= Self.widestRange,
                    !reference.isOnOtherGrid(record, written: prefix)
                else { continue }
                for held in numbers(of: record, likeness) {
                    add(held, of: record, onStreet: index, likeness: likeness)
                }
            }
        }
    }

    /// The numbers that a range holds and that nearly are the house's.
    private func numbers(of record: SideRecord, _ likeness: Likeness) -> [Int] {
        guard likeness == .own else {
            return record.low <= number && number <= record.high && record.holds(number) ? [number] : []
        }
        return (record.low...record.high).filter { record.holds($0) && isNearly($0, likeness) }
    }

    private mutating func add(
        _ held: Int, of record: SideRecord, onStreet index: UInt32, likeness: Likeness
    ) {
        let side: StreetSide = record.side == 0 ? .left : .right
        let place = Interpolation(settings: settings).place(held, record, side: side, in: reference)
        let distance = LocalPlane.distance(place.position, position)
        guard distance <= reach else { return }
        found.append(
            NearlyNamedPlace(
                street: reference.tables.street(index), number: held,
                numberPrefix: reference.prefix(of: record), position: place.position,
                distance: distance, uncertainty: settings.uncertainty.range(length: place.length),
                isListed: false, isOnItsStreet: likeness == .own))
    }

    private func isNearly(_ other: Int, _ likeness: Likeness) -> Bool {
        switch likeness {
        case .own: other != number && Self.areSlips(other, number)
        case .nearly: other == number
        case .none: false
        }
    }

    private mutating func likeness(_ index: UInt32) -> Likeness {
        if let likeness = known[index] { return likeness }
        let other = reference.tables.street(index)
        let likeness: Likeness =
            other == street ? .own : StreetLikeness.areNearly(other, street) ? .nearly : .none
        known[index] = likeness
        return likeness
    }

    /// Whether one number is the other with a digit too many, too few or another one, or with two neighbours exchanged.
    private static func areSlips(_ first: Int, _ second: Int) -> Bool {
        EditDistance.between(Array(String(first).utf8), Array(String(second).utf8), limit: 1) != nil
    }
}

/// Tells streets whose names one writes for the other.
enum StreetLikeness {
    /// Whether two different streets have one name in another direction or of another type, names of which one begins with a word of
    /// the other, or names that differ in a letter, or two in a long one.
    static func areNearly(_ first: StreetName, _ second: StreetName) -> Bool {
        if first.name == second.name { return true }
        if beginsWithWord(first, of: second) || beginsWithWord(second, of: first) { return true }
        let names = [first, second].map { NameKeys.squeezed($0.name.utf8) }
        let limit = min(names[0].count, names[1].count) < longName ? 1 : 2
        return EditDistance.between(names[0], names[1], limit: limit) != nil
    }

    private static let longName = 7

    private static func beginsWithWord(_ first: StreetName, of second: StreetName) -> Bool {
        guard let word = first.name.split(separator: " ").first else { return false }
        return second.standard.split(separator: " ").contains(word)
    }
}
