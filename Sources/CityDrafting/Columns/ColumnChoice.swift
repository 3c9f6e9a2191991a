/// The column that was chosen for something, and what that rests on.
struct ColumnChoice: Sendable, Equatable {
    /// The column's index; several for an address in parts.
    var columns: [Int]
    /// In a few words, without a request's own texts.
    var evidence: String
    /// Other columns that may be meant as well.
    var alternatives: [Int] = []
    /// Whether it is only offered, not taken.
    var isDoubtful = false
    /// Whether two columns hold the streets that meet where the request is.
    var isCrossing = false
}
