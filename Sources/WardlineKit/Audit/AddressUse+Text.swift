package import Locating
import Records

extension AddressUse {
    /// So few addresses may all be odd.
    private static let leastAddresses = 20

    /// Says that most addresses say nothing, where that is so: then only recorded positions judge.
    package var fewFound: [String] {
        guard addressed >= Self.leastAddresses, found * 2 < addressed else { return [] }
        return [
            "Of \(NumberText.count(addressed)) addresses \(NumberText.count(found)) are on the streets of the reference; the others say"
                + " nothing. wardline geocode says why, and whether the reference is that of the city"
        ]
    }
}
