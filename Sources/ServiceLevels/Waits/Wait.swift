/// How long a request took, or has taken so far.
package struct Wait: Hashable, Sendable {
    package enum End: Sendable, BitwiseCopyable {
        case closed
        /// Still open when the data were taken: it takes at least as long.
        case stillOpen
    }

    package let days: Double
    package let end: End

    package init(days: Double, end: End) {
        self.days = days
        self.end = end
    }
}
