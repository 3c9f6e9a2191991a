/// Turns UTF-16 into UTF-8 piece by piece, however the pieces cut units and surrogate pairs.
struct UTF16Transcoder {
    enum ByteOrder { case littleEndian, bigEndian }

    let order: ByteOrder
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(order: ByteOrder) { self.order = order }

    /// Appends the text of some bytes. A surrogate without its other half becomes U+FFFD.
    mutating func append(_ bytes: ArraySlice<UInt8>, isLast: Bool, to text: inout [UInt8]) {
        for byte in bytes {
            guard let first = oddByte else {
                oddByte = byte
                continue
            }
            oddByte = nil
            let (high, low) = order == .littleEndian ? (byte, first) : (first, byte)
            append(unit: UInt16(high) << 8 | UInt16(low), to: &text)
        }
        if isLast, highSurrogate != nil || oddByte != nil { append("\u{FFFD}", to: &text) }
    }

    private mutating func append(unit: UInt16, to text: inout [UInt8]) {
        if let high = highSurrogate {
            highSurrogate = nil
            if (0xDC00...0xDFFF).contains(unit) {
                let value = 0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00)
                append(Unicode.Scalar(value) ?? "\u{FFFD}", to: &text)
                return
            }
            append("\u{FFFD}", to: &text)
        }
        if (0xD800...0xDBFF).contains(unit) {
            highSurrogate = unit
        } else {
            append(Unicode.Scalar(unit) ?? "\u{FFFD}", to: &text)
        }
    }

    private func append(_ scalar: Unicode.Scalar, to text: inout [UInt8]) {
        if scalar.isASCII {
            text.append(UInt8(truncatingIfNeeded: scalar.value))
        } else {
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
    }
}

extension TextEncoding {
    /// Returns the encoding that a file's first bytes show, and the length of its byte order marks.
    ///
    /// Without a mark, UTF-16 is known by its NULs: ASCII has one in each second byte, and so have line ends among other text.
    static func find(_ first: ArraySlice<UInt8>) -> (encoding: TextEncoding, markLength: Int) {
        let start = Array(first.prefix(3))
        // Programs that join or save marked texts anew leave more than one mark.
        func length(ofMarks mark: [UInt8]) -> Int {
            var length = 0
            while first.dropFirst(length).starts(with: mark) { length += mark.count }
            return length
        }
        if start == [0xEF, 0xBB, 0xBF] { return (.utf8WithMark, length(ofMarks: start)) }
        for (encoding, mark) in [
            (TextEncoding.utf16LittleEndian, [0xFF, 0xFE] as [UInt8]), (.utf16BigEndian, [0xFE, 0xFF]),
        ] where start.starts(with: mark) {
            return (encoding, length(ofMarks: mark))
        }
        var nulls = (even: 0, odd: 0)
        for (offset, byte) in first.enumerated() where byte == 0 {
            if offset.isMultiple(of: 2) { nulls.even += 1 } else { nulls.odd += 1 }
        }
        guard first.count >= 16 else { return (.utf8, 0) }
        let bytes = Array(first)
        let many = bytes.count * 2 / 5
        if nulls.odd > many, nulls.even * 20 < nulls.odd { return (.utf16LittleEndian, 0) }
        if nulls.even > many, nulls.odd * 20 < nulls.even { return (.utf16BigEndian, 0) }
        if endsLines([0x0A, 0], in: bytes) { return (.utf16LittleEndian, 0) }
        if endsLines([0, 0x0A], in: bytes) { return (.utf16BigEndian, 0) }
        return (.utf8, 0)
    }

    /// Whether nearly all line feeds are this unit of two bytes.
    private static func endsLines(_ unit: [UInt8], in bytes: [UInt8]) -> Bool {
        let units = stride(from: 0, to: bytes.count - 1, by: 2).count {
            bytes[$0] == unit[0] && bytes[$0 + 1] == unit[1]
        }
        return units > 1 && units * 10 >= bytes.count { $0 == 0x0A } * 9
    }
}
