import ServiceRequests
import Wording

/// Tells what a file says anew of a request from what it only writes otherwise: `POTHOLE` for `Pothole`, `03` for the area that was
/// `3`, `-76.61` for `-76.610`. What is kept stays then, as an id does: else each request would have been rewritten, and what clerks answered of
/// it would not stand.
struct RespeltValues {
    private let columns: [KeptColumn]
    /// Whether two texts are one area of the layer with an index.
    private let isSameArea: (_ layer: Int, _ one: String, _ other: String) -> Bool

    init(_ columns: [KeptColumn], isSameArea: @escaping (Int, String, String) -> Bool) {
        self.columns = columns
        self.isSameArea = isSameArea
    }

    /// Returns the values of a row with what is kept in the place of what only is written otherwise.
    func undone(_ row: [KeptValue], beside kept: [KeptValue]) -> [KeptValue] {
        guard row != kept else { return row }
        var row = row
        for index in columns.indices where row[index] != kept[index] {
            if isRespelt(row[index], kept[index], in: columns[index].content) { row[index] = kept[index] }
        }
        if Self.areOnePlace(row, kept) {
            for column in [Self.longitude, Self.latitude] { row[column] = kept[column] }
            // Zeros at the end of a number are lost and say no more than it does.
            if case .whole(let one) = row[Self.decimals], case .whole(let other) = kept[Self.decimals],
                one < other
            {
                row[Self.decimals] = kept[Self.decimals]
            }
        }
        return row
    }

    /// Whether two categories are one, which two rows of a file would be.
    static func isSameCategory(_ one: KeptValue, _ other: KeptValue) -> Bool {
        one == other || isSameName(one, other)
    }

    private func isRespelt(_ one: KeptValue, _ other: KeptValue, in content: KeptColumn.Content) -> Bool {
        guard case .text(let text?) = one, case .text(let kept?) = other else { return false }
        switch content {
        case .assigned(let layer): return isSameArea(layer, text, kept)
        case .text(.parent): return IDSpelling.plain(text.utf8) == IDSpelling.plain(kept.utf8)
        case .text(.category), .text(.status), .text(.channel), .text(.referral), .text(.city),
            .text(.address):
            return Self.isSameName(one, other)
        case .text, .moment, .longitude, .latitude, .positionState, .decimals: return false
        }
    }

    private static func isSameName(_ one: KeptValue, _ other: KeptValue) -> Bool {
        guard case .text(let one?) = one, case .text(let other?) = other else { return false }
        return NameKey(one) == NameKey(other)
    }

    private static let longitude = KeptColumn.index(of: .longitude)
    private static let latitude = KeptColumn.index(of: .latitude)
    private static let state = KeptColumn.index(of: .positionState)
    private static let decimals = KeptColumn.index(of: .decimals)
    /// Degrees, half of the last decimal with which positions are told.
    private static let leastMove = 5e-8

    private static func areOnePlace(_ one: [KeptValue], _ other: [KeptValue]) -> Bool {
        one[state] == other[state]
            && [longitude, latitude].allSatisfy { column in
                guard case .number(let first) = one[column], case .number(let second) = other[column] else {
                    return false
                }
                return abs(first - second) < leastMove
            }
    }
}
