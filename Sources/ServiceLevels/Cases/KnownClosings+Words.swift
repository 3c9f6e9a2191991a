package import PageLanguage
package import ServiceRequests

extension KnownClosings {
    /// What cannot be told, and why; `nil` where all can.
    ///
    /// - Parameter told: Writes a count as the audience may see it; `nil` where it may not.
    package func gap(_ words: PageWords = .english, told: (Int) -> String?) -> String? {
        guard !tellWaits else { return nil }
        guard tellStates else {
            return words(
                """
                Nothing says what was closed: no status is known and no request has a closing time, so that all count as open. \
                Nothing is said of waits, of what is open or of what was on time.
                """)
        }
        switch extract {
        case .all: break
        case .openOnly(closed: 1...):
            return words(
                """
                Hardly any request is closed: the file seems to hold open ones only. Nothing is said of waits, of what was on time or \
                of how many were opened.
                """)
        case .openOnly:
            return words(
                """
                No request is closed: the file holds open ones only. Nothing is said of waits, of what was on time or of how many \
                were opened.
                """)
        case .closedOnly(let missing, open: 1...):
            return words(
                """
                Hardly any request is open, where by the waits of the others some \(words.count(missing)) would be: the file seems to \
                hold closed ones only. Nothing is said of waits, of the backlog, of what was on time or of how many were opened.
                """)
        case .closedOnly(let missing, open: _):
            return words(
                """
                No request is open, where by the waits of the others some \(words.count(missing)) would be: the file seems to hold \
                closed ones only. Nothing is said of waits, of the backlog, of what was on time or of how many were opened.
                """)
        }
        guard let unusable = told(count.unusable), let closed = told(count.closed) else {
            return words(
                """
                Too many closed requests have no closing time that can be: nothing is said of waits, of the backlog or of what was on \
                time.
                """)
        }
        return early > 0
            ? words(
                """
                \(unusable) of \(closed) closed requests have no closing time, or one before their opening: nothing \
                is said of waits, of the backlog or of what was on time.
                """)
            : words(
                """
                \(unusable) of \(closed) closed requests have no closing time: nothing is said of waits, of the backlog or of \
                what was on time.
                """)
    }
}
