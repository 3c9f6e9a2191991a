import Geometry
import Statistics

/// How a city's own address points fill the ranges of its streets.
package struct FillingEvidence: Sendable, Hashable {
    /// What tells where houses stand.
    package enum Origin: Sendable, Hashable { case addressPoints, requests }

    package let filling: RangeFilling
    package var origin = Origin.addressPoints
    /// How many points it rests on.
    package let count: Int
    /// The median distance along the street between the points and their interpolated places, metres: evenly, and as
    /// learnt.
    package let evenError: Double
    package let learntError: Double

    /// What was learnt, in a sentence.
    package var note: String {
        "house numbers do not fill their ranges evenly; they are placed as "
            + (origin == .addressPoints ? "\(count) address points" : "the positions of \(count) addresses")
            + " show "
            + "(median along the street \(Int(learntError.rounded())) m, evenly \(Int(evenError.rounded())) m)"
    }
}

/// A house on a street of a reference.
struct PlacedHouse: Hashable {
    let street: UInt32
    let number: Int
    let position: Coordinate
}

/// Learns from houses that lie in ranges how they fill them.
///
/// Curves are learnt on every other point and tried on the rest: they are taken only where they come clearly nearer
/// than even filling does.
struct FillingLearner {
    /// Fewer points say nothing.
    static let leastCount = 100
    private static let leastInClass = 40
    /// More are not looked at.
    private static let sampleLimit = 20_000
    /// A point farther from its segment is not on it, metres.
    private static let reach = 80.0

    let evidence: FillingEvidence?

    private struct Sample {
        /// How far up its range the number is, and how far along the segment from the low end its point lies, 0…1.
        var inRange: Double
        var along: Double
        var length: Double
        var curve: Int
    }

    /// Learns from a reference's own address points.
    init(_ tables: ReferenceTables) {
        self.init(
            tables,
            houses: zip(tables.pointStreets, tables.points).map {
                PlacedHouse(street: $0, number: Int($1.number), position: $1.position.coordinate)
            })
    }

    init(_ tables: ReferenceTables, houses: [PlacedHouse]) {
        let samples = Self.samples(tables, houses)
        guard samples.count >= Self.leastCount, Self.areSpread(samples) else {
            evidence = nil
            return
        }
        let half = samples.enumerated()
        let training = half.filter { $0.offset % 2 == 0 }.map(\.element)
        let trial = half.filter { $0.offset % 2 == 1 }.map(\.element)
        let even = Self.error(of: trial) { share, _ in share }
        guard let curves = Self.curves(training) else {
            evidence = FillingEvidence(
                filling: .evenly, count: samples.count, evenError: even, learntError: even)
            return
        }
        let learnt = Self.error(of: trial) { curves.share($0, $1) }
        let isBetter = learnt < 0.8 * even && learnt < even - 3
        evidence = FillingEvidence(
            filling: isBetter ? .learnt(Self.curves(samples) ?? curves) : .evenly, count: samples.count,
            evenError: even, learntError: learnt)
    }

    /// Whether the houses stand all along their blocks: positions that somebody moved to the middle of each block say nothing
    /// of houses.
    private static func areSpread(_ samples: [Sample]) -> Bool {
        let along = samples.map(\.along).sorted()
        return along[along.count * 3 / 4] - along[along.count / 4] >= leastSpread
    }

    /// Of a block's length, between the quarters.
    private static let leastSpread = 0.2

    private static func samples(_ tables: ReferenceTables, _ houses: [PlacedHouse]) -> [Sample] {
        var samples: [Sample] = []
        let step = max(1, houses.count / sampleLimit)
        for index in stride(from: 0, to: houses.count, by: step) {
            let number = houses[index].number
            var holder: SideRecord?
            var count = 0
            for side in tables.sideStarts.group(Int(houses[index].street)) {
                let record = tables.sides[side]
                if record.low > number { break }
                guard record.high >= number, record.holds(number) else { continue }
                holder = record
                count += 1
            }
            guard count == 1, let record = holder, record.high - record.low >= 8,
                let sample = sample(
                    number, position: houses[index].position, record: record, tables: tables)
            else { continue }
            samples.append(sample)
        }
        return samples
    }

    private static func sample(
        _ number: Int, position: Coordinate, record: SideRecord, tables: ReferenceTables
    ) -> Sample? {
        let vertices = tables.vertices[tables.vertexStarts.group(Int(record.segment))]
        guard let first = vertices.first else { return nil }
        let plane = LocalPlane(origin: first.coordinate)
        let path = Path(vertices.map { plane.point($0.coordinate) })
        let near = path.nearest(to: plane.point(position))
        guard path.length > 20, near.distance <= reach else { return nil }
        let inset = min(MatchSettings().endInset, path.length / 4)
        let along = min(1, max(0, (near.along - inset) / (path.length - 2 * inset)))
        return Sample(
            inRange: Double(number - record.low) / Double(record.high - record.low),
            along: record.from < record.to ? along : 1 - along, length: path.length - 2 * inset,
            curve: FillingCurves.class(low: record.low, high: record.high, length: path.length))
    }

    private static func error(of samples: [Sample], _ share: (Double, Int) -> Double) -> Double {
        let errors = samples.map { abs(share($0.inRange, $0.curve) - $0.along) * $0.length }
        return median(errors) ?? 0
    }

    /// Returns for each class the median place of the numbers around each tenth of the range, ascending; even where there
    /// is too little to go by.
    private static func curves(_ samples: [Sample]) -> FillingCurves? {
        var knots: [Double] = []
        for curve in 0..<FillingCurves.classCount {
            let own = samples.filter { $0.curve == curve }
            var last = 0.0
            for knot in 0..<FillingCurves.knotCount {
                let center = Double(knot) / Double(FillingCurves.knotCount - 1)
                var value = center
                let near = own.filter { abs($0.inRange - center) <= 0.07 }.map(\.along)
                if own.count >= leastInClass {
                    value = (near.count >= 5 ? median(near) : nil) ?? max(last, center)
                }
                last = min(1, max(last, value))
                knots.append(last)
            }
        }
        return FillingCurves(knots: knots)
    }
}
