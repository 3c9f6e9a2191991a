import AddressParsing
import Geocoding
import Geometry
import ServiceRequests

/// Counts by street how recorded positions agree with the house numbers of the reference, to find the streets that it numbers otherwise
/// than their addresses do: most positions lie far from where it has their numbers, and on the street itself.
///
/// Then one wrong position is no explanation, and the number of none tells where it is. A street to whose middle all were geocoded is no
/// such street: its positions are in one place.
struct StreetNumbering: Sendable {
    /// A street of which fewer were compared is not looked at.
    static let fewest = 10
    /// So many positions far off, in different places of the street, tell its numbers from a place that stands for all of it.
    private static let fewestSpots = 6
    /// Positions nearer to each other than this, metres, are one place.
    private static let samePlace = 25.0
    /// So many positions of a street tell whether they are on it.
    private static let mostSpots = 50

    private struct Counts {
        let name: StreetName
        let title: String
        var compared = 0
        var apart = 0
        /// The address that came last: one that is entered many times over says no more than once.
        var last: Int32 = -1
        /// Where some of those far off are recorded.
        var spots: [Coordinate] = []
    }

    private var streets: [Counts] = []
    private var numbers: [StreetName: Int] = [:]
    private var geocoder: Geocoder?

    /// Takes up the next slice of a file, or all of it.
    mutating func add(_ book: AddressBook, table: RequestTable) {
        geocoder = book.geocoder
        let own = zip(book.streetNames, book.streets).map { number(of: $0, title: $1) }
        // How far a position of each place may be off before its number is elsewhere; no number for what is no house. One that is far
        // off, and no farther than a range may be, says nothing of it.
        let limits = book.places.map { place -> Float in
            guard place.isHouse, place.isComparable, place.street >= 0 else { return .nan }
            return Float(max(PositionErrors.farOff, 3 * place.uncertaintyIfMeant))
        }
        for row in book.errors.indices where Double(book.errors[row]) <= PositionErrors.elsewhere {
            let place = book.placeByRow[row]
            let (limit, error) = (limits[Int(place)], book.errors[row])
            guard error > limit || Double(error) <= PositionErrors.farOff, !limit.isNaN else { continue }
            add(place, to: own[Int(book.places[Int(place)].street)]) {
                error > limit
                    ? Coordinate(longitude: table.longitudes[row], latitude: table.latitudes[row]) : nil
            }
        }
    }

    private mutating func number(of name: StreetName, title: String) -> Int {
        if let known = numbers[name] { return known }
        numbers[name] = streets.count
        streets.append(Counts(name: name, title: title))
        return streets.count - 1
    }

    /// - Parameter farPosition: Returns the recorded position where it is far off, else `nil`.
    private mutating func add(_ place: Int32, to street: Int, _ farPosition: () -> Coordinate?) {
        guard streets[street].last != place else { return }
        streets[street].last = place
        streets[street].compared += 1
        guard let position = farPosition() else { return }
        streets[street].apart += 1
        guard streets[street].spots.count < Self.mostSpots,
            streets[street].spots.allSatisfy({ LocalPlane.distance($0, position) > Self.samePlace })
        else { return }
        streets[street].spots.append(position)
    }

    /// The streets that the reference numbers otherwise, those with the most positions far off first.
    var parts: [AddressAgreement.Part] {
        streets.filter(isDoubtful)
            .sorted { ($1.apart, $0.title) < ($0.apart, $1.title) }
            .map { AddressAgreement.Part(street: $0.title, compared: $0.compared, apart: $0.apart) }
    }

    private func isDoubtful(_ street: Counts) -> Bool {
        guard let geocoder, street.compared >= Self.fewest, street.apart * 2 > street.compared,
            street.spots.count >= Self.fewestSpots
        else { return false }
        let onIt = street.spots.count {
            geocoder.isStreet(street.name, near: $0, within: PositionErrors.besideStreet)
        }
        return street.apart * onIt * 2 > street.compared * street.spots.count
    }
}

extension AddressPlace {
    /// Whether it is known by a house number.
    package var isHouse: Bool {
        guard let source = position?.source else { return false }
        return source == .addressPoint || source == .range
    }
}
