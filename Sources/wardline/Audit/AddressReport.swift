import Foundation
import Locating
import Records
import RoutingAudit
import WardlineKit

/// Says what the addresses gave: positions for requests without one, and how far recorded positions are from them.
struct AddressReport {
    let use: AddressUse
    let errors: PositionErrors

    /// What became of the requests without a usable position.
    var placed: [String] {
        guard use.total > 0 else { return use.remarks }
        let found = use.placed.values.reduce(0, +)
        let sources = Position.Source.allCases.compactMap { source in
            use.placed[source].map { "\(NumberText.count($0)) \(source.rawValue)" }
        }
        var line =
            "\(DayText.counted(use.total, "request")) without a usable position: \(NumberText.count(found)) placed by"
            + " their address"
        if !sources.isEmpty { line += " (\(sources.joined(separator: ", ")))" }
        let rest = [
            (use.tied, "whose address fits several places"), (use.notFound, "whose address was not found"),
            (use.withoutAddress, "without an address"),
        ].filter { $0.0 > 0 }.map { "\(NumberText.count($0.0)) \($0.1)" }
        return use.remarks + [([line] + rest).joined(separator: ", ")]
    }

    /// How far the recorded positions are from the addresses.
    var compared: [String] {
        guard let all = errors.all else { return [] }
        var lines = [
            Terminal.bold("Recorded positions against addresses")
                + ": \(NumberText.count(all.count)) compared; half lie within"
                + " \(metres(all.median)), 90 % within \(metres(all.percentile90)), 99 % within"
                + " \(metres(all.percentile99)); \(NumberText.count(all.far)) are more than \(metres(PositionErrors.farOff)) off."
        ]
        guard all.far > 0 else { return lines }
        lines += groups("category", errors.categories) + groups("channel", errors.channels)
        return lines + streets
    }

    private func groups(_ title: String, _ groups: [PositionErrors.Group]) -> [String] {
        guard groups.count > 1 else { return [] }
        var table = TextTable([.left, .right, .right, .right, .right, .right])
        table.add(["by \(title)", "compared", "half", "90 %", "99 %", "far off"])
        for group in groups {
            let spread = group.spread
            table.add([
                group.name, NumberText.count(spread.count), metres(spread.median),
                metres(spread.percentile90), metres(spread.percentile99), NumberText.count(spread.far),
            ])
        }
        return table.lines()
    }

    private var streets: [String] {
        var table = TextTable([.left, .right, .right, .right, .left])
        table.add(["by street", "compared", "far off", "by (median)", ""])
        for street in errors.streets {
            table.add([
                street.name, NumberText.count(street.count), NumberText.count(street.far),
                metres(street.medianOfFar), street.remark,
            ])
        }
        return table.lines()
    }

    private func metres(_ value: Double) -> String { "\(AddressEvidence.metres(value)) m" }
}
