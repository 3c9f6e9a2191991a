extension RequestField {
    /// Whether no column can be both fields: what identifies a request is nothing else, a moment is no place, and a request
    /// that is closed when it is opened says nothing.
    ///
    /// What was last changed may have been closed then, and free text may hold anything.
    func cannotShare(with other: RequestField) -> Bool {
        let pair: Set<RequestField> = [self, other]
        if pair.contains(.description) { return false }
        guard kind == other.kind else { return true }
        switch kind {
        case .identity: return true
        case .date: return !pair.contains(.updated)
        case .number: return pair != [.longitude, .x] && pair != [.latitude, .y]
        case .word: return pair.contains(.status)
        case .place: return false
        }
    }

    private enum Kind { case identity, date, number, word, place }

    private var kind: Kind {
        switch self {
        case .id, .parent: .identity
        case .opened, .closed, .due, .updated: .date
        case .longitude, .latitude, .x, .y: .number
        case .category, .status, .channel, .referral, .description: .word
        case .address, .location, .zip, .city, .assigned: .place
        }
    }
}
