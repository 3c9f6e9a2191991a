import Chronology
import Disclosure
import PageLanguage
import ServiceLevels
import ServiceRequests

/// What there is to say of closures, a sentence each.
struct ClosureFindings {
    private let survey: ClosureSurvey
    private let list: CallBackList
    private let privacy: PrivateCategories
    private let words: PageWords
    private let disclosed: ToldClosures

    init(
        _ survey: ClosureSurvey, list: CallBackList, privacy: PrivateCategories, words: PageWords = .english
    ) {
        self.survey = survey
        self.list = list
        self.privacy = privacy
        self.words = words
        disclosed = survey.told(to: privacy.audience)
    }

    private var history: CaseHistory { survey.history }

    private var cases: CaseSentences {
        CaseSentences(history, city: survey.city, privacy: privacy, words: words)
    }

    private func told(_ value: Int) -> String { cases.told(value) }

    /// Everything that there is to tell. Where the file does not tell when requests were closed that is the first of it.
    var all: [ClosureFinding] {
        if let gap = cases.gap {
            let first = ClosureFinding(text: gap, kind: .closings, weight: .max)
            // What a closing says by itself stands also where nothing is open.
            let own = history.closings.tellFastClosings ? [fast, early, bulk] : [early]
            return [first] + (own + [backlog]).compactMap(\.self)
        }
        let onTime = OnTimeSentence(survey: survey, disclosed: disclosed, cases: cases, words: words).finding
        return [onTime, cameBack, fast, early, duplicates, reopened, bulk, backlog, years].compactMap(\.self)
    }

    // MARK: Came back

    var cameBack: ClosureFinding? {
        let standing = survey.standingOut(for: privacy)
        let found = standing.filter { disclosed.tellsExcess($0.excess, of: .category($0.category)) }
        // That a kind stands out is told also where its counts are not.
        guard let worst = found.first else { return standing.isEmpty ? cameBackInAll : nil }
        let excess = worst.excess
        let name = words.word(survey.name(worst.category))
        let days = words.decimal(survey.settings.returnDays, places: 0)
        let (returned, all) = (told(excess.watchedCameBack), told(excess.watched))
        let back = words.share(excess.watchedCameBack, of: excess.watched)
        let anyway = words.percent(excess.expected)
        let text = words(
            """
            Of closed “\(name)” \(back) came back within \(days) days (\(returned) of \(all)), and \(anyway) would have \
            anyway: which cases those are it does not show.
            """)
        // Those of the list that the sentence counts: of this kind, and watched at other times.
        let watched = Set(
            survey.ends.lazy.filter { $0.cameBack && $0.hasWindow }.map(\.index)
        )
        let listed = list.entries.count {
            $0.reasons.contains(.cameBack) && watched.contains($0.index)
                && Int(history.cases[Int($0.index)].category) == worst.category
        }
        let more =
            switch standing.count - 1 {
            case 0: ""
            case 1: " " + words("Of one more kind more came back than would have anyway.")
            default:
                " "
                    + words(
                        "Of \(words.count(standing.count - 1)) more kinds more came back than would have anyway."
                    )
            }
        let beyond = found.reduce(0) { $0 + Int(($1.excess.excess * Double($1.excess.watched)).rounded()) }
        return ClosureFinding(
            text: text + self.listed(listed, of: excess.watchedCameBack) + more, kind: .closings,
            weight: beyond)
    }

    /// Of all residents' requests, where no kind stands out by itself: of many small kinds none may.
    private var cameBackInAll: ClosureFinding? {
        let excess = survey.returns.residents
        guard survey.returns.hasExpected, !survey.sample.isSample, excess.isAboveZero,
            disclosed.tellsExcess(excess, of: .residents)
        else { return nil }
        let days = words.decimal(survey.settings.returnDays, places: 0)
        let (returned, all) = (told(excess.watchedCameBack), told(excess.watched))
        let back = words.share(excess.watchedCameBack, of: excess.watched)
        let anyway = words.percent(excess.expected)
        return ClosureFinding(
            text: words(
                """
                Of residents' closed requests \(back) came back within \(days) days (\(returned) of \(all)), and \(anyway) \
                would have anyway; no kind stands out by itself.
                """), kind: .closings, weight: Int((excess.excess * Double(excess.watched)).rounded()))
    }

    // MARK: Fast

    var fast: ClosureFinding? {
        let fast = survey.fast.fastForTheirKind
        guard !fast.isEmpty else { return nil }
        let isTold = disclosed.tells(.fastForKind, of: .all)
        guard isTold || privacy.audience.hides(fast.count) else { return nil }
        let (all, minutes) = (told(fast.count), survey.settings.fastTime(words))
        let inList = list.entries.count { $0.reasons.contains(.fastForItsKind) }
        // Whom to call first is said only where the list names somebody.
        let isListed = inList > 0
        let most = cases.largestGroup(fast).map { (name: $0.name, count: told($0.count)) }
        let text =
            switch (most, isListed) {
            case (let most?, true):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes), \
                    \(most.count) of them about \(most.name): call back first.
                    """)
            case (let most?, false):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes), \
                    \(most.count) of them about \(most.name).
                    """)
            case (nil, true):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes): call back \
                    first.
                    """)
            case (nil, false):
                words(
                    """
                    \(all) residents' requests that usually take a day or more were closed within \(minutes).
                    """)
            }
        return ClosureFinding(
            text: text + listed(inList, of: fast.count), kind: .closings, weight: fast.count)
    }

    // MARK: Closed early, as duplicates, opened again

    var early: ClosureFinding? {
        let early = survey.closedBeforeOpened.count
        guard early > 0, let told = disclosed.texts(early, of: history.cases.count, in: words) else {
            return nil
        }
        return ClosureFinding(
            text: words(
                """
                \(told.part) of \(told.whole) requests have a closing before their opening: such times are wrong, and these \
                requests are in no wait and no share.
                """) + listed(.closedBeforeOpened, of: early), kind: .closings, weight: early)
    }

    var duplicates: ClosureFinding? {
        let beside = survey.duplicates.count { $0.isClosedBesideOpen(history) }
        guard beside > 0, let told = disclosed.texts(beside, of: survey.duplicates.count, in: words),
            // How many have an open original is told too.
            disclosed.texts(
                beside, of: survey.duplicates.count { $0.state == .open }, in: words) != nil
        else { return nil }
        return ClosureFinding(
            text: words(
                """
                \(told.part) of \(told.whole) duplicates were closed while their original is still open: \
                whoever reported them heard of a solution that is none.
                """) + listed(.duplicateOfOpen, of: beside), kind: .closings, weight: beside)
    }

    var reopened: ClosureFinding? {
        let again = survey.reopened.count
        guard again > 0, let told = disclosed.texts(again, of: history.cases.count, in: words) else {
            return nil
        }
        return ClosureFinding(
            text: words(
                """
                \(told.part) of \(told.whole) requests were opened again after they had been closed, by their status or \
                since an open one has a closing time.
                """), kind: .closings, weight: again)
    }

    // MARK: Bulk

    var bulk: ClosureFinding? {
        let typed = survey.bulk.typedIn.filter {
            !privacy.isWithheld(survey.name($0.category)) && disclosed.tellsBulk(of: .category($0.category))
        }
        guard disclosed.tellsBulk(of: .all),
            let most = typed.min(by: {
                ($1.inBulk, survey.name($0.category)) < ($0.inBulk, survey.name($1.category))
            })
        else { return nil }
        let name = words.word(survey.name(most.category))
        let (rows, groups) = (told(survey.bulk.found.rows), told(survey.bulk.found.groups))
        let (inBulk, closings) = (told(most.inBulk), told(most.closings))
        return ClosureFinding(
            text: words(
                """
                \(rows) closings fall into \(groups) minutes of five and more \
                (\(words.decimal(survey.bulk.rowsByChance)) by chance), \(inBulk) of them of “\(name)”, which are \
                \(words.share(most.inBulk, of: most.closings)) of its \(closings): their times are those of typing, not of \
                the work.
                """), kind: .description, weight: survey.bulk.found.rows)
    }

    // MARK: Backlog and years

    var backlog: ClosureFinding? {
        let quarters = ToldSeries(survey.quarters, span: survey.quarterSpan, audience: privacy.audience)
        let open = history.cases.count { $0.isOpen }
        return cases.backlog(quarters, span: survey.quarterSpan, pastDue: survey.onTime.openPastDue).map {
            ClosureFinding(text: $0, kind: .backlog, weight: open)
        }
    }

    var years: ClosureFinding? {
        let parts = [
            cases.yearsOnTime(survey.toldYears(to: privacy.audience), span: survey.yearSpan),
            cases.slow(survey.slowTypes),
        ].compactMap(\.self)
        return parts.isEmpty
            ? nil : ClosureFinding(text: parts.joined(separator: " "), kind: .description, weight: 0)
    }

    // MARK: The call-back list

    private func listed(_ reason: CallBackReason, of whole: Int) -> String {
        listed(list.entries.count { $0.reasons.contains(reason) }, of: whole)
    }

    /// How many of those that a sentence counts the call-back list holds, as a sentence that follows it.
    private func listed(_ count: Int, of whole: Int) -> String {
        let since = words.day(list.since)
        guard count > 0 else {
            return " " + words("The call-back list, of those closed since \(since), has none of them.")
        }
        guard let told = disclosed.texts(count, of: whole, in: words) else {
            return " " + words("The call-back list has most of them, closed since \(since).")
        }
        return " " + words("The call-back list has \(told.part) of them, closed since \(since).")
    }
}
