import Foundation
import Testing

/// `make test-long` against the tests.
struct LongTestTargetTests {
    @Test func `make test-long runs every suite of which make test runs a part`() throws {
        let makefile = try String(
            contentsOf: Wardline.package.appending(path: "Makefile"), encoding: .utf8)
        let target = try #require(makefile.components(separatedBy: "\ntest-long:").last)
        let filter = try #require(target.firstMatch(of: /--filter '([^']+)'/)).1.split(separator: "|")
        let tests = Wardline.package.appending(path: "Tests")
        for file in try FileManager.default.subpathsOfDirectory(atPath: tests.path)
        where file.hasSuffix(".swift") && !file.hasPrefix("TestSupport/") {
            let text = try String(contentsOf: tests.appending(path: file), encoding: .utf8)
            guard text.contains(/LongTests\.(areAsked|rounds|arguments)/) else { continue }
            // A test of no suite is named with its file.
            let suites =
                text.matches(of: /(?:struct|final class) (`[^`]+`|\w+)[^\n]*\{/).map { String($0.1) } + [file]
            #expect(
                filter.contains { named in suites.contains { $0.contains(named) } },
                "\(file): none of \(suites) is in the filter")
        }
    }
}
