/// What parts the thousands in columns of positions, where a point or a comma does: then `121.600` beside `118.997,4` is 121,600.
package struct NumberGrouping: Sendable, Equatable {
    /// A point or a comma.
    let mark: UInt8

    /// Settles by all texts of the columns what parts thousands.
    ///
    /// - Parameter isGrid: Whether the numbers are metres or feet, so that such as `118.997` and `485.747` alone are thousands too.
    /// - Returns: `nil` where no number shows that a point or a comma does.
    package init?(_ texts: some Sequence<String>, isGrid: Bool = false) {
        var survey = Survey()
        for text in texts { survey.look(at: Array(text.utf8)) }
        self.init(survey, isGrid: isGrid)
    }

    init(mark: UInt8) { self.mark = mark }

    init?(_ survey: Survey, isGrid: Bool) {
        guard let mark = survey.certainMark ?? (isGrid ? survey.onlyMark : nil) else { return nil }
        self.mark = mark
    }

    /// Reads a number of such a column, also one without thousands; `nil` for anything else.
    package func number(_ text: UnsafeBufferPointer<UInt8>) -> PositionNumber? {
        if let grouped = GroupedNumber(text), grouped.mark == mark { return grouped.value }
        return PositionNumber(text)
    }

    package func number(_ text: String) -> PositionNumber? {
        var text = text
        return text.withUTF8 { number($0) }
    }

    /// The form in a few words, with numbers of nobody.
    package var title: String {
        mark == UInt8(ascii: ".")
            ? "a point parts thousands (123.456,7 is 123456.7)"
            : "a comma parts thousands (123,456.7 is 123456.7)"
    }

    /// Counts the numbers that show what parts thousands.
    struct Survey: Sendable {
        private var points = 0
        private var commas = 0
        private var filled = 0
        /// Numbers such as `118.997`, by their mark.
        private var open: [UInt8: Int] = [:]
        private static let fewest = 3

        mutating func look(at text: some BidirectionalCollection<UInt8>) {
            guard text.contains(where: { $0 > 0x20 }) else { return }
            filled += 1
            guard let grouped = GroupedNumber(text) else { return }
            if !grouped.isCertain {
                open[grouped.mark, default: 0] += 1
            } else if grouped.mark == UInt8(ascii: ".") {
                points += 1
            } else if grouped.mark == UInt8(ascii: ",") {
                commas += 1
            }
        }

        static func += (one: inout Survey, other: Survey) {
            one.points += other.points
            one.commas += other.commas
            one.filled += other.filled
            one.open.merge(other.open, uniquingKeysWith: +)
        }

        /// Whether so many numbers have no thousands parted that the others will hardly have them.
        var isPlain: Bool { filled >= PositionSurvey.enough && points == 0 && commas == 0 && open.isEmpty }

        var certainMark: UInt8? {
            points == commas ? nil : points > commas ? UInt8(ascii: ".") : UInt8(ascii: ",")
        }

        /// The mark of numbers all of which have one group behind it.
        var onlyMark: UInt8? { filled >= Self.fewest ? open.first { $0.value == filled }?.key : nil }
    }
}
