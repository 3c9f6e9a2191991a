import Foundation
import Testing
import WardlineKit

/// The article's examples as they stand there: what no longer compiles fails here.
private enum Article {
    static func first() async throws {
        // From here
        let city = try await WardlineCity.open("SampleData/city.yaml")
        let audit = try await city.audit("SampleData/requests.csv")
        for finding in audit where finding.verdict == .misrouted {
            print(finding.requestID, finding.layer, finding.expected ?? "–", finding.evidence)
        }
        try await audit.write(to: "findings.csv")
        try await audit.writeRepairs(to: "repairs.csv")
        // to here
    }

    static func second() async throws {
        // From here
        let options = WorkOptions(jobs: 4) { event in
            switch event {
            case .progress(let stage): print(stage)
            case .warning(let sentence): print("warning:", sentence)
            }
        }
        let told = try await WardlineCity.open("SampleData/city.yaml", options: options)
        let hotspots = try await told.hotspots("SampleData/requests.csv")
        print(hotspots.count)
        // to here
    }
}

@Test func `the article's examples are those that are compiled here`() throws {
    let article = WardlineCityTests.package.appending(
        path: "Sources/WardlineKit/WardlineKit.docc/FromCSVToFindings.md")
    let shown = try String(contentsOf: article, encoding: .utf8).components(separatedBy: "```swift\n")
        .dropFirst()
        .map { block in
            block.components(separatedBy: "```")[0].replacing("import WardlineKit\n\n", with: "")
                .split(separator: "\n").joined(separator: "\n")
        }
    let compiled = try String(contentsOfFile: #filePath, encoding: .utf8)
        .components(separatedBy: "        // From here\n").dropFirst().compactMap { part in
            part.contains("        // to here\n")
                ? part.components(separatedBy: "        // to here\n")[0].split(separator: "\n")
                    .map { $0.dropFirst(8) }.joined(separator: "\n") : nil
        }
    #expect(shown == Array(compiled.prefix(shown.count)) && shown.count == 2)
    // Referred to, so that a compiler that looks for what nothing uses keeps them.
    _ = (Article.first, Article.second)
}
