import AddressParsing
import Synchronization

/// What is known of addresses that were looked up: the names of their streets and towns, and, where it is to keep them, where
/// each line is, so that rows which are read several times, slice after slice, have each address looked up once.
///
/// Lines are kept in a file (``LocatedLineFile``), so that they take little of the memory for which rows are read in slices.
package final class AddressMemory: Sendable {
    private struct State: ~Copyable {
        var names = LocatedNames()
        /// `nil` where lines are not kept.
        var lines: LocatedLineFile?
    }

    private let state: Mutex<State>

    /// Creates a memory of names alone.
    package init() { state = Mutex(State()) }

    /// Creates a memory that keeps lines. Where no file for them can be made, it keeps none.
    ///
    /// - Parameter indexBytes: How much memory may be taken to find them again.
    package init(indexBytes: Int) { state = Mutex(State(lines: LocatedLineFile(indexBytes: indexBytes))) }

    /// The streets that addresses were matched with, by their numbers.
    var streets: [String] { state.withLock { $0.names.streets } }

    /// The same as the reference has them.
    var streetNames: [StreetName] { state.withLock { $0.names.streetNames } }

    /// The towns of the places, by their numbers.
    var towns: [TownColumn.Town] { state.withLock { $0.names.towns } }

    /// Whether lines are kept.
    var keepsLines: Bool { state.withLock { $0.lines != nil } }

    /// Returns what is known of lines, for each `nil` where nothing is.
    func known(_ keys: [LineKey]) -> [LocatedLine?] {
        state.withLock { state in
            var known: [LocatedLine?] = []
            known.reserveCapacity(keys.count)
            for key in keys { known.append(state.lines?.line(key)) }
            return known
        }
    }

    /// Takes up what was found of lines, and returns it with numbers for its names.
    ///
    /// - Parameter keys: Those of the lines, to keep them by; none where they are not kept.
    func add(_ found: [FoundLine], keys: [LineKey] = []) -> [LocatedLine] {
        state.withLock { state in
            var lines: [LocatedLine] = []
            lines.reserveCapacity(found.count)
            for entry in found { lines.append(state.names.numbered(entry)) }
            for (key, line) in zip(keys, lines) { state.lines?.keep(line, of: key) }
            return lines
        }
    }
}
