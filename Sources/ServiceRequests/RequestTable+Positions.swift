package import Geometry

extension RequestTable {
    /// Returns the usable positions among some rows, degrees, in the rows' order.
    package func recordedPositions(ofRows rows: some Sequence<Int>) -> [Coordinate] {
        rows.compactMap { row in
            positionStates[row] == .recorded
                ? Coordinate(longitude: longitudes[row], latitude: latitudes[row]) : nil
        }
    }
}
