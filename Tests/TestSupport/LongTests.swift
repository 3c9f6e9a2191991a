import Foundation

/// How much of a long check is run: all of it under `make test-long`, a part under `make test`.
package enum LongTests {
    package static var areAsked: Bool { ProcessInfo.processInfo.environment["WARDLINE_LONG_TESTS"] != nil }

    /// Returns a number of rounds.
    package static func rounds(_ all: Int, usually part: Int) -> Int { areAsked ? all : part }

    /// Returns the arguments of a test: all, or the first so many.
    package static func arguments<Argument>(_ all: [Argument], usually count: Int) -> [Argument] {
        areAsked ? all : Array(all.prefix(count))
    }
}
