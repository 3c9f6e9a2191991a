/// Recognizes text in UTF-16 and brings it to UTF-8, in which JSON has to be.
enum UTF16Text {
    /// Returns the bytes as they are, or as UTF-8 where they are UTF-16: by their byte-order mark, or by a first
    /// character of ASCII in two bytes.
    static func utf8(_ bytes: [UInt8]) -> [UInt8] {
        guard let isBigEndian = isBigEndianUTF16(bytes) else { return bytes }
        var units: [UInt16] = []
        units.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count - 1, by: 2) {
            let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
            units.append(isBigEndian ? first << 8 | second : second << 8 | first)
        }
        let text = String(decoding: units.first == 0xFEFF ? units.dropFirst() : units[...], as: UTF16.self)
        return Array(text.utf8)
    }

    /// `nil` where the bytes are not UTF-16.
    private static func isBigEndianUTF16(_ bytes: [UInt8]) -> Bool? {
        guard bytes.count >= 4 else { return nil }
        switch (bytes[0], bytes[1]) {
        case (0xFF, 0xFE): return false
        case (0xFE, 0xFF): return true
        // Two characters, since a shapefile begins with two zero bytes and a lone zero may be damage.
        case (0x09...0x7F, 0): return bytes[3] == 0 && bytes[2] != 0 ? false : nil
        case (0, 0x09...0x7F): return bytes[2] == 0 && bytes[3] != 0 ? true : nil
        default: return nil
        }
    }
}
