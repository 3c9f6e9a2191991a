/// Tables of requests that were broken at random, with a seed.
package enum BrokenTable {
    private static let base: [String] = {
        var lines = ["id,category,status,opened,closed,address,longitude,latitude,assigned_zone"]
        for row in 0..<60 {
            lines.append(
                "A\(row),Pothole,Closed,2024-03-0\(row % 9 + 1) 10:00:00,2024-04-01,\"\(row) Main St, Apt \(row)\",-76.61\(row),39.29\(row),\(row % 4)"
            )
        }
        return lines
    }()

    /// Returns a table of 60 requests that was broken at random: cuts, doubles, other bytes, and what breaks tables put in.
    package static func bytes(seed: UInt64) -> [UInt8] {
        var numbers = SeededNumbers(seed)
        var bytes = Array(base.map { $0 + "\n" }.joined().utf8)
        let pieces: [[UInt8]] = [
            [0], [0x0D], [0x0A], Array("\"".utf8), Array("\"\"".utf8), Array(",".utf8),
            Array("\r\n".utf8),
            [0xE9], Array("\\N".utf8),
            Array("=\"".utf8), Array(" \"".utf8), Array("',".utf8), Array("\"\n".utf8), Array(",\"".utf8),
            Array("\u{FEFF}".utf8),
        ]
        for _ in 0..<Int.random(in: 1...8, using: &numbers) {
            let at = Int.random(in: 0..<bytes.count, using: &numbers)
            switch Int.random(in: 0..<4, using: &numbers) {
            case 0: bytes.insert(contentsOf: pieces.randomElement(using: &numbers) ?? [], at: at)
            case 1:
                bytes.removeSubrange(at..<min(bytes.count, at + Int.random(in: 1...30, using: &numbers)))
            case 2: bytes.insert(contentsOf: bytes[max(0, at - 150)..<at], at: at)
            default: bytes[at] = UInt8.random(in: 0...255, using: &numbers)
            }
            if bytes.isEmpty { bytes = [0x0A] }
        }
        return bytes
    }
}
