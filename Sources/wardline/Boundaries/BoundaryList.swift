import Boundaries
import Chronology
import DelimitedText
import Geometry
import GeometryEngine
import Records

/// What boundary files hold, edition by edition.
struct BoundaryList {
    let selection: BoundarySelection
    let editions: [LoadedEdition]

    static let columns = [
        "layer", "edition", "from", "until", "crs", "crs_name", "code_field", "title_field", "areas",
        "vertices",
        "repaired", "west", "south", "east", "north", "error",
    ]

    /// One record an edition; what could not be read has its reason and nothing else.
    var records: [TableRecord] {
        editions.map { loaded in
            let edition = loaded.edition
            let extent = edition?.extent
            let degrees = [extent?.minX, extent?.minY, extent?.maxX, extent?.maxY].map {
                RecordValue.number($0, decimals: 7)
            }
            return TableRecord(
                values: [
                    .text(selection.layers[loaded.layer].name), .text(loaded.label),
                    .text(loaded.source.from?.description), .text(loaded.until?.description),
                    .text(edition?.referenceSystem.code), .text(edition?.referenceSystem.name),
                    .text(edition?.fields.code), .text(edition?.fields.title), .whole(edition?.areas.count),
                    .whole(edition?.vertexCount), .whole(edition.map(Self.repairs)),
                ] + degrees + [.text(Self.reason(loaded))],
                geometry: extent.map(Self.box) ?? GeoJSONGeometryText.null)
        }
    }

    // MARK: For people

    var text: String {
        var table = TextTable(
            selection.city == nil ? [.left] + Self.alignments : [.left, .left, .left] + Self.alignments)
        table.add(
            (selection.city == nil ? ["file"] : ["layer", "edition", "in force"])
                + ["reference system", "areas", "vertices", "extent in degrees"])
        var problems: [String] = []
        for loaded in editions {
            if let reason = Self.reason(loaded) { problems.append(reason) }
            table.add(place(loaded) + content(loaded))
        }
        let lines = [Terminal.bold("Boundaries of \(selection.title)")] + table.lines() + problems
        return lines.joined(separator: "\n") + "\n"
    }

    private static let alignments: [TextTable.Alignment] = [.left, .right, .right, .left]

    /// Files belong to no layer and are in force on no day.
    private func place(_ loaded: LoadedEdition) -> [String] {
        selection.city == nil
            ? [loaded.label] : [selection.layers[loaded.layer].name, loaded.label, Self.force(loaded)]
    }

    private func content(_ loaded: LoadedEdition) -> [String] {
        guard let edition = loaded.edition else { return ["cannot be read"] }
        let system = edition.referenceSystem
        return [
            system.code.map { "\(system.name) (\($0))" } ?? system.name,
            NumberText.count(edition.areas.count),
            NumberText.count(edition.vertexCount), Self.degrees(edition.extent),
        ]
    }

    private static func force(_ loaded: LoadedEdition) -> String {
        switch (loaded.source.from, loaded.until) {
        case (nil, nil): "always"
        case (nil, let until?): "before \(until)"
        case (let from?, nil): "from \(from)"
        case (let from?, let until?): "from \(from), before \(until)"
        }
    }

    private static func degrees(_ extent: Box<Coordinate>) -> String {
        func text(_ number: Double) -> String { PlaceText.degrees(number, decimals: 4) }
        return "\(text(extent.minX)) to \(text(extent.maxX)), \(text(extent.minY)) to \(text(extent.maxY))"
    }

    private static func reason(_ loaded: LoadedEdition) -> String? { loaded.error?.description }

    private static func repairs(_ edition: Edition) -> Int {
        edition.notes.count { if case .repaired = $0 { true } else { false } }
    }

    private static func box(_ extent: Box<Coordinate>) -> [UInt8] {
        GeoJSONGeometryText.surface(MultiPolygon([Polygon(exterior: LinearRing(extent.corners))]))
    }
}

/// Writes positions as people copy them into a map.
enum PlaceText {
    static func degrees(_ number: Double, decimals: Int) -> String {
        var bytes: [UInt8] = []
        FixedDecimal.append(number, decimals: decimals, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    static func position(_ place: Coordinate) -> String {
        "\(degrees(place.longitude, decimals: 7)), \(degrees(place.latitude, decimals: 7))"
    }
}
