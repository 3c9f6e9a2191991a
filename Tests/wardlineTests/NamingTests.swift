import Foundation
import Testing

/// What the names in the sources promise a reader.
struct NamingTests {
    private struct Source {
        let path: String
        let code: String
        /// The name before the `.swift` or the `+`.
        var base: String {
            String(
                path.split(separator: "/").last?.split(whereSeparator: { $0 == "+" || $0 == "." }).first ?? ""
            )
        }

        /// The names of what is declared or extended at the top of the file, private things too.
        var declared: [String] {
            code.matches(
                of:
                    /^(?:@\S+ )*(?:(?:public|package|private|fileprivate|final|indirect) )*(?:struct|class|enum|protocol|actor|typealias|extension|func) (\w+)/
                    .anchorsMatchLineEndings()
            ).map { String($0.1) }
        }

        /// The names of the types that are declared at the top of the file.
        var types: [String] {
            code.matches(
                of:
                    /^(?:@\S+ )*(?:(?:public|package|private|fileprivate|final|indirect) )*(?:struct|class|enum|protocol|actor|typealias) (\w+)/
                    .anchorsMatchLineEndings()
            ).map { String($0.1) }
        }
    }

    /// Read once for all tests.
    private static let read = Result {
        let folder = Wardline.package.appending(path: "Sources")
        return try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
            .filter { $0.hasSuffix(".swift") }
            .map { path in
                let text = try String(contentsOf: folder.appending(path: path), encoding: .utf8)
                let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
                return Source(
                    path: path,
                    code: lines.filter { !$0.drop { $0 == " " }.hasPrefix("//") }.joined(separator: "\n"))
            }
    }

    private let sources: [Source]

    init() throws {
        sources = try Self.read.get()
        try #require(sources.count > 500)
    }

    @Test func `no name stands for two types`() {
        var files: [String: [String]] = [:]
        for source in sources { for type in source.types { files[type, default: []].append(source.path) } }
        for (type, paths) in files where paths.count > 1 {
            Issue.record("\(type) is declared in \(paths.joined(separator: " and "))")
        }
    }

    /// Within a module the nearer of two types of one name hides the other; what is kept of facts stands beside what it is made from.
    @Test func `no nested type that others see has the name of one at the top of its module`() {
        var files: [String: [String]] = [:]
        for source in sources { for type in source.types { files[type, default: []].append(source.path) } }
        for source in sources {
            let module = source.path.prefix { $0 != "/" } + "/"
            let isOfFacts = source.path.hasPrefix("ServiceRequests/Facts/CityFacts")
            for match in source.code.matches(
                of: /^ +(?:public|package) (?:indirect )?(?:struct|enum|final class|typealias) (\w+)/
                    .anchorsMatchLineEndings())
            {
                for path in files[String(match.1)] ?? [] where isOfFacts || path.hasPrefix(module) {
                    Issue.record("\(source.path): \(match.1) is a type of \(path) too")
                }
            }
        }
    }

    /// Files that hold a family of small types, or functions, that have no name in common.
    private static let families: Set<String> = [
        "Geometry/Shapes.swift", "Geometry/PlanarMeasures.swift", "GeometryEngine/PROJHandles.swift",
        "Geocoding/Reference/ReferenceRecords.swift", "Locating/Addresses/AddressWording.swift",
        "Maps/Placement/Arithmetic.swift", "Maps/Placement/PageShape.swift",
        "SampleCity/Plan/PlanGeometry.swift",
    ]

    @Test func `a file is named for what is in it`() {
        for source in sources where !Self.families.contains(source.path) {
            let base = source.base.lowercased()
            #expect(
                source.declared.contains {
                    let name = $0.lowercased()
                    return name.hasPrefix(base) || base.hasPrefix(name)
                }, "\(source.path) holds \(source.declared)")
        }
        #expect(Self.families.isSubset(of: sources.map(\.path)))
    }

    /// Where private functions of inner loops pass on what every line of them has.
    private static let hot = [
        "AddressParsing/", "DelimitedText/", "ServiceRequests/", "Hotspots/Clusters/", "Hotspots/Hierarchy/",
        "Hotspots/Episodes/", "Boundaries/Locating/", "Statistics/",
    ]
    /// Rows of tables, read as rows.
    private static let rows: Set<String> = [
        "City/CityKey.swift", "City/CityKeys+Reference.swift", "City/CityKeys+Requests.swift",
        "Maps/Page/PacketSection.swift", "Records/Tables/RecordColumn.swift",
        "SampleCity/Requests/Category.swift",
        "ServiceRequests/Columns/ColumnProfile.swift", "SampleCity/Requests/WallTime.swift",
    ]

    @Test func `three and more arguments have labels, but for rows of tables and private inner loops`() {
        for source in sources where !Self.rows.contains(source.path) {
            let isHot = Self.hot.contains { source.path.hasPrefix($0) }
            for match in source.code.matches(
                of: /[a-z ]*(?:func \S+?|init)\(((?:[^(){}]|\([^(){}]*\))*)\)/)
            {
                guard !(isHot && match.0.contains("private ")) else { continue }
                // The names of a closure's arguments are no labels.
                let own = match.1.replacing(/\([^()]*\) (?:throws )?->/, with: "->")
                let bare = own.matches(of: /(?:^|,)\s*_ \w+:/).count
                if bare > 2 { Issue.record("\(source.path): \(match.0)") }
            }
        }
    }

    @Test func `all that is public is documented`() throws {
        let folder = Wardline.package.appending(path: "Sources")
        for source in sources {
            let text = try String(contentsOf: folder.appending(path: source.path), encoding: .utf8)
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map {
                $0.drop { $0 == " " }
            }
            for (index, line) in lines.enumerated()
            where line.contains("public ") && line.firstMatch(of: /^(@\S+ )*public (?!import)/) != nil {
                let above = lines[..<index].last { !$0.hasPrefix("@") } ?? ""
                #expect(above.hasPrefix("///"), "\(source.path): \(line)")
            }
        }
    }

    @Test func `all cases that others see are documented, and what is thrown at them`() throws {
        let folder = Wardline.package.appending(path: "Sources/WardlineKit")
        for source in sources where source.path.hasPrefix("WardlineKit/") {
            let file = folder.deletingLastPathComponent().appending(path: source.path)
            let lines = try String(contentsOf: file, encoding: .utf8).split(
                separator: "\n", omittingEmptySubsequences: false)
            var cases: Substring?
            for (index, line) in lines.enumerated() {
                let indent = line.prefix { $0 == " " }
                if line.dropFirst(indent.count).hasPrefix("public enum ") { cases = indent }
                if let outer = cases, line == outer + "}" { cases = nil }
                if let outer = cases, line.hasPrefix(outer + "    case ") {
                    #expect(lines[index - 1].hasPrefix(outer + "    ///"), "\(source.path): \(line)")
                }
                guard line.firstMatch(of: /^ *public (?:static )?(?:func|init)/) != nil else { continue }
                let signature = lines[index...].prefix { !$0.hasSuffix("{") && !$0.hasSuffix("}") }.count
                let isThrowing = lines[index...(index + signature)].contains {
                    $0.firstMatch(of: /\bthrows\b/) != nil
                }
                let above = lines[..<index].reversed().prefix {
                    $0.hasPrefix(indent + "///") || $0.contains("@")
                }
                #expect(
                    !isThrowing || above.contains { $0.contains("- Throws:") }, "\(source.path): \(line)")
            }
        }
    }

    @Test func `an index is called an index`() {
        for source in sources {
            for match in source.code.matches(
                of: /for place in [\w.]*indices|\w\[place\]|place [-+] 1\b/)
            where !source.path.hasPrefix("Hotspots/Significance") {
                Issue.record("\(source.path): \(match.0)")
            }
        }
    }
}
