import Boundaries
package import Chronology
package import City
package import Disclosure
package import Locating
import PageLanguage
package import Records
package import ServiceLevels
package import ServiceRequests
import WorkSharing

/// What is asked of a report beside the levels of one period.
package struct PeriodQuestion: Codable, Sendable {
    /// Months, quarters or years; `nil` where none are asked for.
    package var by: PeriodKind?
    /// Whether ``by`` was not named, so that a file of fewer quarters than ``fewestQuarters`` is told by months.
    package private(set) var isPeriodUsual = false
    /// How many times slower a kind is to be.
    package var times = 3.0
    /// Asks by which rule due dates are made.
    package var checksTargets = false
    /// The day of a change.
    package var change: CivilDate?
    /// The category, or the code of the area, that changed.
    package var changed: String?
    package var against: [String] = []
    package var changeSettings = BeforeAfter.Settings()
    /// The months to foretell.
    package var ahead: Int?
    package var audience = PublishedOutput.report.usualAudience

    package init() {}

    /// Takes the period that was named or, for pages, the usual one.
    package mutating func take(_ named: PeriodKind?, onPages isOnPages: Bool) {
        by = named ?? (isOnPages ? .quarter : nil)
        isPeriodUsual = named == nil
    }

    private static let fewestQuarters = 4

    /// The periods that fit a file.
    func fitting(_ history: CaseHistory) -> PeriodQuestion {
        guard isPeriodUsual, by == .quarter else { return self }
        var fitting = self
        let quarters = PeriodSpan(history, by: .quarter).numbers.count
        if quarters < Self.fewestQuarters { fitting.by = .month }
        return fitting
    }

    package var isAsked: Bool { by != nil || checksTargets || change != nil || ahead != nil }

    /// What is wrong with the question; `nil` for nothing.
    package var problem: PeriodSettingError? {
        if (change == nil) != (changed == nil) { return .changeAlone }
        if !(times > 1 && times <= 100) { return .times(times) }
        let (weeks, within) = (changeSettings.weeks, changeSettings.within)
        if !(1...52).contains(weeks) { return .weeks(weeks) }
        if !(within > 0 && within <= 366) { return .within(days: within) }
        return ahead.flatMap { (1...12).contains($0) ? nil : .ahead(months: $0) }
    }
}

/// The periods of a report and what is asked with them.
package struct PeriodWork: Sendable {
    package let history: CaseHistory
    package let layer: AreaLayer
    package let city: CityFile
    package let privacy: PrivateCategories
    package let question: PeriodQuestion
    package let periods: PeriodReport?
    package let slowTypes: SlowTypes?
    package let areaTypes: AreaTypes?
    private let referrals: ChannelComparison?
    /// The open referrals, by index: the oldest first.
    package let openReferrals: [Int32]
    package let targetRules: TargetRules?
    private let change: BeforeAfter?
    package let forecasts: [CategoryForecast]
    package let table: RequestTable

    /// - Parameter history: The cases that are asked for.
    init(
        _ history: CaseHistory, survey: ServiceLevelSurvey, question: PeriodQuestion, jobs: Int
    ) throws {
        let (table, city, layer) = (survey.table, survey.city, survey.layer)
        let question = question.fitting(history)
        self.history = history
        self.table = table
        self.city = city
        self.layer = layer
        self.question = question
        let privacy = survey.privacy
        self.privacy = privacy
        // What compares waits is not made of a file that does not tell them.
        let tellsWaits = history.closings.tellWaits
        let present = Set(history.cases.map { Int($0.category) })
        let listed = present.filter {
            survey.isListed(history.names[$0]) && !privacy.isWithheld(history.names[$0])
        }
        periods = try question.by.map {
            var periods = try PeriodReport(
                history, by: $0, fiscalYearMonth: city.fiscalYearMonth, areaCount: layer.areaCount,
                listed: listed,
                jobs: jobs)
            try periods.hide(from: privacy.audience)
            return periods
        }
        try Cancellation.check()
        slowTypes = try question.by == nil ? nil : SlowTypes(history, jobs: jobs)
        areaTypes =
            try question.by == nil || !tellsWaits
            ? nil : AreaTypes(history, areaCount: layer.areaCount)
        try Cancellation.check()
        let referred = Referrals(table, channels: city.referralChannels)
        referrals =
            try question.by == nil || !referred.areNamed || !tellsWaits
            ? nil : ChannelComparison(history) { $0.isStaff ? nil : referred.isReferral(Int($0.row)) }
        openReferrals =
            question.by == nil || !referred.areNamed
            ? []
            : history.cases.indices.filter {
                history.cases[$0].isOpen && referred.isReferral(Int(history.cases[$0].row))
            }.map { Int32($0) }.sorted {
                (history.cases[Int($0)].opened, $0) < (history.cases[Int($1)].opened, $1)
            }
        targetRules =
            question.checksTargets
            ? TargetRules(history, calendar: city.business, usesHours: !history.opensByDay) { row in
                table.due[row].map(history.clock.date)
            } : nil
        // A name that is neither a category nor an area is said also where the file cannot tell of the change.
        let change = try question.change.map {
            try Self.change($0, history: history, layer: layer, question: question)
        }
        self.change = tellsWaits ? change : nil
        forecasts =
            (history.closings.tellOpenings ? question.ahead : nil).map {
                CategoryForecast.all(history, listed: listed, areaCount: layer.areaCount, ahead: $0)
            } ?? []
        if question.ahead != nil, forecasts.isEmpty, history.closings.tellOpenings {
            throw QuestionError.tooFewMonths
        }
    }

    private static func change(
        _ day: CivilDate, history: CaseHistory, layer: AreaLayer, question: PeriodQuestion
    ) throws -> BeforeAfter {
        let changed = question.changed ?? ""
        let codes = layer.edition.areas.map(\.code)
        let categories = CategorySpellings(history.names)
        if let category = categories.group(named: changed) {
            let against = try question.against.map { name in
                guard let other = categories.group(named: name) else {
                    throw QuestionError.noCategoryOrArea(name, known: history.names)
                }
                return other
            }
            return BeforeAfter(
                history, on: day, settings: question.changeSettings,
                unit: { categories.groupOfName[Int($0.category)] }, names: categories.names,
                changed: category, against: against.isEmpty ? nil : Set(against))
        }
        guard let area = layer.areaMeant(by: changed) else {
            throw QuestionError.noCategoryOrArea(changed, known: history.names + codes)
        }
        let against = try question.against.map { name in
            guard let other = layer.areaMeant(by: name) else {
                throw QuestionError.noCategoryOrArea(name, known: codes)
            }
            return other
        }
        return BeforeAfter(
            history, on: day, settings: question.changeSettings, unit: \.area.index, names: codes,
            changed: area.index, against: against.isEmpty ? nil : Set(against.map(\.index)))
    }

    /// The tables of a report with periods, the periods first.
    package var tables: [RecordTable] {
        guard let periods else { return [] }
        var tables = [PeriodRecords(periods, layer: layer, cityName: city.name, privacy: privacy).table]
        if !openReferrals.isEmpty, privacy.audience == .internal {
            tables.append(ReferralRecords(self).table)
        }
        if !forecasts.isEmpty {
            tables.append(
                ForecastRecords(forecasts, history: history, layer: layer, privacy: privacy).table)
        }
        return tables
    }

    /// What people read of it.
    package var figures: [FigureTable] {
        let tables = PeriodTables(history, layer: layer, privacy: privacy)
        var all: [FigureTable] = []
        if let periods { all += tables.periods(periods) }
        if let slowTypes, history.closings.tellWaits {
            all.append(tables.slow(slowTypes, times: question.times))
        }
        if let areaTypes { all.append(tables.slow(areaTypes, times: question.times)) }
        return all + further(in: .english)
    }

    /// Referrals, targets, a change and forecasts, where they are asked for.
    func further(in words: PageWords) -> [FigureTable] {
        let tables = PeriodTables(history, layer: layer, privacy: privacy, words: words)
        var all: [FigureTable] = []
        if let referrals {
            all += tables.referrals(referrals, open: openReferrals, id: { table.id(at: $0) })
        }
        if let targetRules { all.append(tables.targets(targetRules)) }
        if let change { all.append(tables.change(change)) }
        if !forecasts.isEmpty {
            all += [tables.forecast(forecasts), tables.forecastByArea(forecasts, areas: layer.areaCount)]
        }
        return all
    }
}

/// Each open referral, the oldest first, for who follows them up.
struct ReferralRecords {
    private let work: PeriodWork

    init(_ work: PeriodWork) { self.work = work }

    static let columns = [
        RecordColumn("request_id", "id of the request"),
        RecordColumn("category", "category of the request"),
        RecordColumn("area", "code of the area it is counted in"),
        RecordColumn("opened", .moment, "opening of the request"),
        RecordColumn("days_open", .number, "days since then"),
        RecordColumn("past_due", "yes, no, or empty where nothing says when it is due"),
        RecordColumn("referred_by", "who referred it, or the channel"),
    ]

    var table: RecordTable {
        RecordTable(
            name: "open_referrals", title: "Open referrals", columns: Self.columns,
            records: work.openReferrals.map(record))
    }

    private func record(_ index: Int32) -> TableRecord {
        let own = work.history.cases[Int(index)]
        let row = Int(own.row)
        let end = work.history.end
        return TableRecord(values: [
            .text(work.table.id(at: row)), .text(work.history.names[Int(own.category)]),
            .text(own.area.exists ? work.layer.edition.areas[own.area].code : nil),
            .moment(work.table.opened[row], work.history.clock),
            .number(Double(end - own.opened) / 86_400, decimals: 1),
            .text(own.hasDue ? (work.history.isPastDue(own) ? "yes" : "no") : nil),
            .text(work.table.referrals[row] ?? work.table.channels[row]),
        ])
    }
}
