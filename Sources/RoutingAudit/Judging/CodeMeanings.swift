import Boundaries
import Locating

/// What each different recorded code means in each edition of a layer, so that a code is normalised once and not per row.
struct CodeMeanings: Sendable {
    /// As ``AreaMeaning/number``, edition by edition.
    private let numbers: [Int32]
    private let codeCount: Int

    init(_ codes: [String], in layer: PreparedLayer) {
        numbers = layer.editions.flatMap { edition in codes.map { edition.meaning($0).number } }
        codeCount = codes.count
    }

    /// Returns what a code means, ``AreaMeaning/unknown`` for none (−1) and in no edition (−1).
    @inline(__always)
    subscript(code: Int32, edition edition: Int) -> Int {
        code >= 0 && edition >= 0 ? Int(numbers[edition * codeCount + Int(code)]) : -1
    }
}
