/// The ways in which files write that a cell holds nothing.
enum BlankText {
    /// Whether a text stands for nothing in codes, addresses, dates and numbers: also `N/A`, `Unspecified`, `-`.
    static func isBlank(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.isEmpty || (text.count <= longest && spellings.contains(lowercased(text)))
    }

    /// Whether a text stands for nothing in a category or status, of which `None` or `Unspecified` may be one.
    static func isNull(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        text.isEmpty || (text.count <= longest && nulls.contains(lowercased(text)))
    }

    private static let nulls: Set<[UInt8]> = Set(["null", "(null)", "<null>"].map { Array($0.utf8) })
    private static let spellings: Set<[UInt8]> = nulls.union(
        ["n/a", "na", "#n/a", "nan", "unspecified", "none", "-", "."].map { Array($0.utf8) })
    private static let longest = 11

    private static func lowercased(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        text.map { (65...90).contains($0) ? $0 | 0x20 : $0 }
    }
}
