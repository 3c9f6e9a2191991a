import DelimitedText

/// The slots of a date that stands in several columns: year, month and day, or the day and its time.
struct JoinedDate: Sendable {
    /// One, or those of the year, the month and the day.
    private let days: [Int]
    private let time: Int?

    /// Returns the dates that stand in several of a file's columns.
    static func all(_ map: ColumnMap, slot: (_ column: Int) -> Int?) -> [RequestField: JoinedDate] {
        var found: [RequestField: JoinedDate] = [:]
        for field in IntakePlan.dates {
            let time = map.times[field].flatMap(slot)
            let days = (map.dateParts[field] ?? [map.columns[field]].compactMap(\.self)).compactMap(slot)
            guard days.count == 3 || days.count == 1 && time != nil else { continue }
            found[field] = JoinedDate(days: days, time: time)
        }
        return found
    }

    private init(days: [Int], time: Int?) {
        (self.days, self.time) = (days, time)
    }

    /// Returns one row's date as one text, empty where there is none.
    func text(_ row: Int, of batch: FieldBatch, _ block: TextBlock) -> [UInt8] {
        func bytes(_ slot: Int) -> [UInt8] {
            batch.withFields(slot: slot, of: block) { Array($0[row]) }
        }
        let date = days.count == 1 ? bytes(days[0]) : DateAndTime.day(ofParts: days.map(bytes))
        guard let time else { return date }
        return DateAndTime.joined(date, bytes(time))
    }
}
