import DelimitedText

/// How many texts were not what they should be: UTF-8, encoded once.
package struct OddTexts: Sendable, Hashable {
    /// Not UTF-8, and read as Windows-1252.
    package var windows1252 = 0
    /// Encoded twice, and taken as they stand: `CafÃ©` for `Café`.
    package var encodedTwice = 0

    package init(windows1252: Int = 0, encodedTwice: Int = 0) {
        self.windows1252 = windows1252
        self.encodedTwice = encodedTwice
    }

    mutating func count(_ form: FieldText.Form) {
        switch form {
        case .utf8: break
        case .windows1252: windows1252 += 1
        case .encodedTwice: encodedTwice += 1
        }
    }

    static func += (total: inout OddTexts, part: OddTexts) {
        total.windows1252 += part.windows1252
        total.encodedTwice += part.encodedTwice
    }
}
