package import Locating
import Records

extension AddressUse {
    /// So few addresses may all be odd.
    private static let leastAddresses = 20
    /// From one in so many on, addresses that are not read are told.
    private static let toldShare = 100

    /// Says which addresses say nothing, where they are many: then only recorded positions judge.
    package var remarks: [String] { ofOthers + fewFound }

    private var ofOthers: [String] {
        guard ofOtherCountries > 0, ofOtherCountries * Self.toldShare >= addressed else { return [] }
        return [
            "Of \(NumberText.count(addressed)) addresses \(NumberText.count(ofOtherCountries)) are not read, since they are written as"
                + " in other countries than the United States and Canada"
        ]
    }

    private var fewFound: [String] {
        guard addressed >= Self.leastAddresses, found * 2 < addressed else { return [] }
        return [
            "Of \(NumberText.count(addressed)) addresses \(NumberText.count(found)) are on the streets of the reference; the others say"
                + " nothing. wardline geocode says why, and whether the reference is that of the city"
        ]
    }
}
