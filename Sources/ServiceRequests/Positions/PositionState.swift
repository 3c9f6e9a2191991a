/// What a request's recorded position is worth before anything is compared with it.
package enum PositionState: UInt8, Sendable, CaseIterable, BitwiseCopyable {
    /// Two numbers within −180…180 and −90…90, neither of them 0.
    case recorded
    /// No position, or only half of one.
    case blank
    /// Text where a number should be.
    case unreadable
    /// A number that no longitude or latitude can have.
    case outOfRange
    /// A half is exactly 0, as programs write what is missing.
    case zero
}
