/// Follows links between requests to the one that all the others repeat.
package enum ParentLinks {
    /// Returns for each request the request at the end of its chain of links; itself where it repeats none.
    ///
    /// Requests that link to each other in a ring repeat the first of them.
    /// - Parameter parents: For each request the one that it repeats, or −1. A number past the end is a parent that
    ///   is not in the data: those who share it belong together all the same.
    package static func roots(_ parents: [Int32]) -> [Int32] {
        var roots = [Int32](repeating: -1, count: parents.count)
        var chain: [Int32] = []
        for start in parents.indices where roots[start] < 0 {
            chain.removeAll(keepingCapacity: true)
            var current = Int32(start)
            while current < parents.count, roots[Int(current)] < 0, parents[Int(current)] >= 0 {
                // While a chain is walked its requests carry a mark, so that a ring is seen when it closes.
                roots[Int(current)] = .max
                chain.append(current)
                current = parents[Int(current)]
            }
            let end = end(of: chain, at: current, roots)
            for request in chain { roots[Int(request)] = end }
            if chain.isEmpty { roots[start] = Int32(start) }
        }
        return roots
    }

    private static func end(of chain: [Int32], at current: Int32, _ roots: [Int32]) -> Int32 {
        guard current < roots.count else { return current }
        if roots[Int(current)] == .max, let first = chain.firstIndex(of: current) {
            return chain[first...].min() ?? current
        }
        return roots[Int(current)] < 0 ? current : roots[Int(current)]
    }
}
