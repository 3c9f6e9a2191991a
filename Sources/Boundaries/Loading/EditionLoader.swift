import FeatureFiles
import Geometry
import GeometryEngine
import WorkSharing

extension Edition {
    /// Returns the areas of a file, valid and in the order of their codes, with notes of what was mended.
    ///
    /// - Parameter jobs: The number of threads that check the areas.
    package static func load(_ source: EditionSource, jobs: Int) throws(BoundaryError) -> Edition {
        try EditionLoader(source).load(jobs: jobs)
    }
}

/// Turns a file's features into an edition's areas, stage by stage.
private struct EditionLoader {
    private let source: EditionSource
    private let file: FeatureCollection
    private var notes: [EditionNote]

    init(_ source: EditionSource) throws(BoundaryError) {
        self.source = source
        do {
            file = try FeatureReader.read(source.path, layer: source.layer)
        } catch {
            throw .file(error)
        }
        notes = file.notes.map(EditionNote.reading)
    }

    consuming func load(jobs: Int) throws(BoundaryError) -> Edition {
        let features = try takeSurfaces()
        let fields = try AreaFields.choose(source, in: file)
        let pieces = try takeCodes(of: features, fields: fields)
        let system = try referenceSystem(of: pieces)
        let ground = try EditionExtent(pieces.map(\.shape), system: system, path: source.path)
        let areas = try repaired(pieces, system: system, projection: ground.projection, jobs: jobs)
        return Edition(
            name: file.name, source: source, referenceSystem: system, fields: fields,
            areas: try joined(areas).sorted { NaturalOrder.precedes($0.code, $1.code) },
            notes: notes, extent: ground.extent)
    }

    // MARK: Features with a surface and a code

    private mutating func takeSurfaces() throws(BoundaryError) -> [Feature] {
        var left: [FeatureGeometry.Kind: [Int]] = [:]
        var features: [Feature] = []
        for feature in file.features {
            if feature.geometry.areas.polygons.isEmpty {
                left[feature.geometry.kind, default: []].append(feature.number)
            } else {
                features.append(feature)
            }
        }
        guard !features.isEmpty else { throw .noPolygons(path: source.path, found: file.geometrySummary) }
        notes += FeatureGeometry.Kind.allCases.compactMap { kind in
            left[kind].map { .noSurface(kind: kind, features: $0) }
        }
        return features
    }

    private mutating func takeCodes(
        of features: [Feature], fields: AreaFields
    ) throws(BoundaryError) -> [AreaPiece] {
        let code = file.field(named: fields.code) ?? 0
        let title = file.field(named: fields.title) ?? code
        var pieces: [AreaPiece] = []
        var empty: [Int] = []
        for feature in features {
            let text = feature.value(at: code).text?.trimmed ?? ""
            if text.isEmpty {
                empty.append(feature.number)
                continue
            }
            let name = feature.value(at: title).text?.trimmed ?? ""
            pieces.append(
                AreaPiece(
                    code: text, title: name.isEmpty ? text : name, feature: feature.number,
                    shape: feature.geometry.areas))
        }
        guard !pieces.isEmpty else { throw .noCodes(path: source.path, field: fields.code) }
        if !empty.isEmpty { notes.append(.emptyCode(features: empty)) }
        return pieces
    }

    // MARK: Reference system

    private mutating func referenceSystem(
        of pieces: [AreaPiece]
    ) throws(BoundaryError) -> CoordinateReferenceSystem {
        guard let definition = file.referenceSystem.definition else {
            notes.append(.assumedDegrees)
            return .wgs84
        }
        do {
            return try CoordinateReferenceSystem(definition)
        } catch {
            throw .referenceSystem(path: source.path, error)
        }
    }

    // MARK: Validity

    private mutating func repaired(
        _ pieces: [AreaPiece], system: CoordinateReferenceSystem, projection: LocalProjection, jobs: Int
    ) throws(BoundaryError) -> [AreaPiece] {
        do {
            let checked = try mapSlices(count: pieces.count, sliceLength: 4, jobs: jobs) {
                () throws(GeometryError) in
                AreaRepair()
            } body: { (repair, range) throws(GeometryError) in
                var outcomes: [AreaPiece] = []
                for piece in pieces[range] { outcomes.append(try piece.checked(by: repair)) }
                return outcomes
            }.flatMap(\.self)
            try noteRepairs(before: pieces, after: checked, system: system, projection: projection)
            return checked.filter { !$0.shape.polygons.isEmpty }
        } catch {
            throw .geometry(path: source.path, error)
        }
    }

    private mutating func noteRepairs(
        before: [AreaPiece], after: [AreaPiece], system: CoordinateReferenceSystem,
        projection: LocalProjection
    ) throws(GeometryError) {
        guard after.contains(where: { $0.problem != nil }) else { return }
        let measure = try GroundMeasure(system, projection: projection)
        for (old, new) in zip(before, after) {
            guard let problem = new.problem else { continue }
            notes.append(
                .repaired(
                    EditionNote.Repair(
                        code: new.code, feature: new.feature, reason: problem.reason,
                        place: problem.place.flatMap(measure.coordinate),
                        areaBefore: measure.area(old.shape), areaAfter: measure.area(new.shape))))
        }
    }

    // MARK: Joining

    private mutating func joined(_ pieces: [AreaPiece]) throws(BoundaryError) -> [Area] {
        var order: [String] = []
        var groups: [String: [AreaPiece]] = [:]
        for piece in pieces {
            if groups[piece.code] == nil { order.append(piece.code) }
            groups[piece.code, default: []].append(piece)
        }
        let repair = AreaRepair()
        var areas: [Area] = []
        for code in order {
            guard let group = groups[code], let first = group.first else { continue }
            let features = group.map(\.feature)
            if group.count > 1 { notes.append(.sharedCode(code: code, features: features)) }
            let shape = group.count == 1 ? first.shape : try join(group, repair)
            areas.append(Area(code: code, title: first.title, shape: shape, features: features))
        }
        return areas
    }

    private func join(_ group: [AreaPiece], _ repair: AreaRepair) throws(BoundaryError) -> MultiPolygon<
        MapPoint
    > {
        do {
            return try repair.joined(group.map(\.shape))
        } catch {
            throw .geometry(path: source.path, error)
        }
    }
}

/// One feature on its way to become an area or a part of one.
private struct AreaPiece: Sendable {
    let code: String
    let title: String
    let feature: Int
    var shape: MultiPolygon<MapPoint>
    var problem: GEOSGeometry.ValidityProblem?

    func checked(by repair: AreaRepair) throws(GeometryError) -> AreaPiece {
        let outcome = try repair.checked(shape)
        var piece = self
        piece.shape = outcome.shape
        piece.problem = outcome.problem
        return piece
    }
}

/// The box of an edition's areas in degrees, and the projection around it.
private struct EditionExtent {
    let extent: Box<Coordinate>
    let projection: LocalProjection

    /// - Throws: ``BoundaryError/notDegrees(path:extent:)`` where the numbers cannot be what they are said to be.
    init(
        _ shapes: [MultiPolygon<MapPoint>], system: CoordinateReferenceSystem, path: String
    ) throws(BoundaryError) {
        let boxes = shapes.compactMap(\.box)
        let stored = Box(enclosing: boxes.lazy.flatMap(\.corners))
        guard let stored else { throw .noPolygons(path: path, found: "only empty ones") }
        if system.isGeographic, !EditionExtent.canBeDegrees(stored) {
            throw .notDegrees(path: path, extent: stored)
        }
        do throws(GeometryError) {
            let degrees = try DegreeTransformer(system)
            guard let extent = EditionExtent.box(shapes, boxes, degrees) else {
                throw GeometryError.proj(
                    operation: "place the areas on the ground", message: "no area has a position in degrees")
            }
            self.extent = extent
            projection = LocalProjection(covering: extent)
        } catch {
            throw .referenceSystem(path: path, error)
        }
    }

    /// A projected box has bent edges on the ground, so that its corners would give too wide an extent.
    private static func box(
        _ shapes: [MultiPolygon<MapPoint>], _ boxes: [Box<MapPoint>], _ degrees: DegreeTransformer
    ) -> Box<Coordinate>? {
        let points =
            degrees.isIdentity
            ? boxes.flatMap(\.corners) : shapes.flatMap { $0.polygons.flatMap(\.exterior.positions) }
        return Box(
            enclosing: degrees.coordinates(points).lazy.filter {
                $0.longitude.isFinite && $0.latitude.isFinite
            })
    }

    private static func canBeDegrees(_ box: Box<MapPoint>) -> Bool {
        box.minX >= -360 && box.maxX <= 360 && box.minY >= -90 && box.maxY <= 90
    }
}

extension String {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
