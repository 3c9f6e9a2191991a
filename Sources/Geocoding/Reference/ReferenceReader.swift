import AddressParsing
import FeatureFiles

/// Reads all sources of a reference and compiles them.
struct ReferenceReader {
    /// What a compilation gives.
    struct Outcome {
        var tables: ReferenceTables
        var streets: SourceTally
        var addresses: SourceTally
        /// What the address points say of how houses fill their ranges, where they say anything.
        var fillingEvidence: FillingEvidence?
    }

    /// Reads the sources; where their streets turn out to be named in French, once more as such names, so that those of one
    /// name are held alike.
    static func read(_ sources: ReferenceSources) throws(ReferenceError) -> Outcome {
        let outcome = try read(sources, parser: AddressParser())
        guard outcome.tables.isFrench else { return outcome }
        return try read(sources, parser: AddressParser(places: PlaceNames(isFrench: true)))
    }

    private static func read(
        _ sources: ReferenceSources, parser: AddressParser
    ) throws(ReferenceError) -> Outcome {
        var standard = StreetStandard(parser: parser)
        let aliases = try aliases(sources, &standard)
        var segments: [StreetSegment] = []
        var points: [AddressPoint] = []
        var streetTally = SourceTally()
        var addressTally = SourceTally()
        var profile: StreetProfile?
        for streets in sources.streets {
            let outcome = try StreetFileReader(streets, aliases: aliases).read(standard: &standard)
            segments += outcome.segments
            streetTally = streetTally + outcome.tally
            profile = profile ?? outcome.profile
        }
        for addresses in sources.addresses {
            let outcome = try AddressPointReader(addresses).read(standard: &standard)
            points += outcome.points
            addressTally = addressTally + outcome.tally
        }
        leaveOutFar(of: &segments, &streetTally, points: &points, &addressTally)
        var tables = ReferenceCompiler.tables(
            segments: segments, points: points, officialNames: standard.officialNames)
        tables.sideOffset = sources.sideOffset ?? profile?.sideOffset ?? .nan
        tables.cityName = sources.cityName
        addTowns(sources, profile, to: &tables)
        let evidence = FillingLearner(tables).evidence
        tables.filling = evidence?.filling ?? profile?.filling ?? .evenly
        return Outcome(
            tables: tables, streets: streetTally, addresses: addressTally, fillingEvidence: evidence)
    }

    /// Notes the towns of the settings, or else those of the profile.
    private static func addTowns(
        _ sources: ReferenceSources, _ profile: StreetProfile?, to tables: inout ReferenceTables
    ) {
        let towns = sources.towns.isEmpty ? profile?.towns ?? [] : sources.towns
        let aliases = sources.townAliases.merging(profile?.townAliases ?? [:]) { own, _ in own }
        tables.towns = StringTable(towns)
        for (alias, town) in aliases.sorted(by: { $0.key < $1.key }) {
            tables.townAliases.append(alias)
            tables.townAliases.append(town)
        }
    }

    /// Reads the other names: those of the settings, and those of files with `TLID` and `FULLNAME`, or `alias` and
    /// `street`.
    private static func aliases(
        _ sources: ReferenceSources, _ standard: inout StreetStandard
    ) throws(ReferenceError) -> StreetAliases {
        var aliases = StreetAliases(pairs: sources.aliases, standard: &standard)
        for path in sources.aliasFiles {
            let file = try SourceFeatures(path: path, layer: nil)
            let fields = file.fields
            let idField = file.field("TLID")
            guard let nameField = file.field("FULLNAME") ?? file.field("alias"),
                let keyField = idField ?? file.field("street")
            else {
                throw .columns(
                    path: path, missing: ["TLID and FULLNAME, or alias and street"], present: fields)
            }
            for feature in file.features {
                guard let alias = standard.street(file.text(feature, nameField)) else { continue }
                let key = file.text(feature, keyField)
                if idField != nil {
                    aliases.add(alias, id: key)
                } else if let street = standard.street(key) {
                    aliases.add(alias, of: street)
                }
            }
        }
        return aliases
    }
}
