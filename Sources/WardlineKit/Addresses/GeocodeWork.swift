package import City
package import DelimitedText
package import Geocoding
package import Records

/// A city's streets and addresses, open for placing.
package struct GeocodeWork: Sendable {
    package let city: CityFile
    package let geocoder: Geocoder
    private let options: WorkOptions

    /// - Throws: ``Locating/LocatingError`` where the city file names no streets.
    package init(city: CityFile, options: WorkOptions) throws {
        self.city = city
        self.options = options
        geocoder = Geocoder(reference: try CityWork.begin(city, options: options).reference())
    }

    /// Places the rows of a table.
    ///
    /// - Parameters:
    ///   - columns: The columns that make up the address; none to find it.
    ///   - candidates: How many places of each address are rows of their own; `nil` for one row an address.
    ///   - rows: Where the rows go; `nil` to count only.
    ///   - rejects: Where those go that could not be read or placed; `nil` for nowhere.
    package func place(
        _ source: TextSource, columns: [String] = [], candidates: Int? = nil, rows: OutputDestination?,
        rejects: OutputDestination?
    ) throws -> AddressFilePlacer.Outcome {
        let options = options
        return try AddressFilePlacer(
            geocoder, city: city, columns: columns, candidates: candidates,
            known: RequestLoader(city: city).shape(options), jobs: options.jobs
        ).place(source, rows: rows, rejects: rejects) { count, share in
            options.show(.placing(addresses: count, share: share.map { Double($0) / 100 }))
        }
    }
}
