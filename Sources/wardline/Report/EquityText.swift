import ServiceLevels

/// What the report says of poorer and richer areas, for people.
struct EquityText {
    let equity: Equity
    /// The areas' codes.
    let codes: [String]
    /// How many categories are listed beside all together.
    let longest: Int

    var lines: [String] {
        func areas(_ third: IncomeThird) -> String {
            equity.incomes.thirds.indices.filter { equity.incomes.thirds[$0] == third }
                .map { codes[$0] }.joined(separator: ", ")
        }
        var table = TextTable([.left, .right, .right, .right, .right, .right, .right])
        table.add(["", "half in: low", "high", "ratio", "9 in 10 in: ratio", "on time: low", "high"])
        for entry in equity.comparisons.prefix(longest + 1) {
            table.add([
                entry.category ?? "all categories", LevelText.days(entry.waits.low.median),
                LevelText.days(entry.waits.high.median), LevelText.ratio(entry.waits.ofMedians),
                LevelText.ratio(entry.waits.ofNinetiethPercentiles), LevelText.share(entry.low),
                LevelText.share(entry.high),
            ])
        }
        var lines = [
            "  Low third of incomes: \(areas(.low)). High third: \(areas(.high)). A ratio above 1: the poorer wait longer."
        ]
        lines += table.lines()
        if let lateness = equity.lateness {
            let side =
                lateness < -0.01
                ? "more on the poorer" : lateness > 0.01 ? "more on the richer" : "alike on all"
            lines.append("  Lateness falls \(side) (concentration index \(LevelText.hundredths(lateness))).")
        }
        if let share = equity.shareBetweenAreas {
            lines.append(
                "  Of the inequality in days to close \(LevelText.percent(share)) lies between areas, the rest within them (Theil)."
            )
        }
        lines.append("  Reporting is uneven itself: few requests are no sign of few needs.")
        return lines
    }
}
