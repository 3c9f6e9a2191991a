import Foundation

/// Two hashes of an address line, as good as the line itself: that two lines of a city have both in common is no chance to reckon
/// with. They differ from run to run.
struct LineKey: Equatable, BitwiseCopyable {
    let first: UInt64
    let second: UInt64

    init(_ text: String) {
        var text = text
        (first, second) = text.withUTF8 { bytes in
            (Self.hash(bytes, salt: 1), Self.hash(bytes, salt: 2))
        }
    }

    private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, salt: UInt8) -> UInt64 {
        var hasher = Hasher()
        hasher.combine(salt)
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        return UInt64(bitPattern: Int64(hasher.finalize()))
    }
}

/// Where address lines are, by the keys of the lines: one entry after the other in a temporary file without a name, which holds no text
/// of an address and is gone when the process ends, and in memory only which entry has which key.
///
/// Where the index or the file cannot grow (the disk is full), what comes later is not kept.
struct LocatedLineFile: ~Copyable {
    private let file: Int32
    /// For each slot the number of an entry, from 1, and some bits of its key; 0 for none.
    private var index: [UInt32]
    private let mostSlots: Int
    private var count = 0
    /// How many entries are in the file; the others wait to be written together.
    private var written = 0
    private var isFull = false
    private let waiting = UnsafeMutableRawBufferPointer.allocate(
        byteCount: entriesOfBlock * entryLength, alignment: MemoryLayout<Entry>.alignment)
    private let one = UnsafeMutableRawBufferPointer.allocate(
        byteCount: entryLength, alignment: MemoryLayout<Entry>.alignment)

    private static let fewestSlots = 1 << 10
    /// For nearly three million addresses, a quarter of a gigabyte of disk.
    private static let greatestIndex = 1 << 22
    private static let entriesOfBlock = 512
    private static let entryLength = MemoryLayout<Entry>.stride
    private static let numberBits: UInt32 = 24

    private struct Entry: BitwiseCopyable {
        let key: LineKey
        let line: LocatedLine
    }

    /// Returns `nil` where no file can be made.
    ///
    /// - Parameter indexBytes: How much memory the index may take.
    init?(indexBytes: Int) {
        let path = FileManager.default.temporaryDirectory.appending(path: "wardline-XXXXXX").path
        var name = Array(path.utf8CString)
        let file = mkstemp(&name)
        guard file >= 0 else { return nil }
        unlink(name)
        _ = fcntl(file, F_SETFD, FD_CLOEXEC)
        self.file = file
        index = [UInt32](repeating: 0, count: Self.fewestSlots)
        // While it grows there are two, of which one is half as long.
        let slots = max(indexBytes * 2 / 3 / MemoryLayout<UInt32>.size, Self.fewestSlots)
        mostSlots = min(slots, Self.greatestIndex)
    }

    deinit {
        close(file)
        waiting.deallocate()
        one.deallocate()
    }

    /// Returns what is known of a line, `nil` for nothing.
    func line(_ key: LineKey) -> LocatedLine? {
        guard case .found(let line) = search(key) else { return nil }
        return line
    }

    /// Keeps what is known of a line, where nothing is known yet.
    mutating func keep(_ line: LocatedLine, of key: LineKey) {
        guard !isFull, case .free(var slot) = search(key) else { return }
        if 10 * count >= 7 * index.count {
            guard grow() else {
                isFull = true
                return
            }
            guard case .free(let moved) = search(key) else { return }
            slot = moved
        }
        guard count - written < Self.entriesOfBlock || write() else {
            isFull = true
            return
        }
        waiting.storeBytes(
            of: Entry(key: key, line: line), toByteOffset: (count - written) * Self.entryLength,
            as: Entry.self)
        count += 1
        index[slot] = Self.mark(key) | UInt32(count)
    }

    /// The bits of a key that stand beside the number of its entry.
    private static func mark(_ key: LineKey) -> UInt32 {
        UInt32(truncatingIfNeeded: key.second) << numberBits
    }

    private enum Answer {
        case found(LocatedLine)
        /// The slot in which it would stand.
        case free(Int)
    }

    private func search(_ key: LineKey) -> Answer {
        let mark = Self.mark(key)
        var slot = Int(truncatingIfNeeded: key.first) & (index.count - 1)
        while index[slot] != 0 {
            if index[slot] & ~0 << Self.numberBits == mark,
                let entry = entry(Int(index[slot] & (1 << Self.numberBits - 1)) - 1), entry.key == key
            {
                return .found(entry.line)
            }
            slot = (slot + 1) & (index.count - 1)
        }
        return .free(slot)
    }

    /// Returns an entry, `nil` where the file cannot be read.
    private func entry(_ number: Int) -> Entry? {
        if number >= written {
            return waiting.load(fromByteOffset: (number - written) * Self.entryLength, as: Entry.self)
        }
        let start = off_t(number * Self.entryLength)
        guard pread(file, one.baseAddress, one.count, start) == one.count else { return nil }
        return one.load(as: Entry.self)
    }

    /// Writes what waits, and returns whether it could be written.
    private mutating func write() -> Bool {
        let bytes = (count - written) * Self.entryLength
        guard pwrite(file, waiting.baseAddress, bytes, off_t(written * Self.entryLength)) == bytes else {
            return false
        }
        written = count
        return true
    }

    /// Makes the index twice as long, and returns whether it may be.
    private mutating func grow() -> Bool {
        let slots = 2 * index.count
        guard slots <= mostSlots else { return false }
        var longer = [UInt32](repeating: 0, count: slots)
        for number in 0..<count {
            guard let key = entry(number)?.key else { return false }
            var slot = Int(truncatingIfNeeded: key.first) & (slots - 1)
            while longer[slot] != 0 { slot = (slot + 1) & (slots - 1) }
            longer[slot] = Self.mark(key) | UInt32(number + 1)
        }
        index = longer
        return true
    }
}
