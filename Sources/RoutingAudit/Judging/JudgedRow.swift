import Geometry
import Locating
import ServiceRequests

/// A row with what is known of its places before it is judged.
struct JudgedRow: BitwiseCopyable {
    var row = 0
    /// The recorded numbers, whatever they are worth.
    var recorded = Coordinate(longitude: .nan, latitude: .nan)
    /// The index of its address among the places of the book, or −1.
    var address: Int32 = -1
    /// The metres from the recorded position to the address; no number where there are not both.
    var distance: Float = .nan
    /// Whether the recorded numbers are a position, and no default point.
    var isUsable = false
    /// How many decimals were written.
    var decimals: UInt8 = 0
}

/// The rows of a table with their places. Fetching those from the columns for each layer anew costs more than judging does.
struct JudgedRows: Sendable {
    private let longitudes: [Double]
    private let latitudes: [Double]
    private let states: [PositionState]
    private let decimals: [UInt8]
    private let placeholders: Placeholders
    private let addresses: [Int32]
    private let distances: [Float]

    init(_ table: RequestTable, placeholders: Placeholders, book: AddressBook?) {
        longitudes = table.longitudes
        latitudes = table.latitudes
        states = table.positionStates
        decimals = table.positionDecimals
        self.placeholders = placeholders
        addresses = book?.placeByRow ?? []
        distances = book?.errors ?? []
    }

    subscript(row: Int) -> JudgedRow {
        var placed = JudgedRow()
        placed.row = row
        placed.recorded = Coordinate(longitude: longitudes[row], latitude: latitudes[row])
        placed.isUsable = states[row] == .recorded && !placeholders.contains(row)
        placed.decimals = decimals[row]
        if !addresses.isEmpty {
            placed.address = addresses[row]
            placed.distance = distances[row]
        }
        return placed
    }
}
