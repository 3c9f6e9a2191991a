import Synchronization

/// What is asked of the known houses for requests that name none: a position alone, or one with its street.
///
/// Made at the first need, since most requests have a block.
final class HousesByPosition: Sendable {
    struct Known: Sendable {
        /// How many of the houses each place would tell of such requests.
        let houses: HousesByPlace
        let finder: HouseFinder
    }

    private let made = Mutex<Known?>(nil)
    private let make: @Sendable () -> Known

    init(_ make: @escaping @Sendable () -> Known) { self.make = make }

    var known: Known {
        made.withLock { known in
            if let known { return known }
            let new = make()
            known = new
            return new
        }
    }
}
