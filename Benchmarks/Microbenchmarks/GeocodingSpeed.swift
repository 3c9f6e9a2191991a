import AddressParsing
import Foundation
import Geocoding
import Statistics

/// Measures how fast a compiled reference opens, how many addresses a second one core matches on it, and how long the
/// worst of many hostile lines takes.
enum GeocodingSpeed {
    static func run(_ arguments: [String]) throws {
        guard arguments.count > 1 else {
            print("usage: Microbenchmarks geocoding-speed STREETS LINES")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "reference-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let store = ReferenceStore(
            ReferenceSources(streets: [StreetSource(path: arguments[0])]), folder: folder.path)
        let compiling = try measure { _ = try store.open() }
        let opening = try (0..<10).map { _ in try measure { _ = try store.open() } }.min() ?? .zero
        print("reference: compiled in \(compiling), opened in \(opening)")

        let geocoder = Geocoder(reference: try store.open().reference)
        let lines = try String(contentsOfFile: arguments[1], encoding: .utf8).split(separator: "\n").map(
            String.init)
        matching(lines, geocoder)
        worst(of: HostileLines.made(from: lines), geocoder)
    }

    private static func matching(_ lines: [String], _ geocoder: Geocoder) {
        var found = 0
        let whole =
            (0..<3).map { _ in
                measure { for line in lines { found &+= geocoder.geocode(line).tieCount } }
            }.min() ?? .zero
        let parsed = lines.map(geocoder.parser.parse)
        let matched =
            (0..<3).map { _ in
                measure { for line in parsed { found &+= geocoder.geocode(line).tieCount } }
            }.min() ?? .zero
        print(
            "matching: \(rate(lines.count, matched)) addresses a second, with parsing \(rate(lines.count, whole)), "
                + "over \(lines.count) lines")
        withExtendedLifetime(found) {}
    }

    /// The best of five runs of each line, so that only the line counts and not what else the machine does.
    private static func worst(of lines: [String], _ geocoder: Geocoder) {
        var slowest = (time: Duration.zero, line: "")
        for line in lines {
            let time = (0..<5).map { _ in measure { _ = geocoder.geocode(line) } }.min() ?? .zero
            if time > slowest.time { slowest = (time, line) }
        }
        if CommandLine.arguments.contains("--show") { print(slowest.line) }
        print("slowest of \(lines.count) hostile lines: \(slowest.time) (\(slowest.line.utf8.count) bytes)")
    }

    private static func rate(_ count: Int, _ time: Duration) -> Int {
        Int(Double(count) / (time / .seconds(1)))
    }

    private static func measure(_ work: () throws -> Void) rethrows -> Duration {
        try ContinuousClock().measure(work)
    }
}

/// Lines that try to make a geocoder slow: mutated addresses, words in random order, long lines, odd characters.
enum HostileLines {
    static func made(from lines: [String]) -> [String] {
        var random = SeededGenerator(seed: 311)
        let words = lines.prefix(2_000).flatMap { $0.split(separator: " ").map(String.init) }
        let signs = ["&", "@", "/", ",", "-", "#", "AND", "AT", "BETWEEN", "CORNER OF", "ST", "AVE", "N"]
        var made: [String] = []
        for _ in 0..<6_000 {
            let count = Int.random(in: 1...40, using: &random)
            let picked = (0..<count).map { _ in
                Bool.random(using: &random)
                    ? words.randomElement(using: &random) ?? "" : signs.randomElement(using: &random) ?? ""
            }
            made.append(picked.joined(separator: " "))
        }
        for line in lines.prefix(4_000) {
            var scalars = Array(line.unicodeScalars)
            for _ in 0..<Int.random(in: 1...8, using: &random) where !scalars.isEmpty {
                let place = Int.random(in: 0..<scalars.count, using: &random)
                let range: ClosedRange<UInt32> = Bool.random(using: &random) ? 32...90 : 0...0x10ffff
                if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &random)) {
                    scalars[place] = scalar
                }
            }
            var text = String.UnicodeScalarView()
            text.append(contentsOf: scalars)
            made.append(String(text))
        }
        made += [100, 1_000, 100_000].flatMap { length in
            ["9", "A ", "N ", "1 ST & ", "MAIN ST ", "é", ", "].map {
                String(repeating: $0, count: length / $0.utf8.count)
            }
        }
        return made
    }
}
