import CMinizip

/// A zip archive on disk, whose files are unpacked one at a time.
package final class ZipArchive {
    package struct Entry {
        package let name: String
        fileprivate var position: unz64_file_pos
        fileprivate let isEncrypted: Bool
    }

    package private(set) var entries: [Entry] = []

    private let handle: unzFile
    private var limit = ExpansionLimit()
    /// How many bytes of the archive belong to what was unpacked.
    private var packedCount = 0

    /// More files than that are no city's table.
    private static let mostEntries = 10_000

    package init(path: String) throws(TableFileError) {
        guard let handle = unzOpen64(path) else {
            throw .damagedArchive("its list of files cannot be read")
        }
        self.handle = handle
        try list()
    }

    deinit { unzClose(handle) }

    func entry(named name: String) -> Entry? { entries.first { $0.name == name } }

    /// Begins to unpack a file. One is unpacked at a time: that before has to be at its end or done with.
    func open(_ entry: Entry) throws(TableFileError) -> ZipEntrySource {
        guard !entry.isEncrypted else { throw .encrypted }
        var position = entry.position
        guard unzGoToFilePos64(handle, &position) == UNZ_OK, unzOpenCurrentFile(handle) == UNZ_OK else {
            throw .damagedArchive("\(entry.name) cannot be unpacked")
        }
        if let info = info() {
            // What it says of itself; that it keeps to it shows when it is unpacked.
            try ExpansionLimit.check(
                Int(clamping: info.uncompressed_size), from: Int(clamping: info.compressed_size))
            packedCount += Int(clamping: info.compressed_size)
        }
        return ZipEntrySource(self, name: entry.name)
    }

    /// Returns a file's whole content.
    ///
    /// - Parameter largest: The bytes that it may have.
    package func content(of entry: Entry, upTo largest: Int) throws(TableFileError) -> [UInt8] {
        let source = try open(entry)
        var content: [UInt8] = []
        while true {
            let piece = try source.bytes(upTo: 1 << 16)
            content += piece
            if content.count > largest { throw .damagedArchive("\(entry.name) is too long") }
            if piece.count < 1 << 16 { return content }
        }
    }

    fileprivate func read(into buffer: UnsafeMutableRawBufferPointer, of name: String) throws(TableFileError)
        -> Int
    {
        let count = unzReadCurrentFile(handle, buffer.baseAddress, UInt32(min(buffer.count, 1 << 30)))
        guard count >= 0 else { throw .damagedArchive("\(name) cannot be unpacked") }
        try limit.count(Int(count), from: packedCount)
        if count == 0, unzCloseCurrentFile(handle) == UNZ_CRCERROR {
            throw .damagedArchive("\(name) does not fit its checksum")
        }
        return Int(count)
    }

    fileprivate func close() { unzCloseCurrentFile(handle) }

    private func list() throws(TableFileError) {
        var outcome = unzGoToFirstFile(handle)
        while outcome == UNZ_OK {
            var name = [CChar](repeating: 0, count: 1024)
            var info = unz_file_info64()
            var position = unz64_file_pos()
            guard
                unzGetCurrentFileInfo64(handle, &info, &name, UInt(name.count - 1), nil, 0, nil, 0) == UNZ_OK,
                unzGetFilePos64(handle, &position) == UNZ_OK
            else { throw .damagedArchive("its list of files is damaged") }
            let bytes = name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            entries.append(
                Entry(
                    name: String(decoding: bytes, as: UTF8.self), position: position,
                    isEncrypted: info.flag & 1 != 0))
            if entries.count > Self.mostEntries { throw .damagedArchive("it holds too many files") }
            outcome = unzGoToNextFile(handle)
        }
    }

    private func info() -> unz_file_info64? {
        var info = unz_file_info64()
        return unzGetCurrentFileInfo64(handle, &info, nil, 0, nil, 0, nil, 0) == UNZ_OK ? info : nil
    }
}

/// One file of an archive, unpacked.
final class ZipEntrySource: ByteSource {
    private let archive: ZipArchive
    private let name: String
    private var isAtEnd = false

    fileprivate init(_ archive: ZipArchive, name: String) {
        self.archive = archive
        self.name = name
    }

    deinit { if !isAtEnd { archive.close() } }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TableFileError) -> Int {
        guard !isAtEnd else { return 0 }
        let count = try archive.read(into: buffer, of: name)
        isAtEnd = count == 0
        return count
    }
}
