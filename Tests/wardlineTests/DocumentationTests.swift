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

    /// The pages whose commands are run here; those of `columns.md` are run with its tables.
    static let pages = ["README.md"] + manual

    private static let manual: [String] = {
        let folder = Wardline.package.appending(path: "Docs").path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".md") && $0 != "columns.md" }.sorted().map { "Docs/\($0)" }
    }()

    @Test(arguments: pages)
    func `every command in the manual works on the sample city, and every output shown is what it says`(
        page: String
    ) throws {
        let text = try String(contentsOf: Wardline.package.appending(path: page), encoding: .utf8)
        let parts = ShownPart.all(inMarkdown: text)
        if page == "README.md" {
            let audit = ShownCommand(line: "wardline audit SampleData/requests.csv -o findings.csv")
            #expect(parts.contains(.command(audit)))
        }
        var last: Wardline.Outcome?
        for part in parts {
            switch part {
            case .command(let command):
                let outcome = try run(command)
                last = command.isMention ? nil : outcome
            case .output(let shown):
                guard let last else { continue }
                if let line = shown.firstLine(missingFrom: last.output) {
                    Issue.record("\(page) shows what is not so: \(line)")
                }
            }
        }
    }

    @Test(arguments: pages + ["Docs/columns.md", "CONTRIBUTING.md"])
    func `every link of the manual leads to a file`(page: String) throws {
        let file = Wardline.package.appending(path: page)
        let text = try String(contentsOf: file, encoding: .utf8)
        for part in text.components(separatedBy: "](").dropFirst() {
            let link = String(part.prefix { $0 != ")" && $0 != "#" })
            guard !link.isEmpty, !link.hasPrefix("http") else { continue }
            let target = file.deletingLastPathComponent().appending(path: link)
            #expect(FileManager.default.fileExists(atPath: target.path), "\(page): \(link)")
        }
    }

    @Test func `the README leads to every page of the manual`() throws {
        let text = try String(contentsOf: Wardline.package.appending(path: "README.md"), encoding: .utf8)
        for page in Self.manual + ["Docs/columns.md"] { #expect(text.contains("](\(page))"), "\(page)") }
    }

    /// `make docs` draws it anew. Another release of cairo draws the same in other bytes.
    @Test(.enabled(if: Wardline.cairo == "1.16.0", "the picture was drawn by cairo 1.16.0"))
    func `the picture of the README is what its command draws`() throws {
        let picture = Wardline.package.appending(path: "Docs/pictures/district-7.png")
        let drawn = folder.appending(path: "district-7.png")
        let outcome = try Wardline.shell(
            "wardline map SampleData/requests.csv --layer district --area 7 -o district-7.png", in: folder)
        #expect(outcome.status == 0, "\(outcome.errors)")
        let bytes = try Data(contentsOf: drawn)
        if ProcessInfo.processInfo.environment["WARDLINE_WRITE_DOCS"] != nil { try bytes.write(to: picture) }
        let isSame = try bytes == Data(contentsOf: picture)
        #expect(isSame, "make docs draws it anew")
    }

    @Test func `every command's help names its page of the manual, and folds to the terminal`() throws {
        for command in try Self.commands(below: "wardline") {
            let help = try Wardline.shell("COLUMNS=64 \(command) --help").output
            let pages = help.split { $0.isWhitespace || $0 == "," }.filter { $0.hasPrefix("Docs/") }
            #expect(!pages.isEmpty, "\(command)")
            for page in pages {
                #expect(
                    FileManager.default.fileExists(atPath: Wardline.package.appending(path: "\(page)").path))
            }
            // A word or an example alone may be longer.
            let long = help.split(separator: "\n").filter { $0.count > 64 && !$0.hasPrefix("USAGE") }
            #expect(long.isEmpty, "\(command): \(long)")
        }
    }

    @Test func `every command's help begins with an example that works`() throws {
        for command in try Self.commands(below: "wardline") {
            let examples = ShownCommand.examples(inHelp: try Wardline.shell("\(command) --help").output)
            #expect(
                examples.first?.line.contains("\(command) ") == true, "\(command) --help shows \(examples)")
            for example in examples { try run(example) }
        }
    }

    @discardableResult
    private func run(_ command: ShownCommand) throws -> Wardline.Outcome {
        let outcome = try Wardline.shell(command.isMention ? command.asHelp : command.line, in: folder)
        #expect(outcome.status == 0, "\(command.line): \(outcome.errors)")
        return outcome
    }

    /// The commands without further ones below them, such as `wardline boundaries check`.
    static func commands(below command: String) throws -> [String] {
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

/// What a page shows: commands, and what they print.
enum ShownPart: Equatable {
    case command(ShownCommand)
    case output(ShownOutput)

    /// Returns a page's parts in their order. A block of no language is the output of the command before it.
    static func all(inMarkdown text: String) -> [ShownPart] {
        text.components(separatedBy: "```").enumerated().flatMap { index, part -> [ShownPart] in
            if index.isMultiple(of: 2) || !part.hasPrefix("\n") {
                let text = index.isMultiple(of: 2) ? part : "```\(part)```"
                return ShownCommand.all(inMarkdown: text).map { .command($0) }
            }
            return [.output(ShownOutput(lines: part.split(separator: "\n").map(String.init)))]
        }
    }
}

/// Lines of an output, as a page shows them: a line that is `…` stands for any, and so does the rest of one that ends in it.
struct ShownOutput: Equatable {
    let lines: [String]

    /// Returns the first line that an output has not, after the ones before; `nil` where it has all.
    func firstLine(missingFrom output: String) -> String? {
        var rest = output.split(separator: "\n")[...]
        for line in lines where line != "…" {
            let isOpen = line.hasSuffix("…")
            let text = isOpen ? line.dropLast() : line[...]
            guard let index = rest.firstIndex(where: { isOpen ? $0.hasPrefix(text) : $0 == text }) else {
                return line
            }
            rest = rest[(index + 1)...]
        }
        return nil
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
        return names.count == words.count || isOpen || line.contains("$") || words.first == "serve"
    }

    /// The help of the command that is mentioned.
    var asHelp: String {
        let words = line.split(separator: " ").prefix { $0.allSatisfy(\.isLetter) && $0 == $0.lowercased() }
        return words.joined(separator: " ") + " --help"
    }

    /// Returns the commands in code spans and in blocks of code, in their order.
    static func all(inMarkdown text: String) -> [ShownCommand] {
        text.components(separatedBy: "```").enumerated().flatMap { index, part in
            index.isMultiple(of: 2) ? spans(in: part) : lines(inBlock: part)
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
        let lines: [Substring] = text.replacing("\\\n", with: " ").split(separator: "\n").dropFirst()
            .map { (line: Substring) in line.hasPrefix("$ ") ? line.dropFirst(2) : line }
        return lines.compactMap { line in
            if line == "make demo" {
                return ShownCommand(line: "wardline audit SampleData/requests.csv")
            }
            guard line.hasPrefix("wardline ") || line.contains("| wardline ") else { return nil }
            return ShownCommand(line: joined(String(line)))
        }
    }

    private static func joined(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

struct ShownCommandTests {
    @Test func `an output that is shown has its lines in their order`() {
        let shown = ShownOutput(lines: ["a", "…", "c …"])
        #expect(shown.firstLine(missingFrom: "a\nb\nc d\n") == nil)
        #expect(shown.firstLine(missingFrom: "c d\na\n") == "c …")
        #expect(
            ShownPart.all(inMarkdown: "`wardline a b.csv`\n```\nx\n```\n")
                == [.command(ShownCommand(line: "wardline a b.csv")), .output(ShownOutput(lines: ["x"]))])
    }

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
