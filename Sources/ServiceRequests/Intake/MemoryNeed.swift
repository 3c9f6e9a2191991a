package import Wording
package import WorkSharing

/// How much memory a file's requests will take, and what is found in them.
package struct MemoryNeed: Sendable, Equatable {
    /// What is done with the rows once they are read.
    package enum Work: Sendable {
        /// They are judged or placed.
        case judging
        /// They are grouped by where they are recorded.
        case grouping
        /// They are judged, and each has a finding for each of so many layers.
        case listing(layers: Int)
        /// They are counted by area and category.
        case counting
        /// The same for periods too.
        case countingPeriods
        /// Each closing is compared with others.
        case comparing
        /// The same, and each request is placed in an area.
        case comparingPlaced

        /// Whether addresses are asked for until requests are placed, and not afterwards.
        package var isCounting: Bool {
            switch self {
            case .counting, .countingPeriods: true
            case .judging, .listing, .grouping, .comparing, .comparingPlaced: false
            }
        }

        /// What a row takes beside its texts: its columns of numbers, and what is found of it. Measured on one and on ten
        /// million requests (`Benchmarks/README.md`).
        var bytesPerRow: Int {
            switch self {
            case .judging, .grouping: 145
            case .listing(let layers): 145 + 300 * layers
            case .counting: 100
            case .countingPeriods: 210
            case .comparing, .comparingPlaced: 270
            }
        }

        /// Whether borders and streets are asked for each request, which takes more the more of them were met.
        var asksGround: Bool {
            switch self {
            case .grouping, .comparing: false
            case .judging, .listing, .counting, .countingPeriods, .comparingPlaced: true
            }
        }
    }

    /// What any work takes, also on a few rows: a block for each thread, a city's borders, and what is written. Measured at 4 to 24 MB.
    package static let leastGround = 24 << 20

    /// What is taken whatever the rows where there are many: borders with their cells, and streets in the cache.
    package static let ground = 48 << 20

    /// So many rows have met most borders and streets.
    private static let rowsOfGround = 12_000

    private static func ground(rows: Int, for work: Work) -> Int {
        guard work.asksGround else { return leastGround }
        return leastGround + (ground - leastGround) * min(rows, rowsOfGround) / rowsOfGround
    }

    /// The same of addresses, which threads reserve more of than they use.
    package static let groundOfAddresses = 72 << 20

    /// The rows that are expected, as those read so far lead to expect.
    package let rows: Int
    package let bytes: Int

    package init(rows: Int, bytes: Int) {
        self.rows = rows
        self.bytes = bytes
    }

    init(rows: Int, textBytes: Int, for work: Work) {
        self.rows = rows
        bytes = rows * work.bytesPerRow + textBytes + Self.ground(rows: rows, for: work)
    }

    /// Returns why there is too little room for any work; `nil` where it can begin. What a machine has left
    /// is no limit: it may free more.
    package static func shortage(in room: MemoryRoom?) -> MemoryShortage? {
        guard let room, room.bound != .machine else { return nil }
        let least = room.bound == .addressSpace ? groundOfAddresses : leastGround
        return least > room.bytes ? MemoryShortage(least: least, room: room) : nil
    }

    /// Returns how much is needed of a room and how much there is, and what can be done.
    static func words(_ bytes: Int, in room: MemoryRoom, _ terms: CallerTerms) -> String {
        // Who says how much may be taken says it of the whole program.
        let program = room.bound == .wish ? MemoryRoom.program : 0
        let bound =
            switch room.bound {
            case .wish: "may be taken (\(terms[.memory])); allow more"
            case .addressSpace: "are left of the process's address space (ulimit -v)"
            case .controlGroup: "are left in its container or service (memory limit of the control group)"
            case .machine: "are free on this machine"
            }
        return "\(size(bytes + program)) of memory, and \(size(room.bytes + program)) \(bound)"
    }

    private static func size(_ bytes: Int) -> String {
        bytes < 1 << 30 ? "\((bytes + 1 << 19) >> 20) MB" : "\(Double((bytes * 10) >> 30) / 10) GB"
    }

    /// - Throws: Where there is less room.
    func check(against room: MemoryRoom?, source: String) throws(RequestError) {
        guard let room, bytes > room.bytes else { return }
        throw .needsMemory(source: source, need: self, room: room)
    }
}

/// There is less memory than any work takes.
package struct MemoryShortage: Sendable, Equatable {
    /// Bytes that are taken whatever is read.
    let least: Int
    let room: MemoryRoom

    /// What is needed and what there is, and what can be done.
    package func text(in terms: CallerTerms) -> String {
        "whatever is read, it takes about \(MemoryNeed.words(least, in: room, terms))"
    }
}
