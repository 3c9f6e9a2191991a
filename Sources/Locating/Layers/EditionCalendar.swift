package import Chronology

/// Tells which edition was in force at a moment, in the city's own time.
package struct EditionCalendar: Sendable {
    /// The first moment of each edition, in order; the first may reach back for ever.
    private let starts: [Timestamp]
    /// The edition in force whenever a request was opened, where there is just one.
    package let only: Int?

    /// - Parameter starts: The first moment in force of each edition in order of time, `nil` for since ever.
    package init(starts: [Timestamp?]) {
        self.starts = starts.map { $0 ?? Timestamp(secondsSince1970: .min) }
        only = starts == [nil] ? 0 : nil
    }

    /// Creates the calendar of a layer's editions.
    package init(of layer: PreparedLayer, clock: CityClock) {
        self.init(starts: layer.editions.map { $0.from.map(clock.startOfDay) })
    }

    /// Returns the first moment of an edition, `nil` where it is in force since ever.
    package func start(ofEdition edition: Int) -> Timestamp? {
        starts[edition].secondsSince1970 == .min ? nil : starts[edition]
    }

    /// Returns the edition in force at a moment, or −1 where none was yet. A request without a date is judged by the
    /// last edition.
    @inline(__always)
    package func edition(openedAt moment: Timestamp?) -> Int {
        guard let moment else { return starts.count - 1 }
        var edition = starts.count - 1
        while edition >= 0 && moment < starts[edition] { edition -= 1 }
        return edition
    }
}
