package import Disclosure
package import PageLanguage
import ServiceLevels
import ServiceRequests

/// What an audience may be told of closures: sentences, tables, measures and pictures ask the same.
package struct ToldClosures: Sendable {
    /// What is counted together.
    package enum Part: Hashable, Sendable {
        case all, residents, staff, returning
        case channel(String)
        case category(Int)
        /// What is in no part that is listed.
        case other
    }

    package enum FastFigure: Sendable { case closed, fast, atOnce, fastForKind }
    package enum ReturnFigure: Sendable { case ends, cameBack, enteredAgain }

    private let audience: Audience
    /// Of the closings those that are fast, of these those at once, and those fast for their kind.
    private let fast: ToldParts<Part>
    private let atOnce: ToldParts<Part>
    private let forKind: ToldParts<Part>
    private let bulk: ToldParts<Part>
    private let cameBack: ToldParts<Part>
    private let enteredAgain: ToldParts<Part>
    /// Categories whose ends are not told beside those of them that were watched.
    private let watchedOnly: Set<Int>
    private let lines: SteppedShares
    /// Whether the file tells what was on time.
    private let tellsOnTime: Bool
    /// Whether it is told how many open cases are past due.
    package let openPastDue: Bool

    package init(_ survey: ClosureSurvey, audience: Audience) {
        self.audience = audience
        let tallies = survey.fast
        func parts(_ counts: (FastClosings.Tally) -> [Int]) -> ToldParts<Part> {
            ToldParts(
                of: .all,
                [
                    [(.residents, counts(tallies.residents)), (.staff, counts(tallies.staff))],
                    tallies.byChannel.map { (.channel($0.channel), counts($0.tally)) },
                    tallies.byCategory.map { (.category($0.category), counts($0.tally)) },
                ], kept: [0], audience: audience)
        }
        fast = parts { [$0.fast, $0.closed - $0.fast] }
        atOnce = parts { [$0.sameInstant, $0.fast - $0.sameInstant] }
        forKind = parts { [$0.fastForKind, $0.fast - $0.fastForKind] }
        let own = survey.bulk
        var inBulk: [(part: Part, counts: [Int])] = own.categories.map {
            (.category($0.category), [$0.inBulk, $0.closings - $0.inBulk])
        }
        let elsewhere = own.closings - own.categories.reduce(0) { $0 + $1.closings }
        inBulk.append((.other, [0, elsewhere]))
        bulk = ToldParts(of: .all, [inBulk], audience: audience)
        let returns = survey.returns
        func ends(_ count: (ReturnExcess) -> Int) -> ToldParts<Part> {
            func counts(_ excess: ReturnExcess) -> [Int] { [count(excess), excess.ends - count(excess)] }
            return ToldParts(
                of: .all,
                [
                    [
                        (.residents, counts(returns.residents)), (.returning, counts(returns.returning)),
                        (.staff, counts(returns.staff)),
                    ],
                    returns.categories.map { (.category($0.category), counts($0.excess)) },
                ], audience: audience)
        }
        cameBack = ends(\.cameBack)
        enteredAgain = ends(\.enteredAgain)
        watchedOnly = Self.watchedOnly(returns.categories, audience)
        tellsOnTime = survey.history.closings.tellWaits
        let open = survey.history.cases.count { $0.isOpen }
        let pastDue = survey.onTime.openPastDue
        // How many are open is told elsewhere.
        let isSecret = audience.hides(pastDue, open - pastDue)
        openPastDue = !isSecret
        lines = SteppedShares(
            survey.onTime.lines.map { ($0.onTime, $0.all) }, secret: isSecret ? [1] : [], audience: audience)
    }

    /// Whether a line of what was on time is told, an index into them.
    package func tellsLine(_ index: Int) -> Bool { tellsOnTime && lines[index] }

    package func tells(_ figure: FastFigure, of part: Part) -> Bool {
        switch figure {
        case .closed: fast.tells(part, 2)
        case .fast: fast.tells(part, 0) && atOnce.tells(part, 2) && forKind.tells(part, 2)
        case .atOnce: tells(.fast, of: part) && atOnce.tells(part, 0)
        case .fastForKind:
            // None of staff's are, so that residents' are all.
            [.all, .residents].contains(part)
                ? forKind.tells(.all, 0) && forKind.tells(.residents, 0) : forKind.tells(part, 0)
        }
    }

    /// Whether it is told how many of a part's closings were in bulk, and of how many.
    package func tellsBulk(of part: Part) -> Bool { bulk.tells(part, 0) && bulk.tells(part, 2) }

    package func tells(_ figure: ReturnFigure, of part: Part) -> Bool {
        if case .category(let category) = part, watchedOnly.contains(category) { return false }
        return switch figure {
        case .ends: cameBack.tells(part, 2) && enteredAgain.tells(part, 2)
        case .cameBack: cameBack.tells(part, 0)
        case .enteredAgain: enteredAgain.tells(part, 0)
        }
    }

    /// Whether it is told what would have come anyway: it is watched at a part of the ends only, which would tell the others.
    package func tellsExcess(_ excess: ReturnExcess, of part: Part) -> Bool {
        guard audience.tells(excess.watchedCameBack, of: excess.watched) else { return false }
        if case .category(let category) = part, watchedOnly.contains(category) { return true }
        return tells(.ends, of: part) && tells(.cameBack, of: part)
            && Self.tellsWatched(excess, audience)
    }

    /// Whether ends are told beside those of them that were watched.
    private static func tellsWatched(_ excess: ReturnExcess, _ audience: Audience) -> Bool {
        SteppedShares(
            [(excess.cameBack, excess.ends), (excess.watchedCameBack, excess.watched)], audience: audience)[1]
    }

    /// Of what stands out the watched ends are the finding: they are told, and where a few others would follow all ends are not. With
    /// those of one category alone they would follow from the sum, so that another's are not told either.
    private static func watchedOnly(_ categories: [CategoryReturns], _ audience: Audience) -> Set<Int> {
        let own = categories.filter {
            $0.standsOut && audience.tells($0.excess.watchedCameBack, of: $0.excess.watched)
                && !tellsWatched($0.excess, audience)
        }
        guard own.count == 1, let one = own.first else { return Set(own.map(\.category)) }
        let others = categories.filter {
            $0.category != one.category && !$0.standsOut
                && audience.tells($0.excess.cameBack, of: $0.excess.ends)
                && $0.excess.cameBack > 0
        }
        let other = others.min { ($0.excess.ends, $0.category) < ($1.excess.ends, $1.category) }
        return other.map { [one.category, $0.category] } ?? []
    }

    /// A count in words: `fewer than 11` of a small one, `not shown` where it could tell one.
    package func text(_ count: Int, isTold: Bool, in words: PageWords) -> String {
        if isTold { return words.count(count) }
        return count < CountBand.threshold ? words.word(CountBand.few.text) : words("not shown")
    }

    /// A count as a sentence begins with it; `nil` where it is not shown, which would say the contrary of the sentence.
    package func subject(_ count: Int, isTold: Bool, in words: PageWords) -> String? {
        isTold || count < CountBand.threshold
            ? PageWords.capitalized(text(count, isTold: isTold, in: words)) : nil
    }

    /// A count and what it is of, in words; `nil` where the rest is small, which both would tell.
    package func texts(_ part: Int, of whole: Int, in words: PageWords) -> (part: String, whole: String)? {
        guard audience.hides(part) || !audience.hides(whole - part) else { return nil }
        func text(_ count: Int) -> String { self.text(count, isTold: !audience.hides(count), in: words) }
        return (text(part), text(whole))
    }
}
