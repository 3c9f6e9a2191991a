import Geometry
import Records
import ServiceRequests

extension RequestColumns {
    mutating func choosePosition() {
        if let pair = axes(isFit: { $0.areDegrees($1) }) {
            choices[.longitude] = ColumnChoice(
                columns: [pair.0], evidence: "degrees east in \(filled(pair.0)) of the rows")
            choices[.latitude] = ColumnChoice(
                columns: [pair.1], evidence: "degrees north in \(filled(pair.1)) of the rows")
            return
        }
        if let pair = axes(isFit: { column, _ in column.areGridNumbers }) {
            choices[.x] = ColumnChoice(columns: [pair.0], evidence: "too large for degrees: an easting")
            choices[.y] = ColumnChoice(columns: [pair.1], evidence: "too large for degrees: a northing")
            return
        }
        let pairs = traits.indices.filter { traits[$0].hasName && traits[$0].pairShare > 0.8 }
        guard let first = pairs.max(by: { locationMerit($0) < locationMerit($1) }) else { return }
        choices[.location] = ColumnChoice(
            columns: [first], evidence: "both degrees in \(filled(first)) of the rows",
            alternatives: pairs.filter { $0 != first })
    }

    private func locationMerit(_ column: Int) -> Int {
        FieldNames.merit(of: traits[column].name, for: .location) * 100 - column
    }

    /// The best pair of columns for east and north.
    private func axes(
        isFit: (ColumnTraits, ClosedRange<Double>) -> Bool
    ) -> (east: Int, north: Int)? {
        var best: (pair: (Int, Int), merit: Int)?
        for east in traits.indices where traits[east].hasName {
            guard let eastAxis = AxisName(traits[east].name), eastAxis.axis == .east,
                isFit(traits[east], .writtenLongitudes)
            else { continue }
            for north in traits.indices where traits[north].hasName {
                guard let northAxis = AxisName(traits[north].name), northAxis.axis == .north,
                    isFit(traits[north], -90...90)
                else { continue }
                let isPair = eastAxis.rest == northAxis.rest
                let merit =
                    eastAxis.merit + northAxis.merit + (isPair ? 40 : 0) - 2 * abs(abs(north - east) - 1)
                    + Int(20 * traits[east].filledShare)
                if merit > best?.merit ?? 99 { best = ((east, north), merit) }
            }
        }
        return best?.pair
    }

    /// Takes two columns of degrees whose names say nothing, where their pairs lie where the areas are.
    mutating func chooseDegrees(within city: Box<Coordinate>) {
        guard [.longitude, .latitude, .x, .y, .location].allSatisfy({ choices[$0] == nil }) else { return }
        let region = city.expanded(byX: 0.1, y: 0.1)
        let free = traits.indices.filter { !used.contains($0) && traits[$0].areDegrees(.writtenLongitudes) }
        var best: (east: Int, north: Int, share: Double)?
        for east in free {
            for north in free where north != east {
                let pairs = zip(traits[east].halves, traits[north].halves).compactMap { first, second in
                    first.flatMap { x in second.map { Coordinate(longitude: x.value, latitude: $0.value) } }
                }
                let share = Double(pairs.count { region.contains($0.standard) }) / Double(max(pairs.count, 1))
                if share > max(best?.share ?? 0, 0.8) { best = (east, north, share) }
            }
        }
        guard let best else { return }
        let share = "\(Int((100 * best.share).rounded())) % of the pairs lie where the areas are"
        choices[.longitude] = ColumnChoice(
            columns: [best.east], evidence: "not by its name: degrees; \(share)")
        choices[.latitude] = ColumnChoice(
            columns: [best.north], evidence: "not by its name: degrees; \(share)")
    }
}
