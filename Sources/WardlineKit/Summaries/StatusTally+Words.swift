package import Disclosure
package import ServiceRequests

extension StatusTally.Entry {
    private static var longest: Int { 40 }

    /// Whether the status is a word of a list or a code, which summaries may name. What is longer, or holds an address of
    /// mail or a long number among words, a clerk wrote: it may tell of a person.
    package var isWord: Bool {
        guard let status else { return true }
        let scalars = status.unicodeScalars
        let hasLongNumber = status.contains(" ") && scalars.count { $0.properties.numericType != nil } > 2
        return status.count <= Self.longest && !hasLongNumber && !status.contains("@")
            && !scalars.contains { $0.properties.generalCategory == .control }
    }

    /// Whether a summary names the status: to everybody one that many requests have, since a rare one may be a clerk's own words.
    package func isNamed(to audience: Audience) -> Bool {
        isWord && (status == nil || audience.tells(textOf: count))
    }
}
