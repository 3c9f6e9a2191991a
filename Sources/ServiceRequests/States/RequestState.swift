package import Chronology

/// How far the work on a request is.
package enum RequestState: UInt8, Codable, Sendable, CaseIterable, BitwiseCopyable {
    case open, closed
    /// Voided, cancelled, made as a test, or named in the city file: audited and located, and in no count of open, wait,
    /// target, hotspot or closures.
    case ignored

    /// Why those that are ignored are in no count, in words.
    package static let whyIgnored = "void, cancelled or a test by their status"
}

/// What a status says beside the state, which never decides it.
package struct StatusMarks: OptionSet, Codable, Hashable, Sendable, BitwiseCopyable {
    package let rawValue: UInt8

    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let duplicate = StatusMarks(rawValue: 1)
    package static let transferred = StatusMarks(rawValue: 2)
    package static let referred = StatusMarks(rawValue: 4)
    package static let reopened = StatusMarks(rawValue: 8)
}

/// What the words of one status say.
package struct StatusReading: Codable, Hashable, Sendable, BitwiseCopyable {
    /// `nil` where no word is known; the closing time then decides.
    package var state: RequestState?
    package var marks: StatusMarks

    package init(state: RequestState?, marks: StatusMarks = []) {
        self.state = state
        self.marks = marks
    }
}

extension RequestTable {
    /// Returns whether a request is open, closed or ignored: by its status or, where no word of it is known, by its closing
    /// time. The one answer for all commands.
    package func state(at row: Int) -> RequestState {
        if let state = statusReading(at: row)?.state { return state }
        return closed[row] == nil ? .open : .closed
    }

    /// Returns when a closed request was closed; `nil` where that was not recorded or the request is not closed.
    package func closing(at row: Int) -> Timestamp? { state(at: row) == .closed ? closed[row] : nil }

    /// Returns when an open request was closed before: no wait ends there. `nil` where it never was.
    package func closedOnce(at row: Int) -> Timestamp? { state(at: row) == .open ? closed[row] : nil }

    /// Returns what a request's status says beside its state.
    package func marks(at row: Int) -> StatusMarks { statusReading(at: row)?.marks ?? [] }

    /// Reads what the texts of ``statuses`` say.
    mutating func readStatuses(by words: StatusWords) {
        statusReadings = statuses.values.map(words.reading)
    }

    private func statusReading(at row: Int) -> StatusReading? {
        guard row < statuses.indices.count, statuses.indices[row] >= 0 else { return nil }
        return statusReadings[Int(statuses.indices[row])]
    }
}
