package import Boundaries
import Wording

/// The names of the files of all areas' packets.
package struct PacketNames: Sendable {
    /// Without their endings, in the order of the areas; no two are the same.
    package let names: [String]

    /// No name is longer, so that a file system takes it with its ending.
    private static let longest = 100

    /// Makes each code fit for a file's name; where several become one, each gets a number that no other name has.
    package init(layer: String, codes: [String]) {
        let plain = codes.map { "\(Self.plain(layer))-\(Self.plain($0))" }
        var counts: [String: Int] = [:]
        for name in plain { counts[name, default: 0] += 1 }
        var taken = Set(counts.filter { $0.value == 1 }.keys)
        names = plain.enumerated().map { index, name in
            guard counts[name] != 1 else { return name }
            let numbered = ((index + 1)...).lazy.map { "\(name)-\($0)" }.first { !taken.contains($0) } ?? name
            taken.insert(numbered)
            return numbered
        }
    }

    package func name(of area: Ordinal<Area>) -> String { names[area.index] }

    private static func plain(_ text: String) -> String {
        let words = NameKey(LatinLetters.plain(text)).text.split {
            !($0.isASCII && ($0.isLetter || $0.isNumber))
        }
        return words.isEmpty ? "area" : String(words.joined(separator: "-").prefix(longest))
    }
}
