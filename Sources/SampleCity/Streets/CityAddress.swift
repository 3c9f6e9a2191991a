import Geometry

/// A house, shop or flat that can be reached under an address.
struct CityAddress: Sendable {
    let id: Int
    let number: Int
    let block: Int
    let side: BlockSide
    let face: Int
    let point: ProjectedPoint
    /// The way from the street to the house, of length 1.
    let inward: ProjectedPoint
    let unit: String
}

/// Puts houses along a block: evenly as lots lie, with gaps, numbers that grow, and some distance to the street.
struct HousePlacing {
    /// The least distance from a house to any street line, metres: an address is never in doubt.
    static let clearance = 9.5

    var generator: StoryGenerator
    let faces: PlanarFaces

    struct House {
        let number: Int
        let point: ProjectedPoint
        let inward: ProjectedPoint
    }

    mutating func houses(
        along points: [ProjectedPoint], length: Double, numbers: HouseNumbers, side: BlockSide, face: Int,
        lot: ClosedRange<Double>, setback: ClosedRange<Double>
    ) -> [House] {
        var houses: [House] = []
        var distance = 15 + generator.number(in: 0...8)
        var last = Int.min
        while distance < length - 15 {
            let here = distance
            distance += generator.number(in: lot)
            guard !generator.happens(0.12) else { continue }
            let number = number(at: here / length, in: numbers)
            let place = Chain.place(along: points, at: here)
            let outward = place.direction.leftUnit * (side == .left ? 1 : -1)
            let point = CityFrame.snapped(place.point + outward * generator.number(in: setback))
            let order = numbers.from <= numbers.to ? number : -number
            guard order > last, isClear(point, face: face) else { continue }
            last = order
            houses.append(House(number: number, point: point, inward: outward))
        }
        return houses
    }

    private mutating func number(at share: Double, in range: HouseNumbers) -> Int {
        let step = range.parity == .both ? 1 : 2
        let count = (range.high - range.low) / step + 1
        let jittered = min(0.999, max(0, share + generator.number(in: -0.02...0.02)))
        let index = Int(jittered * Double(count))
        return range.from <= range.to ? range.low + index * step : range.high - index * step
    }

    private func isClear(_ point: ProjectedPoint, face: Int) -> Bool {
        let outline = faces.outlines[face]
        return Chain.encloses(outline, point)
            && Chain.distance(outline + [outline[0]], to: point) >= Self.clearance
    }
}
