import City
package import Disclosure
package import PageLanguage
package import ServiceLevels
import ServiceRequests

/// The measures of closures as small tables, for the terminal and for pages, and what was taken for granted.
package struct ClosureTables {
    private let survey: ClosureSurvey
    private let privacy: PrivateCategories
    private let longest: Int
    private let words: PageWords
    private let disclosed: ToldClosures
    /// Whether whoever reads it can change the city file and the options.
    private let advises: Bool

    /// - Parameters:
    ///   - longest: How many categories a table lists.
    ///   - advises: Whether whoever reads it can change the city file and the options.
    package init(
        _ survey: ClosureSurvey, privacy: PrivateCategories, longest: Int, advises: Bool = true,
        words: PageWords = .english
    ) {
        self.advises = advises
        self.survey = survey
        self.privacy = privacy
        self.longest = longest
        self.words = words
        disclosed = survey.told(to: privacy.audience)
    }

    package var all: [FigureTable] {
        [onTime, fast, bulk, returns, duplicates, early].compactMap(\.self)
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
            let shown = rule.matched.filter {
                !privacy.isWithheld($0.name) && privacy.audience.tells(textOf: $0.count)
            }
            // The counts of all but a few would tell how many these are.
            let rest = abs(count - shown.reduce(0) { $0 + $1.count })
            let tellsCounts = !privacy.audience.hides(rest)
            let names = shown.prefix(8).map {
                words.word($0.name) + (tellsCounts ? " \(told($0.count))" : "")
            }.joined(separator: ", ")
            lines.append(
                rule.isNamed
                    ? words("\(told(count)) taken for staff's, by staff: in the city file: \(names)")
                    : words("\(told(count)) taken for staff's, by usual names: \(names)"))
        }
        guard advises else { return lines }
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
        let closings = survey.fast.byDay + survey.fast.all.closed
        if survey.fast.byDay > 0, let told = disclosed.texts(survey.fast.byDay, of: closings, in: words) {
            lines.append(
                words(
                    """
                    \(told.part) of \(told.whole) closings have a day without a time, so that nothing is said of their minutes
                    """))
        }
        lines += [byDayMiddle, pastDue].compactMap(\.self)
        let undated = survey.history.cases.count { $0.end == .closedWithoutDate }
        if undated > 0 { lines.append(words("\(told(undated)) closed without a date, in no wait")) }
        if survey.closedBefore1970 > 0 {
            lines.append(
                words("\(told(survey.closedBefore1970)) closed before 1970, which stands for open"))
        }
        if !survey.closedBeforeOpened.isEmpty {
            let count = disclosed.texts(
                survey.closedBeforeOpened.count, of: survey.history.cases.count, in: words)
            if let count {
                lines.append(words("\(count.part) closed before they were opened, in no wait and no share"))
            }
        }
        return lines
    }

    /// What is made of closings that are days, where openings have times.
    private var byDayMiddle: String? {
        guard survey.history.closings.tellWaits, survey.history.cases.contains(where: \.isClosedInMiddle)
        else {
            return nil
        }
        return words(
            """
            a closing that is a day without a time ends a wait in the middle of what was left of that day, and is in time on the due \
            day, whatever the hour
            """)
    }

    /// Why other pages have another number of open cases past due.
    private var pastDue: String? {
        let (history, count) = (survey.history, survey.onTime.openPastDue)
        guard history.closings.tellWaits, count > 0, disclosed.openPastDue,
            count != history.cases.count(where: history.isPastDue)
        else { return nil }
        return words(
            """
            past due is here what was due by the end of the day that is shown; reports and maps count from the day after the due day
            """)
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
        guard advises, fits >= 2 else {
            return words(
                "\(had) days of data are too few to say what would have come anyway; they need \(needed)")
        }
        let (within, apart) = ("\(Int(min(fits, 14)))", "\(Int(min(fits, 28)))")
        return words(
            """
            \(had) days of data are too few to say what would have come anyway; they need \(needed), or fewer where \
            reports within \(within) days are asked for and windows lie \(apart) days away
            """)
    }

    // MARK: Tables

    private func told(_ count: Int) -> String {
        privacy.audience.hides(count) ? words.word(CountBand.few.text) : words.count(count)
    }

    /// The cells of a part, of what it is, and of the share, as far as they are told.
    private func cells(_ part: Int, isTold: Bool, of whole: Int, isWholeTold: Bool) -> [String] {
        [
            disclosed.text(part, isTold: isTold, in: words),
            disclosed.text(whole, isTold: isWholeTold, in: words),
            isTold && isWholeTold ? words.share(part, of: whole) : "–",
        ]
    }

    package var onTime: FigureTable? {
        guard survey.history.closings.tellWaits, survey.onTime.lines[0].all > 0 else { return nil }
        return FigureTable(
            words("On time, official and honest"),
            header: ["", words("on time"), words("of"), words("share")],
            rows: survey.onTime.lines.enumerated().map { index, line in
                let isTold = disclosed.tellsLine(index)
                return ["\(line.number)  \(line.text(words))"]
                    + cells(line.onTime, isTold: isTold, of: line.all, isWholeTold: isTold)
            },
            notes: [words("Each line takes the one before further. On time: closed by the due moment.")])
    }

    package var fast: FigureTable? {
        let fast = survey.fast
        guard fast.all.fast > 0 else { return nil }
        var rows: [(name: String, tally: FastClosings.Tally, part: ToldClosures.Part)] = [
            (words("all", context: "requests"), fast.all, .all),
            (words("residents"), fast.residents, .residents), (words("staff"), fast.staff, .staff),
        ].filter { $0.1.closed > 0 }
        rows += fast.byChannel.filter {
            !$0.channel.isEmpty && $0.tally.fast > 0 && privacy.audience.tells(textOf: $0.tally.closed)
        }.map {
            (words("by \(words.word($0.channel))", context: "channel"), $0.tally, .channel($0.channel))
        }
        rows += fast.byCategory.filter { $0.tally.fast > 0 && isShown($0.category) }
            .prefix(longest).map { (name($0.category), $0.tally, .category($0.category)) }
        let fastForTheirKind = disclosed.subject(
            fast.fastForTheirKind.count, isTold: disclosed.tells(.fastForKind, of: .all), in: words)
        var notes: [String] = []
        if survey.history.closings.tellFastClosings {
            notes.append(
                fastForTheirKind.map {
                    words(
                        """
                        \($0) of residents' are fast for their kind: half of it take a day or more (Kaplan-Meier, 20 requests or \
                        more).
                        """)
                }
                    ?? words(
                        "Fast for their kind: half of it take a day or more (Kaplan-Meier, 20 requests or more)."
                    ))
        }
        let byRule = fast.closedByRule.filter(isShown).map(name).joined(separator: ", ")
        if !byRule.isEmpty {
            notes.append(words("Closed by rule, at the instant of opening, half or more: \(byRule)."))
        }
        return FigureTable(
            words("Closed within \(survey.settings.fastTime(words))"),
            header: [
                "", words("fast", context: "requests"), words("at once", context: "requests"),
                words("closed", context: "requests"), words("share"),
            ],
            rows: rows.map { name, tally, part in
                var cells = cells(
                    tally.fast, isTold: disclosed.tells(.fast, of: part), of: tally.closed,
                    isWholeTold: disclosed.tells(.closed, of: part))
                cells.insert(
                    disclosed.text(tally.sameInstant, isTold: disclosed.tells(.atOnce, of: part), in: words),
                    at: 1)
                return [name] + cells
            }, notes: notes)
    }

    package var bulk: FigureTable? {
        let bulk = survey.bulk
        guard bulk.found.groups > 0 else { return nil }
        let rows = bulk.categories.filter { isShown($0.category) }.prefix(longest).map {
            let isTold = disclosed.tellsBulk(of: .category($0.category))
            return [name($0.category)]
                + cells($0.inBulk, isTold: isTold, of: $0.closings, isWholeTold: isTold)
        }
        let (closings, addresses) = (
            words.count(survey.settings.bulkClosings), words.count(survey.settings.bulkAddresses)
        )
        let inBulk = disclosed.subject(bulk.found.rows, isTold: disclosed.tellsBulk(of: .all), in: words)
        var notes = [
            inBulk == nil
                ? words(
                    "In bulk: \(closings) of a kind or more in a minute, at \(addresses) addresses or more.")
                : words(
                    """
                    \(inBulk ?? "") closings in \(told(bulk.found.groups)) minutes with \(closings) of a kind or more, at \
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
        let parts: [(name: String, excess: ReturnExcess, part: ToldClosures.Part)] = [
            (words("all", context: "requests"), returns.all, .all),
            (words("residents"), returns.residents, .residents),
            (words("come back by nature"), returns.returning, .returning),
            (words("staff"), returns.staff, .staff),
        ]
        var rows = parts.filter { $0.excess.ends > 0 }.map {
            row($0.name, excess: $0.excess, part: $0.part, remark: "")
        }
        let judged = returns.categories.filter {
            $0.excess.watched >= ReturnExcess.fewest && $0.excess.cameBack > 0 && isShown($0.category)
        }.map { (kind: $0, told: disclosed.tellsExcess($0.excess, of: .category($0.category))) }
            .sorted { one, other in
                // The place among the others would tell what is hidden.
                if one.told != other.told { return one.told }
                let (first, second) = (one.kind, other.kind)
                if one.told, first.excess.excess != second.excess.excess {
                    return first.excess.excess > second.excess.excess
                }
                return survey.name(first.category) < survey.name(second.category)
            }.map(\.kind)
        rows += judged.prefix(longest).map {
            row(
                name($0.category), excess: $0.excess, part: .category($0.category),
                remark: $0.standsOut ? words("more than would have anyway") : "")
        }
        let settings = survey.settings
        func plain(_ value: Double) -> String {
            words.decimal(value, places: value == value.rounded() ? 0 : 1)
        }
        return FigureTable(
            words("Reported again"),
            header: [
                "", words("came back"), words("of"), words("share"),
                words("where watched, against anyway"), words("excess in points"), "",
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
                        Anyway: the same places in windows \(plain(settings.controlDays)) d before the opening and after the closing. \
                        Watched are the ends that have such a window: the excess is of them; 95 % interval by places. Most returns are chance: only those of kinds that stand out are called back, whose \
                        interval lies above 0 and stays significant among all kinds (Benjamini-Hochberg 5 %); kinds with fewer than \
                        \(words.count(ReturnExcess.fewest)) ends that have such windows are not judged.
                        """)
                    : words("What would have come anyway cannot be told from so few days."),
            ])
    }

    private func row(
        _ name: String, excess: ReturnExcess, part: ToldClosures.Part, remark: String
    ) -> [String] {
        var cells =
            [name]
            + cells(
                excess.cameBack, isTold: disclosed.tells(.cameBack, of: part), of: excess.ends,
                isWholeTold: disclosed.tells(.ends, of: part))
        guard disclosed.tellsExcess(excess, of: part), let interval = excess.interval else {
            return cells + ["–", "–", remark]
        }
        func points(_ value: Double) -> String { words.signed(100 * value, places: 2) }
        // Of the same ends: the share of all of them is another one.
        let (watched, anyway) = (
            words.share(excess.watchedCameBack, of: excess.watched), words.percent(excess.expected)
        )
        cells.append(words("\(watched) against \(anyway)"))
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
        let count = all.count { $0.isClosedBesideOpen(survey.history) }
        // Of those that have an open original, which are told.
        let open = all.count { $0.state == .open }
        let beside = disclosed.subject(count, isTold: privacy.audience.tells(count, of: open), in: words)
        let radius = words.decimal(survey.settings.duplicateRadius, places: 0)
        let counts = DuplicateCounts(all)
        return FigureTable(
            words("Duplicates"), header: ["", words("requests"), words("of")],
            rows: names.map { state, name in
                [name, told(counts, state), told(all.count)]
            },
            notes: [
                beside.map { words("\($0) are closed while their original is open.") },
                words(
                    """
                    Original: the parent, else the last opened within \(radius) m of the kind that was open then.
                    """),
            ].compactMap(\.self))
    }

    /// What is wrong with closings: those before the opening, and those that were taken back.
    package var early: FigureTable? {
        let all = survey.history.cases.count
        let rows = [
            (words("opened again"), survey.reopened.count),
            (words("closed before they were opened"), survey.closedBeforeOpened.count),
            (words("closed before 1970, which stands for open"), survey.closedBefore1970),
        ].filter { $0.1 > 0 }
        guard !rows.isEmpty else { return nil }
        return FigureTable(
            words("Opened again, or closed before opened"),
            header: ["", words("requests"), words("of"), words("share")],
            rows: rows.map { name, count in
                let isTold = privacy.audience.tells(count, of: all)
                return [name] + cells(count, isTold: isTold, of: all, isWholeTold: isTold)
            },
            notes: [
                words(
                    """
                    Opened again: by a word of the status, or open with a closing time. Closed before they were opened: by the moment, \
                    or by the day where times are missing; they are in no wait and no share.
                    """)
            ])
    }
}
