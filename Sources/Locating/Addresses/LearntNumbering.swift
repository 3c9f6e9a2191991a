package import Geocoding
import Geometry
package import ServiceRequests

/// A reference whose house numbers are read as a city's requests show, where nothing of its own tells: how they fill their ranges,
/// and whether full hundreds are houses.
package struct LearntNumbering {
    package let reference: StreetReference
    /// The reference as it was before anything was learnt.
    package let untaught: StreetReference
    /// What was learnt, in a sentence; `nil` where numbers fill their ranges as the reference says.
    package let note: String?
    /// What a part of the requests has to know of it.
    package let filling: CityFacts.Filling?
    /// How often addresses have full hundreds; `nil` where no ranges ask for it, and where facts do not say.
    package let hundreds: FullHundreds?

    /// Where facts say it, it is what all of the city's requests show.
    package init(_ reference: StreetReference, from table: RequestTable, jobs: Int) {
        if let known = table.facts {
            let filled = reference.knowsFilling ? nil : known.filling.flatMap(reference.filled)
            self.init(
                filled?.reference ?? reference, untaught: reference, note: filled?.evidence.note,
                filling: known.filling, hundreds: known.fullHundreds.map(FullHundreds.init))
            return
        }
        var sample = AddressSample(rows: table.count)
        if reference.hasRanges { sample.add(table) }
        self.init(reference, from: sample, jobs: jobs)
    }

    /// Learns of a sample of all requests.
    package init(_ reference: StreetReference, from sample: AddressSample, jobs: Int) {
        let houses = sample.houses
        let learnt =
            reference.knowsFilling
            ? nil : reference.learningFilling(count: houses.count, jobs: jobs) { houses[$0] }
        self.init(
            learnt?.reference ?? reference, untaught: reference, note: learnt?.evidence.note,
            filling: learnt?.evidence.facts,
            hundreds: reference.hasRanges
                ? FullHundreds(of: Set(houses.lazy.compactMap { $0?.line }), parser: reference.parser) : nil)
    }

    private init(
        _ reference: StreetReference, untaught: StreetReference, note: String?, filling: CityFacts.Filling?,
        hundreds: FullHundreds?
    ) {
        self.reference = hundreds?.areHouses == true ? reference.takingHundredsForHouses() : reference
        self.untaught = untaught
        self.note = note
        self.filling = filling
        self.hundreds = hundreds
    }
}

/// Requests by even steps, with their addresses and positions: more of them tell nothing new of how house numbers fill ranges.
package struct AddressSample: Sendable {
    private let step: Int
    private let most: Int
    /// The next row's number among all requests.
    private var row = 0
    fileprivate private(set) var houses: [(line: String, position: Coordinate)?] = []

    private static let mostRequests = 6_000

    /// - Parameter rows: How many requests there are.
    package init(rows: Int) {
        step = max(1, rows / Self.mostRequests)
        most = rows / step
    }

    /// Takes up the next slice of the requests, or all of them.
    package mutating func add(_ table: RequestTable) {
        let first = (row + step - 1) / step * step - row
        for index in stride(from: first, to: table.count, by: step) where houses.count < most {
            let address = table.positionStates[index] == .recorded ? table.address(at: index) : nil
            houses.append(
                address.map {
                    ($0, Coordinate(longitude: table.longitudes[index], latitude: table.latitudes[index]))
                })
        }
        row += table.count
    }
}
