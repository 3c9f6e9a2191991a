/// The names of the files of all areas' packets.
struct PacketNames: Sendable {
    /// Without their endings, in the order of the areas.
    let names: [String]

    /// Makes each code fit for a file's name; where two become one, each gets its place among the areas.
    init(layer: String, codes: [String]) {
        let plain = codes.map { "\(Self.plain(layer))-\(Self.plain($0))" }
        var counts: [String: Int] = [:]
        for name in plain { counts[name, default: 0] += 1 }
        names = plain.enumerated().map { place, name in
            counts[name] == 1 ? name : "\(name)-\(place + 1)"
        }
    }

    private static func plain(_ text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        return words.isEmpty ? "area" : words.joined(separator: "-")
    }
}
