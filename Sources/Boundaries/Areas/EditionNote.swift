package import FeatureFiles
package import Geometry

/// Something that was found, and mostly mended, while an edition was loaded.
package enum EditionNote: Hashable, Sendable {
    case reading(ReadingNote)
    /// Features that are no areas were left out.
    case noSurface(kind: FeatureGeometry.Kind, features: [Int])
    /// Features without a code were left out.
    case emptyCode(features: [Int])
    /// Several features share a code and were joined into one area.
    case sharedCode(code: String, features: [Int])
    case repaired(Repair)
    /// The file names no reference system; its numbers can be degrees and were taken as such.
    case assumedDegrees

    /// An invalid surface that was made valid.
    package struct Repair: Hashable, Sendable {
        package let code: String
        package let feature: Int
        /// GEOS's reason, such as `Self-intersection`.
        package let reason: String
        package let place: Coordinate?
        /// The surface before and after, m².
        package let areaBefore: Double
        package let areaAfter: Double
    }
}

extension EditionNote {
    /// The note in words.
    package var text: String {
        switch self {
        case .reading(let note): note.text
        case .noSurface(let kind, let features):
            "\(kind.counted(features.count)), left out (\(EditionNote.named(features)))"
        case .emptyCode(let features):
            "\(features.count) without a code, left out (\(EditionNote.named(features)))"
        case .sharedCode(let code, let features):
            "code \(code) stands at \(features.count) features, joined into one area (\(EditionNote.named(features)))"
        case .repaired(let repair): repair.text
        case .assumedDegrees:
            "no reference system is named; the positions were taken as longitude and latitude"
        }
    }

    private static func named(_ features: [Int]) -> String {
        let first = features.prefix(5).map(String.init).joined(separator: ", ")
        let more = features.count > 5 ? " and \(features.count - 5) more" : ""
        return "feature\(features.count == 1 ? "" : "s") \(first)\(more)"
    }
}

extension EditionNote.Repair {
    package var text: String {
        let place = place.map { " at \($0.text)" } ?? ""
        let change = areaAfter - areaBefore
        return
            "area \(code) (feature \(feature)) was invalid: \(reason)\(place); repaired, its surface changed by "
            + "\(change.surfaceText) of \(areaBefore.surfaceText)"
    }
}
