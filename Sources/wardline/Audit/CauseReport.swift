import Chronology
import Locating
import Records
import RoutingAudit
import Wording

/// Says in plain words how much went wrong in a layer, whose it is to mend, and when it happened.
struct CauseReport {
    let layer: String
    let summary: LayerSummary

    init(layer: String, summary: LayerSummary) {
        self.layer = layer
        self.summary = summary
    }

    var lines: [String] {
        let counts = summary.counts
        let unexplained = counts[.misrouted, .unexplained] - counts.answered - counts.borneOut
        let explained = summary.counts[.misrouted] - unexplained
        var lines: [String] = []
        if explained > 0 {
            lines = ["\(counted(explained)) went to the wrong \(SentenceTitle.text(layer)):"] + origins
        }
        if unexplained > 0 {
            lines.append(
                "\(counted(unexplained)) \(unexplained == 1 ? "is" : "are") assigned to another \(SentenceTitle.text(layer)) than the map gives, and nothing"
                    + " says which of the two is wrong")
        }
        return lines + summary.periods.map(period)
    }

    private func counted(_ count: Int) -> String {
        "\(DayText.counted(count, "request")) (\(NumberText.share(count, of: summary.counts.total)))"
    }

    // MARK: Whose it is

    private static func words(_ origin: CauseOrigin) -> String {
        switch origin {
        case .geocoding: "from the geocoding"
        case .recording: "from positions written in another order or system"
        case .edition: "from another edition of the map"
        case .zoneTable: "from the table of areas: position and address agree"
        case .unexplained: "not explained"
        }
    }

    private var origins: [String] {
        var table = TextTable([.right, .left])
        for origin in CauseOrigin.allCases where origin != .unexplained {
            let parts = origin.causes.map { ($0, summary.counts[.misrouted, $0]) }.filter { $0.1 > 0 }
            guard !parts.isEmpty else { continue }
            let all = parts.reduce(0) { $0 + $1.1 }
            let words = parts.map { "\(NumberText.count($0.1)) \(Self.words($0.0))" }
            table.add([
                NumberText.count(all),
                origin.causes.count == 1
                    ? Self.words(origin) : "\(Self.words(origin)): \(words.joined(separator: ", "))",
            ])
        }
        let answered = summary.counts.answered
        if answered > 0 {
            table.add([NumberText.count(answered), "by what clerks answered, without a known cause"])
        }
        if summary.counts.borneOut > 0 {
            table.add([
                NumberText.count(summary.counts.borneOut),
                "by other requests of their block or another second source, without a known cause",
            ])
        }
        return table.lines()
    }

    private static func words(_ cause: Cause) -> String {
        switch cause {
        case .placeholderPosition: "at a default point"
        case .swappedAxes: "with longitude and latitude exchanged"
        case .lostSign: "with a sign lost"
        case .wrongCRS: "in another reference system"
        case .staleEdition: "by another edition of the map"
        case .geocodingError: "far from their address"
        case .wrongSide: "across the street that is the border"
        case .sameNameElsewhere: "by a street of the same name"
        case .zoneTable: "by the table of areas"
        case .unexplained: "not explained"
        }
    }

    // MARK: When

    private func period(_ period: MisroutingPeriod) -> String {
        let months =
            period.first == period.last
            ? "In \(month(period.first))" : "From \(month(period.first)) to \(month(period.last))"
        var text =
            "\(months), \(share(period.misrouted, of: period.opened)) were misrouted, against"
            + " \(NumberText.decimal(100 * period.usualShare)) % in other months"
        if let category = period.category {
            text += "; of \(category.name), \(share(category.misrouted, of: category.opened))"
        }
        let causes = period.causes.prefix(4).map { "\(NumberText.count($0.count)) \(Self.words($0.cause))" }
        return text + ". " + causes.joined(separator: ", ") + "."
    }

    private func share(_ part: Int, of whole: Int) -> String {
        "\(NumberText.count(part)) of \(DayText.counted(whole, "request")) (\(NumberText.share(part, of: whole)))"
    }

    private func month(_ date: CivilDate) -> String { String("\(date)".prefix(7)) }
}
