import WorkSharing

/// Seconds since 1970 UTC, or ``TimestampColumn/missing``: four bytes a row as long as all moments lie from 1969 to 2105, as
/// those of requests do, and eight where one does not.
///
/// Public, since the compiler inlines code of another module only if it is public, and rows are read by the million.
@frozen public struct MomentSeconds: RandomAccessCollection, MutableCollection, Sendable {
    /// Seconds since just before 1969, 0 for a missing moment; empty where `wide` has the moments.
    @usableFromInline var narrow: [UInt32] = []
    @usableFromInline var wide: [Int64] = []

    @usableFromInline static let missing = Int64.min
    /// The moment that would be stored as 0.
    @usableFromInline static let base: Int64 = -31_536_001

    /// Creates a column of no rows.
    public init() {}

    @inlinable package init(_ moments: some Sequence<Int64>) { append(contentsOf: moments) }

    /// The first row.
    @inlinable public var startIndex: Int { 0 }
    /// The number of rows.
    @inlinable public var endIndex: Int { wide.isEmpty ? narrow.count : wide.count }

    /// A row's moment.
    @inlinable public subscript(row: Int) -> Int64 {
        get {
            guard wide.isEmpty else { return wide[row] }
            let stored = narrow[row]
            return stored == 0 ? Self.missing : Int64(stored) &+ Self.base
        }
        set {
            guard wide.isEmpty else {
                wide[row] = newValue
                return
            }
            if let stored = Self.stored(newValue) {
                narrow[row] = stored
            } else {
                widen()
                wide[row] = newValue
            }
        }
    }

    /// What stands for a moment in four bytes; `nil` for one that lies too far off.
    @inlinable static func stored(_ moment: Int64) -> UInt32? {
        if moment == missing { return 0 }
        guard moment > base, moment <= base + Int64(UInt32.max) else { return nil }
        return UInt32(truncatingIfNeeded: moment &- base)
    }

    @inlinable package mutating func append(_ moment: Int64) {
        if wide.isEmpty, let stored = Self.stored(moment) {
            narrow.append(stored)
        } else {
            widen()
            wide.append(moment)
        }
    }

    @inlinable package mutating func append(contentsOf moments: some Sequence<Int64>) {
        for moment in moments { append(moment) }
    }

    @inlinable package static func += (moments: inout Self, more: some Sequence<Int64>) {
        moments.append(contentsOf: more)
    }

    @usableFromInline mutating func widen() {
        guard !narrow.isEmpty || wide.isEmpty else { return }
        wide = narrow.map { $0 == 0 ? Self.missing : Int64($0) + Self.base }
        narrow = []
    }

    mutating func reserveLargePages(_ count: Int) { narrow.reserveLargePages(count) }

    /// Leaves some rows, in ascending order, and closes them up.
    mutating func keep(_ rows: [Int32]) {
        guard !isEmpty else { return }
        for (new, old) in rows.enumerated() {
            if wide.isEmpty { narrow[new] = narrow[Int(old)] } else { wide[new] = wide[Int(old)] }
        }
        if wide.isEmpty {
            narrow.removeLast(narrow.count - rows.count)
        } else {
            wide.removeLast(wide.count - rows.count)
        }
    }
}

extension MomentSeconds: ExpressibleByArrayLiteral {
    /// Creates a column of some moments.
    public init(arrayLiteral moments: Int64...) { self.init(moments) }
}

extension MomentSeconds: Equatable {
    /// Whether both have the same moments, however they are kept.
    public static func == (one: Self, other: Self) -> Bool { one.elementsEqual(other) }
}
