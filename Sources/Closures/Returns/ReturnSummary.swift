import ServiceLevels

/// How many ends of episodes came back, of all and of parts, beside what would have come anyway.
package struct ReturnSummary: Sendable {
    package let all: ReturnExcess
    /// Residents' requests of categories that do not come back by their nature: the headline.
    package let residents: ReturnExcess
    package let returning: ReturnExcess
    package let staff: ReturnExcess
    package let closedFast: ReturnExcess
    /// Each category with an end, staff's left out where residents have one too; in the order of their names.
    package let categories: [CategoryReturns]
    /// Whether the data are long enough to say what would have come anyway.
    package let hasExpected: Bool

    private let marks: [ServiceCase.Marks]
    private let standingOut: Set<Int>
    private let categoryOf: [Int32]

    init(_ ends: [EpisodeEnd], history: CaseHistory, settings: ClosureSettings) {
        let cases = history.cases
        func marks(_ end: EpisodeEnd) -> ServiceCase.Marks { cases[Int(end.index)].marks }
        hasExpected =
            Double(history.followUpEnd - history.start) >= settings.neededDays * 86_400
        all = ReturnExcess(ends)
        residents = ReturnExcess(ends.lazy.filter { marks($0).isDisjoint(with: [.staff, .returning]) })
        returning = ReturnExcess(
            ends.lazy.filter { marks($0).contains(.returning) && !marks($0).contains(.staff) })
        staff = ReturnExcess(ends.lazy.filter { marks($0).contains(.staff) })
        closedFast = ReturnExcess(
            ends.lazy.filter {
                let own = cases[Int($0.index)]
                return !own.isByDay && own.closed - own.opened < settings.fastSeconds
            })
        let grouped = Dictionary(grouping: ends) { Int(cases[Int($0.index)].category) }
        var categories = grouped.map { CategoryReturns(category: $0.key, excess: ReturnExcess($0.value)) }
            .sorted { history.names[$0.category] < history.names[$1.category] }
        CategoryReturns.mark(&categories)
        self.categories = categories
        standingOut = Set(categories.filter(\.standsOut).map(\.category))
        self.marks = cases.map(\.marks)
        categoryOf = cases.map(\.category)
    }

    /// Whether an end counts in the headline.
    func isResidents(_ end: EpisodeEnd) -> Bool {
        marks[Int(end.index)].isDisjoint(with: [.staff, .returning])
    }

    /// Whether an end belongs on the call-back list: it came back, to a resident, in a category in which more come back than
    /// would have anyway.
    package func isListed(_ end: EpisodeEnd) -> Bool {
        end.cameBack && isResidents(end) && standingOut.contains(Int(categoryOf[Int(end.index)]))
    }
}
