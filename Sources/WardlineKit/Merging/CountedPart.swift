import Boundaries
import Chronology
import Locating
import ServiceRequests

/// The sums of a part whose requests are counted in the areas of one edition.
protocol CountedPart: PartSums {
    /// The edition whose areas were counted in, and their codes.
    var edition: String { get }
    var areas: [String] { get }
    /// For each request an index into the areas, −1 for none, and in reports −2 where nothing says where it lies.
    var homes: PackedNumbers { get }
    /// How many requests each private category has that a public edition leaves out.
    var withheld: [String: Int] { get }
}

extension CountedPart {
    package var requestCount: Int { requests.count + withheld.values.reduce(0, +) }
}

extension PartFiles where Sums: CountedPart {
    /// Returns the area that each request of the whole is counted in, or why in none.
    ///
    /// - Throws: ``SumsError`` where a part counted by another edition than the one in force on the whole's day.
    func homes(in layer: AreaLayer?, asOf: CivilDate) throws(SumsError) -> [RequestHome] {
        let (edition, codes) = (layer?.edition.name ?? "", layer?.edition.codes ?? [])
        var homes: [RequestHome] = []
        for (part, name) in zip(sums, names) {
            guard part.edition == edition, part.areas == codes else {
                throw .otherEdition(
                    first: part.edition, other: edition, day: "\(asOf)", parts: [name, "the whole"])
            }
            let own = part.homes.numbers.compactMap {
                RequestHome(kept: Int($0), areaCount: part.areas.count)
            }
            guard own.count == part.homes.numbers.count, own.count == part.requests.count else {
                throw .damaged("areas of \(name) are incomplete")
            }
            homes += own
        }
        return homes
    }
}
