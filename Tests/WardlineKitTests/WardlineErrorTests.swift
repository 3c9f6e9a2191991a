import Foundation
import Testing
import Wording

@testable import WardlineKit

/// Which part is to blame for what goes wrong.
struct WardlineErrorTests {
    private static let sources = WardlineCityTests.package.appending(path: "Sources")

    /// The names of the types that can be thrown, of all modules.
    private static func errorTypes() throws -> Set<String> {
        let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter {
            $0.hasSuffix(".swift")
        }
        let type =
            /(?:struct|enum|class|actor|extension) (\w+)(?:<[^>]*>)?: (?:[^{]*, )?(?:Localized|Advising)?Error\b/
        var names: Set<String> = []
        for file in files {
            let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
            for line in text.split(separator: "\n") where line.contains("Error") {
                for match in line.matches(of: type) { names.insert(String(match.1)) }
            }
        }
        return names
    }

    @Test func `each type of error is told which part it blames, or that it comes to nobody`() throws {
        let text = try String(
            contentsOf: Self.sources.appending(path: "WardlineKit/Work/WardlineError.swift"), encoding: .utf8)
        let start = try #require(text.range(of: "func part(of"))
        let told = Set(text[start.upperBound...].matches(of: /\w+/).map { String($0.0) })
        let types = try Self.errorTypes()
        #expect(types.count > 40)
        for type in types.subtracting(["WardlineError"]).sorted() {
            #expect(told.contains(type), "\(type) is not in WardlineError.part(of:)")
        }
    }

    @Test(
        arguments: [
            (CityWorkError.noLayer(city: "city.yaml"), .cityFile),
            (RequestSourceError.readTwice, .requests),
            (PartFileError(path: "a.json", reason: .noSums), .requests),
            (MergeError.namedTwice(path: "a.csv"), .question),
            (PartSumsError.acrossCategories, .question),
            (RepairError.noKey(source: "a.csv"), .question),
            (RepairError.noRepairedColumn("zone", export: "b.csv"), .requests),
            (RepairError.noKeyColumn("id", export: "b.csv"), .requests),
            (EarlierFindingsError.noColumn("layer", source: "a.csv"), .question),
            (DecisionError.chosenRequests, .question),
            (FactsSourceError.noRequests, .question),
            (QuestionError.noPeriod, .question),
            (AudienceError.notNamed, .privacy),
            (DraftError.exists(path: "city.yaml"), .output),
        ] as [(any Error & Sendable, WardlineError.Part)])
    func `the kit's own errors blame a part and keep their sentence`(
        error: any Error & Sendable, part: WardlineError.Part
    ) {
        let told = WardlineError(reason: error)
        #expect(told.part == part && told.description == "\(error)")
    }

    @Test func `what nobody foresaw is no part's`() {
        #expect(WardlineError(reason: CocoaError(.fileReadUnknown)).part == .other)
    }
}
