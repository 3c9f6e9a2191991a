import AddressParsing
import DelimitedText
import Foundation
import Geocoding
package import Records
import WorkSharing

/// Reads addresses into their parts: one a line in, one JSON object a line out.
package struct ParsedLines {
    private static let sliceLength = 512

    private let jobs: Int
    private let output: OutputDestination
    private let parser = AddressParser()

    package init(jobs: Int, output: OutputDestination) {
        self.jobs = jobs
        self.output = output
    }

    /// Parses the addresses; without any, the lines of the file or of standard input.
    package func write(of addresses: [String], file: String?) throws {
        var result = try OutputFile(output)
        if file == nil, !addresses.isEmpty {
            try result.write(json(addresses[...]))
            return try result.commit()
        }
        let handle = try open(file ?? "-")
        var rest: [UInt8] = []
        // What has arrived is answered at once, so that a program can ask line by line.
        while !result.isReaderGone {
            let chunk = handle.availableData
            guard !chunk.isEmpty else { break }
            rest.append(contentsOf: chunk)
            guard let end = rest.lastIndex(of: 0x0A) else { continue }
            try result.write(json(rest[..<end]))
            if case .open = output { try result.flush() }
            rest.removeSubrange(...end)
        }
        if !rest.isEmpty { try result.write(json(rest[...])) }
        try result.commit()
    }

    private func open(_ path: String) throws -> FileHandle {
        if path == "-" { return .standardInput }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw DelimitedTextError.missingFile(path: path)
        }
        return handle
    }

    private func json(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
        let pieces = mapSlices(
            count: lines.count, sliceLength: Self.sliceLength, jobs: jobs, makeWorker: {},
            body: { (_: inout Void, range: Range<Int>) in
                json(lines[range].lazy.map { FieldText.string($0.last == 0x0D ? $0.dropLast() : $0) })
            })
        return Array(pieces.joined())
    }

    private func json(_ lines: some Sequence<String>) -> [UInt8] {
        var bytes: [UInt8] = []
        for line in lines {
            bytes.append(contentsOf: parser.parse(line).jsonLine.utf8)
            bytes.append(0x0A)
        }
        return bytes
    }
}
