import Foundation
import Testing
import Wording

/// Errors of the modules, which the command tells in terms of its options.
struct ErrorTermsTests {
    @Test func `every setting that an error may name is an option of a command`() throws {
        let help = try DocumentationTests.commands(below: "wardline").map {
            try Wardline.shell("\($0) --help").output
        }.joined()
        let options = Set(help.matches(of: /--[a-z][a-z-]*/).map { String($0.output) })
        for setting in SettingName.allCases where setting != .output {
            #expect(options.contains("--" + setting.parts.joined(separator: "-")), "\(setting)")
        }
    }

    /// Files that name options on purpose: what is written into a city file, and how another program is called.
    private static let ofOthers = [
        "City/CityReference.swift", "CityDrafting/Text/DraftWriter.swift",
        "CityDrafting/Text/DraftWriter+Service.swift", "FeatureFiles/Conversion/ChildProcess.swift",
        "FeatureFiles/Conversion/Converter.swift",
    ]

    @Test func `no text of a module names an option`() throws {
        let folder = Wardline.package.appending(path: "Sources")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            $0.hasSuffix(".swift") && !$0.hasPrefix("wardline/") && !$0.hasPrefix("SampleCity/")
        }
        #expect(files.count > 500 && files.count { Self.ofOthers.contains($0) } == Self.ofOthers.count)
        for file in files where !Self.ofOthers.contains(file) {
            let text = try String(contentsOf: folder.appending(path: file), encoding: .utf8)
            for line in text.split(separator: "\n") {
                let code = line.drop { $0 == " " }
                guard !code.hasPrefix("//") else { continue }
                #expect(!code.contains(/"[^"]*--[a-z]/), "\(file): \(code)")
            }
        }
    }

    @Test func `an error names the option of the command that was typed`() throws {
        let outcome = try Wardline.run("hotspots", "SampleData/requests.csv", "--area", "zone=99")
        #expect(outcome.errors.contains("Error: --area zone=99: "), "\(outcome.errors)")
        let settings = try Wardline.run("hotspots", "SampleData/requests.csv", "--radius", "0")
        #expect(settings.status == 64 && settings.errors.contains("--radius 0 m: a radius is"))
        let day = try Wardline.run(
            "map", "SampleData/requests.csv", "--area", "1", "-o", "/dev/null", "--format", "svg", "--as-of",
            "2024-07-01", "--since", "2024-07-02")
        #expect(day.errors.contains("--as-of 2024-07-01 is before --since 2024-07-02"), "\(day.errors)")
    }
}
