import ServiceLevels

/// The share on time as cities give it, and what is left of it line by line as what flatters it is taken out.
package struct OnTimeLines: Sendable {
    package struct Line: Sendable, Hashable {
        package let number: Int
        package let text: String
        package let onTime: Int
        package let all: Int
        package var share: Double? { all > 0 ? Double(onTime) / Double(all) : nil }
    }

    package let lines: [Line]
    /// Open cases past due on the day that is shown.
    package let openPastDue: Int

    /// - Parameters:
    ///   - notSolved: The cases that were closed fast for their kind or that came back, by index.
    init(_ history: CaseHistory, notSolved: Set<Int32>, hasStaff: Bool) {
        var counts = [(onTime: Int, all: Int)](repeating: (0, 0), count: 6)
        var openPastDue = 0
        func add(_ line: Int, _ isOnTime: Bool) {
            counts[line].all += 1
            if isOnTime { counts[line].onTime += 1 }
        }
        for (index, own) in history.cases.enumerated() where own.counts && own.hasDue {
            let isPastDue = own.due < history.end
            if own.isOpen, !isPastDue { continue }
            if own.isOpen { openPastDue += 1 }
            if own.isClosed { add(0, own.isOnTime) }
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
        let texts = [
            "closed by the due time, of the closed with a due time",
            "with open requests past due as late",
            "only requests that have come due",
            hasStaff
                ? "residents' requests only" : "residents' requests only (no request is staff's by name)",
            "closed fast for their kind, or reported again, not as on time: a lower bound, since most returns are chance",
            "nor closed duplicates: a lower bound as well",
        ]
        lines = counts.enumerated().map {
            Line(
                number: $0.offset + 1, text: texts[$0.offset], onTime: $0.element.onTime, all: $0.element.all)
        }
    }
}
