/// How a column writes its dates.
enum DateLayout: Hashable {
    /// `2016-08-03T20:47:11.000Z`, `2016/08/03 20:47:11+00`, `2016-8-3`, `2016.08.03`
    case yearFirst
    /// `2016-25-08 20:47:11`, where nothing in the column can be read with the month before the day
    case yearDayMonth
    /// `08/03/2016 08:47:11 PM`, `8/3/16 20:47`, `03.08.2016`
    case numbers(NumberOrder)
    /// The same between two signs of one kind alone, `16.03.2024` beside `03/16/2024`, where the dates of each kind show their own order
    case partedNumbers(NumberOrder, separator: UInt8)
    /// `2016 Aug 03 08:47:11 PM`, `03-AUG-16 08.47.11.000000 PM` as Oracle writes, `August 3rd, 2016`,
    /// `Wed Aug 03 20:47:11 EDT 2016`, `3 de agosto de 2016`
    case monthName
    /// `24-Mar-05`, `24MAR05`, where the file's dates show that two digits before the month are the year's
    case yearBeforeName
    /// `20160803`, `20160803204711`
    case compact
    /// Seconds or milliseconds since 1970 UTC, as ArcGIS writes; `/Date(1470271631000)/` as .NET does
    case unix
    /// Days since the end of 1899, as spreadsheets count: `42585.866`
    case serial
    /// Days since the first of 1904, where the workbook says that it counts so
    case serialFrom1904

    enum NumberOrder: Hashable {
        case monthFirst, dayFirst, yearFirst

        /// The order that most of the world would read instead.
        var other: NumberOrder { self == .monthFirst ? .dayFirst : .monthFirst }

        init?(title: String) {
            guard let order = [Self.monthFirst, .dayFirst, .yearFirst].first(where: { $0.title == title })
            else { return nil }
            self = order
        }

        var title: String {
            switch self {
            case .monthFirst: "month/day/year"
            case .dayFirst: "day/month/year"
            case .yearFirst: "year/month/day"
            }
        }
    }

    var isNumeric: Bool {
        switch self {
        case .numbers, .partedNumbers: true
        default: false
        }
    }

    /// Whether all dates of numbers are meant, whatever stands between these.
    var isPlainNumbers: Bool { if case .numbers = self { true } else { false } }

    var isSerial: Bool { self == .serial || self == .serialFrom1904 }

    /// Returns the layout of a name in files of facts.
    static func named(_ name: String, order: NumberOrder) -> DateLayout? {
        (all(order) + [.yearDayMonth, .yearBeforeName, .serialFrom1904]
            + separators.map { .partedNumbers(order.other, separator: $0) }).first { $0.name == name }
    }

    /// What stands between the numbers of a date.
    static let separators = Array("/.-".utf8)

    /// All layouts that a date may have beside others; which number comes first cannot be told from one date, so it is given.
    static func all(_ order: NumberOrder) -> [DateLayout] {
        [.yearFirst, .numbers(order), .monthName, .compact, .unix, .serial]
    }

    /// The layout's name in files of facts.
    var name: String {
        switch self {
        case .yearFirst: "year_first"
        case .yearDayMonth: "year_day"
        case .numbers: "numbers"
        case .partedNumbers(_, let separator): "other_numbers_\(Character(Unicode.Scalar(separator)))"
        case .monthName: "month_name"
        case .yearBeforeName: "year_month_name"
        case .compact: "compact"
        case .unix: "unix"
        case .serial: "serial"
        case .serialFrom1904: "serial_1904"
        }
    }

    /// The layout in a summary.
    var title: String {
        switch self {
        case .yearFirst: "year-month-day"
        case .yearDayMonth: "year-day-month, since some can be read in no other order"
        case .numbers(let order): order.title
        case .partedNumbers(let order, let separator):
            "\(order.title) where written with “\(Character(Unicode.Scalar(separator)))”"
        case .monthName: "month by name"
        case .yearBeforeName:
            "year, month by name, day, since the first numbers are few and the last ones many"
        case .compact: "digits"
        case .unix: "seconds or milliseconds since 1970"
        case .serial: "a spreadsheet's days since 1900"
        case .serialFrom1904: "a spreadsheet's days since 1904, as the workbook says"
        }
    }
}

/// A date as it was read, before its zone is known.
enum DateReading: Equatable {
    /// What the wall clock showed, as seconds since 1970-01-01 00:00:00 on it.
    case wall(Int64)
    /// A moment, since the text has a zone: seconds since 1970 UTC.
    case moment(Int64)
    /// The same, written with `Z` or as UTC.
    case zulu(Int64)
    /// What the wall clock showed, with the abbreviation of a time zone.
    case zoned(wall: Int64, zone: UInt64)
    /// A date that stands for none, such as 01/01/1900.
    case sentinel
}
