import FeatureFiles
import Geometry
import GeometryEngine
import OrderedCollections
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
    /// Features that name an area and have nothing to show for it.
    private var broken: [BrokenPiece] = []

    private struct BrokenPiece {
        let code: String
        let title: String
        let feature: Int
        let reason: UnreadableArea.Reason
    }

    init(_ source: EditionSource) throws(BoundaryError) {
        self.source = source
        do {
            file = try FeatureReader.read(source.path, layer: source.layer)
        } catch {
            throw .file(error)
        }
        notes = file.notes.filter { $0.subject != .degenerateRing }.map(EditionNote.reading)
    }

    consuming func load(jobs: Int) throws(BoundaryError) -> Edition {
        guard file.features.contains(where: { !$0.geometry.areas.polygons.isEmpty }) else {
            throw .noPolygons(path: source.path, found: file.geometrySummary)
        }
        let fields = try AreaFields.choose(source, in: file)
        if !fields.rivals.isEmpty { notes.append(.openCodes(taken: fields.code, others: fields.rivals)) }
        let pieces = try takeCodes(fields: fields)
        let system = try referenceSystem()
        let survey = try survey(pieces, system: system)
        let usable = takeUsable(pieces, survey)
        let repaired = try repaired(usable, system: system, survey: survey, jobs: jobs)
        let unreadable = takeUnreadable(among: repaired)
        let codes = Set(unreadable.map(\.code))
        let whole = repaired.filter { !codes.contains($0.code) }
        guard !whole.isEmpty else {
            throw .noPolygons(path: source.path, found: notes.last?.text ?? file.geometrySummary)
        }
        let degrees = try degrees(system, survey)
        let extents = try self.extents(whole, degrees: degrees, survey: survey)
        let areas = try joined(whole).sorted { NaturalOrder.precedes($0.code, $1.code) }
        try noteSharedGround(areas, degrees: degrees)
        return Edition(
            name: file.name, source: source, referenceSystem: system, fields: fields,
            areas: areas, unreadable: unreadable, notes: notes, extent: extents.all, home: extents.home,
            window: survey.window)
    }

    // MARK: Features with a surface and a code

    private mutating func takeCodes(fields: AreaFields) throws(BoundaryError) -> [AreaPiece] {
        let code = file.field(named: fields.code) ?? 0
        let title = file.field(named: fields.title) ?? code
        var pieces: [AreaPiece] = []
        var left: [FeatureGeometry.Kind: [Int]] = [:]
        var empty: [Int] = []
        for feature in file.features {
            let shape = feature.geometry.areas
            let text = feature.value(at: code).text?.trimmed ?? ""
            let name = feature.value(at: title).text?.trimmed ?? ""
            if text.isEmpty {
                if shape.polygons.isEmpty {
                    left[feature.geometry.kind, default: []].append(feature.number)
                } else {
                    empty.append(feature.number)
                }
                continue
            }
            if shape.polygons.isEmpty {
                // One that cannot be read is told with its area.
                if feature.geometry.kind != .unreadable {
                    left[feature.geometry.kind, default: []].append(feature.number)
                }
                let reason: UnreadableArea.Reason =
                    if case .unreadable(let text) = feature.geometry { .damaged(text) } else { .noSurface }
                broken.append(
                    BrokenPiece(
                        code: text, title: name.isEmpty ? text : name, feature: feature.number, reason: reason
                    ))
                continue
            }
            pieces.append(
                AreaPiece(
                    code: text, title: name.isEmpty ? text : name, feature: feature.number, shape: shape))
        }
        notes += FeatureGeometry.Kind.allCases.compactMap { kind in
            left[kind].map { .noSurface(kind: kind, features: $0) }
        }
        guard !pieces.isEmpty else { throw .noCodes(path: source.path, field: fields.code) }
        if !empty.isEmpty { notes.append(.emptyCode(features: empty)) }
        noteDegenerateRings(pieces)
        return pieces
    }

    private mutating func noteDegenerateRings(_ pieces: [AreaPiece]) {
        let numbers = Set(file.notes.first { $0.subject == .degenerateRing }?.features ?? [])
        var features: OrderedDictionary<String, [Int]> = [:]
        for piece in pieces where numbers.contains(piece.feature) {
            features[piece.code, default: []].append(piece.feature)
        }
        notes += features.map { .degenerateRing(code: $0.key, features: $0.value) }
    }

    // MARK: Reference system

    private mutating func referenceSystem() throws(BoundaryError) -> CoordinateReferenceSystem {
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

    // MARK: Where they lie

    /// - Throws: ``BoundaryError/notDegrees(path:extent:)`` where the numbers cannot be what they are said to be.
    private func survey(
        _ pieces: [AreaPiece], system: CoordinateReferenceSystem
    ) throws(BoundaryError) -> PieceSurvey {
        let shapes = pieces.map(\.shape)
        do throws(GeometryError) {
            if let survey = PieceSurvey(shapes, degrees: try DegreeTransformer(system)) { return survey }
        } catch {
            throw .referenceSystem(path: source.path, error)
        }
        if system.isGeographic, let stored = Box(enclosing: shapes.compactMap(\.box).flatMap(\.corners)) {
            throw .notDegrees(path: source.path, extent: stored)
        }
        throw nowhere
    }

    private var nowhere: BoundaryError {
        .referenceSystem(path: source.path, EditionGround.nowhere)
    }

    /// Leaves out pieces that cannot be meant as they stand, and brings the others' longitudes into one window.
    private mutating func takeUsable(_ pieces: [AreaPiece], _ survey: PieceSurvey) -> [AreaPiece] {
        var usable: [AreaPiece] = []
        for (index, piece) in pieces.enumerated() {
            let reason: String
            switch survey.fault(of: index, stored: piece.shape) {
            case .wildVertex(let vertex):
                reason = "\(vertex), lies far from all else; is a digit, a decimal point or a sign lost?"
            case .nowhere: reason = "none of its positions is on the ground"
            case .endless: reason = "its border is longer than ten times around the earth"
            case nil:
                if let stray = survey.strayVertex(of: index, stored: piece.shape) {
                    note(piece, stray: stray, middle: survey.closeHome.bounds.center)
                }
                if let far = survey.farPart(of: index) {
                    let area = farArea(piece, far: far, survey: survey)
                    // Where it lies is not known, and no request may be accused by where it does not.
                    if survey.misreading(of: far.place) != nil {
                        broken.append(
                            BrokenPiece(
                                code: piece.code, title: piece.title, feature: piece.feature,
                                reason: .damaged(area.reasonText)))
                        continue
                    }
                    notes.append(.farAway(area))
                }
                if survey.isMask(index) { notes.append(.mask(code: piece.code, feature: piece.feature)) }
                usable.append(piece)
                continue
            }
            broken.append(
                BrokenPiece(
                    code: piece.code, title: piece.title, feature: piece.feature, reason: .damaged(reason)))
        }
        return usable
    }

    private mutating func note(
        _ piece: AreaPiece, stray: (text: String, place: Coordinate), middle: Coordinate
    ) {
        notes.append(
            .strayVertex(
                EditionNote.StrayVertex(
                    code: piece.code, feature: piece.feature, vertex: stray.text, place: stray.place,
                    distance: SpacePoint(stray.place).arc(to: SpacePoint(middle)))))
    }

    private func farArea(
        _ piece: AreaPiece, far: (place: Coordinate, isOneOfSeveral: Bool), survey: PieceSurvey
    ) -> EditionNote.FarArea {
        EditionNote.FarArea(
            code: piece.code, feature: piece.feature, isPart: far.isOneOfSeveral, place: far.place,
            distance: SpacePoint(far.place).arc(to: SpacePoint(survey.home.box.center)),
            advice: Self.advice(for: far.place, survey.home))
    }

    private static func advice(for place: Coordinate, _ home: HomeRegion<Coordinate>) -> String {
        let reading = home.isFar(place) ? PieceSurvey.reading(of: place) { !home.isFar($0) } : nil
        if let reading { return reading }
        return place.standard.longitude.magnitude < 1 && place.latitude.magnitude < 1
            ? "0, 0 mostly stands for no position" : "does it belong to this layer?"
    }

    private func degrees(
        _ system: CoordinateReferenceSystem, _ survey: PieceSurvey
    ) throws(BoundaryError) -> DegreeTransformer {
        do {
            return try DegreeTransformer(system, window: survey.window)
        } catch {
            throw .referenceSystem(path: source.path, error)
        }
    }

    private func extents(
        _ pieces: [AreaPiece], degrees: DegreeTransformer, survey: PieceSurvey
    ) throws(BoundaryError) -> (all: Box<Coordinate>, home: Box<Coordinate>) {
        // A projected box has bent edges on the ground, so that its corners would give too wide an extent.
        let boxes = pieces.compactMap { piece in
            Box(
                enclosing: piece.shape.polygons.lazy.flatMap {
                    degrees.coordinates($0.exterior.positions)
                })
        }
        let near = boxes.filter { survey.home.bounds.contains($0) }
        guard let all = Box(enclosing: boxes.flatMap(\.corners)) else { throw nowhere }
        return (all, Box(enclosing: near.flatMap(\.corners)) ?? all)
    }

    // MARK: Validity

    private mutating func repaired(
        _ pieces: [AreaPiece], system: CoordinateReferenceSystem, survey: PieceSurvey, jobs: Int
    ) throws(BoundaryError) -> [AreaPiece] {
        let isUnrolled = survey.window == .acrossAntimeridian
        let pieces =
            !system.isGeographic
            ? pieces
            : pieces.map { piece in
                var piece = piece
                piece.shape = survey.unrolled(piece.shape)
                return piece
            }
        do {
            let checked = try mapSlices(count: pieces.count, sliceLength: 4, jobs: jobs) {
                () throws(GeometryError) in
                AreaRepair(dissolves: isUnrolled)
            } body: { (repair, range) throws(GeometryError) in
                var outcomes: [AreaPiece] = []
                for piece in pieces[range] { outcomes.append(try piece.checked(by: repair)) }
                return outcomes
            }.flatMap(\.self)
            try noteRepairs(before: pieces, after: checked, system: system, window: survey.window)
            return checked.filter { !$0.shape.polygons.isEmpty }
        } catch {
            throw .geometry(path: source.path, error)
        }
    }

    private mutating func noteRepairs(
        before: [AreaPiece], after: [AreaPiece], system: CoordinateReferenceSystem, window: LongitudeWindow
    ) throws(GeometryError) {
        guard after.contains(where: { $0.problem != nil }) else { return }
        let measure = try GroundMeasure(system, window: window)
        for (old, new) in zip(before, after) {
            guard let problem = new.problem else { continue }
            if new.shape.polygons.isEmpty {
                let place = problem.place.flatMap(measure.coordinate).map { " at \($0.text)" } ?? ""
                broken.append(
                    BrokenPiece(
                        code: new.code, title: new.title, feature: new.feature,
                        reason: .damaged(
                            new.damage.map { "\($0)\(place.isEmpty ? "" : ", first\(place)")" }
                                ?? "nothing is left of it: \(problem.reason)\(place)")))
                continue
            }
            notes.append(
                .repaired(
                    EditionNote.Repair(
                        code: new.code, feature: new.feature, reason: problem.reason,
                        place: problem.place.flatMap(measure.coordinate),
                        areaBefore: try measure.area(old.shape), areaAfter: try measure.area(new.shape))))
        }
    }

    // MARK: What is left of each area

    /// An area is unreadable where one of its features is damaged, since its ground is then not known; one without
    /// geometry beside others takes nothing away.
    private mutating func takeUnreadable(among pieces: [AreaPiece]) -> [UnreadableArea] {
        let readable = Set(pieces.map(\.code))
        var order: [String] = []
        var groups: [String: [BrokenPiece]] = [:]
        for piece in broken where !(piece.reason == .noSurface && readable.contains(piece.code)) {
            if groups[piece.code] == nil { order.append(piece.code) }
            groups[piece.code, default: []].append(piece)
        }
        let areas = order.compactMap { code -> UnreadableArea? in
            guard let group = groups[code], let first = group.first else { return nil }
            let damage = group.first { $0.reason != .noSurface }
            return UnreadableArea(
                code: code, title: first.title, features: group.map(\.feature),
                reason: damage?.reason ?? .noSurface)
        }.sorted { NaturalOrder.precedes($0.code, $1.code) }
        // What has no surface is told by its feature already.
        notes += areas.filter(\.hidesGround).map(EditionNote.unreadable)
        return areas
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

    private mutating func noteSharedGround(
        _ areas: [Area], degrees: DegreeTransformer
    ) throws(BoundaryError) {
        do throws(GeometryError) {
            let pairs = try SharedGround(areas, degrees: degrees).pairs()
            if !pairs.isEmpty { notes.append(.overlap(pairs)) }
        } catch {
            throw .geometry(path: source.path, error)
        }
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

extension String {
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start.reversed().drop(while: \.isWhitespace).reversed())
    }
}
