import Synchronization

/// How many of the known houses each place would tell of requests that name no house: a position alone, or one with its street.
///
/// Made at the first need, since most requests have a block.
final class HousesByPosition: Sendable {
    private let made = Mutex<HousesByPlace?>(nil)
    private let make: @Sendable () -> HousesByPlace

    init(_ make: @escaping @Sendable () -> HousesByPlace) { self.make = make }

    var houses: HousesByPlace {
        made.withLock { known in
            if let known { return known }
            let houses = make()
            known = houses
            return houses
        }
    }
}
