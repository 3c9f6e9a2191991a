import Foundation
import Testing

/// Python with the checkers of Tests/Tools/requirements.txt, as `make test-tools` installs them.
private let python = Wardline.package.appending(path: ".build/test-tools/bin/python").path
private let hasCheckers = FileManager.default.isExecutableFile(atPath: python)

@Suite(.enabled(if: hasCheckers, "make test-tools has not been run")) struct `Accessible documents` {
    @Test(arguments: [[], ["--brief", "--language", "es"], ["--edition", "internal", "--status", "all"]])
    func `pass each rule of PDF-UA-1 and have nothing for a screen reader to stumble over`(
        options: [String]
    ) throws {
        let path = try Wardline.scratchFolder().appending(path: "packet.pdf").path
        let outcome = try Wardline.run(
            ["map", "SampleData/requests.csv", "--layer", "district", "--area", "9", "-o", path] + options)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let script = Wardline.package.appending(path: "Tests/Tools/pdfua.py").path
        let complaints = try OutsideTool.run(python, [script, path])
        #expect(complaints.isEmpty, "\(complaints)")
    }

    @Test(arguments: ["report", "closures"])
    func `pages of figures pass them too`(command: String) throws {
        let path = try Wardline.scratchFolder().appending(path: "pages.pdf").path
        let outcome = try Wardline.run(
            [command, "SampleData/requests.csv", "--layer", "district", "-o", path])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let script = Wardline.package.appending(path: "Tests/Tools/pdfua.py").path
        let complaints = try OutsideTool.run(python, [script, path])
        #expect(complaints.isEmpty, "\(complaints)")
    }
}
