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
    /// The file's length in bytes, or `nil` where it cannot be known, as of a pipe.
    let byteCount: Int?
    /// When the file was last written, or now for a pipe: seconds since 1970.
    let modified: Int64
    private(set) var bytesRead = 0
    /// The NULs that were left out.
    private(set) var droppedNULs = 0
    /// Whether all of it was handed out, and reading has shown that.
    var isAtEnd: Bool { hasEnded && lookahead.isEmpty }
    private var hasEnded = false
    /// Whether the bytes are those of a file, or rows that were made of it.
    let form: TableContent.Form
    /// What the text was taken out of, in words; `nil` where the file itself is the text.
    let container: String?
    /// What people should know of a workbook's sheet.
    let remarks: TableRemarks
    private let raw: any ByteSource
    private var transcoder: UTF16Transcoder?
    /// Bytes looked at to find the encoding, not yet handed out.
    private var lookahead: [UInt8] = []

    /// Opens a file, and what an archive or a workbook holds.
    init(_ source: TextSource) throws(DelimitedTextError) {
        self.source = source
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
            content = try TableContent.open(beginning: first, rest: file, path: path)
            raw = content?.bytes ?? PrefixedSource(first, then: file)
        } catch {
            throw Self.failure(error, source)
        }
        form = content?.form ?? .file
        container = content?.title
        remarks = content?.remarks ?? TableRemarks()
        byteCount = content == nil ? fileLength : nil
        if form == .file { try findEncoding() }
    }

    /// Takes the records of a file.
    private init(_ records: TableContent, of file: TextInput) {
        source = file.source
        modified = file.modified
        byteCount = nil
        form = records.form
        container = [file.container, records.title].compactMap(\.self).joined(separator: ", ")
        raw = records.bytes
        remarks = file.remarks
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
            let got = try readText(into: &bytes, at: start, count: count)
            let kept = dropNULs(in: &bytes, from: start, count: got)
            if kept > 0 || got == 0 { return kept }
        }
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
        guard transcoder != nil else { return try readRaw(into: &bytes, at: start, count: count) }
        // A unit of two bytes becomes three at most, so a quarter of the units always fits.
        var raw = [UInt8](repeating: 0, count: max(2, count / 2))
        let read = try readRaw(into: &raw, at: 0, count: raw.count)
        var text: [UInt8] = []
        text.reserveCapacity(count)
        transcoder?.append(raw[..<read], isLast: isAtEnd, to: &text)
        bytes.replaceSubrange(start..<start + text.count, with: text)
        return text.count
    }

    private func readRaw(into bytes: inout [UInt8], at start: Int, count: Int) throws(DelimitedTextError)
        -> Int
    {
        var filled = min(lookahead.count, count)
        bytes.replaceSubrange(start..<start + filled, with: lookahead[..<filled])
        lookahead.removeFirst(filled)
        while filled < count, !hasEnded {
            let got = try readOnce(into: &bytes, at: start + filled, count: count - filled)
            filled += got
            bytesRead += got
            guard got == 0 else { continue }
            hasEnded = true
            if let byteCount, bytesRead < byteCount { throw .becameShorter(source: source.name) }
        }
        return filled
    }

    private func findEncoding() throws(DelimitedTextError) {
        var first = [UInt8](repeating: 0, count: 4096)
        let got = try readRaw(into: &first, at: 0, count: first.count)
        let (found, markLength) = TextEncoding.find(first[..<got])
        encoding = found
        lookahead = Array(first[markLength..<got])
        switch found {
        case .utf8, .utf8WithMark: break
        case .utf16LittleEndian: transcoder = UTF16Transcoder(order: .littleEndian)
        case .utf16BigEndian: transcoder = UTF16Transcoder(order: .bigEndian)
        }
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
