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
        let words = Timeline.Role.allCases.map { Array("\($0.word)\n".utf8) }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(1 << 19)
        for row in rows {
            ids.withBytes(at: row) { Self.append($0, to: &bytes) }
            let label = Int(labels[row])
            guard label >= 0 else {
                bytes.append(contentsOf: ends[Int(standings[row].rawValue)])
                continue
            }
            bytes.append(UInt8(ascii: ","))
            FixedDecimal.append(numbers[label], to: &bytes)
            bytes.append(UInt8(ascii: ","))
            if episodes[row] > 0 { FixedDecimal.append(Int(episodes[row]), to: &bytes) }
            bytes.append(UInt8(ascii: ","))
            bytes.append(contentsOf: words[Int(roles[row].rawValue)])
        }
        return bytes
    }

    /// Appends an id, quoted where it needs to be, which is next to never.
    @inline(__always)
    private static func append(_ id: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
        for byte in id where byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte < 0x20 {
            var field = DelimitedBuffer()
            field.append(id)
            bytes += field.bytes
            return
        }
        bytes.append(contentsOf: id)
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
