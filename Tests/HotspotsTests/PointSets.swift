import TestSupport
import Geometry

@testable import Hotspots

enum PointSets {
    /// Points scattered over a square, every third one beside an earlier one and every seventh one exactly on one.
    static func scattered(_ count: Int, side: Double, seed: UInt64) -> [ProjectedPoint] {
        var numbers = SeededNumbers(seed)
        var points: [ProjectedPoint] = []
        for index in 0..<count {
            if index % 7 == 6, let other = points.randomElement(using: &numbers) {
                points.append(other)
            } else if index % 3 == 2, let other = points.randomElement(using: &numbers) {
                points.append(
                    ProjectedPoint(
                        x: other.x + Double.random(in: -30...30, using: &numbers),
                        y: other.y + Double.random(in: -30...30, using: &numbers)))
            } else {
                points.append(
                    ProjectedPoint(
                        x: Double.random(in: 0...side, using: &numbers),
                        y: Double.random(in: 0...side, using: &numbers)))
            }
        }
        return points
    }

    /// A fifth of the points scattered, the rest in nine towns of different density: `towns` of
    /// Tests/Expected/hotspots.py.
    static func towns(_ count: Int, seed: UInt64) -> [ProjectedPoint] {
        var numbers = SeededNumbers(seed)
        var centres: [(x: Double, y: Double, width: Double)] = []
        for _ in 0..<9 {
            let x = numbers.fraction() * 4000
            let y = numbers.fraction() * 4000
            centres.append((x, y, 20 + numbers.fraction() * 300))
        }
        return (0..<count).map { index in
            guard index % 5 != 0 else {
                let x = numbers.fraction() * 4000
                return ProjectedPoint(x: x, y: numbers.fraction() * 4000)
            }
            let centre = centres[index % 9]
            let dx = numbers.fraction() + numbers.fraction() + numbers.fraction() - 1.5
            let dy = numbers.fraction() + numbers.fraction() + numbers.fraction() - 1.5
            return ProjectedPoint(x: centre.x + dx * centre.width, y: centre.y + dy * centre.width)
        }
    }

    /// Points on the crossings of a net of whole metres, so that many distances are equal.
    static func onNet(_ count: Int, side: Int, step: Double, seed: UInt64) -> [ProjectedPoint] {
        var numbers = SeededNumbers(seed)
        return (0..<count).map { _ in
            ProjectedPoint(
                x: Double(Int.random(in: 0...side, using: &numbers)) * step,
                y: Double(Int.random(in: 0...side, using: &numbers)) * step)
        }
    }
}

/// DBSCAN by its definition, each point against each: the judge of the fast one.
struct PlainClusters {
    var isCore: [Bool]
    /// The lowest core of each core's cluster; `nil` for other points.
    var firstCores: [Int?]
    /// The cores within reach of each point, nearest first.
    var coresInReach: [[Int]]

    init(_ points: [ProjectedPoint], radius: Double, minimum: Int) {
        func squaredDistance(_ one: Int, _ other: Int) -> Double {
            let dx = points[one].x - points[other].x
            let dy = points[one].y - points[other].y
            return dx * dx + dy * dy
        }
        let neighbours = points.indices.map { one in
            points.indices.filter { squaredDistance(one, $0) <= radius * radius }
        }
        let isCore = neighbours.map { $0.count >= minimum }
        var firstCores = [Int?](repeating: nil, count: points.count)
        for start in points.indices where isCore[start] && firstCores[start] == nil {
            var waiting = [start]
            while let point = waiting.popLast() {
                guard isCore[point], firstCores[point] == nil else { continue }
                firstCores[point] = start
                waiting += neighbours[point]
            }
        }
        self.isCore = isCore
        self.firstCores = firstCores
        coresInReach = points.indices.map { one in
            neighbours[one].filter { isCore[$0] }.sorted {
                (squaredDistance(one, $0), $0) < (squaredDistance(one, $1), $1)
            }
        }
    }
}
