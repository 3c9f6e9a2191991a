/// A street: one distinct full name. Strings are indexes into the reference's tables.
struct StreetRecord: BitwiseCopyable, Hashable, Sendable {
    var name: UInt32
    var preModifier: UInt16
    var preType: UInt16
    var postType: UInt16
    /// 0 for none, else the directional's raw value and 1.
    var preDirectional: UInt8
    var postDirectional: UInt8
}

/// The numbers on one side of one segment.
struct SideRecord: BitwiseCopyable, Hashable, Sendable {
    var segment: UInt32
    var from: Int32
    var to: Int32
    var zip: UInt32
    var place: UInt16
    var parity: UInt8
    var side: UInt8
    /// What stands before both numbers, among the words.
    var prefix: UInt16
    /// Fills the record up, so that equal ones have equal bytes.
    var unused: UInt16 = 0

    @inline(__always) var low: Int { Int(min(from, to)) }
    @inline(__always) var high: Int { Int(max(from, to)) }
    @inline(__always) func holds(_ number: Int) -> Bool {
        parity == 0 || (number & 1 == 0) == (parity == AddressRange.Parity.even.rawValue)
    }
}

/// An address with its own position.
struct PointRecord: BitwiseCopyable, Hashable, Sendable {
    var number: Int32
    var position: GridPosition
    var zip: UInt32
    /// A ``NumberAffix``.
    var suffix: UInt16
    var place: UInt16
}

/// A town that addresses with a ZIP code lie in.
struct ZipPlaceRecord: BitwiseCopyable, Hashable, Sendable, Comparable {
    var zip: UInt32
    var place: UInt16
    /// Fills the record up, so that equal ones have equal bytes.
    var unused: UInt16 = 0

    static func < (first: Self, second: Self) -> Bool {
        (first.zip, first.place) < (second.zip, second.place)
    }
}

/// A name's key for looking it up.
struct KeyRecord: BitwiseCopyable, Hashable, Sendable {
    var key: UInt32
    var name: UInt32
}
