package import City
package import ServiceRequests

/// Tells which requests members of the council referred: by the channels that the city file names, or by a column that says
/// who referred each.
package struct ReferralRule: Sendable {
    private let channels: [Bool]
    private let table: RequestTable
    /// Whether anything tells referrals.
    package let isKnown: Bool

    package init(_ table: RequestTable, city: CityFile) {
        self.table = table
        let named = Set(city.referralChannels.map { $0.lowercased() })
        channels = table.channels.values.map { named.contains($0.lowercased()) }
        isKnown = !named.isEmpty || !table.referrals.values.isEmpty
    }

    package func isReferral(_ row: Int) -> Bool {
        if row < table.channels.indices.count {
            let channel = table.channels.indices[row]
            if channel >= 0, channels[Int(channel)] { return true }
        }
        return table.referrals[row] != nil
    }
}
