package import Boundaries
import Geometry
import GeometryEngine
package import Records

extension BoundaryWork {
    /// Returns the findings of a check as a table.
    package func table(of checked: [CheckedEdition]) -> RecordTable {
        RecordTable(
            name: "findings", title: "Findings", columns: Self.findingColumns, shape: .mixed,
            records: checked.flatMap { edition in
                edition.findings.map { record(of: $0, in: edition.loaded) }
            })
    }

    /// Returns the editions as a table; what could not be read has its reason and nothing else.
    package func table(of editions: [LoadedEdition]) -> RecordTable {
        RecordTable(
            name: "editions", title: "Editions", columns: Self.editionColumns, shape: .surfaces,
            records: editions.map(record))
    }

    private static let findingColumns = [
        RecordColumn("layer", "layer that the edition belongs to"),
        RecordColumn("edition", "edition that the finding is about"),
        RecordColumn("severity", "error, warning or notice"),
        RecordColumn("kind", "kind of finding"),
        RecordColumn("codes", "codes of the areas that it is about"),
        RecordColumn("features", "numbers of the features in the file, the first is 1"),
        RecordColumn("area_m2", .number, "surface that it is about, square metres"),
        RecordColumn("longitude", .number, "degrees east, of WGS 84"),
        RecordColumn("latitude", .number, "degrees north, of WGS 84"),
        RecordColumn("message", "the finding in words"),
    ]

    private func record(of finding: BoundaryFinding, in loaded: LoadedEdition) -> TableRecord {
        TableRecord(
            values: [
                .text(layers[loaded.layer].name), .text(loaded.label), .text(finding.severity.rawValue),
                .text(finding.kind.rawValue), .texts(finding.codes),
                .texts(finding.features.map(String.init)), .number(finding.area, decimals: 1),
                .number(finding.place?.longitude, decimals: DegreeText.decimals),
                .number(finding.place?.latitude, decimals: DegreeText.decimals), .text(finding.message),
            ],
            geometry: finding.shape.map { .surface($0) } ?? finding.place.map { .point($0) } ?? .none)
    }

    private static let editionColumns = [
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

    private func record(of loaded: LoadedEdition) -> TableRecord {
        let edition = loaded.edition
        let extent = edition?.extent
        let degrees = [extent?.minX, extent?.minY, extent?.maxX, extent?.maxY].map {
            RecordValue.number($0, decimals: DegreeText.decimals)
        }
        return TableRecord(
            values: [
                .text(layers[loaded.layer].name), .text(loaded.label), .day(loaded.source.from),
                .day(loaded.until), .text(edition?.referenceSystem.code),
                .text(edition?.referenceSystem.name), .text(edition?.fields.code),
                .text(edition?.fields.title), .whole(edition?.areas.count), .whole(edition?.vertexCount),
                .whole(edition?.repairCount),
            ] + degrees + [.text(loaded.error?.description)],
            geometry: extent.map {
                .surface(MultiPolygon([Polygon(exterior: LinearRing($0.corners))]))
            } ?? .none)
    }
}

extension Edition {
    /// How many of its features had to be mended.
    var repairCount: Int { notes.count { if case .repaired = $0 { true } else { false } } }
}
