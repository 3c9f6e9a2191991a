/// Ends the unpacking of archives that are made to fill a disk or memory.
///
/// Tables become three to twenty times smaller, a table of one row repeated a hundred times; the methods of gzip and zip
/// reach a thousand.
struct ExpansionLimit {
    static let largestRatio = 250
    /// What may be unpacked from however little, in bytes: small files are of blanks at times.
    private static let allowance = 64 << 20

    private var unpacked = 0

    /// Counts bytes that were unpacked.
    ///
    /// - Parameter packed: The bytes that they and all before them were unpacked from.
    mutating func count(_ bytes: Int, from packed: Int) throws(TableFileError) {
        unpacked += bytes
        try Self.check(unpacked, from: packed)
    }

    /// - Throws: Where so many bytes are too many to come from so few.
    static func check(_ unpacked: Int, from packed: Int) throws(TableFileError) {
        guard unpacked > allowance, unpacked / largestRatio > packed else { return }
        throw .expandsTooFar
    }
}
