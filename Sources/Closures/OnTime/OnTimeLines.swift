package import PageLanguage
import ServiceLevels

/// The share on time as cities give it, and what is left of it line by line as what flatters it is taken out.
package struct OnTimeLines: Sendable {
    package struct Line: Sendable, Hashable {
        package let number: Int
        /// Whether any request is known to be staff's.
        let hasStaff: Bool
        package let onTime: Int
        package let all: Int
        package var share: Double? { all > 0 ? Double(onTime) / Double(all) : nil }

        /// What the line counts.
        package func text(_ words: PageWords = .english) -> String {
            switch number {
            case 1: words("closed by the due time, of the closed with a due time")
            case 2: words("with open requests past due as late")
            case 3: words("only requests that have come due")
            case 4:
                hasStaff
                    ? words("residents' requests only")
                    : words("residents' requests only (no request is staff's by name)")
            case 5:
                words(
                    """
                    closed fast for their kind, or reported again, not as on time: a lower bound, since most returns are chance
                    """)
            default: words("nor closed duplicates: a lower bound as well")
            }
        }

        /// The same in a few words, beside a bar.
        package func shortText(_ words: PageWords) -> String {
            switch number {
            case 1: words("closed with a due time")
            case 2: words("open ones past due too")
            case 3: words("only what has come due")
            case 4: words("residents' only")
            case 5: words("and not closed fast or come back")
            default: words("and no closed duplicates")
            }
        }
    }

    package let lines: [Line]
    /// Open cases past due on the day that is shown, and those of residents.
    package let openPastDue: Int
    package let residentsOpenPastDue: Int
    /// What the first line counts of residents' requests: the official share without the entries of staff.
    package let officialOfResidents: Line

    /// - Parameters:
    ///   - notSolved: The cases that were closed fast for their kind or that came back, by index.
    init(_ history: CaseHistory, notSolved: Set<Int32>, hasStaff: Bool) {
        var counts = [(onTime: Int, all: Int)](repeating: (0, 0), count: 6)
        var (openPastDue, residentsOpenPastDue) = (0, 0)
        var ofResidents = (onTime: 0, all: 0)
        func add(_ line: Int, _ isOnTime: Bool) {
            counts[line].all += 1
            if isOnTime { counts[line].onTime += 1 }
        }
        for (index, own) in history.cases.enumerated() where own.counts && own.hasDue {
            let isPastDue = own.due < history.end
            if own.isOpen, !isPastDue { continue }
            if own.isOpen {
                openPastDue += 1
                if own.isResidents { residentsOpenPastDue += 1 }
            }
            if own.isClosed {
                add(0, own.isOnTime)
                if own.isResidents {
                    ofResidents.all += 1
                    if own.isOnTime { ofResidents.onTime += 1 }
                }
            }
            add(1, own.isOnTime)
            guard isPastDue else { continue }
            add(2, own.isOnTime)
            guard own.isResidents else { continue }
            add(3, own.isOnTime)
            let isSolved = !notSolved.contains(Int32(index))
            add(4, own.isOnTime && isSolved)
            add(5, own.isOnTime && isSolved && !own.marks.contains(.duplicate))
        }
        self.openPastDue = openPastDue
        self.residentsOpenPastDue = residentsOpenPastDue
        officialOfResidents = Line(
            number: 1, hasStaff: hasStaff, onTime: ofResidents.onTime, all: ofResidents.all)
        lines = counts.enumerated().map {
            Line(
                number: $0.offset + 1, hasStaff: hasStaff, onTime: $0.element.onTime, all: $0.element.all)
        }
    }
}
