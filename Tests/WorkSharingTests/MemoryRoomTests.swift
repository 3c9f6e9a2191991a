import Foundation
import TestSupport
import Testing
import WorkSharing

struct MemoryRoomTests {
    private let root: URL

    init() throws { root = try ScratchSpace.folder() }

    private func write(_ text: String, to path: String) throws {
        let file = root.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try text.write(to: file, atomically: false, encoding: .utf8)
    }

    private func room(wish: Int? = nil) -> MemoryRoom? { MemoryRoom.now(wish: wish, root: root.path) }

    private func writeMachine() throws {
        try write("MemTotal: 900 kB\nMemAvailable: 700 kB\nSwapFree: 100 kB\n", to: "proc/meminfo")
    }

    @Test func `nothing is known where the system tells nothing`() {
        #expect(room() == nil)
        #expect(room(wish: 60 << 20) == MemoryRoom(bytes: 60 << 20 - MemoryRoom.program, bound: .wish))
    }

    @Test func `free memory and swap space bound what may be taken, unless the user says how much`() throws {
        try writeMachine()
        #expect(room() == MemoryRoom(bytes: 800 << 10, bound: .machine))
        // What the program takes itself is part of what it may take.
        #expect(room(wish: 1 << 30) == MemoryRoom(bytes: 1 << 30 - MemoryRoom.program, bound: .wish))
    }

    @Test func `the tightest group of a container counts, without the caches of files`() throws {
        try writeMachine()
        try write("0::/jobs/nightly\n", to: "proc/self/cgroup")
        for (group, limit) in [("", "max"), ("/jobs", "600000"), ("/jobs/nightly", "max")] {
            try write("\(limit)\n", to: "sys/fs/cgroup\(group)/memory.max")
            try write("500000\n", to: "sys/fs/cgroup\(group)/memory.current")
            try write(
                "anon 1\ninactive_file 300000\nactive_file 50000\n", to: "sys/fs/cgroup\(group)/memory.stat")
        }
        #expect(room() == MemoryRoom(bytes: 450_000, bound: .controlGroup))
        // A wish lifts no limit.
        #expect(room(wish: 1 << 30) == MemoryRoom(bytes: 450_000, bound: .controlGroup))
    }

    @Test func `groups of the older kind are read too`() throws {
        try write("5:cpu:/a\n3:pids:/b\n", to: "proc/self/cgroup")
        try write("1000\n", to: "sys/fs/cgroup/memory/memory.limit_in_bytes")
        try write("400\n", to: "sys/fs/cgroup/memory/memory.usage_in_bytes")
        #expect(room() == nil)
        // Within a container the group's own folder may be out of sight: the one above counts.
        try write("5:cpu:/a\n4:memory:/a\n", to: "proc/self/cgroup")
        #expect(room() == MemoryRoom(bytes: 600, bound: .controlGroup))
    }

    @Test func `a limit on addresses leaves what is not taken of it`() throws {
        try write(
            "Limit                     Soft Limit           Hard Limit           Units\n"
                + "Max address space         1000000000           unlimited            bytes\n",
            to: "proc/self/limits")
        try write("1000 10 5 1 0 9 0\n", to: "proc/self/statm")
        #expect(room() == MemoryRoom(bytes: 1_000_000_000 - 1000 * Int(getpagesize()), bound: .addressSpace))
        try write(
            "Max address space         unlimited            unlimited            bytes\n",
            to: "proc/self/limits")
        #expect(room() == nil)
    }
}
