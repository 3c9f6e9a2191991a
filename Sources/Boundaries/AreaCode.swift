import Foundation

/// Compares codes of areas as people write them.
package enum AreaCode {
    /// Returns a code without what differs from file to file: case, diacritics, spaces, leading zeros, and words
    /// before a number, so that `Ward 07`, `7` and `07` are one. `7A` stays apart from `7`.
    package static func normalized(_ code: String) -> String {
        let words = code.folding(options: [.caseInsensitive, .diacriticInsensitive], locale: nil)
            .split { !$0.isLetter && !$0.isNumber }
        guard let last = words.last else { return "" }
        let wordsBefore = words.dropLast()
        if last.first?.isNumber == true, wordsBefore.allSatisfy({ $0.allSatisfy(\.isLetter) }) {
            return withoutLeadingZeros(last)
        }
        return words.map(withoutLeadingZeros).joined(separator: " ")
    }

    /// Returns whether one code stands before another: numbers by value, before texts.
    package static func precedes(_ left: String, _ right: String) -> Bool {
        switch (Int(left), Int(right)) {
        case (let left?, let right?) where left != right: left < right
        case (_?, nil): true
        case (nil, _?): false
        default: left.compare(right, options: [.numeric, .caseInsensitive]) == .orderedAscending
        }
    }

    private static func withoutLeadingZeros(_ word: Substring) -> String {
        let rest = word.drop { $0 == "0" }
        return rest.isEmpty && !word.isEmpty ? "0" : String(rest)
    }
}

/// Finds the area that a recorded code means.
package struct AreaCodeTable: Sendable {
    /// What was set aside because it is ambiguous: codes of different areas that read the same.
    package let ambiguous: [String]
    private let exact: [String: Int]
    private let loose: [String: Int]

    /// - Parameters:
    ///   - codes: The areas' codes, in their order.
    ///   - titles: The areas' names, which are tried where no code fits.
    ///   - aliases: Other names, and the codes that they mean.
    package init(codes: [String], titles: [String] = [], aliases: [String: String] = [:]) {
        exact = Dictionary(zip(codes, codes.indices)) { first, _ in first }
        var loose: [String: Int] = [:]
        var clashing: Set<String> = []
        for (index, code) in codes.enumerated() {
            let key = AreaCode.normalized(code)
            if let other = loose.updateValue(index, forKey: key), other != index { clashing.insert(key) }
        }
        for key in clashing { loose[key] = nil }
        for (index, title) in titles.enumerated() {
            let key = AreaCode.normalized(title)
            if loose[key] == nil && !clashing.contains(key) { loose[key] = index }
        }
        for (alias, code) in aliases {
            guard let index = exact[code] ?? loose[AreaCode.normalized(code)] else { continue }
            loose[AreaCode.normalized(alias)] = index
        }
        self.loose = loose
        ambiguous = clashing.sorted()
    }

    /// Returns the place of the area that a recorded code means, or `nil` where it is no area of the edition.
    package func index(of recorded: String) -> Int? {
        exact[recorded] ?? loose[AreaCode.normalized(recorded)] ?? bracketed(recorded)
    }

    /// A code in brackets at the end, as in `Etobicoke North (01)`.
    private func bracketed(_ recorded: String) -> Int? {
        guard recorded.hasSuffix(")"), let open = recorded.lastIndex(of: "(") else { return nil }
        return loose[AreaCode.normalized(String(recorded[recorded.index(after: open)...].dropLast()))]
    }
}
