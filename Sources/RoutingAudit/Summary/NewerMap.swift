package import Boundaries
package import Locating
package import ServiceRequests

/// A sign that the map is newer than the CRM's, or has areas that the CRM does not know: most disagreements lie in areas that
/// no request is assigned to.
package struct NewerMap: Sendable, Equatable {
    /// The codes of the areas that disagreements lie in and no request is assigned to, those with the most first.
    package let areas: [String]
    /// The disagreements that lie in them.
    package let within: Int
    /// All disagreements of the layer.
    package let all: Int
}

extension SummaryFindings {
    /// Returns the sign for a layer's last edition, `nil` where there is none.
    ///
    /// - Parameter table: Has the texts that the CRM recorded.
    package func newerMap(ofLayer index: Ordinal<Layer>, _ layer: PreparedLayer, in table: RequestTable)
        -> NewerMap?
    {
        let last = Ordinal<Edition>(layer.editions.count - 1)
        let texts = table.assigned[index.index].values
        var isAssigned = [Bool](repeating: false, count: layer.editions[last].codes.count)
        for code in texts.indices where usedCodes[index.index][code] {
            if let area = layer.editions[last].area(texts[code]) { isAssigned[area.index] = true }
        }
        guard isAssigned.contains(false) else { return nil }
        var counts = [Int](repeating: 0, count: isAssigned.count)
        var all = 0
        for finding in findings where finding.layer == index && finding.edition == last {
            guard finding.verdict == .misrouted || finding.verdict == .uncertain, finding.expected.exists
            else {
                continue
            }
            all += 1
            if !isAssigned[finding.expected.index] { counts[finding.expected.index] += 1 }
        }
        let within = counts.reduce(0, +)
        guard within >= Self.fewestForNewerMap, within * 2 >= all else { return nil }
        let areas = counts.indices.filter { counts[$0] > 0 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        return NewerMap(areas: areas.map { layer.editions[last].codes[$0] }, within: within, all: all)
    }

    private static let fewestForNewerMap = 5
}
