package import DelimitedText

/// What only all of a city's requests tell, kept so that a part of them is judged as within the whole: whatever a verdict, a
/// cause, a repair or its evidence takes from another row.
///
/// Plain values under the names that files of facts have. Each rule gives and takes its part where it lives.
package struct CityFacts: Codable, Sendable, Equatable {
    /// The version of the form. Another one is refused.
    package static let version = 1

    package var version = Self.version
    /// The version of the program that made them.
    package var wardline: String
    /// The city's name.
    package var city: String
    /// How many rows they rest on.
    package var rows = 0
    /// `nil` where no request has a date.
    package var days: Days?
    /// The names of the files that they were made of, in order.
    package var files: [String] = []
    package var columns = Columns()
    /// `nil` where the requests were no delimited text.
    package var dialect: Writing?
    package var dates = Dates()
    package var statuses = Statuses()
    package var defaultPoints: [DefaultPoint] = []
    /// `nil` in facts of versions that did not gather it.
    package var places: Places?
    /// `nil` where positions are as precise as they are written.
    package var precision: Precision?
    /// `nil` where each row tells how its position is written, and in facts of older versions.
    package var positionForm: KeptPositionForm?
    package var repeatedIDs: [RepeatedID] = []
    package var positionErrors: [PositionError] = []
    /// `nil` where no position was compared with an address, and in facts of older versions.
    package var addressAgreement: KeptAddressAgreement?
    /// The layers in which what was recorded agrees by chance alone; `nil` for none, and in facts of older versions.
    package var assignments: [Assignment]?
    package var witnesses: [Witnesses] = []
    package var stale: [StalePair] = []
    /// `nil` where house numbers fill their ranges as the reference says.
    package var filling: Filling?
    /// `nil` where the reference has no ranges, and in facts of older versions.
    package var fullHundreds: KeptFullHundreds?
    package var aliases: [Alias] = []
    /// What clerks' answers taught of recorded positions; `nil` where nothing.
    package var answers: Answers?
    /// What the requests of no private category tell; `nil` where the city has none, and in facts of older versions.
    package var forEverybody: Public?
    /// Whether they were made of the very file whose slices are judged by them. Kept in no file.
    package var areOfThisFile = false

    package init(wardline: String, city: String) {
        self.wardline = wardline
        self.city = city
    }

    package enum CodingKeys: String, CodingKey, CaseIterable {
        case version, wardline, city, rows, days, files, columns, dialect, dates, statuses
        case defaultPoints = "default_points"
        case places, precision
        case positionForm = "position_form"
        case repeatedIDs = "repeated_ids"
        case positionErrors = "position_errors"
        case addressAgreement = "address_agreement"
        case assignments, witnesses, stale, filling
        case fullHundreds = "full_hundreds"
        case aliases, answers
        case forEverybody = "public"
    }

    /// Whose value is a key's name: that key alone is encoded.
    package static let onlyKey = CodingUserInfoKey(rawValue: "onlyKey")

    package func encode(to encoder: any Encoder) throws {
        let only = Self.onlyKey.flatMap { encoder.userInfo[$0] as? String }
        var container = encoder.container(keyedBy: CodingKeys.self)
        func put(_ value: some Encodable, _ key: CodingKeys) throws {
            if only.map({ $0 == key.rawValue }) ?? true { try container.encode(value, forKey: key) }
        }
        try put(version, .version)
        try put(wardline, .wardline)
        try put(city, .city)
        try put(rows, .rows)
        try put(days, .days)
        try put(files, .files)
        try put(columns, .columns)
        try put(dialect, .dialect)
        try put(dates, .dates)
        try put(statuses, .statuses)
        try put(defaultPoints, .defaultPoints)
        try put(places, .places)
        try put(precision, .precision)
        try put(positionForm, .positionForm)
        try put(repeatedIDs, .repeatedIDs)
        try put(positionErrors, .positionErrors)
        try put(addressAgreement, .addressAgreement)
        try put(assignments, .assignments)
        try put(witnesses, .witnesses)
        try put(stale, .stale)
        try put(filling, .filling)
        try put(fullHundreds, .fullHundreds)
        try put(aliases, .aliases)
        try put(answers, .answers)
        try put(forEverybody, .forEverybody)
    }
}

extension CityFacts {
    /// The usual decimals of positions, those that raise none where all are as they are written.
    var knownPrecision: Precision { precision ?? Precision(usual: 0, raised: []) }

    /// Whether they tell what public outputs have to know, or the city has no private category.
    package var areForEverybody: Bool { forEverybody.map { $0.privateRequests != nil } ?? true }

    /// Returns the facts as public outputs may take them; `nil` where they do not tell these private categories apart.
    package func withoutPrivate(_ withheld: [String]) -> CityFacts? {
        guard let known = forEverybody, known.withheld == withheld, areForEverybody else { return nil }
        var facts = self
        (facts.days, facts.defaultPoints) = (known.days, known.defaultPoints)
        (facts.filling, facts.fullHundreds) = (known.filling, known.fullHundreds)
        // Public hotspots are of the whole file, and find their middle themselves.
        facts.places = nil
        return facts
    }

    /// How a file of the city's requests is written.
    package var shape: KnownShape { KnownShape(dialect: dialect?.dialect) }
}

extension CityFacts.Writing {
    private static let lineFeed = "line_feed"
    private static let carriageReturn = "carriage_return"

    /// `nil` for rows that were no delimited text.
    package init?(_ dialect: Dialect) {
        guard dialect.lineEnd != .recordSeparator else { return nil }
        delimiter = String(Unicode.Scalar(dialect.delimiter))
        quote = String(Unicode.Scalar(dialect.quote))
        lineEnd = dialect.lineEnd == .carriageReturn ? Self.carriageReturn : Self.lineFeed
    }

    /// `nil` where it names none that is known.
    var foundEncoding: FoundEncoding? {
        guard let encoding, let basis = encodingBasis.flatMap(FoundEncoding.Basis.init) else { return nil }
        return FoundEncoding(named: encoding, basis)
    }

    static let lineEnds = [lineFeed, carriageReturn]

    /// Whether a text is one of the characters that part fields.
    static func delimits(_ text: String) -> Bool {
        text.utf8.count == 1 && Dialect.delimiters.contains { text.utf8.first == $0 }
    }

    /// `nil` where it names none that can be read.
    package var dialect: Dialect? {
        guard let delimiter = delimiter.utf8.first, self.delimiter.utf8.count == 1,
            let quote = quote.utf8.first, self.quote.utf8.count == 1,
            Self.lineEnds.contains(lineEnd)
        else { return nil }
        return Dialect(
            delimiter: delimiter, lineEnd: lineEnd == Self.lineFeed ? .lineFeed : .carriageReturn,
            quote: quote)
    }
}
