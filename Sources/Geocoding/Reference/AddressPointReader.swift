import AddressParsing
import FeatureFiles
import Geometry

/// Reads addresses with positions from a feature file.
struct AddressPointReader {
    struct Outcome {
        var points: [AddressPoint] = []
        var tally = SourceTally()
        fileprivate var hyphens = HyphenSurvey()
    }

    /// What hyphens in the numbers of a file mean: `94-98` is one house in Queens, and two elsewhere.
    fileprivate struct HyphenSurvey {
        /// Points whose numbers may be either, and the number that one house has then.
        private var open: [(point: Int, number: Int)] = []
        /// Numbers that can be no range: `94-15`, `91-1121`.
        private var certain = 0
        /// The least share of numbers that can be no range, where the others are none either.
        private static let share = 20

        mutating func look(at number: HouseNumber, ofPoint index: Int) {
            if let joined = number.openJoinedValue { open.append((index, joined)) }
            if number.joinedValue != nil || number.farJoinedValue != nil { certain += 1 }
        }

        func settle(_ points: inout [AddressPoint]) {
            guard certain * Self.share >= open.count else { return }
            for (index, number) in open { points[index].number = number }
        }
    }

    private let source: SourceFeatures
    private let columns: [AddressPointColumn: Int]

    init(_ addresses: AddressPointSource) throws(ReferenceError) {
        source = try SourceFeatures(path: addresses.path, layer: addresses.layer)
        let fields = source.fields
        guard let profile = addresses.profile ?? AddressPointProfile(recognizing: fields) else {
            throw .columns(path: addresses.path, missing: ["of any known profile"], present: fields)
        }
        columns = try source.positions(
            of: profile.columns, required: profile.required, path: addresses.path)
        if columns[.number] == nil || columns[.street] == nil && columns[.name] == nil {
            throw .columns(path: addresses.path, missing: ["for number and street"], present: fields)
        }
    }

    func read(standard: inout StreetStandard) -> Outcome {
        var outcome = Outcome()
        let positions = source.features.map(position)
        let ground = ReferenceGround(positions.compactMap(\.self))
        for (feature, position) in zip(source.features, positions) {
            var row = AddressRow()
            for (column, field) in columns { row[column] = source.text(feature, field) }
            row.position = position.flatMap { ground.holds($0) ? $0 : nil }
            row.add(to: &outcome, standard: &standard)
        }
        outcome.hyphens.settle(&outcome.points)
        outcome.tally.rows += source.faultCount
        outcome.tally.unreadable += source.faultCount
        return outcome
    }

    /// Returns where an address lies: by its geometry, or else by its columns.
    private func position(of feature: Feature) -> Coordinate? {
        source.coordinates(feature.geometry.places).first
            ?? AddressDegrees.position(
                longitude: source.text(feature, columns[.longitude]),
                latitude: source.text(feature, columns[.latitude]))
    }
}

/// One address as its source writes it.
struct AddressRow {
    private var texts: [AddressPointColumn: String] = [:]
    var position: Coordinate?

    subscript(column: AddressPointColumn) -> String {
        get { texts[column] ?? "" }
        set { texts[column] = newValue }
    }

    /// Adds the address to what was read, or counts why it cannot be used.
    func add(to outcome: inout AddressPointReader.Outcome, standard: inout StreetStandard) {
        outcome.tally.rows += 1
        guard let street = street(&standard) else { return outcome.tally.withoutName += 1 }
        guard let number = HouseNumber(field: self[.number]), number.key > 0 else {
            return outcome.tally.withoutNumbers += 1
        }
        guard let position else { return outcome.tally.withoutPlace += 1 }
        var point = AddressPoint(street: street, number: number.keyInList, position: position)
        point.prefix = number.prefix
        point.suffix = suffix(number)
        point.zip = StreetFileReader.zip(self[.zip])
        point.place = self[.place].uppercased()
        outcome.hyphens.look(at: number, ofPoint: outcome.points.count)
        outcome.points.append(point)
    }

    private func street(_ standard: inout StreetStandard) -> StreetName? {
        guard self[.street].isEmpty else { return standard.street(self[.street]) }
        return standard.streets(
            StreetStandard.Parts(
                preModifier: self[.preModifier], preDirectional: self[.preDirectional],
                preType: self[.preType],
                name: self[.name], postType: self[.postType], postDirectional: self[.postDirectional])
        ).first
    }

    /// What follows the digits of the number: `B` of `123B`, `1/2` of `123 1/2`.
    private func suffix(_ number: HouseNumber) -> String {
        let recorded = self[.numberSuffix].uppercased()
        guard recorded.isEmpty else { return recorded }
        return number.fraction.isEmpty ? number.suffix : number.fraction
    }
}
