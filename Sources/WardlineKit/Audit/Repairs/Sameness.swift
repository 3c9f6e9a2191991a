import Boundaries
import RoutingAudit

/// When two texts of a repaired column say the same.
struct Sameness: Sendable {
    /// A layer's names of areas; `nil` for a column of numbers.
    var aliases: [String: String]?
    /// The most decimals that a number of the column has: as many as the CRM keeps.
    private var decimals = 0

    init(aliases: [String: String]? = nil) { self.aliases = aliases }

    /// Takes up a text of the column.
    mutating func look(at text: String) {
        if aliases == nil, let found = Self.decimals(of: text) { decimals = max(decimals, found) }
    }

    /// Whether two texts are the same number, the same area's code, or nothing.
    func isSame(_ now: String, _ other: String) -> Bool {
        if now == other { return true }
        if RepairLoader.isEmpty(now) || RepairLoader.isEmpty(other) {
            return RepairLoader.isEmpty(now) && RepairLoader.isEmpty(other)
        }
        if let one = Double(now), let two = Double(other), one == two { return true }
        return AreaCodeTable(codes: [other], aliases: aliases ?? [:]).index(of: now) == 0
    }

    /// Whether a number is another one at the decimals that the CRM keeps, rounded or cut off.
    func isSameAsKept(_ now: String, _ other: String) -> Bool {
        guard decimals > 0, let more = Self.decimals(of: other), more > decimals, let one = Double(now),
            let two = Double(other)
        else { return false }
        let step = (0..<decimals).reduce(1.0) { step, _ in step / 10 }
        // Binary fractions are not exact.
        return abs(one - two) < step * (1 - 1e-6)
    }

    /// Returns how many decimals a number is written with; `nil` for another text, and for more than degrees have.
    private static func decimals(of text: String) -> Int? {
        guard let value = Double(text), value.isFinite, !text.contains(where: { $0 == "e" || $0 == "E" })
        else {
            return nil
        }
        let count = text.firstIndex(of: ".").map { text[text.index(after: $0)...].count } ?? 0
        return count <= mostDecimals ? count : nil
    }

    private static let mostDecimals = 15
}
