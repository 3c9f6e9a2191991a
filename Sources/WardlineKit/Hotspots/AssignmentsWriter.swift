package import Hotspots
package import Records
import ServiceRequests

/// Writes for each row its cluster, its episode and its role there, in order of the ids.
package struct AssignmentsWriter {
    package static let columns = ["request_id", "cluster", "episode", "role"]

    private let survey: HotspotSurvey

    package init(survey: HotspotSurvey) { self.survey = survey }

    package func write(to destination: OutputDestination, jobs: Int) throws {
        var file = try OutputFile(destination)
        try file.write(Self.columns.joined(separator: ",") + "\n")
        let order = RowOrder(table: survey.table).sortedRows(jobs: jobs)
        let lines = AssignmentLines(survey)
        file = try file.writing(count: survey.table.count, sliceLength: 16_384, jobs: jobs) { range in
            guard let order else { return lines.bytes(of: range) }
            return lines.bytes(of: order[range].lazy.map(Int.init))
        }
        try file.commit()
    }
}

/// Makes the bytes of lines. A value that threads share.
private struct AssignmentLines: Sendable {
    /// The columns by themselves: reaching them through the survey for each row costs more than writing it.
    private let ids: TextColumn
    private let labels: [Int32]
    private let standings: [RowStanding]
    private let episodes: [Int32]
    private let roles: [Timeline.Role]
    /// The number of each label's cluster.
    private let numbers: [Int]
    /// What follows the id of a row in no cluster, by its standing.
    private let ends = FixedTexts(RowStanding.allCases.map { ",-1,,\($0.word)\n" })
    /// What follows the episode, by the row's role.
    private let words = FixedTexts(Timeline.Role.allCases.map { ",\($0.word)\n" })

    init(_ survey: HotspotSurvey) {
        ids = survey.table.ids
        labels = survey.clustering.labels
        standings = survey.selection.standings
        episodes = survey.histories.episodes
        roles = survey.histories.roles
        numbers = survey.clusters.numbers
    }

    func bytes(of rows: some Sequence<Int>) -> [UInt8] {
        var lines = LineBuffer()
        for row in rows {
            ids.withBytes(at: row) { lines.beginLine(id: $0) }
            let label = Int(labels[row])
            guard label >= 0 else {
                ends.append(Int(standings[row].rawValue), to: &lines)
                continue
            }
            lines.append(UInt8(ascii: ","))
            lines.append(numbers[label])
            lines.append(UInt8(ascii: ","))
            if episodes[row] > 0 { lines.append(Int(episodes[row])) }
            words.append(Int(roles[row].rawValue), to: &lines)
        }
        return lines.finish()
    }
}

/// A few short texts side by side, so that to reach one is not to take hold of an array of its own.
private struct FixedTexts: Sendable {
    private var bytes: [UInt8] = []
    private var ends: [Int] = [0]

    init(_ texts: [String]) {
        for text in texts {
            bytes += text.utf8
            ends.append(bytes.count)
        }
    }

    @inline(__always)
    func append(_ text: Int, to lines: inout LineBuffer) {
        bytes.withUnsafeBufferPointer { lines.append($0[ends[text]..<ends[text + 1]]) }
    }
}

/// Bytes of lines, with room made once for each line and not for each byte.
private struct LineBuffer: ~Copyable {
    /// More than any line takes beside its id.
    private static let rest = 96
    private var memory: UnsafeMutableBufferPointer<UInt8> = .allocate(capacity: 1 << 19)
    private var count = 0

    deinit { memory.deallocate() }

    /// Begins a line with an id, quoted where it needs to be, which is next to never.
    mutating func beginLine(id: UnsafeBufferPointer<UInt8>) {
        makeRoom(2 * id.count + Self.rest)
        for byte in id where byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20 {
            var field = DelimitedBuffer()
            field.append(id)
            field.bytes.withUnsafeBufferPointer { append($0[...]) }
            return
        }
        _ = memory[count...].update(fromContentsOf: id)
        count += id.count
    }

    private mutating func makeRoom(_ needed: Int) {
        guard count + needed > memory.count else { return }
        let larger = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: 2 * (count + needed))
        _ = larger.update(fromContentsOf: memory[..<count])
        memory.deallocate()
        memory = larger
    }

    mutating func append(_ byte: UInt8) {
        memory[count] = byte
        count += 1
    }

    mutating func append(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) {
        for byte in bytes {
            memory[count] = byte
            count += 1
        }
    }

    /// Appends a count's digits.
    mutating func append(_ number: Int) {
        var length = 1
        var rest = number / 10
        while rest > 0 {
            length += 1
            rest /= 10
        }
        rest = number
        for index in (count..<count + length).reversed() {
            memory[index] = UInt8(truncatingIfNeeded: rest % 10) + 48
            rest /= 10
        }
        count += length
    }

    consuming func finish() -> [UInt8] { Array(memory[..<count]) }
}

extension Timeline.Role {
    /// The word in the column `role` of the assignments.
    package var word: String {
        switch self {
        case .new: "new"
        case .recurrence: "recurrence"
        case .duplicate: "duplicate"
        case .undated: "undated"
        case .batch: "batch"
        }
    }
}
