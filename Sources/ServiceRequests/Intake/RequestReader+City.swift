package import Chronology
package import City
package import DelimitedText

extension RequestReader {
    /// Creates a reader of a city's requests, as its city file describes them.
    ///
    /// - Parameter layers: The file's names of the columns that hold what the CRM assigned, one for each layer.
    package init(
        source: TextSource, city: CityFile, layers: [String] = [], clock: CityClock, jobs: Int = 1,
        descriptions: Descriptions = .skip, purpose: Purpose = .requests
    ) {
        self.init(
            source: source, columns: ColumnSelection(city.requests), layers: layers, clock: clock, jobs: jobs,
            descriptions: descriptions,
            statuses: StatusWordList(
                open: city.statuses.open, closed: city.statuses.closed, ignored: city.statuses.ignored),
            dates: DateSettings(order: city.requests.dateOrder, zulu: city.requests.zulu),
            purpose: purpose)
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
            coordinateSystem: settings.referenceSystem)
    }
}
