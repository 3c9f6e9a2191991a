package import Chronology
package import Disclosure
import GeometryEngine
import Geometry
package import PageLanguage
import ServiceLevels
import ServiceRequests

/// Why a closed case should be asked about.
package enum CallBackReason: String, Sendable, CaseIterable {
    case fastForItsKind = "fast_for_its_kind"
    case cameBack = "came_back"
    case duplicateOfOpen = "duplicate_of_open"
    case closedBeforeOpened = "closed_before_opened"
}

/// What speaks for a reason, with its figures.
package enum CallBackEvidence: Sendable, Hashable {
    /// Closed after so many minutes, though half of its kind take so many days; `nil` for longer than was seen.
    case fast(minutes: Double, usualDays: Double?)
    case cameBack(days: Double?, metres: Double?)
    /// How far the original is, metres, which is still open.
    case duplicate(metres: Double?)
    case closedBefore(days: Double?)

    /// Returns the evidence as the audience may see it.
    ///
    /// How far two requests lie from each other, and how many minutes one took, would tell houses and calls: everybody sees days
    /// and no distance.
    package func text(_ words: PageWords = .english, for audience: Audience = .internal) -> String {
        audience == .public ? publicText(words) : text(words)
    }

    private func publicText(_ words: PageWords) -> String {
        func days(_ days: Double?) -> String {
            days.map { words("\(words.count(Int($0.rounded()))) d") } ?? "–"
        }
        return switch self {
        case .fast(_, let usual?):
            words("closed fast; half of its kind take \(words.shortDays(usual))")
        case .fast(_, nil): words("closed fast; half of its kind take longer than was seen")
        case .cameBack(let after, _): words("reported again \(days(after)) later")
        case .duplicate: words("closed as a duplicate; its original is still open")
        case .closedBefore(let before): words("closed \(days(before)) before it was opened")
        }
    }

    private func text(_ words: PageWords) -> String {
        switch self {
        case .fast(let minutes, let usual?):
            words(
                "closed after \(words.decimal(minutes, places: 0)) min; half of its kind take \(words.shortDays(usual))"
            )
        case .fast(let minutes, nil):
            words(
                "closed after \(words.decimal(minutes, places: 0)) min; half of its kind take longer than was seen"
            )
        case .cameBack(let days, let metres?):
            words(
                "reported again \(words.shortDays(days)) later, \(words.decimal(metres, places: 0)) m away")
        case .cameBack(let days, nil): words("reported again \(words.shortDays(days)) later")
        case .duplicate(let metres?):
            words(
                "closed as a duplicate; its original, \(words.decimal(metres, places: 0)) m away, is still open"
            )
        case .duplicate(nil): words("closed as a duplicate; its original is still open")
        case .closedBefore(let days): words("closed \(words.shortDays(days)) before it was opened")
        }
    }
}

/// One closed case that somebody should ask about, with the evidence.
package struct CallBack: Sendable {
    /// An index into the history's cases.
    package let index: Int32
    package let reasons: [CallBackReason]
    /// What speaks for each reason; names no request.
    package let evidence: [CallBackEvidence]
    /// The case that was reported afterwards, or the open original; −1 for none.
    package let next: Int32
    /// How far it lies, metres, and how long after the closing it was opened.
    package let distance: Double?
    package let daysAfter: Double?
}

/// The closed cases to ask about: more reasons first, then the later closed, then by id.
package struct CallBackList: Sendable {
    package let entries: [CallBack]
    /// The entries of the whole file, by reason, whatever the days asked for.
    package let wholeFile: [CallBackReason: Int]
    /// The first day of closing that is listed.
    package let since: CivilDate
    /// Cases that came back in categories in which no more come back than would have anyway: counted, and not listed.
    package let cameBackByChance: Int

    package init(_ survey: ClosureSurvey) {
        let history = survey.history
        let since = survey.settings.since ?? CivilDate(daysSince1970: history.asOf.daysSince1970 - 90)
        self.since = since
        var reasons: [Int32: [CallBackReason]] = [:]
        for index in survey.fast.fastForTheirKind { reasons[index, default: []].append(.fastForItsKind) }
        var ends: [Int32: EpisodeEnd] = [:]
        var byChance = 0
        for end in survey.ends where end.cameBack && survey.returns.isResidents(end) {
            guard survey.returns.isListed(end) else {
                byChance += 1
                continue
            }
            reasons[end.index, default: []].append(.cameBack)
            ends[end.index] = end
        }
        cameBackByChance = byChance
        var originals: [Int32: Int32] = [:]
        for duplicate in survey.duplicates where duplicate.isClosedBesideOpen(history) {
            reasons[duplicate.index, default: []].append(.duplicateOfOpen)
            originals[duplicate.index] = duplicate.original
        }
        for index in survey.closedBeforeOpened { reasons[index, default: []].append(.closedBeforeOpened) }
        wholeFile = reasons.values.reduce(into: [:]) { counts, own in
            for reason in own { counts[reason, default: 0] += 1 }
        }
        let first = history.clock.startOfDay(since).secondsSince1970
        let order = RowOrder(table: survey.table)
        let writer = CallBackWriter(survey: survey)
        entries = reasons.filter { history.cases[Int($0.key)].closed >= first }
            .sorted { one, other in
                if one.value.count != other.value.count { return one.value.count > other.value.count }
                let (left, right) = (history.cases[Int(one.key)], history.cases[Int(other.key)])
                if left.closed != right.closed { return left.closed > right.closed }
                return order.isBefore(Int(left.row), Int(right.row))
            }
            .map { index, reasons in
                writer.entry(
                    index, reasons, next: ends[index]?.next ?? originals[index] ?? -1,
                    isOriginal: ends[index] == nil)
            }
    }
}

/// Gathers the evidence.
private struct CallBackWriter {
    let survey: ClosureSurvey

    func entry(
        _ index: Int32, _ reasons: [CallBackReason], next: Int32, isOriginal: Bool
    ) -> CallBack {
        let own = survey.history.cases[Int(index)]
        let distance = next < 0 ? nil : distance(index, next)
        let after =
            next < 0 ? nil : Double(survey.history.cases[Int(next)].opened - own.closed) / 86_400
        return CallBack(
            index: index, reasons: reasons,
            evidence: reasons.map {
                evidence($0, own: own, distance: distance, after: isOriginal ? nil : after)
            },
            next: next,
            distance: distance, daysAfter: isOriginal ? nil : after)
    }

    private func evidence(
        _ reason: CallBackReason, own: ServiceCase, distance: Double?, after: Double?
    ) -> CallBackEvidence {
        switch reason {
        case .fastForItsKind:
            let usual = survey.fast.usualDays[Int(own.category)] ?? .infinity
            return .fast(
                minutes: Double(own.closed - own.opened) / 60, usualDays: usual.isFinite ? usual : nil)
        case .cameBack: return .cameBack(days: after, metres: distance)
        case .duplicateOfOpen: return .duplicate(metres: distance)
        case .closedBeforeOpened:
            let days = survey.table.closed[Int(own.row)].map {
                Double(own.opened - $0.secondsSince1970) / 86_400
            }
            return .closedBefore(days: days)
        }
    }

    private func distance(_ one: Int32, _ other: Int32) -> Double? {
        let history = survey.history
        let cases = [history.cases[Int(one)], history.cases[Int(other)]]
        guard cases.allSatisfy({ $0.marks.contains(.placed) }) else { return nil }
        let places = cases.map {
            Coordinate(
                longitude: survey.table.longitudes[Int($0.row)], latitude: survey.table.latitudes[Int($0.row)]
            )
        }
        return Geodesic.distance(from: places[0], to: places[1])
    }
}
