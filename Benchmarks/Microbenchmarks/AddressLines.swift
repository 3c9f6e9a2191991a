import Foundation

/// The lines that address parsing is measured on.
enum AddressLines {
    static func run(_ arguments: [String]) throws {
        AddressParsing.run(lines: try lines(arguments.first))
    }

    private static func lines(_ path: String?) throws -> [String] {
        guard let path else { return samples }
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// Made-up lines of the common kinds.
    private static let samples = (0..<10_000).map { index in
        switch index % 5 {
        case 0: "\(index) N Main St, Springfield, IL 62704"
        case 1: "\(index) OAK AVE, SPRINGFIELD, IL, 62704"
        case 2: "\(index) W 5th Street Apt \(index % 40)"
        case 3: "OAK AVE & W 5TH ST, Springfield"
        default: "\(index) Old Mill Rd Springfield IL 62704"
        }
    }
}
