import Wording

/// Which requests members of the council, or their offices, referred: by the channel that they came by, or by a column that
/// names who did.
package struct Referrals: Sendable {
    private let isOfChannel: [Bool]
    private let channels: InternedColumn
    private let referrers: InternedColumn
    /// Whether the city file or a column names them, also where no request is one.
    package let areNamed: Bool

    /// - Parameter channels: The channels that only such offices use, as the city file's `referrals` names them; their case,
    ///   accents and spaces do not count.
    package init(_ table: RequestTable, channels: [String]) {
        let keys = Set(channels.map(NameKey.init))
        self.channels = table.channels
        referrers = table.referrals
        isOfChannel = table.channels.values.map { keys.contains(NameKey($0)) }
        areNamed = !channels.isEmpty || !table.referrals.values.isEmpty
        let isOfChannel = isOfChannel
        areKnown =
            table.referrals.indices.contains { $0 >= 0 }
            || isOfChannel.contains(true)
                && table.channels.indices.contains { $0 >= 0 && isOfChannel[Int($0)] }
    }

    /// Whether any request could be told to be one.
    package let areKnown: Bool

    package func isReferral(_ row: Int) -> Bool {
        if referrer(row) != nil { return true }
        guard row < channels.indices.count, channels.indices[row] >= 0 else { return false }
        return isOfChannel[Int(channels.indices[row])]
    }

    /// Who referred it, where the file says it.
    package func referrer(_ row: Int) -> String? {
        guard row < referrers.indices.count, let name = referrers[row], !name.isEmpty else { return nil }
        return name
    }
}
