/// A limit on how many findings of a verdict an audit may have: a share of the requests that have an assigned area, or a number.
package struct FailLimit: Sendable, Equatable {
    /// The layer that it is about; `nil` for every one.
    package let layer: String?
    package let verdict: Verdict
    package let most: Amount

    package enum Amount: Sendable, Equatable {
        /// 0 to 1.
        case share(Double)
        case count(Int)
    }

    /// Reads `misrouted=2%`, `zone:uncertain=1.5%` or `unlocatable=10`; `nil` for any other text.
    package init?(_ text: String) {
        let parts = text.split(separator: "=", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return nil }
        let name = parts[0].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        guard let verdict = name.last.flatMap({ Verdict(rawValue: String($0)) }), name.first?.isEmpty == false
        else { return nil }
        self.verdict = verdict
        layer = name.count == 2 ? String(name[0]) : nil
        if parts[1].hasSuffix("%") {
            let number = parts[1].dropLast().filter { !$0.isWhitespace }
            guard let percent = Double(number), (0...100).contains(percent) else { return nil }
            most = .share(percent / 100)
        } else {
            guard let count = Int(parts[1]), count >= 0 else { return nil }
            most = .count(count)
        }
    }

    /// Why a text is no limit, for people.
    package static func refusal(of text: String) -> String {
        "\(text): name a verdict and a share or number, such as misrouted=2% or zone:outside=10."
            + " Verdicts are \(Verdict.allCases.map(\.rawValue).joined(separator: ", "))"
    }

    /// Returns whether a layer's counts pass the limit.
    package func isPassed(by counts: AuditResult.LayerCounts) -> Bool {
        let found = counts[verdict]
        switch most {
        case .count(let most): return found > most
        // Of nothing, nothing is too much.
        case .share(let share): return Double(found) > share * Double(Self.judged(counts, verdict))
        }
    }

    /// The requests that a share is of: those that have an assigned area, or all where that is what is limited.
    package static func judged(_ counts: AuditResult.LayerCounts, _ verdict: Verdict) -> Int {
        verdict == .unassigned ? counts.total : counts.total - counts[.unassigned]
    }
}
