package import Geometry

/// What a scan looks through: locations, the cases at each, and the people (or requests of any kind) who could have
/// been one.
package struct ScanStudy: Sendable {
    /// In metres, such as the centres of a grid's places.
    package let locations: [ProjectedPoint]
    /// The number of slices of time; 1 where only space matters.
    package let slices: Int
    /// The cases at each location and slice: slice after slice of the first location, then of the next.
    package let cases: [Int]
    /// The expected cases, in the same order: the cases in all, shared out in proportion to the population.
    package let expected: [Double]
    /// The population of each location and slice, in the order of the cases.
    package let populationOfCell: [Double]
    /// The population of each location, over all slices.
    package let population: [Double]
    package let totalCases: Int

    /// Creates a study over space alone, one number of cases and of population for each location.
    package init(
        locations: [ProjectedPoint], cases: [Int], population: [Double]
    ) throws(SignificanceError) {
        try self.init(locations: locations, slices: 1, cases: cases, population: population)
    }

    /// Creates a study over space and time.
    ///
    /// - Parameters:
    ///   - slices: The number of equal slices of time.
    ///   - cases: For each location its cases in each slice: `cases[location * slices + slice]`.
    ///   - population: One number for each location, or one for each location and slice in the order of the cases.
    /// - Throws: ``SignificanceError`` where lengths differ, a position or a number is unusable, or cases have no
    ///   population.
    package init(
        locations: [ProjectedPoint], slices: Int, cases: [Int], population: [Double]
    ) throws(SignificanceError) {
        try requireEqualLengths(
            "locations and slices", count: locations.count * slices, second: "case counts",
            otherCount: cases.count)
        let people =
            population.count == locations.count
            ? population.flatMap { [Double](repeating: $0, count: slices) } : population
        try requireEqualLengths(
            "case counts", count: cases.count, second: "populations", otherCount: people.count)
        guard locations.count < ScanStudy.mostLocations else {
            throw .invalidSetting(
                name: "number of locations", value: "\(locations.count)",
                allowed: "below \(ScanStudy.mostLocations)")
        }
        if let index = locations.firstIndex(where: { !$0.x.isFinite || !$0.y.isFinite }) {
            throw .unusablePosition(index: index)
        }
        try ScanStudy.check(cases, people, slices: slices)
        self.locations = locations
        self.slices = slices
        self.cases = cases
        totalCases = cases.reduce(0, +)
        let rate = Double(totalCases) / max(people.reduce(0, +), .leastNormalMagnitude)
        expected = people.map { $0 * rate }
        populationOfCell = people
        self.population = locations.indices.map { people[$0 * slices..<($0 + 1) * slices].reduce(0, +) }
    }

    /// Checks that each case is one of a whole number of requests.
    ///
    /// - Throws: ``SignificanceError/invalidSetting(name:value:allowed:)``.
    func checkRequests() throws(SignificanceError) {
        for (count, population) in zip(cases, populationOfCell) {
            guard population == population.rounded(), Double(count) <= population,
                population <= Double(Int32.max)
            else {
                throw .invalidSetting(
                    name: "population", value: "\(population)",
                    allowed: "a whole number of requests, at least as many as cases")
            }
        }
    }

    /// Circles keep an index in 24 bits.
    private static let mostLocations = 1 << 24

    private static func check(_ cases: [Int], _ people: [Double], slices: Int) throws(SignificanceError) {
        for (index, (count, population)) in zip(cases, people).enumerated() {
            guard count >= 0, count <= Int32.max else {
                throw .invalidSetting(name: "number of cases", value: "\(count)", allowed: "0 or more")
            }
            guard population >= 0, population.isFinite else {
                throw .invalidSetting(name: "population", value: "\(population)", allowed: "0 or more")
            }
            guard population > 0 || count == 0 else {
                throw .casesWithoutPopulation(location: index / slices)
            }
        }
    }
}
