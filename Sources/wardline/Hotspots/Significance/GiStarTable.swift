import Geometry
import Hotspots
import Records

/// Where requests are frequent, for people.
struct GiStarTable {
    let study: SignificanceStudy
    let found: GiStarFindings
    let top: Int

    var text: SignificanceText {
        let hot = found.ranked.filter { $0.spot == .hot }
        let cold = found.ranked.count { $0.spot == .cold }
        var table = TextTable([.right, .left, .right, .right, .right, .right])
        table.add(["#", "Place", "Requests", "With neighbours", "z", "p adjusted"])
        for (index, place) in hot.prefix(top).enumerated() {
            table.add([
                String(index + 1), study.label(place.center), NumberText.count(Int(place.value)),
                NumberText.count(Int(place.valueAround)), StatisticText.z(place.z),
                StatisticText.p(place.adjustedP),
            ])
        }
        return SignificanceText(
            title:
                "\(study.source): \(hot.count) hot and \(cold) cold of \(NumberText.count(found.ranked.count)) places, "
                + study.subject,
            notes: notes, table: table.fitting(Terminal.columns, dispensable: []),
            moreCount: max(0, hot.count - top), records: found.table)
    }

    private var notes: [String] {
        let formula =
            "z = (Σwx − X̄Σw) / (S √{[nΣw² − (Σw)²] / (n − 1)}): Getis and Ord's Gi*, Geographical Analysis 27 (1995)"
        return [
            "\(NumberText.count(study.eventCount)) requests in \(study.cells), each with the cells that touch it; "
                + "cells without any request are no places",
            study.isWholeFile
                ? "\(formula), over the counts of places; --category NAME compares with all requests instead"
                : "\(formula), over all requests, x = 1 for \(study.subject); p two-sided and exact (hypergeometric)",
            study.adjustment,
        ]
    }
}
