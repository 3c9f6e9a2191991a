extension RequestTable {
    /// Whether a request names another one that it repeats: nothing, zeros, `-1` and its own id are how systems write that it repeats
    /// none.
    package func namesParent(at row: Int) -> Bool {
        guard row < parents.count, !parents.range(at: row).isEmpty else { return false }
        return parents.withBytes(at: row) { parent in
            let isZero = parent.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
            let isMinusOne = parent.elementsEqual("-1".utf8)
            return !isZero && !isMinusOne && !ids.hasBytes(parent, at: row)
        }
    }
}
