package import Boundaries

extension Area {
    /// Whether the title says the code as a word of its own, and so stands for both: `Ward 7` for `7`, not `Central` for
    /// `A`. Small letters are as good as capitals.
    package var isTitleEnough: Bool {
        let (code, title) = (code.lowercased(), title.lowercased())
        guard !code.isEmpty else { return true }
        func isEdge(_ sign: Character?) -> Bool { sign.map { !$0.isLetter && !$0.isNumber } ?? true }
        return title.ranges(of: code).contains { range in
            isEdge(title[..<range.lowerBound].last) && isEdge(title[range.upperBound...].first)
        }
    }

    /// The code and the title, or the title alone where it says both.
    package var fullName: String {
        if title.isEmpty { return code }
        return isTitleEnough ? title : "\(code) \(title)"
    }
}
