import Wording

@testable import Hotspots

extension Clustering {
    /// FNV-1a over one 32-bit number for each point: the first core of its cluster, −1 for noise, −2 for a border
    /// point. The same as Tests/Expected/hotspots.py makes of other programs' answers.
    var fingerprint: UInt64 {
        var first: [Int32: Int32] = [:]
        var hash = TextHash()
        for (point, label) in labels.enumerated() {
            let number: Int32
            switch memberships[point] {
            case .noise: number = -1
            case .border: number = -2
            case .core:
                number = first[label] ?? Int32(point)
                first[label] = number
            }
            for byte in 0..<4 {
                hash.add(UInt8(truncatingIfNeeded: number >> (8 * byte)))
            }
        }
        return hash.value
    }

    var noiseCount: Int { labels.count { $0 == Clustering.noise } }
}
