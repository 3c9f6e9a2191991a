import Foundation
import Records
import Synchronization
import Testing
import WorkSharing

/// A folder of its own for one test, removed after it.
final class ScratchFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "/wardline-output-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func text(of name: String) throws -> String {
        // Decoding with an encoding would take a byte order mark away.
        String(decoding: try Data(contentsOf: URL(filePath: path + "/" + name)), as: UTF8.self)
    }
    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
}

struct OutputFileTests {
    @Test func `a file appears when it is committed and not before`() throws {
        let folder = try ScratchFolder()
        var output = try OutputFile(.file(folder.path + "/rows.csv"))
        try output.write("one\n")
        #expect(try !folder.names().contains("rows.csv"))
        try output.commit()
        #expect(try folder.names() == ["rows.csv"])
        #expect(try folder.text(of: "rows.csv") == "one\n")
    }

    @Test func `without a commit the old file stays and nothing else is left`() throws {
        let folder = try ScratchFolder()
        try "old".write(toFile: folder.path + "/rows.csv", atomically: false, encoding: .utf8)
        do {
            var output = try OutputFile(.file(folder.path + "/rows.csv"))
            try output.write(String(repeating: "new", count: 100_000))
        }
        #expect(try folder.text(of: "rows.csv") == "old")
        #expect(try folder.names() == ["rows.csv"])
    }

    @Test func `the permissions of the old file are kept`() throws {
        let folder = try ScratchFolder()
        let path = folder.path + "/rows.csv"
        try "old".write(toFile: path, atomically: false, encoding: .utf8)
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        var output = try OutputFile(.file(path))
        try output.write("new")
        try output.commit()
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o640)
        #expect(try folder.text(of: "rows.csv") == "new")
    }

    @Test func `a link goes on pointing to its file`() throws {
        let folder = try ScratchFolder()
        try "old".write(toFile: folder.path + "/real.csv", atomically: false, encoding: .utf8)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path + "/link.csv", withDestinationPath: folder.path + "/real.csv")
        var output = try OutputFile(.file(folder.path + "/link.csv"))
        try output.write("new")
        try output.commit()
        #expect(try folder.text(of: "real.csv") == "new")
        let type = try FileManager.default.attributesOfItem(atPath: folder.path + "/link.csv")[.type]
        #expect(type as? FileAttributeType == .typeSymbolicLink)
    }

    @Test func `a missing folder and a folder in place of a file are named`() throws {
        let folder = try ScratchFolder()
        #expect(throws: OutputError.isDirectory(path: folder.path)) { _ = try OutputFile(.file(folder.path)) }
        let missing = folder.path + "/no/rows.csv"
        #expect { _ = try OutputFile(.file(missing)) } throws: { error in
            "\(error)".contains(missing) && "\(error)".contains("No such file or directory")
        }
    }

    @Test func `a reader that goes away is no error in a program that ignores the signal`() throws {
        signal(SIGPIPE, SIG_IGN)
        let pipe = Pipe()
        var output = try OutputFile(.file("/dev/fd/\(pipe.fileHandleForWriting.fileDescriptor)"))
        try pipe.fileHandleForReading.close()
        try output.write(String(repeating: "x", count: 200_000))
        let isReaderGone = output.isReaderGone
        #expect(isReaderGone)
        try output.commit()
    }

    @Test(arguments: [1, 2, 5])
    func `what several threads make is written in order`(jobs: Int) throws {
        let folder = try ScratchFolder()
        var output = try OutputFile(.file(folder.path + "/rows.csv"))
        try output.write("head\n")
        output = try output.writing(count: 1003, sliceLength: 10, jobs: jobs) { range in
            Array(range.map { "\($0)\n" }.joined().utf8)
        }
        try output.commit()
        let lines = try folder.text(of: "rows.csv").split(separator: "\n")
        #expect(lines == ["head"] + (0..<1003).map { "\($0)" })
    }

    @Test func `a full disk ends the making of pieces and is an error`() throws {
        let made = Atomic<Int>(0)
        #expect {
            let output = try OutputFile(.file("/dev/full"))
            _ = try output.writing(count: 1_000_000, sliceLength: 1, jobs: 2) { _ in
                made.add(1, ordering: .relaxed)
                return [UInt8](repeating: 0x78, count: 100_000)
            }
        } throws: { error in "\(error)".contains("No space left on device") }
        #expect(made.load(ordering: .relaxed) < 100)
    }

    @Test func `what a run that was killed left is removed by the next, and nothing else`() throws {
        let folder = try ScratchFolder()
        let dead = Process()
        dead.executableURL = URL(filePath: "/bin/true")
        try dead.run()
        dead.waitUntilExit()
        let kept = [
            ".rows.csv.\(ProcessInfo.processInfo.processIdentifier)-1x.part", ".notes.part", "a.part",
        ]
        for name in kept + [".rows.csv.\(dead.processIdentifier)-1x9k.part"] {
            try Data().write(to: URL(filePath: folder.path).appending(path: name))
        }
        let output = try OutputFile(.file(folder.path + "/other.csv"))
        try output.commit()
        #expect(try folder.names() == (kept + ["other.csv"]).sorted())
    }

    @Test func `what is cancelled before it is whole leaves the old file`() throws {
        let folder = try ScratchFolder()
        try "old".write(toFile: folder.path + "/rows.csv", atomically: false, encoding: .utf8)
        let cancellation = Cancellation()
        #expect(throws: OutputError.cancelled(name: folder.path + "/rows.csv")) {
            try cancellation.perform {
                var output = try OutputFile(.file(folder.path + "/rows.csv"))
                output = try output.writing(count: 1000, sliceLength: 1, jobs: 2) { range in
                    if range.lowerBound == 100 { cancellation.cancel() }
                    return [0x78]
                }
                try output.commit()
            }
        }
        #expect(try folder.names() == ["rows.csv"] && folder.text(of: "rows.csv") == "old")
    }

    @Test func `what the caller has open is written to and stays open`() throws {
        let pipe = Pipe()
        let number = pipe.fileHandleForWriting.fileDescriptor
        for text in ["one", "two"] {
            try OutputFile.write(Array(text.utf8), to: .open(descriptor: number, name: "a pipe"))
        }
        try pipe.fileHandleForWriting.close()
        #expect(try pipe.fileHandleForReading.readToEnd() == Data("onetwo".utf8))
    }
}
