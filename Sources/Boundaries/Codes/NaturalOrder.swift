/// Orders codes as people do: numbers by value, so that 2 stands before 10, and then text.
enum NaturalOrder {
    static func precedes(_ left: String, _ right: String) -> Bool {
        let (a, b) = (pieces(left), pieces(right))
        for (x, y) in zip(a, b) where x != y { return x < y }
        return a.count == b.count ? left < right : a.count < b.count
    }

    private enum Piece: Equatable, Comparable {
        /// Digits without leading zeros; a longer one is greater.
        case number(length: Int, digits: String)
        case text(String)
    }

    private static func pieces(_ code: String) -> [Piece] {
        var pieces: [Piece] = []
        var rest = code.lowercased().unicodeScalars[...]
        while let first = rest.first {
            let isNumber = isDigit(first)
            let run = rest.prefix { isDigit($0) == isNumber }
            rest = rest.dropFirst(run.count)
            if isNumber {
                let digits = String(String.UnicodeScalarView(run.drop { $0 == "0" }))
                pieces.append(.number(length: digits.utf8.count, digits: digits))
            } else {
                pieces.append(.text(String(String.UnicodeScalarView(run))))
            }
        }
        return pieces
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
