/// Turns eastings and northings into degrees.
struct GridReader: Sendable {
    /// Returns `nil` where the file has degrees, or no positions at all.
    init?(_ map: ColumnMap) throws(RequestError) {
        return nil
    }

    /// Transforms the positions of a chunk from a row on.
    func transform(_ chunk: inout RequestChunk, from first: Int) {}
}
