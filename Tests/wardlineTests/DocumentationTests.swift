import Foundation
import Testing

/// The commands that the README and the help texts show, run as they stand there: what no longer works fails here.
struct DocumentationTests {
    private let folder: URL

    /// A folder like the package's, which commands may write into.
    init() throws {
        folder = try Wardline.scratchFolder()
        for name in ["SampleData", "Boundaries"] {
            try FileManager.default.copyItem(
                at: Wardline.package.appending(path: name), to: folder.appending(path: name))
        }
    }

    @Test func `every command in the README does what it says on the sample city`() throws {
        let text = try String(contentsOf: Wardline.package.appending(path: "README.md"), encoding: .utf8)
        let commands = ShownCommand.all(inMarkdown: text)
        #expect(commands.contains { $0.line == "wardline audit SampleData/requests.csv -o findings.csv" })
        for command in commands { try run(command) }
    }

    @Test func `every command's help begins with an example that works`() throws {
        for command in try Self.commands(below: "wardline") {
            let examples = ShownCommand.examples(inHelp: try Wardline.shell("\(command) --help").output)
            #expect(
                examples.first?.line.contains("\(command) ") == true, "\(command) --help shows \(examples)")
            for example in examples { try run(example) }
        }
    }

    private func run(_ command: ShownCommand) throws {
        let outcome = try Wardline.shell(command.isMention ? command.asHelp : command.line, in: folder)
        #expect(outcome.status == 0, "\(command.line): \(outcome.errors)")
    }

    /// The commands without further ones below them, such as `wardline boundaries check`.
    private static func commands(below command: String) throws -> [String] {
        let help = try Wardline.shell("\(command) --help").output
        guard let list = help.firstRange(of: "SUBCOMMANDS:\n") else { return [command] }
        let names = help[list.upperBound...].split(
            separator: "\n", omittingEmptySubsequences: false
        )
        .prefix { !$0.isEmpty }.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
        .compactMap { $0.split(separator: " ").first }
        return try names.filter { $0 != "help" }.flatMap { try commands(below: "\(command) \($0)") }
    }
}

/// A line of shell with a command of ours, as a document shows it.
struct ShownCommand: Equatable {
    let line: String

    /// Whether it only names a command (`wardline audit`), leaves words open (`-o FILE`), or would not end by itself.
    var isMention: Bool {
        let words = line.split(separator: " ").dropFirst()
        let names = words.prefix { $0.allSatisfy(\.isLetter) && $0 == $0.lowercased() }
        let isOpen = words.contains { word in
            word.contains("…") || word.count > 1 && word.allSatisfy { $0.isLetter && $0.isUppercase }
        }
        return names.count == words.count || isOpen || words.first == "serve"
    }

    /// The help of the command that is mentioned.
    var asHelp: String {
        let words = line.split(separator: " ").prefix { $0.allSatisfy(\.isLetter) && $0 == $0.lowercased() }
        return words.joined(separator: " ") + " --help"
    }

    /// Returns the commands in code spans and in blocks of code, in their order.
    static func all(inMarkdown text: String) -> [ShownCommand] {
        text.components(separatedBy: "```").enumerated().flatMap { place, part in
            place.isMultiple(of: 2) ? spans(in: part) : lines(inBlock: part)
        }
    }

    /// Returns what stands after each `Example:`, up to the next one or a blank line.
    static func examples(inHelp text: String) -> [ShownCommand] {
        text.components(separatedBy: "Example: ").dropFirst().map { part in
            let lines = part.split(separator: "\n", omittingEmptySubsequences: false)
                .prefix { !$0.allSatisfy(\.isWhitespace) }
            return ShownCommand(line: joined(lines.joined(separator: "\n")))
        }
    }

    private static func spans(in text: String) -> [ShownCommand] {
        text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .filter { !$0.offset.isMultiple(of: 2) && $0.element.hasPrefix("wardline ") }
            .map { ShownCommand(line: joined(String($0.element))) }
    }

    /// Lines that end in a backslash go on; a prompt is left out.
    private static func lines(inBlock text: String) -> [ShownCommand] {
        text.replacing("\\\n", with: " ").split(separator: "\n").dropFirst()
            .map { $0.hasPrefix("$ ") ? $0.dropFirst(2) : $0 }
            .filter { $0.hasPrefix("wardline ") || $0.contains("| wardline ") }
            .map { ShownCommand(line: joined(String($0))) }
    }

    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

struct ShownCommandTests {
    @Test func `commands are found in spans, also across lines, and in blocks`() {
        let text = """
            Run `wardline a x.csv
            -o y.csv` or `ls`, see `wardline a`.
            ```sh
            wardline b --c \\
                d.csv
            $ cat x | wardline e -
            output of it
            ```
            Then `wardline f -o FILE`.
            """
        let found = ShownCommand.all(inMarkdown: text)
        #expect(
            found.map(\.line) == [
                "wardline a x.csv -o y.csv", "wardline a", "wardline b --c d.csv", "cat x | wardline e -",
                "wardline f -o FILE",
            ])
        #expect(found.map(\.isMention) == [false, true, false, false, true])
        #expect(found[4].asHelp == "wardline f --help")
    }
}
