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

    /// Whether two streets are one, or the carriageways of one route: `I 95 N` and `I 95 S`.
    private func areOne(_ first: UInt32, _ second: UInt32) -> Bool {
        guard first != second else { return true }
        let one = reference.tables.streets[Int(first)]
        let other = reference.tables.streets[Int(second)]
        return one.preType != 0 && one.preType == other.preType && one.name == other.name
            && one.postType == other.postType
    }

    private func hasName(_ street: UInt32) -> Bool {
        let record = reference.tables.streets[Int(street)]
        let name = reference.tables.names.bytes(at: Int(record.name))
        return !WordTable.namesOfAny.contains { name.elementsEqual($0.utf8) }
    }
}
