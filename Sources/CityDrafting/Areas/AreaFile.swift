import Boundaries
import FeatureFiles
import Foundation
import Geometry
import GeometryEngine

/// One file of areas, or one layer of a GeoPackage, with all that it says of each area.
struct AreaFile: Sendable {
    let path: String
    /// The layer of a GeoPackage that holds several.
    let layer: String?
    let collection: FeatureCollection
    /// The areas at their finest: no two features with different values are one area.
    let edition: Edition
    /// For each field the text of each area; empty where it has none.
    let texts: [[String]]

    var fileName: String { URL(filePath: path).lastPathComponent }
    /// The file's name, or the layer's.
    var name: String { layer ?? fileName }
    var fields: [String] { collection.fields }

    /// Returns all layers with areas of a file.
    ///
    /// - Throws: ``BoundaryError`` where there is none.
    static func read(_ path: String, jobs: Int) throws(BoundaryError) -> [AreaFile] {
        let sources = LayerSource.layers(
            of: [path], layer: nil, codeField: nil, titleField: nil, areEditions: false
        ).flatMap(\.editions)
        var files: [AreaFile] = []
        var failure: BoundaryError?
        for source in sources {
            do throws(BoundaryError) {
                files.append(try AreaFile(source, jobs: jobs))
            } catch {
                failure = error
            }
        }
        if files.isEmpty, let failure { throw failure }
        return files
    }

    private init(_ source: EditionSource, jobs: Int) throws(BoundaryError) {
        path = source.path
        layer = source.layer
        let collection: FeatureCollection
        do throws(FeatureFileError) {
            collection = try FeatureReader.read(source.path, layer: source.layer)
        } catch {
            throw .file(error)
        }
        self.collection = collection
        var finest = source
        finest.codeField = Self.finestField(of: collection)
        edition = try Edition.load(finest, jobs: jobs)
        let features = Dictionary(
            collection.features.map { ($0.number, $0) }, uniquingKeysWith: { first, _ in first })
        let areas = edition.areas
        texts = collection.fields.indices.map { field in
            areas.map { area in
                let values = Set(
                    area.features.map { features[$0]?.value(at: field).text?.trimmed ?? "" })
                return values.count == 1 ? values.first ?? "" : ""
            }
        }
    }

    /// The field with the most different values.
    private static func finestField(of file: FeatureCollection) -> String? {
        let areas = file.features.filter { !$0.geometry.areas.polygons.isEmpty }
        let counts = file.fields.indices.map { field in
            Set(areas.compactMap { $0.value(at: field).text?.trimmed }.filter { !$0.isEmpty }).count
        }
        guard let most = counts.max(), most > 0, let field = counts.firstIndex(of: most) else { return nil }
        return file.fields[field]
    }

    /// The fields whose values may be codes: not measures, links or what is the same everywhere.
    var codeFields: [Int] {
        let count = edition.areas.count
        return fields.indices.filter { field in
            let filled = texts[field].filter { !$0.isEmpty }
            guard !filled.isEmpty, count < 2 || Set(filled).count > 1 else { return false }
            let name = ColumnName(fields[field])
            return !name.says(anyOf: [.link, .contact, .person, .duration])
                && !filled.contains { $0.contains("://") || $0.count > 60 }
                && !filled.contains { Double($0).map { $0 != $0.rounded() } ?? false }
        }
    }

    /// Returns the numbers of the features that have a surface and no code in a field: requests within them lie in no area.
    func withoutCode(in field: Int) -> [Int] {
        collection.features.filter {
            !$0.geometry.areas.polygons.isEmpty && ($0.value(at: field).text?.trimmed ?? "").isEmpty
        }.map(\.number)
    }

    /// Returns the codes of a field that only features without a surface have.
    func withoutSurface(in field: Int) -> [String] {
        var codes = (shown: Set<String>(), bare: Set<String>())
        for feature in collection.features {
            guard let code = feature.value(at: field).text?.trimmed, !code.isEmpty else { continue }
            if feature.geometry.areas.polygons.isEmpty {
                codes.bare.insert(code)
            } else {
                codes.shown.insert(code)
            }
        }
        return codes.bare.subtracting(codes.shown).sorted()
    }

    /// Returns metres from the middle of the positions to that of the areas; `nil` where a position lies among the areas, or
    /// as near to them as they are wide.
    func distance(from positions: [Coordinate?]) -> Double? {
        let home = edition.home
        let near = home.expanded(
            byX: max(0.5, home.maxX - home.minX), y: max(0.5, home.maxY - home.minY))
        let placed = positions.compactMap(\.self)
        guard let middle = SamplePositions.middle(of: placed), !placed.contains(where: near.contains) else {
            return nil
        }
        return Geodesic.distance(from: middle, to: home.center)
    }

    /// Returns the area of each position, `none` where there is none.
    func areas(of positions: [Coordinate?]) throws(GeometryError) -> [Ordinal<Area>] {
        let probe = try EditionProbe(try EditionGround(edition, nearDistance: 1, cells: 64))
        return try positions.map { position throws(GeometryError) in
            try position.map { place throws(GeometryError) in try probe.locate(place) } ?? .none
        }
    }
}

extension String {
    fileprivate var trimmed: String { trimmingCharacters(in: .whitespacesAndNewlines) }
}
