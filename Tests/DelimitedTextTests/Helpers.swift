import Foundation

@testable import DelimitedText

/// A file with the given bytes, removed with its owner.
final class ScratchFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = NSTemporaryDirectory() + "/wardline-text-\(UUID().uuidString).csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }
}

/// What reading a whole file gives.
struct ReadText: Equatable {
    var header: [String]
    var rows: [[String]] = []
    var lines: [Int] = []
    var faults: [RecordFault] = []
    var blankLines = 0

    /// Reads all columns of a file in blocks of a length.
    init(_ file: ScratchFile, blockLength: Int = 1 << 20, requiredCount: Int = 1) throws {
        let opened = try DelimitedFile(.file(file.path))
        let shape = opened.shape
        header = shape.header
        let layout = RecordLayout(
            columnCount: header.count, requiredCount: requiredCount, wanted: Array(header.indices))
        var scanner = RecordScanner(dialect: shape.dialect, layout: layout)
        var batch = FieldBatch(slotCount: layout.slotCount)
        let blocks = opened.makeBlockReader(blockLength: blockLength)
        var line = shape.dataLine
        while var block = try blocks.next(reusing: nil) {
            scanner.restart()
            while scanner.next(of: &block, into: &batch) {
                for row in 0..<batch.count {
                    rows.append(
                        layout.slotRange.map { slot in
                            batch.withFields(slot: slot, of: block) { FieldText.string($0[row]) }
                        })
                    lines.append(line + Int(batch.lines[row]))
                }
            }
            faults += scanner.faults.map { RecordFault(line: line + $0.line, problem: $0.problem) }
            blankLines += scanner.blankLines
            line += scanner.lineCount
        }
    }
}

extension RecordLayout {
    fileprivate var slotRange: Range<Int> { 0..<slotCount }
}

/// Numbers that are the same in each run.
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
