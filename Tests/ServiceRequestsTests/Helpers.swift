import Chronology
import DelimitedText
import Foundation
import TestSupport
import Testing

@testable import ServiceRequests

extension ScratchFile {
    func read(
        columns: ColumnSelection = ColumnSelection(), layers: [String] = [], carrying: [String] = [],
        jobs: Int = 1,
        blockLength: Int = 4096, zone: String = "America/New_York", descriptions: Descriptions = .skip,
        dates: DateSettings = DateSettings()
    ) throws -> RequestTable {
        let clock = try #require(CityClock(timeZone: zone))
        var reader = RequestReader(
            source: .file(path), columns: columns, layers: layers, carrying: carrying, clock: clock,
            jobs: jobs,
            descriptions: descriptions, dates: dates)
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
