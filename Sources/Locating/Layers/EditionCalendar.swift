package import Boundaries
package import Chronology

/// Tells which edition was in force at a moment, in the city's own time.
package struct EditionCalendar: Sendable {
    /// The first moment of each edition, in order; the first may reach back for ever.
    private let starts: [Timestamp]
    /// The edition in force whenever a request was opened, where there is just one.
    package let only: Ordinal<Edition>?

    /// - Parameter starts: The first moment in force of each edition in order of time, `nil` for since ever.
    package init(starts: [Timestamp?]) {
        self.starts = starts.map { $0 ?? Timestamp(secondsSince1970: .min) }
        only = starts == [nil] ? Ordinal(0) : nil
    }

    /// Creates the calendar of a layer's editions.
    package init(of layer: PreparedLayer, clock: CityClock) {
        self.init(starts: layer.editions.map { $0.from.map(clock.startOfDay) })
    }

    /// Returns the first moment of an edition, `nil` where it is in force since ever.
    package func start(ofEdition edition: Ordinal<Edition>) -> Timestamp? {
        let start = starts[edition.index]
        return start.secondsSince1970 == .min ? nil : start
    }

    /// Returns the edition in force at a moment, or `none` where none was yet. A request without a date is judged by the
    /// last edition.
    @inline(__always)
    package func edition(openedAt moment: Timestamp?) -> Ordinal<Edition> {
        var index = starts.count - 1
        guard let moment else { return Ordinal(index) }
        while index >= 0 && moment < starts[index] { index -= 1 }
        return Ordinal(index)
    }
}

extension EditionCalendar: Numbered { package typealias Subject = Layer }
