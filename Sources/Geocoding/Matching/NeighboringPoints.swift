import AddressParsing
import Geometry

/// The address points of a street that stand next to a number that none has.
struct NeighboringPoints {
    /// Of the number itself, or of the nearest point.
    let position: Coordinate
    /// How far the number may stand from there, by the points on both sides, metres.
    let radius: Double
    /// Whether points stand on both sides.
    let isBetween: Bool
    /// Twice the numbers to the nearest point, and 1 where it stands on the other side of the street.
    let gap: Int
    let isOnBlock: Bool
    let zip: UInt32
    let place: UInt16

    /// Numbers so near to each other stand in one block or in two that meet.
    private static let reach = 100
    /// Metres: farther apart, two points of a street are not of one block.
    private static let blockLength = 500.0

    /// - Parameter points: Those of the street, in the order of their numbers.
    init?(_ value: Int, among points: [PointRecord]) {
        let below =
            points.last { Int($0.number) <= value && Self.isAlike($0, value) }
            ?? points.last { Int($0.number) <= value }
        let above =
            points.first { Int($0.number) >= value && Self.isAlike($0, value) }
            ?? points.first { Int($0.number) >= value }
        guard
            let nearest = [below, above].compactMap(\.self).min(by: {
                Self.gap($0, value) < Self.gap($1, value)
            })
        else { return nil }
        gap = Self.gap(nearest, value)
        isOnBlock = Int(nearest.number) / 100 == value / 100 || gap <= 40
        zip = nearest.zip
        place = nearest.place
        let there = nearest.position.coordinate
        if let below, let above, below.number < above.number, Int(above.number - below.number) <= Self.reach {
            let (first, second) = (
                below.position.coordinate, above.position.coordinate.written(near: below.position.coordinate)
            )
            let length = LocalPlane.distance(first, second)
            if length <= Self.blockLength {
                let share = Double(value - Int(below.number)) / Double(above.number - below.number)
                position = Coordinate(
                    longitude: first.longitude + share * (second.longitude - first.longitude),
                    latitude: first.latitude + share * (second.latitude - first.latitude))
                radius = length / 2
                isBetween = true
                return
            }
        }
        position = there
        radius = Double(abs(Int(nearest.number) - value)) * Self.spacing(at: nearest, [below, above], points)
        isBetween = false
    }

    /// Returns the metres for each number between a point and the next one: on the number's other side, else on the street.
    private static func spacing(at nearest: PointRecord, _ sides: [PointRecord?], _ points: [PointRecord])
        -> Double
    {
        let next =
            sides.compactMap(\.self).first { $0.number != nearest.number }
            ?? points.last { $0.number < nearest.number } ?? points.first { $0.number > nearest.number }
        guard let next else { return 0 }
        return LocalPlane.distance(nearest.position.coordinate, next.position.coordinate)
            / Double(abs(next.number - nearest.number))
    }

    private static func isAlike(_ point: PointRecord, _ value: Int) -> Bool {
        Int(point.number) & 1 == value & 1
    }

    private static func gap(_ point: PointRecord, _ value: Int) -> Int {
        abs(Int(point.number) - value) * 2 + (isAlike(point, value) ? 0 : 1)
    }
}
