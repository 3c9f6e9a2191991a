import AddressParsing

/// Finds the reference's streets that a line's street may mean, with the faults of taking it for each.
struct StreetMatcher {
    static let streetLimit = 24

    let reference: StreetReference
    let penalties: FaultPenalties

    struct Found {
        var street: UInt32
        var faults: MatchFaults
    }

    /// Which names count.
    enum Spelling { case asWritten, resembling }

    /// Returns the streets of a name, fewest faults first.
    func streets(_ street: StreetName, _ spelling: Spelling) -> [Found] {
        let names = NameMatcher(reference: reference, penalties: penalties)
        let found = spelling == .asWritten ? names.spelled(street.name) : names.resembling(street.name)
        var streets = compared(found, with: street)
        if spelling == .asWritten, !streets.contains(where: \.faults.isEmpty) {
            streets += variants(of: street, names, besides: streets)
        }
        guard !streets.isEmpty else { return [] }
        contradictOthers(
            &streets, than: Parts(street, reference),
            besides: spelling == .resembling ? self.streets(street, .asWritten) : streets)
        streets.sort { ($0.faults.penalty, $0.street) < ($1.faults.penalty, $1.street) }
        return streets.count > Self.streetLimit ? Array(streets.prefix(Self.streetLimit)) : streets
    }

    private func compared(_ found: [NameMatcher.Found], with street: StreetName) -> [Found] {
        guard !found.isEmpty else { return [] }
        let parts = Parts(street, reference)
        var streets: [Found] = []
        for name in found {
            for index in reference.tables.nameStreets.group(Int(name.name)) {
                var faults = name.faults
                compare(parts, record: reference.tables.streets[index], faults: &faults)
                streets.append(Found(street: UInt32(index), faults: faults))
            }
        }
        return streets
    }

    /// Returns the streets whose names are other ways to write the line's, with a fault that says so.
    private func variants(of street: StreetName, _ names: NameMatcher, besides known: [Found]) -> [Found] {
        var streets: [Found] = []
        func add(_ name: String, of street: StreetName) {
            let found = names.spelled(name).filter(\.faults.isEmpty).map { entry in
                var entry = entry
                entry.faults.add(.alias, penalties.nameVariant)
                return entry
            }
            // One of another type is another street: `W St` is not `West Lane`.
            for found in compared(found, with: street)
            where !found.faults.contains(.typeWrong)
                && !(known + streets).contains(where: { $0.street == found.street })
            {
                streets.append(found)
            }
        }
        for name in NameVariants.of(street.name, isTyped: !street.postType.isEmpty) { add(name, of: street) }
        // `Ave Sol` is `Avenida Sol`, whichever of them the file has.
        if street.preType == "AVENIDA", street.postType.isEmpty {
            var whole = street
            whole.preType = ""
            for short in ["AVE", "AV"] { add("\(short) \(street.name)", of: whole) }
        } else if street.preType.isEmpty, street.postType.isEmpty,
            let short = ["AVE ", "AV "].first(where: street.name.hasPrefix)
        {
            var spanish = street
            spanish.preType = "AVENIDA"
            add(String(street.name.dropFirst(short.count)), of: spanish)
        }
        // `Camino Real` is `El Camino Real`, whose type is a part of its name.
        if !street.preType.isEmpty, street.postType.isEmpty {
            var whole = street
            whole.preType = ""
            whole.name = "\(street.preType) \(street.name)"
            for name in [whole.name] + NameVariants.of(whole.name, isTyped: false) { add(name, of: whole) }
        }
        return streets
    }

    /// Where the street as it is written exists, one that only resembles its name or has another type is another street, and so is
    /// the one with the direction on the other side of its name: `N 1st St` beside `1st St N`. One without a type may be the same,
    /// of which the file says less.
    private func contradictOthers(_ streets: inout [Found], than line: Parts, besides spelled: [Found]) {
        guard spelled.contains(where: \.faults.isEmpty) else { return }
        for index in streets.indices {
            var faults = streets[index].faults
            if faults.contains(.directionalSwapped) {
                faults = faults.without(.directionalSwapped, penalties.directionalSwapped)
                faults.add(.directionalWrong, penalties.directionalWrong)
            }
            let isOfOtherType =
                faults.contains(.typeWrong)
                || isKindLeftOut(line, reference.tables.streets[Int(streets[index].street)])
            if isOfOtherType || faults.isOfOtherName { faults.add(.otherStreet, 0) }
            streets[index].faults = faults
        }
    }

    /// A line's street in the reference's indexes.
    private struct Parts {
        var preModifier: UInt16
        var preType: UInt16
        var postType: UInt16
        var preDirectional: UInt8
        var postDirectional: UInt8
        /// Whether it is a numbered road of which the line does not say whose it is: `Highway 32`, `Route 32`.
        var isRoadOfAnyKind: Bool

        init(_ street: StreetName, _ reference: StreetReference) {
            preModifier = reference.word(street.preModifier)
            // A French type that no street of the reference has may stand for an English one that some have.
            let known = reference.word(street.preType)
            preType =
                known == .max ? FrenchTypes.english(street.preType).map(reference.word) ?? known : known
            postType = reference.word(street.postType)
            preDirectional = ReferenceTables.code(street.preDirectional)
            postDirectional = ReferenceTables.code(street.postDirectional)
            isRoadOfAnyKind =
                StreetMatcher.roadsOfAnyKind.contains(street.preType) && street.postType.isEmpty
                && street.name.utf8.first.map { (48...57).contains($0) } ?? false
        }
    }

    private static let roadsOfAnyKind: Set<String> = ["HWY", "RTE"]
    private static let roadKinds = Set(
        ["US HWY", "STATE RTE", "STATE HWY", "STATE RD", "COUNTY RD", "COUNTY HWY", "COUNTY RTE", "I"])

    /// Whether a numbered road is of a kind that the line does not name, so that nothing of it is contradicted.
    private func isKindLeftOut(_ line: Parts, _ record: StreetRecord) -> Bool {
        line.isRoadOfAnyKind && record.postType == 0 && record.preType != line.preType
            && Self.roadKinds.contains(reference.tables.words[Int(record.preType)])
    }

    private func compare(_ line: Parts, record: StreetRecord, faults: inout MatchFaults) {
        if line.preModifier != record.preModifier { faults.add(.modifierDiffers, penalties.modifierDiffers) }
        compareTypes(line, record: record, faults: &faults)
        compareDirectionals(line, record: record, faults: &faults)
    }

    private func compareTypes(_ line: Parts, record: StreetRecord, faults: inout MatchFaults) {
        guard line.postType != record.postType || line.preType != record.preType else { return }
        // `Rue Elgin` is `Elgin St`; `Avenue S` is not `S Ave`.
        let isLetter = reference.tables.names.bytes(at: Int(record.name)).count < 2
        if !isLetter, type(line.preType, line.postType) == type(record.preType, record.postType) { return }
        let written = (line.preType == 0 ? 0 : 1) + (line.postType == 0 ? 0 : 1)
        let known = (record.preType == 0 ? 0 : 1) + (record.postType == 0 ? 0 : 1)
        if written == 0 || isKindLeftOut(line, record) {
            faults.add(.typeMissing, penalties.typeMissing)
        } else if known == 0 {
            faults.add(.typeExtra, penalties.typeExtra)
        } else {
            faults.add(.typeWrong, penalties.typeWrong)
        }
    }

    /// Returns the one type of a street, in English; `nil` where it has none or two.
    private func type(_ before: UInt16, _ after: UInt16) -> UInt16? {
        guard (before == 0) != (after == 0) else { return nil }
        return before == 0 ? after : reference.synonym(of: before)
    }

    private func compareDirectionals(_ line: Parts, record: StreetRecord, faults: inout MatchFaults) {
        if line.preDirectional == record.preDirectional, line.postDirectional == record.postDirectional {
            return
        }
        if line.preDirectional == record.postDirectional, line.postDirectional == record.preDirectional {
            // With two directions each says something else: `N 300 E` is 300 East, and `E 300 N` is 300 North.
            return line.preDirectional == 0 || line.postDirectional == 0
                ? faults.add(.directionalSwapped, penalties.directionalSwapped)
                : faults.add(.directionalWrong, penalties.directionalWrong)
        }
        let written = [line.preDirectional, line.postDirectional].filter { $0 != 0 }
        let known = [record.preDirectional, record.postDirectional].filter { $0 != 0 }
        if written.contains(where: { !known.contains($0) }) {
            if known.contains(where: { !written.contains($0) }) {
                faults.add(.directionalWrong, penalties.directionalWrong)
            } else {
                faults.add(.directionalExtra, penalties.directionalExtra)
            }
        } else if Self.isMirrored(line, record) {
            faults.add(.directionalWrong, penalties.directionalWrong)
        } else {
            faults.add(.directionalMissing, penalties.directionalMissing)
        }
    }

    /// Whether a street has the one direction that is written on the other side of its name, and another one where it is written: `CR 250
    /// W` is N or S County Road 250 W, and not W County Road 250 S.
    private static func isMirrored(_ line: Parts, _ record: StreetRecord) -> Bool {
        guard record.preDirectional != 0, record.postDirectional != 0 else { return false }
        if line.preDirectional == 0 { return line.postDirectional != record.postDirectional }
        return line.postDirectional == 0 && line.preDirectional != record.preDirectional
    }
}
