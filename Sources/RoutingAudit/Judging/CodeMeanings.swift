import Boundaries
import Locating

/// What each different recorded code means in each edition of a layer, so that a code is normalised once and not per row.
struct CodeMeanings: Sendable {
    /// Edition by edition.
    private let meanings: [AreaMeaning]
    /// The areas of the meanings, `none` for others, for those who ask of each row.
    private let areas: [Ordinal<Area>]
    private let codeCount: Int

    init(_ codes: [String], in layer: PreparedLayer) {
        meanings = layer.editions.flatMap { edition in codes.map(edition.meaning) }
        areas = meanings.map { $0.area ?? .none }
        codeCount = codes.count
    }

    /// Returns the area that a code means; `none` where it means none, for no code (−1) and in no edition.
    @inline(__always)
    func area(ofCode code: Int32, in edition: Ordinal<Edition>) -> Ordinal<Area> {
        code >= 0 && edition.exists ? areas[edition.index * codeCount + Int(code)] : .none
    }

    /// Returns what a code means, ``AreaMeaning/unknown`` for none (−1) and in no edition.
    func meaning(ofCode code: Int32, in edition: Ordinal<Edition>) -> AreaMeaning {
        code >= 0 && edition.exists ? meanings[edition.index * codeCount + Int(code)] : .unknown
    }
}

extension CodeMeanings: Numbered { typealias Subject = Layer }
