import DelimitedText
import Hotspots
import OutputFiles
import ServiceRequests
import WorkSharing

/// Writes for each row its cluster, its episode and its role there, in order of the ids.
struct AssignmentsWriter {
    static let columns = ["request_id", "cluster", "episode", "role"]

    private let survey: HotspotSurvey
    /// For each row the number of its cluster, −1 for none.
    private let numbers: [Int32]
    private let episodes: [Int32]
    private let roles: [Timeline.Role]

    init(_ survey: HotspotSurvey) {
        self.survey = survey
        var numbers = [Int32](repeating: -1, count: survey.table.count)
        var episodes = [Int32](repeating: 0, count: survey.table.count)
        var roles = [Timeline.Role](repeating: .undated, count: survey.table.count)
        for cluster in survey.clusters {
            for entry in cluster.timeline.entries {
                let row = Int(cluster.rows[entry.report])
                numbers[row] = Int32(cluster.number)
                episodes[row] = Int32(entry.episode)
                roles[row] = entry.role
            }
        }
        self.numbers = numbers
        self.episodes = episodes
        self.roles = roles
    }

    func write(to destination: OutputDestination, jobs: Int) throws {
        let file = try OutputFile(destination)
        try file.write(Self.columns.joined(separator: ",") + "\n")
        let rows = RowOrder(table: survey.table).rowsByID(jobs: jobs)
        // A few slices at a time, so that the bytes of the whole never stand in memory at once.
        let window = 262_144
        for start in stride(from: 0, to: rows.count, by: window) {
            let part = rows[start..<min(rows.count, start + window)]
            let pieces = mapSlices(
                count: part.count, sliceLength: 16_384, jobs: jobs, makeWorker: { () }
            ) { _, range in bytes(of: part[(start + range.lowerBound)..<(start + range.upperBound)]) }
            for piece in pieces { try file.write(piece) }
        }
        try file.commit()
    }

    private func bytes(of rows: ArraySlice<Int32>) -> [UInt8] {
        var buffer = DelimitedBuffer()
        for row in rows.map(Int.init) {
            survey.table.ids.withBytes(at: row) { buffer.append($0) }
            buffer.append(Int(numbers[row]))
            guard numbers[row] >= 0 else {
                buffer.appendEmpty()
                buffer.append(survey.selection.standings[row].word)
                buffer.endRecord()
                continue
            }
            if episodes[row] > 0 { buffer.append(Int(episodes[row])) } else { buffer.appendEmpty() }
            buffer.append(roles[row].word)
            buffer.endRecord()
        }
        return buffer.bytes
    }
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
