import Foundation
import Records
import Testing

struct ShellTextTests {
    @Test(arguments: [
        "requests.csv", "a b.csv", "it's.csv", "a\nb.csv", "tab\t'\\ \u{1}f.csv", "$x;*.csv", "é.csv",
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
}
