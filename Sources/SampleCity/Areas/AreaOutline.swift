import Geometry

/// Draws the outlines of areas made of faces: along the very lines of the graph, so that neighbours share each corner.
struct AreaOutline {
    let faces: PlanarFaces
    let areaOfFace: [Int]

    /// Returns an area's surface.
    func surface(of area: Int) -> MultiPolygon<ProjectedPoint> {
        let rings = self.rings(of: area)
        let exteriors = rings.filter { Chain.doubledArea($0) > 0 }
        let holes = rings.filter { Chain.doubledArea($0) < 0 }
        return MultiPolygon(
            exteriors.map { exterior in
                let own = holes.filter { hole in
                    Chain.encloses(exterior, hole[0].toward(hole[1], 0.5)) && !exterior.contains(hole[0])
                        || hole.allSatisfy { exterior.contains($0) || Chain.encloses(exterior, $0) }
                }
                return Polygon(exterior: LinearRing(exterior), holes: own.map { LinearRing($0) })
            })
    }

    private func rings(of area: Int) -> [[ProjectedPoint]] {
        var used: Set<Int> = []
        var rings: [[ProjectedPoint]] = []
        for start in faces.faceOfHalf.indices where isBorder(start, of: area) && !used.contains(start) {
            var halves: [Int] = []
            var half = start
            repeat {
                used.insert(half)
                halves.append(half)
                half = follower(of: half, area: area)
            } while half != start
            rings += simpleLoops(halves).map { $0.flatMap { faces.points(of: $0).dropLast() } }
        }
        return rings
    }

    private func isBorder(_ half: Int, of area: Int) -> Bool {
        areaOfFace[faces.faceOfHalf[half]] == area && areaOfFace[faces.faceOfHalf[half ^ 1]] != area
    }

    private func follower(of half: Int, area: Int) -> Int {
        var next = faces.next[half]
        while !isBorder(next, of: area) { next = faces.next[next ^ 1] }
        return next
    }

    /// Splits a walk where it comes back to a corner, since a valid ring touches itself nowhere.
    private func simpleLoops(_ halves: [Int]) -> [[Int]] {
        var loops: [[Int]] = []
        var stack: [Int] = []
        for half in halves {
            if let back = stack.firstIndex(where: { faces.startNode(of: $0) == faces.startNode(of: half) }) {
                loops.append(Array(stack[back...]))
                stack.removeSubrange(back...)
            }
            stack.append(half)
        }
        return loops + [stack]
    }
}
