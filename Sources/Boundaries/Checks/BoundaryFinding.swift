import FeatureFiles
package import Geometry

/// One thing that a check of boundaries found: what, where and how much.
package struct BoundaryFinding: Sendable, Equatable {
    package enum Kind: String, CaseIterable, Sendable {
        case unreadable
        case unreadableArea = "unreadable_area"
        case misplaced
        case emptyCode = "empty_code"
        case overlap
        case gap
        case farArea = "far_area"
        case degenerateRing = "degenerate_ring"
        case invalidPolygon = "invalid_polygon"
        case duplicateCode = "duplicate_code"
        case similarCodes = "similar_codes"
        case unknownAlias = "unknown_alias"
        case openCodes = "open_codes"
        case noSurface = "no_surface"
        case assumedDegrees = "assumed_degrees"
        case noGeometry = "no_geometry"
        case smallOverlap = "small_overlap"
        case sliver
        case fileNote = "file_note"
        case areaAdded = "area_added"
        case areaRemoved = "area_removed"
        case areaChanged = "area_changed"
    }

    package enum Severity: String, Comparable, CaseIterable, Sendable {
        /// Worth knowing, nothing to mend.
        case notice
        /// Mended while loading, or a doubt.
        case warning
        /// Requests would be judged wrongly, or not at all.
        case error

        package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .notice: 0
            case .warning: 1
            case .error: 2
            }
        }
    }

    package let kind: Kind
    /// The edition's name, or the file's where it could not be loaded.
    package let edition: String
    /// The codes of the areas concerned.
    package let codes: [String]
    /// The numbers of the features concerned.
    package let features: [Int]
    package let place: Coordinate?
    /// How much surface is concerned, m².
    package let area: Double?
    /// The surface concerned.
    package let shape: MultiPolygon<Coordinate>?
    package let message: String

    package init(
        kind: Kind, edition: String, codes: [String] = [], features: [Int] = [], place: Coordinate? = nil,
        area: Double? = nil, shape: MultiPolygon<Coordinate>? = nil, message: String
    ) {
        self.kind = kind
        self.edition = edition
        self.codes = codes
        self.features = features
        self.place = place?.standard
        self.area = area
        self.shape = shape
        self.message = message
    }

    package var severity: Severity {
        switch kind {
        case .unreadable, .unreadableArea, .misplaced, .emptyCode, .overlap: .error
        case .gap, .farArea, .degenerateRing, .invalidPolygon, .duplicateCode, .similarCodes, .unknownAlias,
            .openCodes, .noSurface, .assumedDegrees:
            .warning
        case .noGeometry, .smallOverlap, .sliver, .fileNote, .areaAdded, .areaRemoved, .areaChanged: .notice
        }
    }
}

extension BoundaryFinding {
    /// Creates the finding for a note that was taken while an edition was loaded; `nil` for overlaps, which
    /// ``OverlapFinder`` measures.
    init?(_ note: EditionNote, edition: String) {
        let message = note.text
        switch note {
        case .reading: self.init(kind: .fileNote, edition: edition, message: message)
        case .noSurface(let kind, let features):
            // A feature without geometry takes no ground from any request.
            self.init(
                kind: kind == .null || kind == .empty ? .noGeometry : .noSurface, edition: edition,
                features: features, message: message)
        case .unreadable(let area):
            self.init(
                kind: area.reason == .noSurface ? .noGeometry : .unreadableArea, edition: edition,
                codes: [area.code],
                features: area.features, message: message)
        case .degenerateRing(let code, let features):
            self.init(
                kind: .degenerateRing, edition: edition, codes: [code], features: features, message: message)
        case .farAway(let far):
            self.init(
                kind: .farArea, edition: edition, codes: [far.code], features: [far.feature],
                place: far.place,
                message: message)
        case .strayVertex(let stray):
            self.init(
                kind: .farArea, edition: edition, codes: [stray.code], features: [stray.feature],
                place: stray.place, message: message)
        case .mask(let code, let feature):
            self.init(
                kind: .farArea, edition: edition, codes: [code], features: [feature], message: message)
        case .emptyCode(let features):
            self.init(kind: .emptyCode, edition: edition, features: features, message: message)
        case .sharedCode(let code, let features):
            self.init(
                kind: .duplicateCode, edition: edition, codes: [code], features: features, message: message)
        case .repaired(let repair):
            self.init(
                kind: .invalidPolygon, edition: edition, codes: [repair.code], features: [repair.feature],
                place: repair.place, area: (repair.areaAfter - repair.areaBefore).magnitude, message: message)
        case .overlap: return nil
        case .openCodes: self.init(kind: .openCodes, edition: edition, message: message)
        case .assumedDegrees: self.init(kind: .assumedDegrees, edition: edition, message: message)
        }
    }
}
