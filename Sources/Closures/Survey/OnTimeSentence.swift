import Disclosure
import PageLanguage
import ServiceLevels
import Statistics

/// The share on time of residents' requests beside the share that cities give, and what lies between them: only what was looked at
/// and found is said of staff's entries.
struct OnTimeSentence {
    let survey: ClosureSurvey
    let disclosed: ToldClosures
    let cases: CaseSentences
    let words: PageWords

    /// What the entries of staff do to the official share.
    enum StaffEffect: Equatable {
        case none, lower
        case lift(areTyped: Bool)
    }

    private var lines: OnTimeLines { survey.onTime }

    private func tenths(_ line: OnTimeLines.Line) -> Int { Int((1000 * (line.share ?? 0)).rounded()) }

    /// Both shares with staff's entries beside the same without: of closed requests, and of all that have come due. Only where both
    /// move one way, and staff's entries differ from residents' by more than chance, is that said.
    var staffEffect: StaffEffect {
        let (all, own) = (lines.lines, lines.officialOfResidents)
        guard own.all > 0, all[3].all > 0, Self.isBeyondChance(all[0], without: own),
            Self.isBeyondChance(all[2], without: all[3])
        else { return .none }
        let changes = [tenths(all[0]) - tenths(own), tenths(all[2]) - tenths(all[3])]
        if changes.allSatisfy({ $0 < 0 }) { return .lower }
        guard changes.allSatisfy({ $0 > 0 }) else { return .none }
        return .lift(areTyped: 2 * survey.fast.staff.fast > staff)
    }

    /// Whether what a part leaves of a whole has another share on time than the part: z of the two shares, by the variance of both
    /// together.
    private static func isBeyondChance(_ whole: OnTimeLines.Line, without part: OnTimeLines.Line) -> Bool {
        let rest = (onTime: whole.onTime - part.onTime, all: whole.all - part.all)
        guard rest.all > 0, let own = part.share, let share = whole.share else { return false }
        let variance = share * (1 - share) * (1 / Double(rest.all) + 1 / Double(part.all))
        let difference = Double(rest.onTime) / Double(rest.all) - own
        return abs(difference) > NormalDeviate.of95Percent * variance.squareRoot()
    }

    private var staff: Int { survey.history.cases.count { $0.isStaff } }

    /// How many entries of staff the official share counts: of all, where that is most of them.
    private var entries: String? {
        let counted = lines.lines[0].all - lines.officialOfResidents.all
        guard 2 * counted < staff else { return cases.told(staff) }
        return disclosed.texts(counted, of: staff, in: words).map { words("\($0.part) of \($0.whole)") }
    }

    var finding: ClosureFinding? {
        let (official, own) = (lines.lines[0], lines.lines[3])
        guard own.all > 0, official.all > 0, disclosed.tellsLine(3) else { return nil }
        // A share that others flatter is worse than one that they do not.
        let flatters = disclosed.tellsLine(0) && tenths(own) < tenths(official)
        return ClosureFinding(
            text: text, kind: flatters || 2 * own.onTime < own.all ? .closings : .description,
            weight: own.all - own.onTime)
    }

    private var text: String {
        let (official, own) = (lines.lines[0], lines.lines[3])
        let (honest, cityShare) = (
            words.share(own.onTime, of: own.all), words.share(official.onTime, of: official.all)
        )
        let (onTime, all) = (cases.told(own.onTime), cases.told(own.all))
        let isAlike = honest == cityShare || !disclosed.tellsLine(0)
        guard staff > 0 else {
            guard !isAlike, let open = openPastDue else {
                return words("\(honest) of requests that have come due were on time (\(onTime) of \(all)).")
            }
            return words(
                """
                \(honest) of requests that have come due were on time (\(onTime) of \(all)), not \(cityShare): \(open) open cases \
                past due are missing from it.
                """)
        }
        guard !isAlike else {
            return words("\(honest) of residents' requests were on time (\(onTime) of \(all)).")
        }
        return beside(cityShare, honest: honest, onTime: onTime, all: all)
    }

    /// How many open cases past due the official share leaves out; `nil` for none, or where it may not be told.
    private var openPastDue: String? {
        let count = lines.openPastDue
        guard count > 0, disclosed.openPastDue || count < CountBand.threshold else { return nil }
        return cases.told(count)
    }

    /// Whether most of the open cases past due are of residents, whose share it is.
    private var areResidents: Bool { 2 * lines.residentsOpenPastDue >= lines.openPastDue }

    private func beside(_ cityShare: String, honest: String, onTime: String, all: String) -> String {
        guard let open = openPastDue else {
            return closedOnly(cityShare, honest: honest, onTime: onTime, all: all)
        }
        guard !areResidents else {
            return withOpen(open, cityShare, honest: honest, onTime: onTime, all: all)
        }
        let text = closedOnly(cityShare, honest: honest, onTime: onTime, all: all)
        guard lines.residentsOpenPastDue > 0,
            let parts = disclosed.texts(lines.residentsOpenPastDue, of: lines.openPastDue, in: words)
        else { return text }
        return text + " "
            + words(
                """
                The official share leaves out \(parts.whole) open cases past due, \(parts.part) of them of residents.
                """)
    }

    private func closedOnly(_ cityShare: String, honest: String, onTime: String, all: String) -> String {
        switch (staffEffect, entries) {
        case (.lift(areTyped: true), let entries?):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff, most closed as they were typed, lift the official share.
                """)
        case (.lift(areTyped: false), let entries?):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff lift the official share.
                """)
        case (.lower, let entries?):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff lower the official share.
                """)
        case (.none, _), (_, nil):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)); the official share, of all closed with a \
                due time, is \(cityShare).
                """)
        }
    }

    private func withOpen(
        _ open: String, _ cityShare: String, honest: String, onTime: String, all: String
    ) -> String {
        switch (staffEffect, entries) {
        case (.lift(areTyped: true), let entries?):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff, most closed as they were typed, lift the official share, and \(open) open cases past due are missing from \
                it.
                """)
        case (.lift(areTyped: false), let entries?):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff lift the official share, and \(open) open cases past due are missing from it.
                """)
        case (.lower, let entries?):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(entries) entries by \
                staff lower the official share, and \(open) open cases past due are missing from it.
                """)
        case (.none, _), (_, nil):
            words(
                """
                \(honest) of residents' requests were on time (\(onTime) of \(all)), not \(cityShare): \(open) open cases past \
                due are missing from the official share.
                """)
        }
    }
}
