package import FeatureFiles
package import Geometry

/// Something that was found, and mostly mended, while an edition was loaded.
package enum EditionNote: Hashable, Sendable {
    case reading(ReadingNote)
    /// Features that are no areas were left out.
    case noSurface(kind: FeatureGeometry.Kind, features: [Int])
    /// An area of which nothing can be used.
    case unreadable(UnreadableArea)
    /// Rings that enclose nothing were left out of an area.
    case degenerateRing(code: String, features: [Int])
    /// An area that lies far from most others.
    case farAway(FarArea)
    /// A vertex that stands far out of an area's border.
    case strayVertex(StrayVertex)
    /// An area that covers much of the earth around all others.
    case mask(code: String, feature: Int)
    /// Features without a code were left out.
    case emptyCode(features: [Int])
    /// Several features share a code and were joined into one area.
    case sharedCode(code: String, features: [Int])
    case repaired(Repair)
    /// Areas that cover the same ground, in the order of their codes.
    case overlap([Pair])
    /// Several fields may hold the codes, and nothing tells which the requests mean.
    case openCodes(taken: String, others: [String])
    /// The file names no reference system; its numbers can be degrees and were taken as such.
    case assumedDegrees

    /// Two areas by their codes.
    package struct Pair: Hashable, Sendable {
        package let first: String
        package let second: String
    }

    /// Where an area lies that is far from most others.
    package struct FarArea: Hashable, Sendable {
        package let code: String
        package let feature: Int
        /// Whether only a part of it does.
        package let isPart: Bool
        package let place: Coordinate
        /// From the middle of the others, metres.
        package let distance: Double
        /// What would bring it to the others, in words.
        package let advice: String
    }

    /// A vertex of which a digit is likely wrong.
    package struct StrayVertex: Hashable, Sendable {
        package let code: String
        package let feature: Int
        /// Which it is and what numbers it has, in words.
        package let vertex: String
        package let place: Coordinate
        /// From the middle of the areas, metres.
        package let distance: Double
    }

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
        case .unreadable(let area):
            "area \(area.code) (\(EditionNote.named(area.features))) cannot be read: \(area.reasonText)"
        case .degenerateRing(let code, let features):
            "a ring of area \(code) has fewer than 3 different positions; it was left out (\(EditionNote.named(features)))"
        case .farAway(let far):
            (far.isPart ? "a part of area" : "area")
                + " \(far.code) (feature \(far.feature)) \(far.placeText)"
        case .strayVertex(let stray):
            "\(stray.vertex), of area \(stray.code) (feature \(stray.feature)) stands out about"
                + " \((stray.distance / 1000).decimals(0)) km from the middle of the areas; is a digit wrong?"
        case .mask(let code, let feature):
            "area \(code) (feature \(feature)) covers much of the earth around the others, as a mask does; a position far from the"
                + " city lies in it, and is not outside: is it an area?"
        case .repaired(let repair): repair.text
        case .overlap(let pairs): EditionNote.overlapText(pairs)
        case .openCodes(let taken, let others):
            "the areas' codes may be those of \(([taken] + others).joined(separator: " or ")), which give one code to different areas;"
                + " \(taken) is taken, for want of a better reason: name the field that the requests mean as code:"
        case .assumedDegrees:
            "no reference system is named; the positions were taken as longitude and latitude"
        }
    }

    private static func overlapText(_ pairs: [Pair]) -> String {
        let rule =
            "a position in several areas is counted in the lowest code, and no repair is written for it"
        let outline = Set(pairs.flatMap { [$0.first, $0.second] }).first { code in
            pairs.count > 2 && pairs.allSatisfy { $0.first == code || $0.second == code }
        }
        if let outline {
            return
                "area \(outline) overlaps \(pairs.count) others: is it the outline of them all, and no area? \(rule)"
        }
        let first = pairs.prefix(3).map { "\($0.first) and \($0.second)" }.joined(separator: ", ")
        let more = pairs.count > 3 ? ", and \(pairs.count - 3) more pairs" : ""
        return "areas overlap (\(first)\(more)): \(rule); `wardline boundaries check` measures where"
    }

    static func named(_ features: [Int]) -> String {
        let first = features.prefix(5).map(String.init).joined(separator: ", ")
        let more = features.count > 5 ? " and \(features.count - 5) more" : ""
        return "feature\(features.count == 1 ? "" : "s") \(first)\(more)"
    }
}

extension EditionNote.FarArea {
    /// What is said of it after its name.
    fileprivate var placeText: String {
        "lies about \((distance / 1000).decimals(0)) km from most others, around \(place.text); \(advice)"
    }

    /// Why it cannot be used, where another reading of its numbers would bring it to the others.
    var reasonText: String { (isPart ? "a part of it " : "it ") + placeText }
}

extension EditionNote.Repair {
    package var text: String {
        let place = place.map { " at \($0.text)" } ?? ""
        return
            "area \(code) (feature \(feature)) was invalid: \(reason)\(place); repaired, its surface \(changeText)"
    }

    /// Of a ring that crosses itself the parts count against each other, and what it measured before says little.
    private var changeText: String {
        let change = areaAfter - areaBefore
        return change.magnitude > areaBefore.magnitude
            ? "is now \(areaAfter.surfaceText), whose parts counted against each other before"
            : "changed by \(change.surfaceText) of \(areaBefore.surfaceText)"
    }
}
