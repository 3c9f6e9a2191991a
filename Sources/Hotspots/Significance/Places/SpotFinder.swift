import Statistics

/// Whether places stand out, with all requests as the measure of what is usual.
package struct SpotFindings: Sendable {
    /// Gi* of each place.
    package let z: [Double]
    /// Two-sided, of the place by itself; 1 where too little is expected to judge it.
    package let p: [Double]
    /// Allows for the number of places: see ``SpotFinder``.
    package let adjustedP: [Double]

    /// Returns which places stand out when the chance of any call in a city without hot spots is to be at most so much.
    package func spots(significance: Double) -> [Spot] {
        zip(z, adjustedP).map { z, p in p > significance ? .neither : z > 0 ? .hot : .cold }
    }
}

/// Looks for places where a category makes up more or less of the requests than elsewhere.
///
/// Getis and Ord's Gi* with requests as its units, x = 1 for a request of the category and 0 for another. With C of N
/// requests of the category, and c of the n in a place and those that touch it,
/// z = (c − n C/N) / √(n C/N (1 − C/N) (N − n) / (N − 1)). Where a category has nothing to do with places, c is
/// hypergeometric, and p exact; the adjusted p-values come from random orders of the categories over the requests.
package struct SpotFinder: Sendable {
    package var replications = 999
    package var seed: UInt64 = 311
    package var jobs = 1
    /// A place is judged where at least so many requests of the category are expected in it and those that touch it.
    package var leastExpected = 0.25

    package init() {}

    /// Returns what stands out among places with requests of a category among all requests.
    ///
    /// - Parameters:
    ///   - placeOfRequest: The place of each request.
    ///   - isCase: Whether each is of the category.
    /// - Throws: ``SignificanceError/lengthsDiffer(first:count:second:otherCount:)``.
    package func findings(
        placeOfRequest: [Int32], isCase: [Bool], neighborhoods: Neighborhoods
    ) throws(SignificanceError) -> SpotFindings {
        try requireEqualLengths(
            "requests", count: placeOfRequest.count, second: "marks", otherCount: isCase.count)
        let labels = LabelArrangement(placeOfRequest, cases: isCase.count { $0 }, neighborhoods)
        var cases = [Int32](repeating: 0, count: neighborhoods.count)
        for (place, isCase) in zip(placeOfRequest, isCase) where isCase { cases[Int(place)] += 1 }
        let tested = labels.testedPlaces(leastExpected: leastExpected)
        let distributions = labels.distributions(of: tested)
        let sums = tested.map { labels.sum(of: cases, around: $0) }
        let own = zip(distributions, sums).map { $0.p(Int($1)) }
        let adjusted = calibration.adjusted(
            own,
            makeWorker: { () -> LabelShuffler in
                LabelShuffler(
                    labels.placeOfRequest, places: labels.placeCount, marked: labels.cases)
            },
            arrange: {
                (shuffler: inout LabelShuffler, generator: inout SeededGenerator, p: inout [Double]) in
                shuffler.deal(&generator)
                for (index, place) in tested.enumerated() {
                    p[index] = distributions[index].p(Int(labels.sum(of: shuffler.cases, around: place)))
                }
            })
        var p = [Double](repeating: 1, count: neighborhoods.count)
        var adjustedP = p
        for (index, place) in tested.enumerated() {
            (p[place], adjustedP[place]) = (own[index], adjusted[index])
        }
        let z = (0..<neighborhoods.count).map { place in
            labels.distribution(of: place).z(Int(labels.sum(of: cases, around: place)))
        }
        return SpotFindings(z: z, p: p, adjustedP: adjustedP)
    }

    /// Returns what stands out among places that hold values, where nothing tells how many requests there could be: the
    /// values are arranged at random over the places.
    package func findings(
        values: [Double], neighborhoods: Neighborhoods
    ) throws(SignificanceError) -> SpotFindings {
        let gi = try GiStar(values: values, neighborhoods: neighborhoods)
        let adjusted = calibration.adjusted(
            gi.p, makeWorker: { () -> [Double] in values },
            arrange: {
                (shuffled: inout [Double], generator: inout SeededGenerator, p: inout [Double]) in
                shuffled = values
                generator.shuffle(&shuffled)
                for (place, z) in GiStar.z(of: shuffled, neighborhoods: neighborhoods).enumerated() {
                    p[place] = twoSidedNormalP(z)
                }
            })
        return SpotFindings(z: gi.z, p: gi.p, adjustedP: adjusted)
    }

    private var calibration: ChanceCalibration {
        ChanceCalibration(replications: replications, seed: seed, jobs: jobs)
    }
}

/// Requests at places, some of them marked.
private struct LabelArrangement: Sendable {
    let placeOfRequest: [Int32]
    /// How many requests are marked.
    let cases: Int
    private let neighborhoods: Neighborhoods
    /// The requests of each place and those that touch it.
    private let sizes: [Int]

    init(_ placeOfRequest: [Int32], cases: Int, _ neighborhoods: Neighborhoods) {
        self.placeOfRequest = placeOfRequest
        self.cases = cases
        self.neighborhoods = neighborhoods
        var population = [Int32](repeating: 0, count: neighborhoods.count)
        for place in placeOfRequest { population[Int(place)] += 1 }
        sizes = (0..<neighborhoods.count).map { place in
            neighborhoods[place].reduce(0) { $0 + Int(population[Int($1)]) }
        }
    }

    var placeCount: Int { neighborhoods.count }

    func testedPlaces(leastExpected: Double) -> [Int] {
        let share = Double(cases) / Double(max(placeOfRequest.count, 1))
        return sizes.indices.filter { Double(sizes[$0]) * share >= leastExpected }
    }

    func distribution(of place: Int) -> Hypergeometric {
        Hypergeometric(population: placeOfRequest.count, marked: cases, drawn: sizes[place])
    }

    /// Returns the distribution of each place's count; places of one size share theirs.
    func distributions(of places: [Int]) -> [Hypergeometric] {
        var known: [Int: Hypergeometric] = [:]
        return places.map { place in
            if let known = known[sizes[place]] { return known }
            let made = distribution(of: place)
            known[sizes[place]] = made
            return made
        }
    }

    @inline(__always)
    func sum(of counts: [Int32], around place: Int) -> Int32 {
        var sum: Int32 = 0
        for neighbor in neighborhoods[place] { sum += counts[Int(neighbor)] }
        return sum
    }
}
