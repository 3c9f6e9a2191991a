/// A point as PostGIS writes it where nothing else is asked for: well-known binary in hexadecimal digits, such as
/// `0101000020E61000003D0AD7A3702753C0295C8FC2F5A84340`.
///
/// Its formats are those of OGC 06-103r4 (heights and measures in the type's thousands) and of PostGIS (in its high bits, with the
/// number of the reference system).
struct HexadecimalPoint {
    let longitude: Double
    let latitude: Double
    /// The number of its reference system; `nil` where none is told, or degrees.
    let system: Int?

    private static let (hasHeight, hasMeasure, hasSystem) = (
        UInt64(0x8000_0000), UInt64(0x4000_0000), UInt64(0x2000_0000)
    )

    /// Reads a point, or returns `nil` for anything else: another shape, an empty point.
    init?(_ text: UnsafeBufferPointer<UInt8>) {
        // 21 bytes make the shortest point; one with all that there may be has 41.
        guard text.count >= 42, text.count <= 82, text.count.isMultiple(of: 2), text[0] == UInt8(ascii: "0"),
            let bytes = Self.bytes(text), bytes[0] <= 1
        else { return nil }
        let isLittle = bytes[0] == 1
        func number(at offset: Int, length: Int) -> UInt64 {
            let part = bytes[offset..<(offset + length)]
            return isLittle
                ? part.reversed().reduce(0) { $0 << 8 | UInt64($1) } : part.reduce(0) { $0 << 8 | UInt64($1) }
        }
        let type = number(at: 1, length: 4)
        let shape = type & 0x0FFF_FFFF
        guard shape % 1000 == 1, shape / 1000 <= 3 else { return nil }
        let hasSystem = type & Self.hasSystem != 0
        let heights =
            (type & Self.hasHeight != 0 ? 1 : 0) + (type & Self.hasMeasure != 0 ? 1 : 0)
            + [0, 1, 1, 2][Int(shape / 1000)]
        let offset = hasSystem ? 9 : 5
        guard bytes.count == offset + 8 * (2 + heights) else { return nil }
        system = hasSystem ? PositionText.system(numbered: Int(number(at: 5, length: 4))) : nil
        longitude = Double(bitPattern: number(at: offset, length: 8))
        latitude = Double(bitPattern: number(at: offset + 8, length: 8))
        guard longitude.isFinite, latitude.isFinite else { return nil }
    }

    private static func bytes(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        func digit(_ byte: UInt8) -> UInt8? {
            switch byte {
            case 48...57: byte - 48
            case 65...70: byte - 55
            case 97...102: byte - 87
            default: nil
            }
        }
        var bytes: [UInt8] = []
        for index in stride(from: 0, to: text.count, by: 2) {
            guard let high = digit(text[index]), let low = digit(text[index + 1]) else { return nil }
            bytes.append(high << 4 | low)
        }
        return bytes
    }
}
