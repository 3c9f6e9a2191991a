import Chronology
import Synchronization

/// The zones of the time zone database that dates name, each with its clock, which is made once.
///
/// A date carries a zone as a number: abbreviations are their letters, packed, and these have the highest bit.
enum NamedZones {
    private struct Known {
        var numbers: [String: UInt64?] = [:]
        var clocks: [CityClock] = []
    }

    private static let known = Mutex(Known())
    private static let mark: UInt64 = 1 << 63
    /// There are some 600 names; a file of garbage is not to be kept.
    private static let limit = 1000

    /// Returns the number of a zone; `nil` for a name that the time zone database does not have.
    static func number(of name: String) -> UInt64? {
        known.withLock { known in
            if let number = known.numbers[name] { return number }
            guard known.numbers.count < limit else { return nil }
            let isName = name.unicodeScalars.allSatisfy {
                $0.isASCII && ($0.properties.isAlphabetic || "/_-".unicodeScalars.contains($0))
            }
            let clock = isName ? CityClock(timeZone: name) : nil
            let number = clock.map { _ in mark | UInt64(known.clocks.count) }
            known.clocks += [clock].compactMap { $0 }
            known.numbers[name] = .some(number)
            return number
        }
    }

    /// Returns the clock of a zone by its number; `nil` for an abbreviation.
    static func clock(_ number: UInt64) -> CityClock? {
        guard number & mark != 0 else { return nil }
        return known.withLock { $0.clocks[Int(number & ~mark)] }
    }
}
