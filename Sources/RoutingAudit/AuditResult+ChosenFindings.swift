import Boundaries
package import Locating

extension AuditResult {
    /// Leaves the findings of chosen rows and counts them alone. All rows were judged together, so that a verdict does not depend
    /// on what is chosen.
    ///
    /// - Parameters:
    ///   - chosen: For each row whether it is chosen.
    ///   - keepingCorrect: Whether findings that are correct stay; they have to be there.
    package mutating func choose(_ chosen: [Bool], layers prepared: [PreparedLayer], keepingCorrect: Bool) {
        var counted = AuditResult(layerCount: layers.count)
        counted.chosen = chosen
        counted.otherDoubts = [[Int32]](repeating: [], count: layers.count)
        for finding in findings {
            guard chosen[finding.row] else {
                if finding.verdict != .correct {
                    counted.otherDoubts[finding.layer.index].append(Int32(finding.row))
                }
                continue
            }
            guard finding.verdict == .correct else {
                counted.append(finding)
                continue
            }
            counted.layers[finding.layer.index].addCorrect(nearBorder: finding.isNearBorder)
            if let difference = finding.accepted(among: prepared[finding.layer]) {
                counted.layers[finding.layer.index].accepted[difference, default: 0] += 1
            }
            if keepingCorrect { counted.findings.append(finding) }
        }
        counted.countBorneOut()
        self = counted
    }
}

extension Finding {
    /// Whether a border lies within the position's uncertainty.
    fileprivate var isNearBorder: Bool {
        guard let margin, let position else { return false }
        return margin <= position.uncertainty
    }

    /// The agreed difference that makes it correct; `nil` for none.
    fileprivate func accepted(among layer: PreparedLayer) -> AcceptedDifference? {
        guard case .accepted(let why) = evidence else { return nil }
        return layer.accepted.first { difference in
            difference.why == why && layer.editions[edition].area(difference.assigned) == assigned
                && layer.editions[edition].area(difference.expected) == expected
        }
    }
}
