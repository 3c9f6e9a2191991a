import Records
import ServiceLevels

/// What the report says of poorer and richer areas, for people.
struct EquityText {
    let equity: Equity
    /// The categories' names.
    let names: [String]
    /// The areas' codes.
    let codes: [String]
    /// How many categories are listed.
    let longest: Int

    var lines: [String] {
        func areas(_ third: IncomeThird) -> String {
            equity.incomes.thirds.indices.filter { equity.incomes.thirds[$0] == third }
                .map { codes[$0] }.joined(separator: ", ")
        }
        var table = TextTable([.left, .right, .right, .right, .right, .right, .right, .right, .right])
        table.add([
            "", "requests: low", "high", "half in: low", "high", "ratio", "9 in 10 in: ratio", "on time: low",
            "high",
        ])
        for entry in equity.comparisons.prefix(longest) {
            table.add([
                names[entry.category], NumberText.count(entry.waits.low.requests),
                NumberText.count(entry.waits.high.requests), DayText.short(entry.waits.low.median),
                DayText.short(entry.waits.high.median), LevelText.ratio(entry.waits.ofMedians),
                LevelText.ratio(entry.waits.ofNinetiethPercentiles), LevelText.share(entry.low),
                LevelText.share(entry.high),
            ])
        }
        let incomes = equity.incomes
        var lines = ["  Incomes are \(incomes.incomeColumn), people \(incomes.peopleColumn)."]
        if incomes.hasThirds {
            lines.append(
                "  Low third of incomes: \(areas(.low)). High third: \(areas(.high)). A ratio above 1: the poorer wait longer."
            )
            lines += table.lines()
        } else {
            lines.append("  The incomes make no low and high third to compare.")
        }
        if let lateness = equity.lateness {
            let index = NumberText.decimal(lateness.index, places: 2)
            let probability = NumberText.decimal(lateness.probability, places: 2)
            let figures = "concentration index \(index), p \(probability)"
            lines.append(
                lateness.isBeyondChance
                    ? "  Given its kinds of requests, lateness falls more on the \(lateness.index < 0 ? "poorer" : "richer") (\(figures))."
                    : "  Given its kinds of requests, lateness differs with income no more than chance allows (\(figures))."
            )
        }
        if let share = equity.shareBetweenAreas {
            lines.append(
                "  Of the inequality in the days of closed requests \(LevelText.percent(share)) lies between areas, the rest within them (Theil)."
            )
        }
        lines.append("  Reporting is uneven itself: few requests are no sign of few needs.")
        return lines
    }
}
