import TableFiles

/// The encoding of a .dbf file's text.
///
/// What the .cpg file or the table's header names is often wrong: it was copied from another file, or the text was
/// written by a program that does not care. Text that is UTF-8 is hardly ever anything else, so it decides.
struct TableEncoding {
    private let page: CodePage
    /// Whether text that is not UTF-8 is taken for what nothing names, and may so be told.
    private let isNamed: Bool
    let isOtherwiseUTF8: Bool
    /// Whether nothing names it and the text is not UTF-8.
    let isAssumed: Bool

    /// - Parameter named: What the file names, `nil` where it names nothing.
    init(named: CodePage?, evidence: TextEvidence) {
        isNamed = named != nil
        isAssumed = named == nil && evidence.isOtherwise
        isOtherwiseUTF8 = named != nil && named != .utf8 && evidence.isUTF8
        page = isOtherwiseUTF8 ? .utf8 : named ?? .utf8
    }

    /// Returns the text of a value, and whether it is in the encoding that the file names.
    func decode(_ bytes: UnsafeRawBufferPointer) -> (text: String, isAsNamed: Bool) {
        guard page == .utf8 else { return (page.decode(bytes), true) }
        switch UTF8Check(bytes) {
        case .whole: return (String(decoding: bytes, as: UTF8.self), true)
        case .cut(let length):
            return (String(decoding: UnsafeRawBufferPointer(rebasing: bytes[..<length]), as: UTF8.self), true)
        case .none: return (CodePage.windows1252.decode(bytes), !isNamed)
        }
    }
}

/// Whether all text of a table that is not plain ASCII is UTF-8.
struct TextEvidence {
    private var inUTF8 = 0
    private var otherwise = 0

    /// At least one text is UTF-8 beyond ASCII, and none is anything else.
    var isUTF8: Bool { inUTF8 > 0 && otherwise == 0 }

    /// A text beyond ASCII is not UTF-8.
    var isOtherwise: Bool { otherwise > 0 }

    /// - Parameter length: How many bytes the field holds: only a text that fills it may be cut within a character.
    mutating func add(_ bytes: UnsafeRawBufferPointer, length: Int) {
        guard bytes.contains(where: { $0 >= 0x80 }) else { return }
        switch UTF8Check(bytes) {
        case .whole: inUTF8 += 1
        case .cut(let kept) where bytes.count >= length && bytes[..<kept].contains(where: { $0 >= 0x80 }):
            inUTF8 += 1
        case .cut, .none: otherwise += 1
        }
    }
}

/// Whether bytes are UTF-8.
enum UTF8Check {
    case whole
    /// They are up to here, where the last character is cut, as fields of fixed length cut it.
    case cut(length: Int)
    case none

    init(_ bytes: UnsafeRawBufferPointer) {
        if String(validating: bytes, as: UTF8.self) != nil {
            self = .whole
            return
        }
        for tail in 1...3 where tail < bytes.count {
            let lead = bytes[bytes.count - tail]
            if lead & 0xC0 == 0x80 { continue }
            let needed = lead & 0xE0 == 0xC0 ? 2 : lead & 0xF0 == 0xE0 ? 3 : lead & 0xF8 == 0xF0 ? 4 : 1
            let kept = UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count - tail)])
            if needed > tail, String(validating: kept, as: UTF8.self) != nil {
                self = .cut(length: kept.count)
                return
            }
            break
        }
        self = .none
    }
}
