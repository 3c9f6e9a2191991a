import Geometry
import Records

/// The columns that geocoding appends to a row.
package enum GeocodeColumns {
    package static let names = [
        "geocode_status", "geocode_longitude", "geocode_latitude", "geocode_precision", "geocode_score",
        "geocode_side", "geocode_uncertainty_m", "geocode_faults", "geocode_matched",
    ]
    /// What stands before them where each candidate is a row.
    static let rank = "geocode_rank"

    /// Appends what came of an address. A tie has no position, and all its places as what it matched; of what was not
    /// placed the faults say why.
    static func append(_ result: GeocodedAddress, to buffer: inout DelimitedBuffer) {
        switch result.status {
        case .match:
            if let match = result.match { append(match, status: result.status, to: &buffer) }
        case .tie:
            buffer.append(result.status.name)
            for _ in 0..<2 { buffer.appendEmpty() }
            let first = result.candidates[0]
            buffer.append(first.precision.name)
            buffer.append(first.score, decimals: 1)
            for _ in 0..<2 { buffer.appendEmpty() }
            buffer.append(first.faults.text)
            buffer.append(result.ties.map(\.matched).joined(separator: " | "))
        case .none(let reason):
            buffer.append(result.status.name)
            for _ in 0..<6 { buffer.appendEmpty() }
            buffer.append(reason.name)
            buffer.appendEmpty()
        }
    }

    /// Appends one place that an address may have.
    static func append(
        _ candidate: AddressCandidate, status: MatchStatus, to buffer: inout DelimitedBuffer
    ) {
        buffer.append(status.name)
        buffer.append(candidate.position.longitude, decimals: 7)
        buffer.append(candidate.position.latitude, decimals: 7)
        buffer.append(candidate.precision.name)
        buffer.append(candidate.score, decimals: 1)
        buffer.append(candidate.side?.name ?? "")
        buffer.append(candidate.uncertainty, decimals: 1)
        buffer.append(candidate.faults.text)
        buffer.append(candidate.matched)
    }

    /// Returns a file with the addresses and what came of each.
    package static func rows(of addresses: [String], _ results: [GeocodedAddress]) -> [UInt8] {
        var buffer = DelimitedBuffer()
        buffer.appendRecord(["address"] + names)
        for (address, result) in zip(addresses, results) {
            buffer.append(address)
            append(result, to: &buffer)
            buffer.endRecord()
        }
        return buffer.bytes
    }
}
