/// What a request's place rests on.
package enum PositionBasis: Sendable, Hashable, BitwiseCopyable {
    /// The recorded position.
    case recorded
    /// The place of its address, since the recorded position cannot be used or cannot be right.
    case address
    /// Neither can be placed.
    case missing(MissingPosition)
}
