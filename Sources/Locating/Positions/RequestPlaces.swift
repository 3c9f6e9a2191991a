package import Geometry
import ServiceRequests

/// Where each request of a table lies, and on what that rests: one byte a row beside what the table and the address book
/// hold anyway.
package struct RequestPlaces: Sendable {
    package let placeholders: Placeholders
    /// Where the addresses are; `nil` where the city names no streets to look them up in.
    package let addresses: AddressBook?
    package private(set) var bases: [PositionBasis]
    private let longitudes: [Double]
    private let latitudes: [Double]
    private let decimals: [UInt8]

    init(
        _ table: RequestTable, placeholders: Placeholders, addresses: AddressBook?, bases: [PositionBasis]
    ) {
        self.placeholders = placeholders
        self.addresses = addresses
        self.bases = bases
        longitudes = table.longitudes
        latitudes = table.latitudes
        decimals = table.positionDecimals
    }

    package var count: Int { bases.count }

    /// Returns the place of a request, degrees, or `nil` where it has none.
    @inline(__always)
    package func coordinate(at row: Int) -> Coordinate? {
        switch bases[row] {
        case .recorded: Coordinate(longitude: longitudes[row], latitude: latitudes[row])
        case .address: addresses?.place(at: row)?.position?.coordinate
        case .missing: nil
        }
    }

    /// Returns the place of a request with its source and uncertainty, or `nil` where it has none.
    ///
    /// - Parameter recordedUncertainty: The radius within which a recorded position may be wrong, metres.
    package func position(at row: Int, recordedUncertainty: Double) -> Position? {
        switch bases[row] {
        case .recorded:
            Position(
                coordinate: Coordinate(longitude: longitudes[row], latitude: latitudes[row]),
                source: .recorded,
                uncertainty: max(
                    recordedUncertainty, Rounding.uncertainty(decimals: Int(decimals[row]))))
        case .address: addresses?.place(at: row)?.position
        case .missing: nil
        }
    }

    /// Returns what placed a request; `nil` where nothing did.
    package func source(at row: Int) -> Position.Source? {
        switch bases[row] {
        case .recorded: .recorded
        case .address: addresses?.place(at: row)?.position?.source
        case .missing: nil
        }
    }

    /// Says on what a request's place rests, once more is known of it than its position.
    package mutating func set(_ basis: PositionBasis, at row: Int) { bases[row] = basis }
}
