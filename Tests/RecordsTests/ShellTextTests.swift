import Foundation
import Records
import Testing

struct ShellTextTests {
    @Test(arguments: [
        "requests.csv", "a b.csv", "it's.csv", "a\nb.csv", "tab\t'\\ \u{1}f.csv", "a\u{202E}vsc.b",
        "$x;*.csv", "é.csv",
    ])
    func `a shell reads the path that was meant`(path: String) throws {
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/bash")
        shell.arguments = ["-c", "printf %s \(ShellText.quoted(path))"]
        let output = Pipe()
        shell.standardOutput = output
        try shell.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        shell.waitUntilExit()
        #expect(String(decoding: bytes, as: UTF8.self) == path)
        #expect(!ShellText.quoted(path).contains("\n"))
    }

    @Test func `what turns the order of letters does not reach the terminal`() {
        let text = "Zone \u{202E}evif\u{202C} and \u{2066}six\u{2069}\u{2028}end"
        for shown in [TerminalText.oneLine(text), TerminalText.shown(text)] {
            #expect(
                !shown.unicodeScalars.contains {
                    (0x2028...0x202E).contains($0.value) || (0x2066...0x2069).contains($0.value)
                })
            #expect(shown.contains("Zone \u{FFFD}evif\u{FFFD} and"))
        }
        #expect(TerminalText.shown("שלום \u{200F}(5)") == "שלום \u{200F}(5)")
    }
}
