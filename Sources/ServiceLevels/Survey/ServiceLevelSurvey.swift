package import Chronology
package import City
package import Disclosure
package import Locating
package import ServiceRequests
package import Wording

/// How requests were served: how long they took, whether that was in time, by area and category, as seen on one day.
package struct ServiceLevelSurvey: Sendable {
    package let city: CityFile
    package let table: RequestTable
    package let layer: AreaLayer
    package let asOf: CivilDate
    package let selection: ServiceSelection
    /// Requests that lie outside all areas of the layer; they count for the city only.
    package let outside: Int
    /// Requests without a position and a code, of which nothing says where they lie; they count for the city only.
    package let nowhere: Int
    /// Categories that the city file marks private and nobody asked for: they count with all together only.
    package let privateCategories: Int
    /// Which categories may be named, to the audience that was asked for.
    package let privacy: PrivateCategories
    package let levels: ServiceLevelTable
    package let equity: Equity?
    package let closings: KnownClosings
    private let holidayNote: String?
    private let closedSince: ClosedSince?
    private let listedNames: Set<String>
    /// Whether the categories were asked for by name.
    package let hasChosen: Bool

    /// - Parameters:
    ///   - asOf: The day at whose end requests are seen.
    ///   - incomes: The areas' incomes, to compare poorer with richer.
    ///   - jobs: The number of threads.
    ///   - home: Returns the area of the layer that a row is counted in, or why in none.
    /// - Throws: ``ServiceRequests/UnknownCategory``, ``ServiceLevelError`` or what ``Disclosure`` throws.
    package init(
        _ table: RequestTable, city: CityFile, clock: CityClock, layer: AreaLayer, asOf: CivilDate,
        settings: ServiceLevelSettings, incomes: IncomeTable? = nil, jobs: Int = 1,
        home: @Sendable (Int) -> RequestHome
    ) throws {
        self.city = city
        self.table = table
        self.layer = layer
        self.asOf = asOf
        closings = KnownClosings(table, clock: clock)
        let reader = ServiceReader(table, clock: clock, asOf: asOf)
        let privacy = try PrivateCategories(
            city: city, categories: table.categories.values, audience: settings.audience)
        self.privacy = privacy
        let selection = try ServiceSelection(
            table, reader: reader, city: city, settings: settings, jobs: jobs,
            home: { home($0).area })
        self.selection = selection
        outside = selection.requests.count { home($0.row) == .outside }
        nowhere = selection.requests.count { home($0.row) == .nowhere }
        let listed = selection.names.indices.filter { index in
            !privacy.isPrivate(selection.names[index]) || !settings.categories.isEmpty
        }
        privateCategories = selection.names.count - listed.count
        listedNames = Set(listed.map { selection.names[$0] })
        hasChosen = !settings.categories.isEmpty
        let levels = try ServiceLevelTable(
            selection, listed: Set(listed), areaCount: layer.areaCount, tellsWaits: closings.tellWaits,
            jobs: jobs)
        self.levels = levels
        equity = try (closings.tellWaits ? incomes : nil).map { try Equity(selection, levels, incomes: $0) }
        holidayNote = Self.holidayNote(city, of: table, until: asOf)
        closedSince = Self.closedSince(table, clock: clock, since: settings.since)
    }

    /// What somebody should know who relies on it, one sentence each.
    package func notes(in terms: CallerTerms) -> [String] {
        privacy.notes.map(\.description) + [holidayNote, closedSince?.note(in: terms)].compactMap(\.self)
    }

    /// Whether a category is shown by itself.
    package func isListed(_ name: String) -> Bool { listedNames.contains(name) }

    /// Returns the requests with their moments, for series and comparisons: also those that count in no wait, since they were opened.
    ///
    /// - Parameter home: Returns the area of the layer that a row is counted in, or why in none.
    package func history(
        clock: CityClock, jobs: Int, home: @escaping @Sendable (Int) -> RequestHome
    ) -> CaseHistory {
        var counted = [Bool](repeating: false, count: table.count)
        for request in selection.requests { counted[request.row] = true }
        for own in selection.omitted where [.closedWithoutDate, .closedBeforeOpened].contains(own.reason) {
            counted[own.row] = true
        }
        let wanted = counted
        return CaseHistory(
            table, city: city, clock: clock, asOf: asOf, jobs: jobs, isWanted: { wanted[$0] },
            home: { home($0).area })
    }

    /// What should be known where the list of holidays ends before the requests do: its later years would be counted as having none.
    package static func holidayNote(
        _ city: CityFile, of table: RequestTable, until asOf: CivilDate
    ) -> String? {
        guard table.count > 0, let last = city.business.holidays.max(), last.year < asOf.year else {
            return nil
        }
        let years =
            last.year + 1 == asOf.year ? "\(asOf.year) counts" : "\(last.year + 1) to \(asOf.year) count"
        return "the holidays of \(city.path) end on \(last): \(years) as having none, so add them"
    }

    /// The day before which a file leaves out what was closed, unless only what was opened since is asked for.
    package static func closedSince(
        _ table: RequestTable, clock: CityClock, since: CivilDate? = nil
    ) -> ClosedSince? {
        guard let closings = ClosedSince(table, clock: clock) else { return nil }
        if let since, since >= closings.day { return nil }
        return closings
    }

    /// A day so much later than the data makes all that they have open look older.
    private static let longestSilence = 60

    /// Returns a warning where the day that is shown lies long after the data.
    package static func warning(
        of day: CivilDate, after table: RequestTable, clock: CityClock, in terms: CallerTerms
    ) -> String? {
        guard let last = LastDay(of: table, clock: clock)?.day,
            day.daysSince1970 > last.daysSince1970 + longestSilence
        else { return nil }
        return
            "the data end on \(last); by \(terms[.asOf]) \(day) what they have open counts as waiting until then"
    }
}
