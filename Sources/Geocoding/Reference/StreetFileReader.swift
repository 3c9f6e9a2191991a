import AddressParsing
import FeatureFiles
import Geometry

/// Reads street segments from a feature file.
struct StreetFileReader {
    /// What was read, and what could not be.
    struct Outcome {
        var segments: [StreetSegment] = []
        var tally = SourceTally()
        var profile: StreetProfile
    }

    let source: SourceFeatures
    let columns: [StreetColumn: Int]
    private let aliases: StreetAliases
    private let profile: StreetProfile

    init(_ streets: StreetSource, aliases: StreetAliases) throws(ReferenceError) {
        source = try SourceFeatures(path: streets.path, layer: streets.layer)
        self.aliases = aliases
        guard let profile = streets.profile ?? StreetProfile(recognizing: source.fields) else {
            throw .columns(
                path: streets.path, missing: ["of any known profile"], present: source.fields)
        }
        columns = try source.positions(
            of: profile.columns, required: profile.required, path: streets.path)
        self.profile = profile
        try checkColumns(profile, path: streets.path)
    }

    /// A street needs a name, and one range of numbers at least.
    private func checkColumns(_ profile: StreetProfile, path: String) throws(ReferenceError) {
        var missing: [String] = []
        if columns[.name] == nil, columns[.fullName] == nil {
            missing.append(profile.columns[.name] ?? profile.columns[.fullName] ?? "for the street's name")
        }
        for column in [StreetColumn.leftFrom, .leftTo, .rightFrom, .rightTo] where columns[column] == nil {
            missing.append(profile.columns[column] ?? column.rawValue)
        }
        if !missing.isEmpty {
            throw .columns(path: path, missing: missing, present: source.fields)
        }
    }

    func read(standard: inout StreetStandard) -> Outcome {
        var outcome = Outcome(profile: profile)
        for feature in source.features {
            outcome.tally.rows += 1
            let names = names(feature, &standard)
            let lines = TouchingParts.joined(feature.geometry.paths.map { source.coordinates($0.positions) })
            if names.isEmpty {
                outcome.tally.withoutName += 1
            } else if lines.isEmpty {
                outcome.tally.withoutPlace += 1
            } else {
                add(feature, names: names, lines: lines, outcome: &outcome)
            }
        }
        return outcome
    }

    private func add(
        _ feature: Feature, names: [StreetName], lines: [[Coordinate]], outcome: inout Outcome
    ) {
        for (index, line) in lines.enumerated() {
            var segment = StreetSegment(names: names, line: line)
            if index == 0 { addNumbers(feature, to: &segment) }
            outcome.segments.append(segment)
            if index == 0, segment.left == nil, segment.right == nil { outcome.tally.withoutNumbers += 1 }
        }
    }

    func addNumbers(_ feature: Feature, to segment: inout StreetSegment) {
        func text(_ column: StreetColumn) -> String { source.text(feature, columns[column]) }
        segment.left = AddressRange(from: text(.leftFrom), to: text(.leftTo), parity: text(.leftParity))
        segment.right = AddressRange(from: text(.rightFrom), to: text(.rightTo), parity: text(.rightParity))
        segment.leftZip = Self.zip(text(.leftZip))
        segment.rightZip = Self.zip(text(.rightZip))
        segment.leftPlace = text(.leftPlace).uppercased()
        segment.rightPlace = text(.rightPlace).uppercased()
    }

    func names(_ feature: Feature, _ standard: inout StreetStandard) -> [StreetName] {
        func text(_ column: StreetColumn) -> String { source.text(feature, columns[column]) }
        var names: [StreetName] = []
        if columns[.name] != nil {
            let parts = StreetStandard.Parts(
                preModifier: text(.preModifier), preDirectional: text(.preDirectional),
                preType: text(.preType),
                name: text(.name), postType: text(.postType), postDirectional: text(.postDirectional))
            names = standard.streets(parts)
        } else if let name = standard.street(text(.fullName)) {
            names = [name]
        }
        guard !names.isEmpty else { return [] }
        return names + aliases.names(of: names, id: text(.id))
    }

    /// Returns a ZIP or postal code in its usual form, or nothing where the field has none: `21202-1234`, `2139.0`, `0`.
    static func zip(_ text: String) -> String { PostalCode(text)?.text ?? "" }
}
