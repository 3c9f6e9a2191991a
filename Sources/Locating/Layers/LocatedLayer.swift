package import Boundaries
package import Chronology
package import GeometryEngine
package import ServiceRequests
import WorkSharing

/// Where the rows of a table lie in one layer, a few bytes a row.
package struct LocatedLayer: Sendable {
    /// The edition that was asked; `none` where there is none.
    package private(set) var editions: [Ordinal<Edition>] = []
    /// The area of the edition; `none` where there is none.
    package private(set) var areas: [Ordinal<Area>] = []
    /// Metres to the nearest border; not a number where there is no position.
    package private(set) var margins: [Double] = []
    package private(set) var doubts: [LocatedDoubt] = []

    /// Asks a layer about all rows of a table.
    ///
    /// - Parameters:
    ///   - day: The edition in force on it is asked; by default the one in force when each row was opened.
    ///   - jobs: The number of threads.
    package init(
        _ layer: PreparedLayer, places: RequestPlaces, table: RequestTable, clock: CityClock, day: CivilDate?,
        jobs: Int
    ) throws(GeometryError) {
        let calendar = EditionCalendar(of: layer, clock: clock)
        let question = LayerQuestion(
            layer: layer, calendar: calendar, places: places, opened: table.opened,
            only: day.map { calendar.edition(openedAt: clock.startOfDay($0)) })
        let slices = try mapSlices(
            count: table.count, sliceLength: 32_768, jobs: jobs,
            makeWorker: { () throws(GeometryError) -> [EditionProbe] in
                try layer.editions.map { (edition) throws(GeometryError) in try EditionProbe(edition.ground) }
            },
            body: { (probes: inout [EditionProbe], rows: Range<Int>) throws(GeometryError) -> LocatedLayer in
                var located = LocatedLayer(capacity: rows.count)
                for row in rows { located.append(try question.answer(ofRow: row, probes)) }
                return located
            })
        self.init(capacity: table.count)
        for slice in slices { append(slice) }
    }

    private init(capacity: Int) {
        editions.reserveCapacity(capacity)
        areas.reserveCapacity(capacity)
        margins.reserveCapacity(capacity)
        doubts.reserveCapacity(capacity)
    }

    private mutating func append(_ answer: LayerQuestion.Answer) {
        editions.append(answer.edition)
        areas.append(answer.area)
        margins.append(answer.margin)
        doubts.append(answer.doubt)
    }

    private mutating func append(_ other: LocatedLayer) {
        editions += other.editions
        areas += other.areas
        margins += other.margins
        doubts += other.doubts
    }
}

/// Asks a layer about one row after the other.
private struct LayerQuestion: Sendable {
    let layer: PreparedLayer
    let calendar: EditionCalendar
    let places: RequestPlaces
    let opened: TimestampColumn
    /// The only edition to ask, `none` where there is none; `nil` where each row's date chooses.
    let only: Ordinal<Edition>?

    struct Answer {
        let edition: Ordinal<Edition>
        var area = Ordinal<Area>.none
        var margin = Double.nan
        let doubt: LocatedDoubt
    }

    @inline(__always)
    func answer(ofRow row: Int, _ probes: [EditionProbe]) throws(GeometryError) -> Answer {
        let edition = only ?? calendar.only ?? calendar.edition(openedAt: opened[row])
        guard let position = places.position(at: row, recordedUncertainty: layer.uncertainty) else {
            return Answer(edition: edition, doubt: .noPosition)
        }
        guard edition.exists else { return Answer(edition: edition, doubt: .noEdition) }
        let area = try probes[edition].locate(position.coordinate)
        let margin = probes[edition].nearestBorder(to: position.coordinate, first: area).distance
        let doubt: LocatedDoubt =
            if !area.exists {
                layer.editions[edition].hidesGround ? .unreadableArea : .outside
            } else if margin <= position.uncertainty {
                .nearBorder
            } else if try probes[edition].isShared(area, position.coordinate) {
                .overlap
            } else if only == nil, probes.count > 1, opened[row] == nil {
                .undated
            } else {
                .none
            }
        return Answer(edition: edition, area: area, margin: margin, doubt: doubt)
    }
}
