#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif
import TableFiles

/// Reads a file or standard input front to back as UTF-8 bytes, whatever of the Unicode encodings it is stored in.
final class TextInput {
    let source: TextSource
    private(set) var encoding = TextEncoding.utf8
    /// How text beyond ASCII is read; `nil` as long as none was met.
    private(set) var found: FoundEncoding?
    /// What the first bytes say the file is, where that is no text.
    private(set) var signature: FileKind?
    /// The file's length in bytes, or `nil` where it cannot be known, as of a pipe.
    let byteCount: Int?
    /// Whether it is a file, be it an archive, and no pipe.
    let isRegular: Bool
    /// When the file was last written, or now for a pipe: seconds since 1970.
    let modified: Int64
    private(set) var bytesRead = 0
    /// The NULs that were left out.
    private(set) var droppedNULs = 0
    /// Whether all text was handed out.
    var isAtEnd: Bool { isSourceAtEnd && lookahead.isEmpty && !hasOpenBackslash }
    /// Whether the bytes are those of a file, or rows that were made of it.
    let form: TableContent.Form
    /// What the text was taken out of, in words; `nil` where the file itself is the text.
    let container: String?
    /// What people should know of a workbook's sheet.
    let remarks: TableRemarks
    private let raw: any ByteSource
    private var isSourceAtEnd = false
    private var transcoder: (any TextTranscoder)?
    /// Bytes looked at to find the encoding, not yet handed out.
    private var lookahead: [UInt8] = []
    /// Whether quotes that a backslash escapes are doubled.
    private(set) var hasEscapedQuotes = false
    /// A backslash whose next byte is not read yet.
    private var hasOpenBackslash = false
    /// What tells the encoding of text that is not UTF-8.
    private let hints: TextHints

    /// Opens a file, and what an archive or a workbook holds.
    init(_ source: TextSource, hints: TextHints = TextHints()) throws(DelimitedTextError) {
        self.source = source
        self.hints = hints
        let file: DescriptorSource
        let path: String?
        let fileLength: Int?
        switch source {
        case .standardInput:
            file = DescriptorSource.standardInput
            (path, fileLength, modified) = (nil, nil, Int64(time(nil)))
        case .file(let name):
            (file, fileLength, modified) = try DescriptorSource.open(name)
            path = fileLength == nil ? nil : name
        }
        let content: TableContent?
        do throws(TableFileError) {
            let first = try file.bytes(upTo: 4096)
            content = try TableContent.open(
                beginning: first, rest: file, path: path, sheet: hints.sheet)
            raw = content?.bytes ?? PrefixedSource(first, then: file)
        } catch {
            throw Self.failure(error, source)
        }
        isRegular = path != nil
        form = content?.form ?? .file
        container = content?.title
        var remarks = content?.remarks ?? TableRemarks()
        if let sheet = hints.sheet, form != .sheet {
            remarks.notes.append("the sheet “\(sheet)” of the city file is passed over: this is no workbook")
        }
        self.remarks = remarks
        byteCount = content == nil ? fileLength : nil
        if form == .file { try findEncoding() }
    }

    /// Takes the records of a file.
    private init(_ records: TableContent, of file: TextInput) {
        source = file.source
        hints = file.hints
        isRegular = file.isRegular
        found = file.found
        modified = file.modified
        byteCount = nil
        form = records.form
        container = [file.container, records.title].compactMap(\.self).joined(separator: ", ")
        raw = records.bytes
        var remarks = file.remarks
        remarks.notes += records.remarks.notes
        remarks.positionSystem = records.remarks.positionSystem
        self.remarks = remarks
        droppedNULs = file.droppedNULs
    }

    /// Reads all of a file of JSON or XML, and returns its records.
    ///
    /// - Parameter beginning: What was read of it.
    func records(_ kind: FileKind, beginning: [UInt8]) throws(DelimitedTextError) -> TextInput {
        var text = beginning
        while !isAtEnd {
            guard text.count < Self.mostRecordBytes else {
                throw .table(source: source.name, .tooLarge(format: kind.title))
            }
            var more = [UInt8](repeating: 0, count: 1 << 20)
            let got = try read(into: &more, at: 0, count: more.count)
            text += more[..<got]
        }
        if !text.withUnsafeBufferPointer(FieldText.isUTF8) {
            var decoded: [UInt8] = []
            _ = text.withUnsafeBufferPointer { FieldText.append($0, to: &decoded) }
            text = decoded
        }
        do throws(TableFileError) {
            let records =
                try kind == .json ? TableContent.records(json: text) : TableContent.records(xml: text)
            return TextInput(records, of: self)
        } catch {
            throw Self.failure(error, source)
        }
    }

    /// What may be held of a file whose records show only when all of it is read.
    private static let mostRecordBytes = 1 << 30

    private static func failure(_ error: TableFileError, _ source: TextSource) -> DelimitedTextError {
        if case .readFailed(let reason) = error { return .readFailed(source: source.name, reason: reason) }
        return .table(source: source.name, error)
    }

    /// Reads up to a number of bytes of UTF-8 into an array from a offset on, without NULs, and returns how many: none only
    /// at the end. The array must have room.
    func read(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError) -> Int {
        while true {
            // What was held back comes first.
            let held = hasOpenBackslash ? 1 : 0
            if hasOpenBackslash { bytes[start] = UInt8(ascii: "\\") }
            hasOpenBackslash = false
            let got = try readText(into: &bytes, at: start + held, count: count - held)
            var kept = held + dropNULs(in: &bytes, from: start + held, count: got)
            if hasEscapedQuotes { kept = doubleQuotes(in: &bytes, from: start, count: kept) }
            if kept > 0 || got == 0 && held == 0 { return kept }
        }
    }

    /// Doubles escaped quotes in the beginning that was read, and in all that follows.
    func takeEscapedQuotes(in sample: inout [UInt8]) {
        guard form == .file, EscapedQuotes.areIn(sample) else { return }
        hasEscapedQuotes = true
        sample.removeLast(sample.count - doubleQuotes(in: &sample, from: 0, count: sample.count))
    }

    /// Returns how much of the text can be given: a backslash at its end waits for what follows.
    private func doubleQuotes(in bytes: inout [UInt8], from start: Int, count: Int) -> Int {
        guard EscapedQuotes.double(in: &bytes, from: start, count: count),
            !isSourceAtEnd || !lookahead.isEmpty
        else {
            return count
        }
        hasOpenBackslash = true
        return count - 1
    }

    /// Moves text together where it holds NULs, and returns how much is left.
    private func dropNULs(in bytes: inout [UInt8], from start: Int, count: Int) -> Int {
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard let base = buffer.baseAddress.map({ $0 + start }), memchr(base, 0, count) != nil else {
                return count
            }
            var kept = 0
            for offset in 0..<count where base[offset] != 0 {
                base[kept] = base[offset]
                kept += 1
            }
            droppedNULs += count - kept
            return kept
        }
    }

    private func readText(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError)
        -> Int
    {
        if transcoder == nil {
            let got = try readRaw(into: &bytes, at: start, count: count)
            if form != .file || found != nil { return got }
            let kept = try decide(bytes, from: start, count: got)
            if transcoder == nil || kept > 0 { return kept }
        }
        // A byte becomes three at most, and a few may wait for the rest of their character.
        var raw = [UInt8](repeating: 0, count: max(2, count / 4))
        let read = try readRaw(into: &raw, at: 0, count: raw.count)
        var text: [UInt8] = []
        text.reserveCapacity(count)
        transcoder?.append(raw[..<read], isLast: isAtEnd, to: &text)
        bytes.replaceSubrange(start..<start + text.count, with: text)
        return text.count
    }

    /// Finds the encoding when the first byte beyond ASCII is met.
    ///
    /// - Returns: How much of the text is as it should be. What follows in another encoding is held back, to be read again.
    private func decide(_ bytes: [UInt8], from start: Int, count: Int) throws(DelimitedTextError) -> Int {
        let ascii = ASCIIPrefix.length(of: bytes, from: start, count: count)
        guard ascii < count else { return count }
        let rest = Array(bytes[(start + ascii)..<(start + count)])
        if rest.count < Self.pieceBytes, !isSourceAtEnd {
            var more = [UInt8](repeating: 0, count: Self.pieceBytes)
            let got = try readRaw(into: &more, at: 0, count: Self.pieceBytes - rest.count)
            lookahead = more[..<got] + lookahead
        }
        let piece = Array((rest + lookahead).prefix(Self.pieceBytes))
        let found = EncodingFinder(timeZone: hints.timeZone).find(piece)
        self.found = found
        guard found.isOfWholeText else { return count }
        transcode(found.page)
        lookahead = rest + lookahead
        return ascii
    }

    /// The least room for which more is read.
    static let leastRead = 64

    /// How much text is looked at to find its encoding.
    private static let pieceBytes = 1 << 18

    private func readRaw(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError)
        -> Int
    {
        var filled = min(lookahead.count, count)
        bytes.replaceSubrange(start..<start + filled, with: lookahead[..<filled])
        lookahead.removeFirst(filled)
        while filled < count, !isSourceAtEnd {
            let got = try readOnce(into: &bytes, at: start + filled, count: count - filled)
            filled += got
            bytesRead += got
            guard got == 0 else { continue }
            isSourceAtEnd = true
            if let byteCount, bytesRead < byteCount { throw .becameShorter(source: source.name) }
        }
        return filled
    }

    private func findEncoding() throws(DelimitedTextError) {
        var first = [UInt8](repeating: 0, count: 4096)
        let got = try readRaw(into: &first, at: 0, count: first.count)
        signature = FileKind.signature(first[..<got])
        let (found, markLength) = TextEncoding.find(first[..<got])
        encoding = found
        lookahead = Array(first[markLength..<got])
        switch found {
        case .utf8: takeStated()
        case .utf8WithMark: self.found = FoundEncoding(.utf8, .valid)
        case .codePage: break
        case .utf16LittleEndian: transcoder = UTF16Transcoder(order: .littleEndian)
        case .utf16BigEndian: transcoder = UTF16Transcoder(order: .bigEndian)
        }
    }

    private func takeStated() {
        found = hints.encoding
        if let found, found.isOfWholeText { transcode(found.page) }
    }

    private func transcode(_ page: CodePage) {
        encoding = .codePage(page)
        transcoder = CodePageConverter(page).map(CodePageTranscoder.init)
    }

    private func readOnce(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError)
        -> Int
    {
        var failure: TableFileError?
        let got = bytes.withUnsafeMutableBytes { buffer -> Int in
            do throws(TableFileError) {
                return try raw.read(
                    into: UnsafeMutableRawBufferPointer(rebasing: buffer[start..<start + count]))
            } catch {
                failure = error
                return 0
            }
        }
        if let failure { throw Self.failure(failure, source) }
        return got
    }
}
