/// A record of the reference that says in which town and ZIP code it lies.
protocol PlacedRecord {
    var zip: UInt32 { get }
    var place: UInt16 { get }
}

extension PointRecord: PlacedRecord {}
extension SideRecord: PlacedRecord {}

/// A town and a ZIP code as records of the reference have them; 0 where their files do not say.
struct PlaceCodes: PlacedRecord, Hashable, Comparable {
    var zip: UInt32 = 0
    var place: UInt16 = 0

    init() {}

    init(_ record: some PlacedRecord) { (zip, place) = (record.zip, record.place) }

    /// Creates what some records have in common: the ZIP code and the town of those that have one, where it is the same.
    init(common records: some Sequence<some PlacedRecord>) {
        var zips: Set<UInt32> = []
        var places: Set<UInt16> = []
        for record in records {
            if record.zip != 0 { zips.insert(record.zip) }
            if record.place != 0 { places.insert(record.place) }
        }
        if zips.count == 1, let only = zips.first { zip = only }
        if places.count == 1, let only = places.first { place = only }
    }

    static func < (first: Self, second: Self) -> Bool {
        (first.zip, first.place) < (second.zip, second.place)
    }
}

extension Placement {
    /// Takes the place to lie where all that it consists of does.
    mutating func lie(in codes: PlaceCodes) { (zip, place) = (codes.zip, codes.place) }
}
