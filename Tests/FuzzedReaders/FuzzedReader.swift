import City
import Foundation
import Synchronization

/// A reader with inputs to begin with, and what has to hold whatever the input is.
package protocol FuzzedReader: AnyObject {
    var name: String { get }
    /// What is read without an error, and is changed from there.
    var seeds: [[UInt8]] { get }

    /// Reads an input.
    ///
    /// - Throws: ``Contradiction`` where what comes out contradicts itself; any other error is the reader's answer.
    func read(_ input: [UInt8]) throws
}

/// What a reader gave cannot be right, whatever it read.
package struct Contradiction: Error, CustomStringConvertible {
    package let description: String

    init(_ description: String) { self.description = description }

    /// - Throws: Where something does not hold.
    static func unless(_ holds: Bool, _ what: String) throws {
        if !holds { throw Contradiction(what) }
    }
}

package enum FuzzedReaders {
    package static let names = [
        "requests", "archives", "sheets", "records", "city", "geojson", "geopackage", "shapefile", "wkb",
        "addresses", "references", "compiled-reference", "incomes", "workspace", "decisions",
    ]

    /// Returns a reader, `nil` where none has that name.
    package static func reader(named name: String) throws -> (any FuzzedReader)? {
        switch name {
        case "requests": try FuzzedRequests()
        case "archives": try FuzzedArchives()
        case "sheets": try FuzzedSheets()
        case "records": try FuzzedRecords()
        case "city": try FuzzedCityFile()
        case "geojson", "geopackage": try FuzzedFeatures(name)
        case "shapefile": try FuzzedShapefile()
        case "wkb": FuzzedGeometry()
        case "addresses": FuzzedAddresses()
        case "references": try FuzzedReferences()
        case "compiled-reference": try FuzzedCompiledReference()
        case "incomes": try FuzzedIncomes()
        case "workspace": try FuzzedWorkspace()
        case "decisions": try FuzzedDecisions()
        default: nil
        }
    }
}

/// A folder for inputs that are read as files: in memory where the machine has such a place. Removed with its owner or with
/// the process; what a killed one left, by the next.
final class InputFolder {
    let path: String

    init() throws {
        let memory = "/dev/shm"
        let parent =
            FileManager.default.isWritableFile(atPath: memory)
            ? memory : FileManager.default.temporaryDirectory.path
        Self.removeLeftovers(in: parent)
        path = "\(parent)/\(Self.prefix)\(getpid())-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        // libFuzzer ends the process while readers live.
        Self.living.withLock { paths in
            if paths.isEmpty { atexit { InputFolder.removeLiving() } }
            paths.insert(path)
        }
    }

    private static let prefix = "wardline-inputs-"
    private static let living = Mutex<Set<String>>([])

    private static func removeLiving() {
        for path in living.withLock({ $0 }) { try? FileManager.default.removeItem(atPath: path) }
    }

    /// Removes the folders of processes that are no more.
    private static func removeLeftovers(in parent: String) {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: parent)) ?? []
        for name in names where name.hasPrefix(prefix) {
            guard let process = pid_t(name.dropFirst(prefix.count).prefix { $0 != "-" }),
                kill(process, 0) != 0,
                errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(parent)/\(name)")
        }
    }

    deinit {
        // A folder that cannot be removed is the system's to clear.
        try? FileManager.default.removeItem(atPath: path)
        _ = Self.living.withLock { $0.remove(path) }
    }

    @discardableResult
    func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        try Data(bytes).write(to: URL(filePath: "\(path)/\(name)"))
        return "\(path)/\(name)"
    }

    func bytes(of name: String) throws -> [UInt8] {
        Array(try Data(contentsOf: URL(filePath: "\(path)/\(name)")))
    }

    /// Writes a layer `zone` of three squares, 1 to 3, and returns the city file that has it.
    func writeCity() throws -> CityFile {
        let squares = (0..<3).map {
            #"{"type":"Feature","properties":{"zone":"\#($0 + 1)"},"geometry":{"type":"Polygon","coordinates":[[[\#($0),0],[\#($0 + 1),0],[\#($0 + 1),1],[\#($0),1],[\#($0),0]]]}}"#
        }
        try write(
            #"{"type":"FeatureCollection","features":[\#(squares.joined(separator: ","))]}"#.utf8,
            to: "zones.geojson")
        return try CityFile.parse(
            "name: T\ntimezone: UTC\nlayers: [{name: zone, editions: [{file: zones.geojson, code: zone}]}]\n",
            path: "\(path)/city.yaml")
    }
}
