package import Wording

/// What counts as too small to report.
package struct CheckSettings: Sendable, Equatable {
    /// Overlaps and gaps of less surface are left out, m².
    package var leastArea: Double
    /// Gaps that are open to the outside count where they are narrower than this, metres; overlaps that are narrower
    /// everywhere are small.
    package var gapWidth: Double
    /// An overlap of a greater share of the smaller area is never small, however narrow.
    package var smallShare: Double
    /// An overlap of a smaller share of the smaller area is small, however wide.
    package var tinyShare: Double

    package init(
        leastArea: Double = 10, gapWidth: Double = 5, smallShare: Double = 0.01,
        tinyShare: Double = 0.0001
    ) {
        self.leastArea = leastArea
        self.gapWidth = gapWidth
        self.smallShare = smallShare
        self.tinyShare = tinyShare
    }

    /// What is wrong with the settings; `nil` for nothing.
    package var problem: CheckSettingError? {
        if !(leastArea >= 0 && leastArea.isFinite) { return .leastArea(leastArea) }
        return gapWidth > 0 && gapWidth.isFinite ? nil : .gapWidth(gapWidth)
    }
}

/// What is wrong with the settings of a check of boundaries.
package enum CheckSettingError: AdvisingError, Equatable {
    case leastArea(Double)
    case gapWidth(Double)

    package func text(in terms: CallerTerms) -> String {
        switch self {
        case .leastArea(let area): "\(terms[.leastArea]) \(area): name square metres, 0 or more"
        case .gapWidth(let width): "\(terms[.gapWidth]) \(width): name metres, more than 0"
        }
    }
}
