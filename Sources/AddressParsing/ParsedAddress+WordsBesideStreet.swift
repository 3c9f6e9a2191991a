extension ParsedAddress {
    /// Whether a reading leaves out words that stand right beside its street, behind the number and before the next comma, bracket or
    /// `&`: the unit of `12 Park Rd 22`, the note of `12 Elm St Alley`, the route of `12 W Rural Route 4`.
    ///
    /// They may be of the street's own name.
    package func hasWordsBesideStreet(_ reading: AddressReading) -> Bool {
        if reading.isBesideMail { return true }
        let whole = reading.street.written.whole.range
        guard !whole.isEmpty else { return false }
        let crossings = reading.crossStreets.map(\.written.whole.range)
        let last = crossings.reduce(whole.upperBound) { max($0, $1.upperBound) }
        let number = reading.number?.span.range.upperBound ?? 0
        var at = number <= whole.lowerBound ? number : 0
        var isAfterSpace = true
        for byte in input.utf8.dropFirst(at) {
            defer { at += 1 }
            if whole.contains(at) || crossings.contains(where: { $0.contains(at) }) { continue }
            if Tokenizer.isDigit(byte) || Self.isLetter(byte) { return true }
            if at >= last, Self.setsOff(byte) || byte == UInt8(ascii: "-") && isAfterSpace { return false }
            isAfterSpace = byte == UInt8(ascii: " ")
        }
        return false
    }

    private static func setsOff(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "|"),
            UInt8(ascii: "&"), 10, 13:
            true
        default: false
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (65...90).contains(byte & 0xdf) }
}
