package import Chronology
package import City
package import DelimitedText

extension RequestReader {
    /// Creates a reader of a city's requests, as its city file describes them.
    ///
    /// - Parameters:
    ///   - layers: The file's names of the columns that hold what the CRM assigned, one for each layer.
    ///   - carrying: The file's names of columns that are passed on as they are.
    ///   - earlierDateOrder: The order of dates that earlier files of the city settled.
    package init(
        source: TextSource, city: CityFile, layers: [String] = [], carrying: [String] = [], clock: CityClock,
        jobs: Int = 1, descriptions: Descriptions = .skip, purpose: Purpose = .requests,
        keeping: KeptColumns = KeptColumns(), earlierDateOrder: String? = nil
    ) {
        var columns = ColumnSelection(city.requests)
        columns.cityFile = city.path
        for layer in city.layers {
            if let column = layer.assigned { columns.lines["assigned \(column)"] = layer.lines["assigned"] }
        }
        self.init(
            source: source, columns: columns, layers: layers, carrying: carrying,
            clock: clock, jobs: jobs,
            descriptions: descriptions,
            statuses: StatusWordList(city.statuses),
            dates: DateSettings(
                order: city.requests.dateOrder, zulu: city.requests.zulu, earlierOrder: earlierDateOrder),
            purpose: purpose, keeping: keeping)
        text = TextHints(city.requests, timeZone: clock.timeZone)
    }
}

extension TextHints {
    /// What a city file says of the text of its requests.
    package init(_ settings: CityFile.RequestSettings, timeZone: String) {
        self.init(
            encoding: settings.encoding.flatMap { FoundEncoding(named: $0, .stated) },
            timeZone: timeZone, sheet: settings.sheet)
    }
}

extension StatusWordList {
    /// The words that a city file names.
    package init(_ settings: CityFile.StatusSettings) {
        self.init(open: settings.open, closed: settings.closed, ignored: settings.ignored)
    }
}

extension ColumnSelection {
    package init(_ settings: CityFile.RequestSettings) {
        var columns: [RequestField: String] = [:]
        // The city file has no key that is not a field.
        for (key, name) in settings.columns {
            if let field = RequestField(rawValue: key) { columns[field] = name }
        }
        self.init(
            profile: settings.profile, columns: columns, addressParts: settings.addressParts,
            identification: settings.identification ?? .column, coordinateSystem: settings.referenceSystem)
        crossingPart = settings.crossingPart
        lines = settings.lines
        for (key, names) in settings.dateParts {
            if let field = RequestField(rawValue: key) { dateParts[field] = names }
        }
        for (key, name) in settings.timeColumns {
            if let field = RequestField(rawValue: key) { times[field] = name }
        }
    }
}
