import Boundaries
import Geometry
import GeometryEngine
import Locating
import Records
import ServiceRequests

/// Where the requests lie: the order of two numbers, the reference system, and columns that were exchanged.
extension CityDrafter {
    /// Finds which number comes first in a column of both, where its texts leave that open.
    func findLocationOrder(_ parts: inout DraftParts) -> PositionText.Order? {
        guard let column = parts.columns.column(.location), parts.columns.column(.longitude) == nil,
            var choice = parts.columns[.location]
        else { return nil }
        let found = LocationOrder(
            parts.sample.columns[column], column: parts.columns.name(column),
            city: { [city = parts.city] in city })
        if let remark = found.remark {
            choice.evidence += ". \(remark)"
            parts.columns.set(.location, choice)
            parts.positionRemarks.append("location: \(remark)")
        }
        return found.order
    }

    /// Takes degrees of an older datum, which a file names that has its positions in x and y, for what they are.
    private func takeOlderDegrees(_ parts: inout DraftParts) {
        guard let system = parts.sample.positionSystem, let east = parts.columns.column(.longitude),
            let north = parts.columns.column(.latitude),
            parts.columns.name(east) == "x", parts.columns.name(north) == "y"
        else { return }
        for (field, own, column) in [
            (RequestField.x, RequestField.longitude, east), (.y, .latitude, north),
        ] {
            parts.columns.set(own, nil)
            parts.columns.set(
                field,
                ColumnChoice(columns: [column], evidence: "degrees of EPSG:\(system), as the file says"))
        }
        parts.grid = GridSearch(code: "EPSG:\(system)", evidence: "what the file says of x and y")
    }

    /// Finds the reference system of x and y; without one they say nothing.
    func findGrid(_ parts: inout DraftParts, _ files: [AreaFile]) throws {
        takeOlderDegrees(&parts)
        guard parts.grid == nil else { return }
        guard let x = parts.columns.column(.x), let y = parts.columns.column(.y) else { return }
        let points = SamplePositions.pairs(parts.sample, x: x, y: y, isGrid: true).compactMap(\.self)
        let step = max(1, points.count / 100)
        let few = stride(from: 0, to: points.count, by: step).map { points[$0] }
        var search = GridSearch(few, country: parts.country)
        let corners = files.flatMap { $0.edition.home.corners }
        if let city = Box(enclosing: corners) {
            let systems = files.map(\.edition.referenceSystem)
            search = try GridSearch(few, within: city, areas: systems)
            if search.code == nil {
                let turned = few.map { MapPoint(x: $0.y, y: $0.x) }
                let exchanged = try GridSearch(turned, within: city, areas: systems)
                if exchanged.code != nil {
                    search = exchanged
                    exchangeGrid(&parts, x: x, y: y)
                }
            }
        }
        if search.code == nil, let profile = parts.columns.profile, let system = profile.coordinateSystem {
            search = GridSearch(code: system, evidence: "what \(profile.title) uses, whose columns these are")
        }
        parts.grid = search
        if search.code == nil {
            for field in [RequestField.x, .y] {
                parts.columns.doubt(field, because: "of no reference system that was found")
            }
        }
    }

    /// Takes the column that is named for the northing for the easting.
    private func exchangeGrid(_ parts: inout DraftParts, x: Int, y: Int) {
        let remark =
            "\(parts.columns.name(x)) holds the northing and \(parts.columns.name(y)) the easting, since only so the numbers lie where the areas are"
        parts.columns.set(.x, ColumnChoice(columns: [y], evidence: remark))
        parts.columns.set(.y, ColumnChoice(columns: [x], evidence: "the northing, not by its name"))
        parts.positionRemarks.append("x, y: \(remark)")
    }

    /// Says that latitudes and longitudes lie where the areas are only if they are exchanged. Whether they or the areas' own are wrong
    /// people have to say.
    ///
    /// - Returns: Whether it is so.
    func noteExchangedDegrees(_ parts: inout DraftParts) -> Bool {
        guard let city = parts.city?.expanded(byX: 0.1, y: 0.1), let east = parts.columns.column(.longitude),
            let north = parts.columns.column(.latitude)
        else { return false }
        let points = SamplePositions.pairs(parts.sample, x: east, y: north, isGrid: false)
            .compactMap(\.self)
        let named = points.count { city.contains(Coordinate(longitude: $0.x, latitude: $0.y).standard) }
        let turned = points.count { city.contains(Coordinate(longitude: $0.y, latitude: $0.x).standard) }
        guard !points.isEmpty, turned * 5 >= points.count * 4, named * 5 <= points.count else {
            return false
        }
        let remark =
            "exchanged, \(NumberText.wholeShare(turned, of: points.count)) of the positions lie where the areas are, and as the columns"
            + " are named \(NumberText.wholeShare(named, of: points.count)): name them the other way round, if the areas lie where they should"
        if var choice = parts.columns[.longitude] {
            choice.evidence += "; \(remark)"
            parts.columns.set(.longitude, choice)
        }
        parts.positionRemarks.append("longitude, latitude: \(remark)")
        return true
    }
}
