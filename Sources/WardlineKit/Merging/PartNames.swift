import Algorithms
import Foundation
import Records
import ServiceRequests
import Wording

/// In which order parts are put together that do not say it themselves.
package enum PartOrder: Sendable {
    /// By their names, numbers in them by their value: `part-2` before `part-10`.
    case byName
    case asGiven
}

/// The names of parts.
struct PartNames: Sendable {
    let ordered: [String]
    private let order: PartOrder

    /// - Throws: ``MergeError/namedTwice``.
    init(_ paths: [String], order: PartOrder) throws(MergeError) {
        self.order = order
        let files = paths.map { URL(fileURLWithPath: $0).standardizedFileURL.path }
        if let index = files.indices.first(where: { files[..<$0].contains(files[$0]) }) {
            throw .namedTwice(path: paths[index])
        }
        ordered =
            switch order {
            case .asGiven: paths
            case .byName:
                paths.sorted {
                    let compared = $0.compare($1, options: .numeric)
                    return compared == .orderedSame ? $0 < $1 : compared == .orderedAscending
                }
            }
    }

    /// Parts that are numbered begin with 0 or 1, and have no gap before the last number.
    ///
    /// - Throws: ``ServiceRequests/SumsError`` that names the part that is missing.
    func checkGaps() throws(SumsError) {
        guard order == .byName, ordered.count > 1 else { return }
        let numbered = ordered.map(Self.numbered)
        guard let first = numbered[0],
            numbered.allSatisfy({ $0?.before == first.before && $0?.after == first.after })
        else { return }
        let numbers = numbered.compactMap { $0?.number }.sorted()
        if let lowest = numbers.first, lowest > 1 {
            throw .noFirst(number: 1, before: "\(first.before)\(lowest)\(first.after)")
        }
        for (number, next) in numbers.adjacentPairs() where next > number + 1 {
            throw .gap(number: number + 1, after: "\(first.before)\(number)\(first.after)")
        }
    }

    /// - Parameter count: How many parts there have to be; `nil` where nobody says it.
    /// - Returns: What nobody can know where nobody says it.
    func check(count: Int?, in terms: CallerTerms) throws(MergeError) -> String? {
        let (found, last) = (ordered.count, ordered.last ?? "")
        guard let count else {
            return
                "\(DayText.counted(found, "part")) joined, up to \(last): that there are no more, nobody says"
                + terms.hint(.of) { "; \($0) \(found) does" }
        }
        guard found != count else { return nil }
        throw .otherCount(found: found, wanted: count, last: last)
    }

    /// A name around its last number.
    private static func numbered(_ path: String) -> (before: String, number: Int, after: String)? {
        let name = URL(fileURLWithPath: path).lastPathComponent
        guard let end = name.lastIndex(where: { ("0"..."9").contains($0) }) else { return nil }
        let start =
            name[..<end].lastIndex { !("0"..."9").contains($0) }.map { name.index(after: $0) }
            ?? name.startIndex
        guard let number = Int(name[start...end]), number < Int(Int32.max) else { return nil }
        let before = name[..<start]
        return (String(before), number, String(name[name.index(after: end)...]))
    }
}
