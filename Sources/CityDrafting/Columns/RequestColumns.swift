import Chronology
import Geometry
import Records
import ServiceRequests

/// Which column of the requests holds what, found by names and by what stands in them.
struct RequestColumns: Sendable {
    let traits: [ColumnTraits]
    var choices: [RequestField: ColumnChoice] = [:]
    /// The columns with the times of day of dates that have none.
    var times: [RequestField: Int] = [:]
    /// Other columns of degrees, which put the requests elsewhere than those that were taken.
    var rivalPairs: [AxisPair] = []
    /// The known city whose columns these are; what it calls them counts as a name that fits.
    let profile: ColumnProfile?
    let content: FieldContent
    let sample: RequestSample

    /// A name and a content of less merit say too little.
    static let leastMerit = 60

    init(_ sample: RequestSample, clock: CityClock) {
        self.sample = sample
        traits = sample.header.indices.map {
            ColumnTraits(name: sample.header[$0], texts: sample.columns[$0], clock: clock)
        }
        content = FieldContent(traits)
        profile = ColumnProfile.best(ofHeader: sample.header)
        choosePosition()
        chooseDates()
        choose(.id)
        doubtNumberSign()
        offerUnnamedID()
        choose(.status)
        chooseAddress()
        chooseCategory()
        offerByName()
        offerByContent()
        offerLastChange()
        for field in [RequestField.channel, .zip, .city, .parent, .description] { choose(field) }
    }

    var used: Set<Int> {
        let taken = choices.values.filter { !$0.isDoubtful }.flatMap(\.columns)
        return Set(taken).union(times.values).union(taken.flatMap { sample.dateParts[$0] ?? [] })
    }

    subscript(field: RequestField) -> ColumnChoice? { choices[field] }

    func name(_ index: Int) -> String { names(index).joined(separator: " + ") }

    /// The names of the file's columns that one stands for: three for a date in parts.
    func names(_ index: Int) -> [String] {
        (sample.dateParts[index] ?? [index]).map { traits[$0].name.text }
    }

    /// The column of a field that was taken and not only offered.
    func column(_ field: RequestField) -> Int? {
        choices[field].flatMap { $0.isDoubtful ? nil : $0.columns.first }
    }

    /// Whether a clock reads texts as dates that are none by the clock of the columns, such as those with a zone's abbreviation.
    func hasMoreDates(by clock: CityClock) -> Bool {
        traits.contains { column in
            column.dates.count < column.filled.count
                && DateSample(column.texts, clock: clock).count > column.dates.count
        }
    }

    mutating func doubt(_ field: RequestField, because reason: String) {
        choices[field]?.isDoubtful = true
        choices[field]?.evidence = reason
    }

    mutating func set(_ field: RequestField, _ choice: ColumnChoice?) { choices[field] = choice }
}
