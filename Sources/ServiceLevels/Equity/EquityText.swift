import Records

/// What a report says of poorer and richer areas, for people.
package struct EquityText {
    /// What incomes and thirds are.
    package let introduction: [String]
    /// The categories of the low and the high third beside each other; `nil` where the incomes make no thirds.
    package let table: FigureTable?
    /// What follows from all requests together.
    package let findings: [String]

    /// - Parameters:
    ///   - names: The categories' names.
    ///   - codes: The areas' codes.
    ///   - longest: How many categories are listed.
    package init(_ equity: Equity, names: [String], codes: [String], longest: Int) {
        func areas(_ third: IncomeThird) -> String {
            equity.incomes.thirds.indices.filter { equity.incomes.thirds[$0] == third }
                .map { codes[$0] }.joined(separator: ", ")
        }
        let incomes = equity.incomes
        let columns = "Incomes are \(incomes.incomeColumn), people \(incomes.peopleColumn)."
        introduction = [
            columns,
            incomes.hasThirds
                ? "Low third of incomes: \(areas(.low)). High third: \(areas(.high)). A ratio above 1: the poorer wait longer."
                : "The incomes make no low and high third to compare.",
        ]
        table =
            incomes.hasThirds
            ? FigureTable(
                "By income (\(incomes.path))",
                header: [
                    "", "requests: low", "high", "half in: low", "high", "ratio", "9 in 10 in: ratio",
                    "on time: low", "high",
                ],
                rows: equity.comparisons.prefix(longest).map { entry in
                    [
                        names[entry.category], NumberText.count(entry.waits.low.requests),
                        NumberText.count(entry.waits.high.requests), DayText.short(entry.waits.low.median),
                        DayText.short(entry.waits.high.median), LevelText.ratio(entry.waits.ofMedians),
                        LevelText.ratio(entry.waits.ofNinetiethPercentiles), LevelText.share(entry.low),
                        LevelText.share(entry.high),
                    ]
                }) : nil
        findings = Self.findings(equity)
    }

    private static func findings(_ equity: Equity) -> [String] {
        var lines: [String] = []
        if let lateness = equity.lateness {
            let index = NumberText.decimal(lateness.index, places: 2)
            let probability = NumberText.decimal(lateness.probability, places: 2)
            let figures = "concentration index \(index), p \(probability)"
            lines.append(
                lateness.isBeyondChance
                    ? "Given its kinds of requests, lateness falls more on the \(lateness.index < 0 ? "poorer" : "richer") (\(figures))."
                    : "Given its kinds of requests, lateness differs with income no more than chance allows (\(figures))."
            )
        }
        if let share = equity.shareBetweenAreas {
            lines.append(
                "Of the inequality in the days of closed requests \(LevelText.percent(share)) lies between areas, the rest within them (Theil)."
            )
        }
        return lines + ["Reporting is uneven itself: few requests are no sign of few needs."]
    }
}
