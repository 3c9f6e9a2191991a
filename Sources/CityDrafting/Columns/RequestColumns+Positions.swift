import Geometry
import GeometryEngine
import Records
import ServiceRequests
import Statistics

extension RequestColumns {
    mutating func choosePosition() {
        let degrees = axes(isFit: { $0.areDegrees($1) })
        if let pair = degrees.first {
            take(pair)
            rivalPairs = degrees.dropFirst().filter { isElsewhere($0, than: pair) }
            if degrees.count == 1, isOfCrew(pair) {
                for field in [RequestField.longitude, .latitude] { doubt(field, because: Self.crewsOwn) }
            }
            return
        }
        if let pair = axes(isFit: { column, _ in column.areGridNumbers }).first {
            choices[.x] = ColumnChoice(columns: [pair.east], evidence: "too large for degrees: an easting")
            choices[.y] = ColumnChoice(columns: [pair.north], evidence: "too large for degrees: a northing")
            doubtTwins(of: [.x, .y])
            return
        }
        let pairs = traits.indices.filter {
            traits[$0].hasName && traits[$0].pairShare > 0.8 && !traits[$0].name.isPlaceOfAnother
        }
        guard let first = pairs.max(by: { locationMerit($0) < locationMerit($1) }) else {
            return takeCoarseDegrees()
        }
        choices[.location] = ColumnChoice(
            columns: [first], evidence: "both degrees in \(filled(first)) of the rows",
            alternatives: pairs.filter { $0 != first })
    }

    /// Takes degrees of one or two decimals, as cities that coarsen positions write them, where the names say that they are degrees.
    private mutating func takeCoarseDegrees() {
        let pairs = axes { column, range in
            column.name.says(anyOf: [.longitude, .latitude]) && column.areDegrees(range, decimals: 1)
        }
        guard let pair = pairs.first else { return }
        let decimals =
            [pair.east, pair.north].flatMap { traits[$0].halves.compactMap { $0?.decimals } }.max() ?? 0
        take(pair, because: "of \(decimals == 1 ? "one decimal" : "two decimals"), so that they are rough")
    }

    private func locationMerit(_ column: Int) -> Int {
        FieldNames.merit(of: traits[column].name, for: .location) * 100 - column
    }

    /// Takes two columns of degrees, if a city file can name them.
    mutating func take(_ pair: AxisPair, because basis: String? = nil) {
        func told(_ what: String, _ column: Int) -> String {
            "degrees \(what) in \(filled(column)) of the rows" + (basis.map { "; \($0)" } ?? "")
        }
        choices[.longitude] = ColumnChoice(columns: [pair.east], evidence: told("east", pair.east))
        choices[.latitude] = ColumnChoice(columns: [pair.north], evidence: told("north", pair.north))
        doubtTwins(of: [.longitude, .latitude])
    }

    /// Whether the names of two columns say nothing but that they are the request's place.
    func isPlainPair(_ east: Int, _ north: Int) -> Bool {
        [east, north].allSatisfy { AxisName(traits[$0].name)?.isPlain ?? false }
    }

    /// Names other columns that may be meant.
    mutating func addAlternatives(_ columns: [Int], to field: RequestField) {
        choices[field]?.alternatives += columns
    }

    /// Offers columns of which a city file can only name another.
    private mutating func doubtTwins(of fields: [RequestField]) {
        for field in fields {
            guard let own = column(field), !isFirstOfItsName(own), let twin = twins(of: own).first else {
                continue
            }
            doubt(field, because: doubtOfTwins(own, twin))
        }
    }

    private static let crewsOwn = "by its name it is where those were who saw to the request"
    private static let anothers =
        "by its name it is where a person is at home or a photo was taken, and not where the request is"

    private func isOfCrew(_ pair: AxisPair) -> Bool {
        [pair.east, pair.north].contains { AxisName(traits[$0].name)?.isOfCrew ?? false }
    }

    /// Offers degrees of which the names say that they are a person's or a photo's, where there are no others.
    mutating func offerPositionsOfAnother() {
        guard [.longitude, .latitude, .x, .y, .location].allSatisfy({ choices[$0] == nil }) else { return }
        if let pair = axes(ofAnother: true, isFit: { $0.areDegrees($1) }).first {
            choices[.longitude] = ColumnChoice(
                columns: [pair.east], evidence: Self.anothers, isDoubtful: true)
            choices[.latitude] = ColumnChoice(
                columns: [pair.north], evidence: Self.anothers, isDoubtful: true)
        } else if let column = traits.indices.first(where: {
            traits[$0].hasName && traits[$0].pairShare > 0.8 && traits[$0].name.isPlaceOfAnother
        }) {
            choices[.location] = ColumnChoice(columns: [column], evidence: Self.anothers, isDoubtful: true)
        }
    }

    /// The pairs of columns for east and north that have no column in common, the best first.
    ///
    /// - Parameter ofAnother: Whether those are meant whose names say that they are another's place.
    private func axes(
        ofAnother: Bool = false, isFit: (ColumnTraits, ClosedRange<Double>) -> Bool
    ) -> [AxisPair] {
        var pairs: [AxisPair] = []
        for east in traits.indices where traits[east].hasName {
            guard let eastAxis = AxisName(traits[east].name), eastAxis.axis == .east,
                eastAxis.isOfAnother == ofAnother, isFit(traits[east], .writtenLongitudes)
            else { continue }
            for north in traits.indices where traits[north].hasName {
                guard let northAxis = AxisName(traits[north].name), northAxis.axis == .north,
                    northAxis.isOfAnother == ofAnother, isFit(traits[north], -90...90)
                else { continue }
                let isPair = eastAxis.rest == northAxis.rest
                let merit =
                    eastAxis.merit + northAxis.merit + (isPair ? 40 : 0) - 2 * abs(abs(north - east) - 1)
                    + Int(20 * traits[east].filledShare)
                if merit > 99 {
                    pairs.append(
                        AxisPair(
                            east: east, north: north, merit: merit,
                            isPlain: eastAxis.isPlain && northAxis.isPlain))
                }
            }
        }
        pairs.sort { ($1.merit, $0.east, $0.north) < ($0.merit, $1.east, $1.north) }
        var taken: Set<Int> = []
        return pairs.filter { pair in
            guard taken.isDisjoint(with: [pair.east, pair.north]) else { return false }
            taken.formUnion([pair.east, pair.north])
            return true
        }
    }

    /// Whether a pair of columns puts most requests elsewhere than another.
    private func isElsewhere(_ one: AxisPair, than other: AxisPair) -> Bool {
        func places(_ pair: AxisPair) -> [Coordinate?] {
            zip(traits[pair.east].halves, traits[pair.north].halves).map { east, north in
                guard let east, let north, abs(north.value) <= 90, east.value != 0, north.value != 0 else {
                    return nil
                }
                return Coordinate(longitude: east.value, latitude: north.value).standard
            }
        }
        let distances = zip(places(one), places(other)).compactMap { first, second in
            first.flatMap { one in second.map { Geodesic.distance(from: one, to: $0) } }
        }
        return median(distances).map { $0 > Self.samePlace } ?? false
    }

    /// Positions of one request that were measured twice are as near as this, metres.
    private static let samePlace = 50.0

    /// Offers two columns that are named for an easting and a northing and hold numbers, of which too many are no degrees and too many
    /// are: what is passed over in silence is looked for in vain.
    mutating func offerAxes() {
        guard [.longitude, .latitude, .x, .y, .location].allSatisfy({ choices[$0] == nil }) else { return }
        let pairs = axes { column, range in
            let telling = column.gridHalves.compactMap(\.self).count {
                abs($0.value) > 360 || $0.decimals >= 3 && range.contains($0.value)
            }
            return !column.isBlank && telling * 10 > column.filled.count * 8
        }
        guard let pair = pairs.first else { return }
        for (field, column, limit) in [
            (RequestField.longitude, pair.east, 360.0), (.latitude, pair.north, 90),
        ] {
            let values = traits[column].gridHalves.compactMap { $0?.value }
            let large = NumberText.wholeShare(values.count { abs($0) > limit }, of: values.count)
            choices[field] = ColumnChoice(
                columns: [column],
                evidence:
                    "by its name, but \(large) of its numbers are too large for degrees: two kinds of positions in one column cannot be read, part them",
                isDoubtful: true)
        }
    }

    /// Takes two columns of degrees whose names say nothing, where their pairs lie where the areas are.
    mutating func chooseDegrees(within city: Box<Coordinate>) {
        guard [.longitude, .latitude, .x, .y, .location].allSatisfy({ choices[$0] == nil }) else { return }
        let region = city.expanded(byX: 0.1, y: 0.1)
        let free = traits.indices.filter {
            !used.contains($0) && traits[$0].areDegrees(.writtenLongitudes)
                && !traits[$0].name.isPlaceOfAnother && !(AxisName(traits[$0].name)?.isOfCrew ?? false)
        }
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

/// Two columns, one for east and one for north.
struct AxisPair: Sendable, Equatable {
    let east: Int
    let north: Int
    let merit: Int
    /// Whether the names say nothing else, or that it is where the request is.
    let isPlain: Bool
}
