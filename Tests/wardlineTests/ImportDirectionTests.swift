import Foundation
import Testing

/// What each module of ours may import; what stands on the right is nearer to the ground.
private let allowed: [String: Set<String>] = [
    "Geometry": [], "Chronology": [], "WorkSharing": [], "Wording": [], "Statistics": [],
    "Records": ["Geometry", "DelimitedText", "WorkSharing"],
    "GeometryEngine": ["Geometry", "CGEOS", "CPROJ"],
    "FeatureFiles": ["Geometry", "GRDB", "CShapefile", "CJSON"],
    "DelimitedText": ["WorkSharing"],
    "City": ["Chronology", "Geometry", "Wording", "Yams"],
    "Disclosure": ["City", "Wording"],
    "ServiceRequests": [
        "Geometry", "GeometryEngine", "Chronology", "DelimitedText", "WorkSharing", "Wording",
    ],
    "Boundaries": ["Geometry", "GeometryEngine", "FeatureFiles", "Chronology", "Wording", "WorkSharing"],
    "AddressParsing": [],
    "Geocoding": [
        "AddressParsing", "Geometry", "GeometryEngine", "FeatureFiles", "DelimitedText", "WorkSharing",
        "GRDB",
    ],
    "Locating": [
        "AddressParsing", "City", "ServiceRequests", "Boundaries", "Geocoding", "Geometry", "GeometryEngine",
        "Chronology",
        "WorkSharing", "Wording",
    ],
    "RoutingAudit": [
        "AddressParsing", "Locating", "ServiceRequests", "Boundaries", "Geocoding", "Geometry",
        "GeometryEngine", "Chronology",
        "WorkSharing",
    ],
    "Hotspots": [
        "Boundaries", "Chronology", "City", "Disclosure", "Geocoding", "Geometry", "GeometryEngine",
        "Locating",
        "Records", "ServiceRequests", "Statistics", "WorkSharing", "Wording",
    ],
    "ServiceLevels": ["Chronology", "Statistics", "WorkSharing"],
    "Maps": ["Geometry", "Records", "CCairo", "CPango"],
    "SampleCity": ["Geometry", "Chronology", "ArgumentParser"],
]

/// Modules that come with Swift.
private let system: Set<String> = ["Foundation", "Glibc", "Darwin", "Dispatch", "Synchronization", "Swift"]

@Test func `modules import only what lies below them`() throws {
    let sources = Wardline.package.appending(path: "Sources")
    let modules = try FileManager.default.contentsOfDirectory(atPath: sources.path)
    for module in modules
    where module != "wardline" && !module.hasPrefix("C") || module == "City" || module == "Chronology" {
        let rules = try #require(
            allowed[module], "\(module) has no rule; add one here and in the README's picture")
        let files = FileManager.default.enumerator(atPath: sources.appending(path: module).path)
        while let file = files?.nextObject() as? String {
            guard file.hasSuffix(".swift") else { continue }
            let text = try String(contentsOf: sources.appending(path: "\(module)/\(file)"), encoding: .utf8)
            for imported in imports(text) where !system.contains(imported) {
                #expect(rules.contains(imported), "\(module)/\(file) imports \(imported)")
            }
        }
    }
}

/// The modules that a source file imports.
private func imports(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"),
            words[..<place].allSatisfy({ word in
                ["package", "public", "internal", "private", "fileprivate"].contains(word)
                    || word.hasPrefix("@")
            }), place + 1 < words.count
        else { return nil }
        return String(words[place + 1].prefix { $0 != "." && $0 != ";" })
    }
}
