import City
package import Disclosure
package import PageLanguage
package import ServiceLevels

/// The measures of closures as small tables, for the terminal and for pages, and what was taken for granted.
package struct ClosureTables {
    private let survey: ClosureSurvey
    private let privacy: PrivateCategories
    private let longest: Int
    private let words: PageWords

    /// - Parameter longest: How many categories a table lists.
    package init(
        _ survey: ClosureSurvey, privacy: PrivateCategories, longest: Int, words: PageWords = .english
    ) {
        self.survey = survey
        self.privacy = privacy
        self.longest = longest
        self.words = words
    }

    package var all: [FigureTable] {
        [onTime, fast, bulk, returns, duplicates].compactMap(\.self)
    }

    // MARK: What was taken for granted

    /// One sentence each, without the mark at its end.
    package var remarks: [String] {
        staff + places + checks
    }

    /// A category as it is listed.
    private func name(_ category: Int) -> String { words.word(survey.name(category)) }

    private func isShown(_ category: Int) -> Bool { !privacy.isWithheld(survey.name(category)) }

    private var staff: [String] {
        let rule = survey.history.staff
        let count = survey.history.cases.count { $0.isStaff }
        var lines: [String] = []
        if rule.matched.isEmpty {
            lines.append(
                rule.isNamed
                    ? words(
                        "all taken for residents' requests: none has a channel or category that staff: in the city file names"
                    )
                    : words("all taken for residents' requests: no channel or category is staff's by name"))
        } else {
            let names = rule.matched.filter {
                !privacy.isWithheld($0.name) && privacy.audience.tells(textOf: $0.count)
            }
            .prefix(8).map { "\(words.word($0.name)) \(told($0.count))" }.joined(separator: ", ")
            lines.append(
                rule.isNamed
                    ? words("\(told(count)) taken for staff's, by staff: in the city file: \(names)")
                    : words("\(told(count)) taken for staff's, by usual names: \(names)"))
        }
        let named = Set(rule.matched.map(\.name))
        let suggested = survey.fast.suggestedStaff.map { survey.name($0.category) }
            .filter { !named.contains($0) && !privacy.isWithheld($0) }
        if !suggested.isEmpty {
            let names = suggested.prefix(8).map { words.word($0) }.joined(separator: ", ")
            lines.append(
                words(
                    """
                    four in five of these are closed within 10 minutes; where staff enter them, name them under `staff` in the city \
                    file: \(names)
                    """))
        }
        if survey.city.returning.isEmpty {
            lines.append(
                words(
                    """
                    no kind is known to come back by its nature; name missed collections and the like under `returning` in the city \
                    file
                    """))
        }
        return lines
    }

    private var places: [String] {
        var lines: [String] = []
        if survey.defaultPoints > 0 {
            lines.append(words("\(told(survey.defaultPoints)) at default points, in no measure of place"))
        }
        if survey.withoutPosition > 0 {
            lines.append(
                words("\(told(survey.withoutPosition)) without a usable position, in no measure of place"))
        }
        if survey.fast.byDay > 0 {
            let (byDay, all) = (
                told(survey.fast.byDay), told(survey.fast.byDay + survey.fast.all.closed)
            )
            lines.append(
                words(
                    "\(byDay) of \(all) closings have a day without a time, so that nothing is said of minutes"
                ))
        }
        let undated = survey.history.cases.count { $0.end == .closedWithoutDate }
        if undated > 0 { lines.append(words("\(told(undated)) closed without a date, in no wait")) }
        if survey.closedBefore1970 > 0 {
            lines.append(
                words("\(told(survey.closedBefore1970)) closed before 1970, which stands for open"))
        }
        if !survey.closedBeforeOpened.isEmpty {
            let count = told(survey.closedBeforeOpened.count)
            lines.append(words("\(count) closed before they were opened, in no wait and no share"))
        }
        return lines
    }

    private var checks: [String] {
        var lines: [String] = []
        if let shift = survey.clock.shift {
            let years = survey.clock.years.map {
                survey.clock.hasMean($0)
                    ? words("\(words.decimal($0.hour)) h in \(String($0.year))")
                    : words("no certain hour in \(String($0.year))")
            }.joined(separator: ", ")
            let (low, high) = (shift.hours.lowerBound, shift.hours.upperBound)
            let hours = low == high ? "\(low)" : words("\(String(low)) to \(String(high))")
            lines.append(
                words(
                    """
                    times look shifted by about \(hours) hours: residents open requests at \(years) on average, where 12 to 15 h is \
                    usual; nothing is said of hours
                    """))
        } else if survey.clock.isEven {
            lines.append(
                words(
                    """
                    openings are spread over all hours alike, so that the clock cannot be checked; nothing is said of hours
                    """))
        }
        if survey.sample.isSample {
            lines.append(words("this is a sample; repeats and duplicates are undercounted"))
        }
        if !survey.returns.hasExpected { lines.append(tooFewDays) }
        return lines
    }

    private var tooFewDays: String {
        let days = Double(survey.history.followUpEnd - survey.history.start) / 86_400
        let fits = (days / 4).rounded(.down)
        let (had, needed) = (
            words.decimal(days, places: 0), words.decimal(survey.settings.neededDays, places: 0)
        )
        guard fits >= 2 else {
            return words(
                "\(had) days of data are too few to say what would have come anyway; they need \(needed)")
        }
        let options = "--within \(Int(min(fits, 14))) --apart \(Int(min(fits, 28)))"
        return words(
            """
            \(had) days of data are too few to say what would have come anyway; they need \(needed), or fewer days: \(options)
            """)
    }

    // MARK: Tables

    private func told(_ count: Int) -> String {
        privacy.audience.hides(count) ? words.word(CountBand.few.text) : words.count(count)
    }

    /// A share with what it is of; of a small count the public sees neither.
    private func share(_ part: Int, _ whole: Int) -> String {
        privacy.audience.hides(part, whole) ? "–" : words.share(part, of: whole)
    }

    package var onTime: FigureTable? {
        guard survey.onTime.lines[0].all > 0 else { return nil }
        return FigureTable(
            words("On time, official and honest"),
            header: ["", words("on time"), words("of"), words("share")],
            rows: survey.onTime.lines.map {
                ["\($0.number)  \($0.text(words))", told($0.onTime), told($0.all), share($0.onTime, $0.all)]
            },
            notes: [words("Each line takes the one before further. On time: closed by the due moment.")])
    }

    package var fast: FigureTable? {
        let fast = survey.fast
        guard fast.all.fast > 0 else { return nil }
        var rows = [
            (words("all", context: "requests"), fast.all), (words("residents"), fast.residents),
            (words("staff"), fast.staff),
        ].filter { $0.1.closed > 0 }
        rows += fast.byChannel.filter {
            !$0.channel.isEmpty && $0.tally.fast > 0 && privacy.audience.tells(textOf: $0.tally.closed)
        }.map {
            (words("by \(words.word($0.channel))", context: "channel"), $0.tally)
        }
        rows += fast.byCategory.filter { $0.tally.fast > 0 && isShown($0.category) }
            .prefix(longest).map { (name($0.category), $0.tally) }
        let fastForTheirKind = told(fast.fastForTheirKind.count)
        var notes = [
            words(
                """
                \(fastForTheirKind) of residents' are fast for their kind: half of it take a day or more (Kaplan-Meier, 20 \
                requests or more).
                """)
        ]
        let byRule = fast.closedByRule.filter(isShown).map(name).joined(separator: ", ")
        if !byRule.isEmpty {
            notes.append(words("Closed by rule, at the instant of opening, half or more: \(byRule)."))
        }
        return FigureTable(
            words("Closed within \("\(survey.settings.fastSeconds / 60)") minutes"),
            header: [
                "", words("fast", context: "requests"), words("at once", context: "requests"),
                words("closed", context: "requests"), words("share"),
            ],
            rows: rows.map {
                [
                    $0.0, told($0.1.fast), told($0.1.sameInstant), told($0.1.closed),
                    share($0.1.fast, $0.1.closed),
                ]
            }, notes: notes)
    }

    package var bulk: FigureTable? {
        let bulk = survey.bulk
        guard bulk.found.groups > 0 else { return nil }
        let rows = bulk.categories.filter { isShown($0.category) }.prefix(longest).map {
            [name($0.category), told($0.inBulk), told($0.closings), share($0.inBulk, $0.closings)]
        }
        let (closings, addresses) = (
            words.count(survey.settings.bulkClosings), words.count(survey.settings.bulkAddresses)
        )
        var notes = [
            words(
                """
                \(told(bulk.found.rows)) closings in \(told(bulk.found.groups)) minutes with \(closings) of a kind or more, at \
                \(addresses) addresses or more; by chance \(words.decimal(bulk.rowsByChance)) in \
                \(words.decimal(bulk.groupsByChance)) (minutes drawn anew within their hour).
                """),
            words("It says that closing times are those of typing, and nothing about a single case."),
        ]
        let typed = bulk.typedIn.map(\.category).filter(isShown).map(name).joined(separator: ", ")
        if !typed.isEmpty {
            notes.append(
                words("Durations are not working times where more than a quarter is bulk: \(typed)."))
        }
        return FigureTable(
            words("Closed in bulk"),
            header: ["", words("in bulk"), words("closed", context: "requests"), words("share")],
            rows: Array(rows), notes: notes)
    }

    package var returns: FigureTable? {
        let returns = survey.returns
        guard returns.all.ends > 0 else { return nil }
        var rows = [
            (words("all", context: "requests"), returns.all), (words("residents"), returns.residents),
            (words("come back by nature"), returns.returning), (words("staff"), returns.staff),
        ].filter { $0.1.ends > 0 }.map { row($0.0, excess: $0.1, remark: "") }
        let judged = returns.categories.filter {
            $0.excess.watched >= CategoryReturns.fewest && $0.excess.cameBack > 0 && isShown($0.category)
        }.sorted {
            ($1.excess.excess, survey.name($0.category)) < ($0.excess.excess, survey.name($1.category))
        }
        rows += judged.prefix(longest).map {
            row(
                name($0.category), excess: $0.excess,
                remark: $0.standsOut ? words("more than would have anyway") : "")
        }
        let settings = survey.settings
        func plain(_ value: Double) -> String {
            words.decimal(value, places: value == value.rounded() ? 0 : 1)
        }
        return FigureTable(
            words("Reported again"),
            header: [
                "", words("came back"), words("of"), words("share"), words("anyway"),
                words("excess in points"), "",
            ],
            rows: rows,
            notes: [
                words(
                    """
                    Came back: another report of the kind within \(plain(settings.radius)) m, more than \
                    \(plain(settings.graceDays)) and at most \(plain(settings.returnDays)) d after nothing near was open any more.
                    """),
                returns.hasExpected
                    ? words(
                        """
                        Anyway: the same places in windows \(plain(settings.controlDays)) d before the opening and after the closing; \
                        95 % interval by places. Most returns are chance: only kinds that stand out are listed, whose interval lies \
                        above 0 and stays significant among all kinds (Benjamini-Hochberg 5 %).
                        """)
                    : words("What would have come anyway cannot be told from so few days."),
            ])
    }

    private func row(_ name: String, excess: ReturnExcess, remark: String) -> [String] {
        let isSmall = privacy.audience.hides(excess.cameBack, excess.ends)
        var cells = [name, told(excess.cameBack), told(excess.ends), share(excess.cameBack, excess.ends)]
        guard !isSmall, let interval = excess.interval else { return cells + ["–", "–", remark] }
        func points(_ value: Double) -> String { words.signed(100 * value, places: 2) }
        cells.append(words.percent(excess.expected))
        cells.append(
            words(
                "\(points(excess.excess)) (\(points(interval.lowerBound)) to \(points(interval.upperBound)))")
        )
        return cells + [remark]
    }

    private func told(_ counts: DuplicateCounts, _ state: OriginalState) -> String {
        guard privacy.audience == .public, counts.hides(state) else { return words.count(counts[state]) }
        return counts[state] < CountBand.threshold ? words.word(CountBand.few.text) : words("not shown")
    }

    package var duplicates: FigureTable? {
        let all = survey.duplicates
        guard !all.isEmpty else { return nil }
        let names: [(OriginalState, String)] = [
            (.open, words("original still open")), (.closedAfter, words("original closed after it")),
            (.closedBefore, words("original closed before it, or with it")),
            (.onlyClosed, words("only one that was closed before: it came back")),
            (.none, words("no original in the file")),
        ]
        let beside = told(all.count { $0.isClosedBesideOpen(survey.history) })
        let radius = words.decimal(survey.settings.duplicateRadius, places: 0)
        let counts = DuplicateCounts(all)
        return FigureTable(
            words("Duplicates"), header: ["", words("requests"), words("of")],
            rows: names.map { state, name in
                [name, told(counts, state), told(all.count)]
            },
            notes: [
                words(
                    """
                    \(beside) are closed while their original is open. Original: the parent, else the last opened within \(radius) m \
                    of the kind that was open then.
                    """)
            ])
    }
}
