import AddressParsing

/// Says which streets of the reference make a crossing by meeting, and how much each says of where it is.
struct RoadIdentity {
    let reference: StreetReference

    /// Whether two streets are roads of their own, each with a name that says which it is.
    func cross(_ first: UInt32, _ second: UInt32) -> Bool {
        !areOne(first, second) && hasName(first) && hasName(second)
    }

    /// Whether two of the streets do.
    func anyCross(_ streets: [UInt32]) -> Bool {
        streets.indices.contains { index in
            streets[(index + 1)...].contains { cross(streets[index], $0) }
        }
    }

    /// A street without a type is often an alley that files name by its ends: it says less of a crossing.
    func weight(of street: UInt32) -> Double {
        let record = reference.tables.streets[Int(street)]
        return record.postType == 0 && record.preType == 0 ? 0.5 : 1
    }

    /// Whether two streets are one, or parts of one route: the carriageways `I 95 N` and `I 95 S`, or `I 95` without a
    /// direction. `N County Road 300 W` and `W County Road 300 N` are two roads.
    private func areOne(_ first: UInt32, _ second: UInt32) -> Bool {
        guard first != second else { return true }
        let one = reference.tables.streets[Int(first)]
        var other = reference.tables.streets[Int(second)]
        guard one.preType != 0 else { return false }
        if one.preDirectional == other.preDirectional {
            guard Self.areAlong(one.postDirectional, other.postDirectional) else { return false }
            other.postDirectional = one.postDirectional
        } else {
            guard Self.areAlong(one.preDirectional, other.preDirectional) else { return false }
            other.preDirectional = one.preDirectional
        }
        return one == other
    }

    /// Whether two directions are those of one line, or one is not written.
    private static func areAlong(_ first: UInt8, _ second: UInt8) -> Bool {
        guard let first = ReferenceTables.directional(first),
            let second = ReferenceTables.directional(second)
        else { return true }
        return first.opposite == second
    }

    /// Files write `Ramp` or `Unnamed St` for roads without a name; `Ramp St` is a street's name.
    func hasName(_ street: UInt32) -> Bool {
        let record = reference.tables.streets[Int(street)]
        let name = reference.tables.names.bytes(at: Int(record.name))
        let isBare = record.postType == 0 && record.preType == 0
        return !Self.namesOfAny.contains { ($0.isTyped || isBare) && name.elementsEqual($0.name.utf8) }
    }

    /// What files call roads that have no name, so that any number of them bear it, and whether with a type too.
    private static let namesOfAny: [(name: String, isTyped: Bool)] = [
        ("RAMP", false), ("ALLEY", false), ("DRIVEWAY", false), ("NO NAME", false),
        ("UNNAMED", true),
    ]
}
