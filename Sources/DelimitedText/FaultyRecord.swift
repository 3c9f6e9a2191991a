/// A record that cannot be used, read with the cells that it has: for who asks what it would have said.
package enum FaultyRecord {
    /// Returns the record's cells, those of further lines behind those of the first, with single spaces between their words.
    ///
    /// - Parameter bytes: The record's, without the line end. What is beyond ``longest`` is left out.
    package static func cells(_ bytes: some Sequence<UInt8>, _ dialect: Dialect) -> [String] {
        SampleRecord.read(Array(bytes.prefix(longest)), dialect, limit: Dialect.brokenLines, isWhole: true)
            .flatMap(\.cells)
    }

    private static let longest = 1 << 16
}
