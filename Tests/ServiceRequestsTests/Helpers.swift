import Chronology
import DelimitedText
import Foundation
import Testing

@testable import ServiceRequests

/// A file with the given text, removed with its owner.
final class ScratchFile {
    let path: String

    init(_ bytes: [UInt8]) throws {
        path = NSTemporaryDirectory() + "/wardline-requests-\(UUID().uuidString).csv"
        try Data(bytes).write(to: URL(fileURLWithPath: path))
    }

    convenience init(_ text: String) throws { try self.init(Array(text.utf8)) }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func read(
        columns: ColumnSelection = ColumnSelection(), layers: [String] = [], jobs: Int = 1,
        blockLength: Int = 4096, zone: String = "America/New_York", descriptions: Descriptions = .skip
    ) throws -> RequestTable {
        let clock = try #require(CityClock(timeZone: zone))
        var reader = RequestReader(
            source: .file(path), columns: columns, layers: layers, clock: clock, jobs: jobs,
            descriptions: descriptions)
        reader.blockLength = blockLength
        return try reader.read()
    }
}

/// Public extracts that some tests read where they are there.
enum RealData {
    static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["WARDLINE_REAL_DATA"]
        let beside = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("shared/data")
            .path
        return [named, beside].compactMap { $0 }.first { FileManager.default.fileExists(atPath: $0) }
    }()

    static var isThere: Bool { folder != nil }
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
