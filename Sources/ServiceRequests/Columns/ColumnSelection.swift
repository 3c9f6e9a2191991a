package import City

/// Which columns of a requests file mean what, as the city file says.
package struct ColumnSelection: Sendable, Equatable {
    /// A known city's columns, or `nil` to find them by the header.
    package var profile: String?
    /// Columns spelled out. They come before the profile's.
    package var columns: [RequestField: String]
    /// The columns of an address in parts, in order; empty where one column holds it.
    package var addressParts: [String]
    /// The part before which a `&` stands, since two streets meet; `nil` for none.
    package var crossingPart: Int?
    /// The columns of dates in parts: year, month and day.
    package var dateParts: [RequestField: [String]] = [:]
    /// The columns with the times of day of dates that have none.
    package var times: [RequestField: String] = [:]
    /// Whether a column identifies the requests, or the numbers of their lines do.
    package var identification: CityFile.Identification
    /// The coordinate system of the columns `x` and `y`, such as `EPSG:26985`; `nil` for the profile's.
    package var coordinateSystem: String?
    /// The city file that says so, and its lines by what the columns mean; `assigned` is followed by the column's name.
    package var cityFile = ""
    package var lines = KeyLines()

    package init(
        profile: String? = nil, columns: [RequestField: String] = [:], addressParts: [String] = [],
        identification: CityFile.Identification = .column, coordinateSystem: String? = nil
    ) {
        self.profile = profile
        self.columns = columns
        self.addressParts = addressParts
        self.identification = identification
        self.coordinateSystem = coordinateSystem
    }

    /// Returns an error of a column with the line of the city file that names it, where one does.
    func atItsLine(_ error: RequestError, key: String) -> RequestError {
        guard let line = lines[key] else { return error }
        return .cityFile(CityFileError(path: cityFile, line: line, message: "\(error)"))
    }
}
