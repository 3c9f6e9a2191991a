import Records

/// The cells of tables of periods, as people read them.
package enum PeriodCells {
    /// `2.1 d (1.8 to 2.6)`; of a young period the shares that were closed within 7 and 30 days.
    package static func median(_ level: PeriodLevel) -> String {
        guard level.opened > 0 else { return "–" }
        if level.flags.contains(.young) {
            let shares = [("7 d", level.within7), ("30 d", level.within30)].compactMap { name, share in
                share.map { "\(NumberText.decimal(100 * $0, places: 0)) % in \(name)" }
            }
            return shares.isEmpty ? "–" : shares.joined(separator: ", ")
        }
        let high = level.medianHigh.map { NumberText.decimal($0) } ?? "?"
        let low = level.medianLow.map { NumberText.decimal($0) } ?? "?"
        return "\(level.median.map { DayText.short($0) } ?? "more than half open") (\(low) to \(high))"
    }

    /// `81.2 % of 500`.
    package static func share(_ level: PeriodLevel) -> String {
        level.due > 0
            ? "\(NumberText.share(level.onTime, of: level.due)) of \(NumberText.count(level.due))" : "–"
    }

    /// `529: × 0.95 (0.81 to 1.12)`.
    package static func yearBefore(_ level: PeriodLevel) -> String {
        guard let before = level.previousYear, let ratio = level.ratio, let low = level.ratioLow,
            let high = level.ratioHigh
        else { return "–" }
        func text(_ value: Double) -> String { NumberText.decimal(value, places: 2) }
        return "\(NumberText.count(before)): × \(text(ratio)) (\(text(low)) to \(text(high)))"
    }

    /// `young, filling up`.
    package static func flags(_ level: PeriodLevel) -> String {
        level.flags.words.map { $0.replacing("_", with: " ") }.joined(separator: ", ")
    }
}
