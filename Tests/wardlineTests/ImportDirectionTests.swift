import Foundation
import Testing

/// The targets that `Package.swift` declares, in its order, and what each may import: the one list of directions.
private struct Manifest {
    struct Module {
        let name: String
        let folder: String
        let dependencies: Set<String>
    }

    let modules: [Module]

    init() throws {
        let text = try String(contentsOf: Wardline.package.appending(path: "Package.swift"), encoding: .utf8)
        let targets = text[try #require(text.range(of: "targets: [\n")).upperBound...]
        let products = text.matches(of: /let (\w+): Target\.Dependency = \.product\(name: "(\w+)"/)
            .reduce(into: [String: String]()) { $0[String($1.1)] = String($1.2) }
        modules = targets.matches(of: /(?:module|executableTarget|system)\(\s*(?:name: )?"(\w+)"/).map {
            match in
            let rest = targets[match.range.upperBound...]
            let end = rest.firstRange(of: /\n        (?:module|tests|system|\.|\/\/)|\n    \]/)?.lowerBound
            let own = rest[..<(end ?? rest.endIndex)]
            // The first list is that of the dependencies, if it stands before any other argument.
            let head = own.firstRange(of: /resources:|path:/)?.lowerBound ?? own.endIndex
            let list = own[..<head].firstMatch(of: /\[([^\]]*)\]/)?.1 ?? ""
            let names = list.matches(of: /"(\w+)"/).map { String($0.1) }
            let others = products.filter { list.contains($0.key) }.map(\.value)
            return Module(
                name: String(match.1),
                folder: own.firstMatch(of: /path: "([^"]+)"/).map { String($0.1) } ?? "Sources/\(match.1)",
                dependencies: Set(names + others))
        }
    }
}

/// Modules that come with Swift.
private let system: Set<String> = ["Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization", "Swift"]

/// Programs that measure and try the others, and are no part of the diagram.
private let tools = ["Microbenchmarks", "Fuzzing"]

struct ImportDirectionTests {
    private let modules: [Manifest.Module]

    init() throws {
        modules = try Manifest().modules
        try #require(modules.count > 20)
    }

    /// Swift also builds imports of what a dependency depends on.
    @Test func `modules import only what the manifest lets them`() throws {
        for module in modules {
            for (file, text) in try sources(of: module) {
                for imported in imports(text) where !system.contains(imported) {
                    #expect(
                        module.dependencies.contains(imported), "\(module.name)/\(file) imports \(imported)")
                }
            }
        }
    }

    @Test func `the manifest lets no module import what it does not`() throws {
        for module in modules {
            let used = try Set(sources(of: module).flatMap { imports($0.text) })
            #expect(module.dependencies.subtracting(used).isEmpty, "\(module.name)")
        }
    }

    @Test func `the manifest stands in the order of the diagram: what is below comes first`() {
        let ours = Set(modules.map(\.name))
        var above: Set<String> = []
        for module in modules where !tools.contains(module.name) {
            let missing = module.dependencies.intersection(ours).subtracting(above)
            #expect(missing.isEmpty, "\(module.name) stands before \(missing.sorted())")
            above.insert(module.name)
        }
    }

    @Test func `the README's picture shows every module once, in the manifest's order`() throws {
        let shown = try picture().joined()
        #expect(Set(shown).count == shown.count)
        let ours = Set(modules.map(\.name)).subtracting(tools)
        #expect(shown.filter(ours.contains) == modules.map(\.name).filter(ours.contains))
    }

    @Test func `the README's picture shows each module below what it imports`() throws {
        var row: [String: Int] = [:]
        for (index, names) in try picture().enumerated() {
            for name in names { row[name] = index }
        }
        for module in modules where !tools.contains(module.name) {
            let own = try #require(row[module.name], "the picture lacks \(module.name)")
            for dependency in module.dependencies {
                if let other = row[dependency] { #expect(other < own, "\(module.name), \(dependency)") }
            }
        }
    }

    @Test func `only the commands know options, standard streams and signals`() throws {
        let words = [
            "import ArgumentParser", " print(", "STDOUT_FILENO", "STDERR_FILENO", "fputs(",
            "FileHandle.standard",
            ".standardError", ".standardOutput", "stdout", "stderr", "signal(SIG",
        ]
        for module in modules where !(["wardline", "SampleCity"] + tools).contains(module.name) {
            for (file, text) in try sources(of: module) {
                for word in words where code(text).contains(word) {
                    Issue.record("\(module.name)/\(file) says \(word)")
                }
            }
        }
    }

    /// The modules of the README's table, row by row.
    private func picture() throws -> [[String]] {
        let text = try String(contentsOf: Wardline.package.appending(path: "README.md"), encoding: .utf8)
        let table = text[try #require(text.range(of: "| Module | Holds |")).upperBound...]
        return table.split(separator: "\n", omittingEmptySubsequences: false)
            .prefix { $0.isEmpty || $0.hasPrefix("|") }
            .compactMap { $0.split(separator: "|").first }
            .map { cell in cell.matches(of: /`(\w+)`/).map { String($0.1) } }
    }

    private func sources(of module: Manifest.Module) throws -> [(file: String, text: String)] {
        let folder = Wardline.package.appending(path: module.folder)
        let files = FileManager.default.enumerator(atPath: folder.path)
        var sources: [(String, String)] = []
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            sources.append((file, try String(contentsOf: folder.appending(path: file), encoding: .utf8)))
        }
        return sources
    }

    /// The lines of a source file that are no comments.
    private func code(_ text: String) -> String {
        text.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n")
    }

    /// The modules that a source file imports.
    private func imports(_ text: String) -> [String] {
        text.split(whereSeparator: \.isNewline).compactMap { line in
            let words = line.split(separator: " ")
            guard let index = words.firstIndex(of: "import"),
                words[..<index].allSatisfy({ word in
                    ["package", "public", "internal", "private", "fileprivate"].contains(word)
                        || word.hasPrefix("@")
                }), index + 1 < words.count
            else { return nil }
            return String(words[index + 1].prefix { $0 != "." && $0 != ";" })
        }
    }
}
