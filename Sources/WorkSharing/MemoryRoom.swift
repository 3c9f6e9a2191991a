import Foundation

/// How much more memory a process may take, and what sets that bound.
package struct MemoryRoom: Sendable, Equatable {
    package enum Bound: Sendable, Equatable {
        /// What the user allows.
        case wish
        /// The process's own limit on addresses, `ulimit -v`.
        case addressSpace
        /// The limit of the container or service that the process runs in.
        case controlGroup
        /// What the machine has left, with its swap space.
        case machine
    }

    /// Less than nothing where a wish is less than the program itself takes.
    package var bytes: Int
    package var bound: Bound

    /// What the program takes before it reads anything, its libraries and a city's areas: a wish is for all of it, and the other
    /// bounds are what is left beside it. Measured at 42 to 56 MB.
    package static let program = 56 << 20

    package init(bytes: Int, bound: Bound) {
        self.bytes = bytes
        self.bound = bound
    }

    /// Returns the least of the bounds that hold now, or `nil` where none is known.
    ///
    /// - Parameters:
    ///   - wish: How much the user allows; it stands in for what the machine has left, and lifts no limit.
    ///   - root: Where `/proc` and `/sys` are; only tests have them elsewhere.
    package static func now(wish: Int? = nil, root: String = "") -> MemoryRoom? {
        let system = SystemMemory(root: root)
        let free =
            wish.map { MemoryRoom(bytes: $0 - program, bound: .wish) }
            ?? system.free.map { MemoryRoom(bytes: $0, bound: .machine) }
        let bounds = [
            free,
            system.addressSpace.map { MemoryRoom(bytes: $0, bound: .addressSpace) },
            system.controlGroup.map { MemoryRoom(bytes: $0, bound: .controlGroup) },
        ]
        return bounds.compactMap(\.self).min { $0.bytes < $1.bytes }
    }
}

/// What Linux tells of memory, in bytes; elsewhere nothing is known.
private struct SystemMemory {
    let root: String

    /// Memory that can be had without taking it from others, and swap space.
    var free: Int? {
        guard let fields = fields(of: "/proc/meminfo"), let available = fields["MemAvailable:"] else {
            return nil
        }
        return (available + (fields["SwapFree:"] ?? 0)) << 10
    }

    /// Addresses that are left of the process's limit.
    var addressSpace: Int? {
        guard
            let line = text("/proc/self/limits")?.split(separator: "\n").first(where: {
                $0.hasPrefix("Max address space")
            }),
            let limit = line.dropFirst("Max address space".count).split(separator: " ").first.flatMap({
                Int($0)
            })
        else { return nil }
        let pages = text("/proc/self/statm")?.split(separator: " ").first.flatMap { Int($0) } ?? 0
        return max(0, limit - pages * Int(getpagesize()))
    }

    /// What is left in the tightest of the groups that the process is in, caches of files not counted as taken.
    var controlGroup: Int? {
        guard let groups = text("/proc/self/cgroup")?.split(separator: "\n") else { return nil }
        var left: Int?
        for group in groups {
            let parts = group.split(separator: ":", maxSplits: 2, omittingEmptySubsequences: false)
            guard parts.count == 3 else { continue }
            let names: (folder: String, limit: String, taken: String)
            if parts[1].isEmpty {
                names = ("/sys/fs/cgroup", "memory.max", "memory.current")
            } else if parts[1].split(separator: ",").contains("memory") {
                names = ("/sys/fs/cgroup/memory", "memory.limit_in_bytes", "memory.usage_in_bytes")
            } else {
                continue
            }
            var path = parts[2][...]
            while true {
                if let room = room(in: names.folder + (path == "/" ? "" : path), names.limit, names.taken) {
                    left = min(left ?? room, room)
                }
                guard let slash = path.lastIndex(of: "/"), path != "/" else { break }
                path = slash == path.startIndex ? "/" : path[..<slash]
            }
        }
        return left
    }

    private func room(in folder: String, _ limit: String, _ taken: String) -> Int? {
        guard let most = number("\(folder)/\(limit)"), let used = number("\(folder)/\(taken)") else {
            return nil
        }
        let kinds = fields(of: "\(folder)/memory.stat") ?? [:]
        let caches = (kinds["inactive_file"] ?? 0) + (kinds["active_file"] ?? 0)
        return max(0, most - max(0, used - caches))
    }

    private func text(_ path: String) -> String? { try? String(contentsOfFile: root + path, encoding: .utf8) }

    private func number(_ path: String) -> Int? {
        text(path).flatMap { Int($0.trimmingCharacters(in: .whitespacesAndNewlines)) }
    }

    /// The numbers of a file of lines such as `MemFree: 12 kB`, by the words before them.
    private func fields(of path: String) -> [String: Int]? {
        guard let lines = text(path)?.split(separator: "\n") else { return nil }
        var fields: [String: Int] = [:]
        for line in lines {
            let words = line.split(separator: " ")
            if words.count > 1, let number = Int(words[1]) { fields[String(words[0])] = number }
        }
        return fields
    }
}
