import Algorithms
import Foundation
import Geometry

/// The designs of cities for measuring.
enum CityDesign: String, CaseIterable {
    /// Numbered streets and avenues with N, S, E and W; zones end in the middle of streets.
    case grid
    /// Curved streets of one name as Ct, Ln and Dr; zones end in the middle of streets.
    case curved
    /// Zones end in a river, a creek and a railway, between the streets.
    case river
}

/// Where the streets of a design run, what they are called, and where its zones end.
struct DesignPlan {
    /// Crossings along one side.
    private static let count = 22
    /// Metres between crossings.
    private static let spacing = 120.0
    /// The rows and columns of crossings along which zones end.
    private static let cuts = [0, 7, 14, 21]
    private static let words = [
        "Maple", "Cedar", "Alder", "Birch", "Willow", "Juniper", "Laurel", "Hazel", "Aspen", "Poplar",
        "Linden",
    ]
    private static let plainWords = [
        "Adams", "Baker", "Carver", "Dalton", "Ellis", "Foster", "Garner", "Hooper", "Irving", "Jarvis",
        "Keller", "Lawson", "Mercer", "Norton", "Osgood", "Porter", "Quincy", "Reed", "Sawyer", "Tucker",
        "Upton", "Vernon",
    ]

    private let design: CityDesign

    init(_ design: CityDesign) { self.design = design }

    // MARK: Streets

    var blocks: [DesignedCity.Block] {
        var blocks: [DesignedCity.Block] = []
        for row in 0..<Self.count {
            for column in 0..<Self.count - 1 where !isCut(column: column) {
                blocks.append(
                    .init(
                        street: streetTitle(row: row, column: column),
                        points: street(row: row, column: column),
                        hundred: hundred(column)))
            }
        }
        for column in 0..<Self.count {
            for row in 0..<Self.count - 1 where !isCut(row: row) || column % 4 == 2 {
                blocks.append(
                    .init(
                        street: avenueTitle(column: column, row: row),
                        points: avenue(column: column, row: row),
                        hundred: hundred(row)))
            }
        }
        return blocks
    }

    /// Nobody lives on the bridges.
    func hasHouses(_ block: DesignedCity.Block) -> Bool {
        guard design == .river, let first = block.points.first, let last = block.points.last else {
            return true
        }
        return !Self.cuts.dropFirst().dropLast().contains { cut in
            let level = (Double(cut) + 0.5) * Self.spacing
            return (first.y < level) != (last.y < level)
        }
    }

    /// Whether the streets or avenues end at a border that no street follows.
    private func isCut(column: Int) -> Bool { design == .river && column == Self.cuts[1] }
    private func isCut(row: Int) -> Bool { design == .river && Self.cuts[1...2].contains(row) }

    private func hundred(_ index: Int) -> Int {
        let middle = Self.count / 2
        return 100 * (design == .curved ? index + 1 : index >= middle ? index - middle + 1 : middle - index)
    }

    private func streetTitle(row: Int, column: Int) -> DesignedCity.StreetTitle {
        let direction = column >= Self.count / 2 ? "E" : "W"
        return switch design {
        case .grid: .init(direction: direction, name: Self.ordinal(row + 1), type: "St")
        case .curved: .init(name: Self.words[row % 11], type: row < 11 ? "Ln" : "Dr")
        case .river: .init(direction: direction, name: Self.plainWords[row], type: "St")
        }
    }

    private func avenueTitle(column: Int, row: Int) -> DesignedCity.StreetTitle {
        let direction = row >= Self.count / 2 ? "N" : "S"
        return switch design {
        case .grid: .init(direction: direction, name: Self.ordinal(column + 1), type: "Ave")
        case .curved: .init(name: Self.words[(column + 5) % 11], type: column < 11 ? "Ct" : "Way")
        case .river:
            .init(direction: direction, name: Self.words[column % 11], type: column < 11 ? "Ave" : "St")
        }
    }

    private static func ordinal(_ number: Int) -> String {
        let isTeen = (11...13).contains(number % 100)
        let ending = isTeen ? "th" : [1: "st", 2: "nd", 3: "rd"][number % 10] ?? "th"
        return "\(number)\(ending)"
    }

    // MARK: Lines

    private func node(column: Int, row: Int) -> ProjectedPoint {
        let (x, y) = (Double(column) * Self.spacing, Double(row) * Self.spacing)
        guard design == .curved else { return CityFrame.snapped(ProjectedPoint(x: x, y: y)) }
        return CityFrame.snapped(ProjectedPoint(x: x + 40 * sin(y / 260), y: y + 40 * sin(x / 310)))
    }

    private func street(row: Int, column: Int) -> [ProjectedPoint] {
        arc(from: node(column: column, row: row), to: node(column: column + 1, row: row), sense: row + column)
    }

    private func avenue(column: Int, row: Int) -> [ProjectedPoint] {
        arc(from: node(column: column, row: row), to: node(column: column, row: row + 1), sense: row + column)
    }

    /// Bends a block to one side in a city of curved streets.
    private func arc(from start: ProjectedPoint, to end: ProjectedPoint, sense: Int) -> [ProjectedPoint] {
        guard design == .curved else { return [start, end] }
        let depth = sense % 2 == 0 ? 9.0 : -9.0
        let length = start.distance(to: end)
        let normal = ProjectedPoint(x: (start.y - end.y) / length, y: (end.x - start.x) / length)
        return (0...8).map { step in
            let share = Double(step) / 8
            let bend = 4 * depth * share * (1 - share)
            return CityFrame.snapped(
                ProjectedPoint(
                    x: start.x + (end.x - start.x) * share + normal.x * bend,
                    y: start.y + (end.y - start.y) * share + normal.y * bend))
        }
    }

    // MARK: Zones

    /// The rings of nine zones.
    var zones: [[ProjectedPoint]] {
        let parts = Array(Self.cuts.adjacentPairs())
        return parts.flatMap { south, north in
            parts.map { west, east in
                let ring =
                    border(row: south, from: west, to: east) + border(column: east, from: south, to: north)
                    + border(row: north, from: west, to: east).reversed()
                    + border(column: west, from: south, to: north).reversed()
                return ring + [ring[0]]
            }
        }
    }

    private func border(row: Int, from west: Int, to east: Int) -> [ProjectedPoint] {
        guard design == .river else {
            return (west..<east).flatMap { street(row: row, column: $0) }
        }
        return stride(from: x(ofCut: west), through: x(ofCut: east), by: Self.spacing / 8).map { x in
            CityFrame.snapped(ProjectedPoint(x: x, y: level(ofCut: row, at: x)))
        } + [CityFrame.snapped(ProjectedPoint(x: x(ofCut: east), y: level(ofCut: row, at: x(ofCut: east))))]
    }

    private func border(column: Int, from south: Int, to north: Int) -> [ProjectedPoint] {
        guard design == .river else {
            return (south..<north).flatMap { avenue(column: column, row: $0) }
        }
        return [south, north].map { row in
            CityFrame.snapped(ProjectedPoint(x: x(ofCut: column), y: level(ofCut: row, at: x(ofCut: column))))
        }
    }

    /// The railway runs half a block beside the crossings; the outer borders well outside the city.
    private func x(ofCut column: Int) -> Double {
        switch column {
        case Self.cuts[0]: -2 * Self.spacing
        case Self.cuts[3]: (Double(column) + 2) * Self.spacing
        case Self.cuts[1]: (Double(column) + 0.5) * Self.spacing
        default: Double(column) * Self.spacing
        }
    }

    /// River and creek wind between two rows of streets.
    private func level(ofCut row: Int, at x: Double) -> Double {
        switch row {
        case Self.cuts[0]: -2 * Self.spacing
        case Self.cuts[3]: (Double(row) + 2) * Self.spacing
        default: (Double(row) + 0.5) * Self.spacing + 18 * sin(x / 200)
        }
    }
}
