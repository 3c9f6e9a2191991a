import Chronology
import Geometry
import Hotspots
import Records

/// How hot and cold spots come and go, by Gi* in slices of time and Mann and Kendall's trend.
struct EmergingTable {
    let study: SignificanceStudy

    private struct Place {
        let index: Int
        let requests: Int
        let history: EmergingHistory
    }

    func findings() throws(SignificanceError) -> SignificanceFindings {
        let places = try study.places()
        let slices = try study.slices()
        let (events, undated) = study.datedEvents
        var counts = [[Double]](repeating: [Double](repeating: 0, count: places.count), count: slices.count)
        for event in events {
            guard let opened = study.opened[event], let slice = slices.slice(of: opened) else { continue }
            counts[slice][Int(places.placeOfPoint[event])] += 1
        }
        let histories = try emergingHistories(
            counts: counts, neighborhoods: Neighborhoods(touchingIn: places),
            falseDiscoveryRate: study.options.falseDiscoveryRate)
        let all = histories.enumerated().map { index, history in
            Place(
                index: index, requests: Int(counts.reduce(0) { $0 + $1[index] }), history: history)
        }.sorted {
            ($0.history.pattern.rank, -$0.requests, $0.index) < (
                $1.history.pattern.rank, -$1.requests, $1.index
            )
        }
        let found = all.filter { $0.history.pattern != .none }
        var table = TextTable([.right, .left, .left, .right, .right, .right])
        table.add(["#", "Place", "Pattern", "Requests", "Hot slices", "z last"])
        for (place, entry) in found.prefix(study.top).enumerated() {
            table.add([
                String(place + 1), study.label(places.centers[entry.index]),
                entry.history.pattern.description, NumberText.count(entry.requests),
                "\(entry.history.spots.count { $0 == .hot }) of \(slices.count)",
                StatisticText.z(entry.history.z.last ?? 0),
            ])
        }
        return SignificanceFindings(
            title:
                "\(study.source): \(found.count) of \(NumberText.count(places.count)) places have a pattern, "
                + study.subject,
            notes: notes(slices, undated: undated, found.map(\.history.pattern)),
            table: table.fitting(Terminal.columns, dispensable: []),
            moreCount: max(0, found.count - study.top),
            columns: [
                "cell", "place", "pattern", "requests", "slices", "hot_slices", "cold_slices", "z_last",
                "trend_z", "trend_p", "trend_tau", "longitude", "latitude",
            ],
            records: all.map { record($0, places, slices) })
    }

    private func notes(_ slices: TimeSlices, undated: Int, _ patterns: [EmergingPattern]) -> [String] {
        let start = slices.boundaries.first.map { study.clock.date(at: $0).description } ?? ""
        var notes = [
            "\(slices.count) slices of \(study.options.sliceDays) days from \(start) on, in \(study.cells); Gi* within "
                + "each slice, Benjamini and Hochberg over its places",
            "trend of z: S = ΣΣ sgn(xⱼ − xᵢ), Mann, Econometrica 13 (1945), and Kendall (1975); the eight kinds are "
                + "those of Esri's Emerging Hot Spot Analysis",
        ]
        let kinds = Dictionary(grouping: patterns, by: { $0 }).sorted { $0.key.rank < $1.key.rank }
        if !kinds.isEmpty {
            notes.append(
                kinds.map { "\($0.value.count) \($0.key)\($0.value.count == 1 ? "" : "s")" }.joined(
                    separator: ", "))
        }
        if undated > 0 { notes.append("\(NumberText.count(undated)) without a date of opening are left out") }
        return notes
    }

    private func record(_ place: Place, _ places: GridPlaces, _ slices: TimeSlices) -> TableRecord {
        let cell = places.cells[place.index]
        let position = study.position(places.grid.center(of: cell))
        let history = place.history
        return TableRecord(
            values: [
                .text("\(cell.column):\(cell.row)"), .text(study.name(places.grid.center(of: cell))),
                .text(history.pattern.description), .whole(place.requests), .whole(slices.count),
                .whole(history.spots.count { $0 == .hot }), .whole(history.spots.count { $0 == .cold }),
                .number(history.z.last, decimals: 4), .number(history.trend.z, decimals: 4),
                .number(history.trend.p, decimals: 6), .number(history.trend.tau, decimals: 4),
                .number(position.longitude, decimals: 7), .number(position.latitude, decimals: 7),
            ],
            geometry: study.outline(places.grid.outline(of: cell)))
    }
}

extension EmergingPattern {
    /// The order in which an analyst looks at patterns: hot before cold, what is new or grows first.
    var rank: Int {
        let kinds = EmergingKind.allCases
        switch self {
        case .hot(let kind): return kinds.firstIndex(of: kind) ?? 0
        case .cold(let kind): return kinds.count + (kinds.firstIndex(of: kind) ?? 0)
        case .none: return 2 * kinds.count
        }
    }
}
