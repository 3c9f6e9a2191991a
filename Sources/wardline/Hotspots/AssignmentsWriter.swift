import DelimitedText
import Hotspots
import OutputFiles
import ServiceRequests
import WorkSharing

/// Writes for each row its cluster, its episode and its role there, in order of the ids.
struct AssignmentsWriter {
    static let columns = ["request_id", "cluster", "episode", "role"]

    private let survey: HotspotSurvey
    /// The number of each of the clustering's clusters.
    private let numbers: [Int]

    init(_ survey: HotspotSurvey) {
        self.survey = survey
        var numbers = [Int](repeating: 0, count: survey.clusters.count)
        for cluster in survey.clusters { numbers[cluster.label] = cluster.number }
        self.numbers = numbers
    }

    func write(to destination: OutputDestination, jobs: Int) throws {
        let file = try OutputFile(destination)
        try file.write(Self.columns.joined(separator: ",") + "\n")
        let order = RowOrder(table: survey.table).sortedRows(jobs: jobs)
        // A few slices at a time, so that the bytes of the whole never stand in memory at once.
        let window = 262_144
        for start in stride(from: 0, to: survey.table.count, by: window) {
            let count = min(window, survey.table.count - start)
            let pieces = mapSlices(count: count, sliceLength: 16_384, jobs: jobs, makeWorker: { () }) {
                _, range in
                let places = (start + range.lowerBound)..<(start + range.upperBound)
                guard let order else { return bytes(of: places) }
                return bytes(of: order[places].lazy.map(Int.init))
            }
            for piece in pieces { try file.write(piece) }
        }
        try file.commit()
    }

    private func bytes(of rows: some Sequence<Int>) -> [UInt8] {
        let ids = survey.table.ids
        let (labels, standings) = (survey.clustering.labels, survey.scope.selection.standings)
        let (episodes, roles) = (survey.histories.episodes, survey.histories.roles)
        // What follows the id of a row in no cluster is one of a few texts.
        let ends = RowStanding.allCases.map { Array(",-1,,\($0.word)\n".utf8) }
        let words = Timeline.Role.allCases.map { Array(",\($0.word)\n".utf8) }
        var lines = LineBuffer()
        for row in rows {
            ids.withBytes(at: row) { lines.beginLine(id: $0) }
            let label = Int(labels[row])
            guard label >= 0 else {
                lines.append(ends[Int(standings[row].rawValue)])
                continue
            }
            lines.append(UInt8(ascii: ","))
            lines.append(numbers[label])
            lines.append(UInt8(ascii: ","))
            if episodes[row] > 0 { lines.append(Int(episodes[row])) }
            lines.append(words[Int(roles[row].rawValue)])
        }
        return lines.finish()
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
            append(field.bytes)
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

    mutating func append(_ bytes: [UInt8]) {
        _ = memory[count...].update(fromContentsOf: bytes)
        count += bytes.count
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
        for place in (count..<count + length).reversed() {
            memory[place] = UInt8(truncatingIfNeeded: rest % 10) + 48
            rest /= 10
        }
        count += length
    }

    consuming func finish() -> [UInt8] { Array(memory[..<count]) }
}

extension Timeline.Role {
    /// The word in the column `role` of the assignments.
    var word: String {
        switch self {
        case .new: "new"
        case .recurrence: "recurrence"
        case .duplicate: "duplicate"
        case .undated: "undated"
        }
    }
}
