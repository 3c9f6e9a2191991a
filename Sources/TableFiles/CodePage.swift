/// A text encoding by the name that the system's converter knows it under.
package struct CodePage: Hashable, Sendable {
    package let name: String

    package static let utf8 = CodePage(name: "UTF-8")
    package static let windows1252 = CodePage(name: "CP1252")

    package init(name: String) { self.name = name }

    /// Returns the text of bytes in this encoding; a byte that it does not define becomes U+FFFD.
    package func decode(_ bytes: UnsafeRawBufferPointer) -> String {
        if self == .utf8 { return String(decoding: bytes, as: UTF8.self) }
        guard let converter = CodePageConverter(self) else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        converter.append(bytes.bindMemory(to: UInt8.self), isLast: true, to: &text)
        return String(decoding: text, as: UTF8.self)
    }

    package var isKnown: Bool { self == .utf8 || CodePageConverter(self) != nil }
}

extension CodePage {
    /// Returns the encoding that a .cpg file or a person names: `UTF-8`, `1252`, `ANSI 1252`, `ISO-8859-1`, `88591`, `OEM 850`,
    /// `windows-1251`, `Shift_JIS`, `Mac Roman`; `nil` where it is not known.
    package static func named(_ text: String) -> CodePage? {
        let name = String(text.uppercased().filter { $0.isASCII && ($0.isLetter || $0.isNumber) })
        if ["UTF8", "65001", "CP65001"].contains(name) { return .utf8 }
        if name.hasPrefix("MAC"), name.hasSuffix("ROMAN") || name == "MAC" { return known("MACINTOSH") }
        let digits = String(name.drop { !$0.isNumber })
        if digits.hasPrefix("8859"), digits.count > 4 { return known("ISO-8859-\(digits.dropFirst(4))") }
        if digits.count >= 3, digits.allSatisfy(\.isNumber), let page = known("CP\(digits)") { return page }
        return wider[name].flatMap(known) ?? known(text)
    }

    /// What files that name the first are written in: the system's own table, which has more letters.
    private static let wider = ["SHIFTJIS": "CP932", "SJIS": "CP932", "EUCKR": "CP949", "BIG5": "CP950"]

    /// Returns the encoding of a dBASE language driver.
    ///
    /// Source: the list of code pages in the dBASE file format, as Esri's tools read it.
    package static func languageDriver(_ driver: Int) -> CodePage? {
        let pages: [Int: String] = [
            0x01: "CP437", 0x02: "CP850", 0x03: "CP1252", 0x08: "CP865", 0x09: "CP437", 0x0A: "CP850",
            0x0B: "CP437", 0x0D: "CP437", 0x0E: "CP850", 0x0F: "CP437", 0x10: "CP850", 0x11: "CP437",
            0x12: "CP850", 0x13: "CP932", 0x14: "CP850", 0x15: "CP437", 0x16: "CP850", 0x17: "CP865",
            0x18: "CP437", 0x19: "CP437", 0x1A: "CP850", 0x1B: "CP437", 0x1C: "CP863", 0x1D: "CP850",
            0x1F: "CP852", 0x22: "CP852", 0x23: "CP852", 0x24: "CP860", 0x25: "CP850", 0x26: "CP866",
            0x37: "CP850", 0x40: "CP852", 0x4D: "CP936", 0x4E: "CP949", 0x4F: "CP950", 0x50: "CP874",
            0x57: "CP1252", 0x58: "CP1252", 0x59: "CP1252", 0x64: "CP852", 0x65: "CP866", 0x66: "CP865",
            0x67: "CP861", 0x6A: "CP737", 0x6B: "CP857", 0x6C: "CP863", 0x78: "CP950", 0x79: "CP949",
            0x7A: "CP936", 0x7B: "CP932", 0x7C: "CP874", 0x86: "CP737", 0x87: "CP852", 0x88: "CP857",
            0xC8: "CP1250", 0xC9: "CP1251", 0xCA: "CP1254", 0xCB: "CP1253", 0xCC: "CP1257",
        ]
        return pages[driver].flatMap(known)
    }

    private static func known(_ name: String) -> CodePage? {
        let page = CodePage(name: name)
        return page.isKnown ? page : nil
    }
}
