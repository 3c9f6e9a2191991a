import Wording

extension CityFile {
    /// What tells requests that the city's own staff made; empty where usual names tell them.
    package struct StaffSettings: Sendable, Equatable {
        package var channels: [String] = []
        package var categories: [String] = []

        package init(channels: [String] = [], categories: [String] = []) {
            self.channels = channels
            self.categories = categories
        }

        /// Whether the city file says who is staff.
        package var isNamed: Bool { !channels.isEmpty || !categories.isEmpty }

        /// Whether a channel is one that only staff use, by its usual name.
        package static func isUsualChannel(_ name: String) -> Bool {
            usualChannels.contains(NameKey(name).text)
        }

        /// Whether a category is one that only staff enter, by what its name holds.
        package static func isUsualCategory(_ name: String) -> Bool {
            let text = NameKey(name).text
            return usualParts.contains { text.contains($0) }
        }

        private static let usualChannels: Set<String> = [
            "internal", "system", "employee generated", "city worker app", "crew", "inspector",
        ]
        private static let usualParts = ["proactive", "(internal)"]
    }
}
