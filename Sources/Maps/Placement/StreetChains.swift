import Geometry

/// All pieces of one street in view, joined end to end.
struct StreetChain {
    var name: String
    var importance: StreetImportance
    var path: PagePath
}

/// Joins the pieces of streets by name, so that a name can run on over corners of blocks.
enum StreetChains {
    static func joined(_ streets: [(street: MapStreet, path: PagePath)]) -> [StreetChain] {
        var pieces: [String: (importance: StreetImportance, paths: [PagePath])] = [:]
        for (street, path) in streets where !street.name.isEmpty && path.points.count > 1 {
            var known = pieces.removeValue(forKey: street.name) ?? (.alley, [])
            known.paths.append(path)
            known.importance = max(known.importance, street.importance)
            pieces[street.name] = known
        }
        return pieces.sorted { $0.key < $1.key }.flatMap { name, street in
            join(street.paths).map { StreetChain(name: name, importance: street.importance, path: $0) }
        }
    }

    /// Joins paths whose ends meet; where more than two meet, the straightest pair is joined.
    private static func join(_ paths: [PagePath]) -> [PagePath] {
        var pending = paths.filter { $0.points.count > 1 }
        var chains: [PagePath] = []
        while var chain = pending.popLast() {
            while let next = takeContinuation(of: chain, from: &pending) {
                chain.points += next.points.dropFirst()
            }
            chain.points.reverse()
            while let next = takeContinuation(of: chain, from: &pending) {
                chain.points += next.points.dropFirst()
            }
            chains.append(chain)
        }
        return chains
    }

    private static func takeContinuation(of chain: PagePath, from pending: inout [PagePath]) -> PagePath? {
        guard let end = chain.points.last, let before = chain.points.dropLast().last else { return nil }
        var best: (index: Int, path: PagePath, turn: Double)?
        for (index, candidate) in pending.enumerated() {
            guard let path = candidate.starting(at: end) else { continue }
            let turn = abs(PagePoint.turn(before, corner: end, end: path.points[1]))
            if turn < best?.turn ?? 1.2 { best = (index, path, turn) }
        }
        guard let best else { return nil }
        pending.remove(at: best.index)
        return best.path
    }
}

extension PagePath {
    /// Returns the path, reversed where needed, if it starts at a point; `nil` if neither end lies there.
    fileprivate func starting(at point: PagePoint) -> PagePath? {
        guard let first = points.first, let last = points.last else { return nil }
        if first.distance(to: point) < 0.4 { return self }
        if last.distance(to: point) < 0.4 { return PagePath(points: points.reversed()) }
        return nil
    }
}

extension PagePoint {
    /// Returns the change of direction at `corner`, radians, −π…π; 0 is straight on.
    static func turn(_ start: PagePoint, corner: PagePoint, end: PagePoint) -> Double {
        let incoming = arctangent(corner.y - start.y, corner.x - start.x)
        let outgoing = arctangent(end.y - corner.y, end.x - corner.x)
        let difference = (outgoing - incoming + 3 * .pi).truncatingRemainder(dividingBy: 2 * .pi)
        return difference - .pi
    }
}
