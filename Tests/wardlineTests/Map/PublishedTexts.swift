import Foundation

/// All that the public maps' files say, in every form: the files themselves, the text of the PDFs, and the PDFs with
/// their streams uncompressed. Searched with grep, which reads them in no time.
struct PublishedTexts {
    let folder: URL

    static let all = Result { try PublishedTexts() }

    static let hasTools = OutsideTool.areHere("pdftotext", "qpdf", "grep")

    private init() throws {
        let atlas = try SampleAtlas.open.get()
        folder = try Wardline.scratchFolder()
        for name in try atlas.names where !name.hasSuffix(".png") {
            let source = atlas.folder.appending(path: name)
            try FileManager.default.copyItem(at: source, to: folder.appending(path: name))
            guard name.hasSuffix(".pdf") else { continue }
            let copy = folder.appending(path: name).path
            _ = try OutsideTool.run("pdftotext", ["-layout", copy, copy + ".txt"])
            _ = try OutsideTool.run("qpdf", ["--qdf", "--stream-data=uncompress", copy, copy + ".plain"])
        }
    }

    /// Returns the lines, each after its file's name, that hold one of some texts.
    func lines(holdingAnyOf texts: some Sequence<String>, _ options: String...) throws -> [String] {
        let patterns = folder.deletingLastPathComponent().appending(path: "patterns-\(UUID().uuidString)")
        try Data(texts.joined(separator: "\n").utf8).write(to: patterns)
        defer { try? FileManager.default.removeItem(at: patterns) }
        return try found(["-F", "-f", patterns.path] + options)
    }

    /// Returns the parts, without their files' names, that a pattern fits.
    func parts(fitting pattern: String) throws -> [String] { try found(["-h", "-o", "-E", "-e", pattern]) }

    private func found(_ options: [String]) throws -> [String] {
        try OutsideTool.run("grep", ["-r", "-a"] + options + [folder.path]).split(separator: "\n").map(
            String.init)
    }
}
