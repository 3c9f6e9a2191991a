/// Makes one line feed of each way to end a line: CR, LF, or both, for files that were put together of several.
struct LineEndJoiner {
    private var followsReturn = false

    /// Moves text together, and returns how much of it there is.
    mutating func join(_ bytes: inout [UInt8], from start: Int, count: Int) -> Int {
        var kept = start
        for offset in start..<start + count {
            let byte = bytes[offset]
            let endsReturn = followsReturn && byte == 0x0A
            followsReturn = byte == 0x0D
            guard !endsReturn else { continue }
            bytes[kept] = byte == 0x0D ? 0x0A : byte
            kept += 1
        }
        return kept - start
    }

    static func joined(_ text: [UInt8]) -> [UInt8] {
        var joiner = LineEndJoiner()
        var text = text
        text.removeLast(text.count - joiner.join(&text, from: 0, count: text.count))
        return text
    }
}
