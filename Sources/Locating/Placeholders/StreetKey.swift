import Wording

/// Tells streets apart cheaply, by the words of ``StreetNameWords``.
enum StreetKey {
    /// Returns a hash of the street that an address names, or `nil` where it names none.
    static func of(_ address: UnsafeBufferPointer<UInt8>) -> UInt64? {
        let words = StreetNameWords.of(address)
        guard !words.isEmpty else { return nil }
        var hash = TextHash()
        for word in words { hash.mix(word.hash) }
        return hash.value
    }
}

/// The words that tell streets apart, as ``StreetKey`` reads them.
package enum StreetTitleWords {
    /// Returns the words by which an address's street is told from others, in capitals: `OLD MILL`, `300 E`, `COUNTY ROAD 5`.
    /// Addresses of one street have the same ones; `nil` where it names no street.
    package static func of(_ address: String) -> String? {
        var address = address
        let words = address.withUTF8 { bytes in
            StreetNameWords.of(bytes).map { word in
                String(decoding: bytes[word.range].map(AddressToken.capital), as: UTF8.self)
            }
        }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
