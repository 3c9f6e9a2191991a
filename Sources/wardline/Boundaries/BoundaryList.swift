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
        RecordColumn("layer", "layer that the edition belongs to"),
        RecordColumn("edition", "name of the edition"),
        RecordColumn("from", .day, "first day on which it is in force; empty where it always was"),
        RecordColumn("until", .day, "day on which the next one begins; empty for the last"),
        RecordColumn("crs", "code of the reference system of the file"),
        RecordColumn("crs_name", "name of the reference system"),
        RecordColumn("code_field", "field that holds the areas' codes"),
        RecordColumn("title_field", "field that holds their titles"),
        RecordColumn("areas", .whole, "number of areas"),
        RecordColumn("vertices", .whole, "corners of their outlines"),
        RecordColumn("repaired", .whole, "features that had to be mended"),
        RecordColumn("west", .number, "least longitude, degrees"),
        RecordColumn("south", .number, "least latitude, degrees"),
        RecordColumn("east", .number, "greatest longitude, degrees"),
        RecordColumn("north", .number, "greatest latitude, degrees"),
        RecordColumn("error", "why the file cannot be read"),
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
                    .day(loaded.source.from), .day(loaded.until),
                    .text(edition?.referenceSystem.code), .text(edition?.referenceSystem.name),
                    .text(edition?.fields.code), .text(edition?.fields.title), .whole(edition?.areas.count),
                    .whole(edition?.vertexCount), .whole(edition.map(Self.repairs)),
                ] + degrees + [.text(Self.reason(loaded))],
                geometry: extent.map(Self.box) ?? .none)
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

    private static func box(_ extent: Box<Coordinate>) -> RecordGeometry {
        .surface(MultiPolygon([Polygon(exterior: LinearRing(extent.corners))]))
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
