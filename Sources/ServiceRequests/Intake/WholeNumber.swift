/// Whole numbers as programs write them that took them for decimals.
package enum WholeNumber {
    private static let point = Array(".0".utf8)

    /// Returns `102` of `102.0`, and any other text as it is.
    static func withoutPoint(_ text: UnsafeBufferPointer<UInt8>) -> Slice<UnsafeBufferPointer<UInt8>> {
        let isDecimal =
            text.count > 2 && text.suffix(2).elementsEqual(point)
            && text.dropLast(2).allSatisfy { $0 &- 48 < 10 }
        return isDecimal ? text.dropLast(2) : text[...]
    }

    /// Returns 2024 for `2024` and `2024.0`; `nil` for any other text.
    package static func value(_ text: String) -> Int? {
        Array(text.utf8).withUnsafeBufferPointer { Int(String(decoding: withoutPoint($0), as: UTF8.self)) }
    }
}
