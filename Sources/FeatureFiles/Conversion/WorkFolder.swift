import Foundation

/// A folder for what is unpacked or converted, removed with its owner. What runs left that were killed is removed by the next.
final class WorkFolder {
    let path: String

    private static let prefix = "wardline-areas-"

    init(for file: String) throws(FeatureFileError) {
        let place = FileManager.default.temporaryDirectory.path
        Self.removeLeftovers(in: place)
        var template = Array("\(place)/\(Self.prefix)\(getpid())-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else {
            throw FeatureFileError(
                path: file,
                reason: .unreadable("no folder can be made in \(place): \(String(cString: strerror(errno)))"))
        }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    // A folder that cannot be removed is the next run's to clear.
    deinit { try? FileManager.default.removeItem(atPath: path) }

    private static func removeLeftovers(in place: String) {
        for name in (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? [] {
            guard name.hasPrefix(prefix),
                let owner = name.dropFirst(prefix.count).split(separator: "-").first,
                let process = pid_t(owner), process > 0, kill(process, 0) != 0, errno == ESRCH
            else { continue }
            try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
        }
    }
}
