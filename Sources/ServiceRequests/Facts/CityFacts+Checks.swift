import Chronology

/// A value that no facts have, as where somebody wrote into the file.
package struct FactFault: Sendable, Equatable {
    /// Where it stands: `default_points[0].latitude`.
    package let field: String
    /// What it is, and what it should be.
    package let reason: String
}

extension CityFacts {
    /// The widest radius of a recorded position, metres: farther off, a position is wrong rather than rough.
    private static let widestRadius = 1000.0
    /// More decimals no position is written with.
    private static let mostDecimals: UInt8 = 20

    /// Returns the first value that cannot be.
    ///
    /// - Parameter layers: The names of the city file's layers.
    package func fault(layers: [String]) -> FactFault? {
        faultOfCounts ?? faultOfReading ?? faultOfPlaces ?? faultOfRepeats ?? faultOfRadii
            ?? faultOfLayers(Set(layers))
    }

    private var faultOfCounts: FactFault? {
        var checks = [Check("rows", rows, in: 0...Int(Int32.max))]
        if let days {
            for (name, text) in [
                ("first", days.first), ("last", days.last), ("usual", days.usual ?? days.last),
            ] {
                checks.append(
                    Check(
                        "days.\(name)", text, isGood: Self.isDay(text),
                        reason: "a day is written as in 2025-06-30"))
            }
            checks.append(
                Check(
                    "days.last", days.last, isGood: days.first <= days.last,
                    reason: "the first day is \(days.first)"))
        }
        return checks.fault
    }

    private static func isDay(_ text: String) -> Bool { CivilDate(iso: text) != nil }

    private var faultOfReading: FactFault? {
        var checks: [Check] = []
        if let dialect {
            let plain = "it has to be one character that parts fields, such as a comma"
            checks += [
                Check(
                    "dialect.delimiter", dialect.delimiter, isGood: Writing.delimits(dialect.delimiter),
                    reason: plain),
                Check(
                    "dialect.quote", dialect.quote, isGood: ["\"", "'"].contains(dialect.quote),
                    reason: "it has to be a double or a single quote"),
                Check(
                    "dialect.line_end", dialect.lineEnd, isGood: Writing.lineEnds.contains(dialect.lineEnd),
                    reason: "it has to be \(Writing.lineEnds.joined(separator: " or "))"),
                Check(
                    "dialect.encoding", dialect.encoding ?? "",
                    isGood: dialect.encoding == nil || dialect.foundEncoding != nil,
                    reason: "it has to be an encoding, with what told it as encoding_basis"),
            ]
        }
        if let order = dates.order {
            checks.append(
                Check(
                    "dates.order", order, isGood: DateLayout.NumberOrder(title: order) != nil,
                    reason: "it has to be an order such as month/day/year"))
        }
        for field in dates.form.keys.sorted() {
            checks.append(
                Check(
                    "dates.form", field, isGood: RequestField(rawValue: field) != nil,
                    reason: "no column means that"))
        }
        for (key, fields) in [
            ("dates.exchanged", dates.exchanged), ("dates.midnights", dates.midnights),
        ] {
            for field in fields ?? [] {
                checks.append(
                    Check(
                        key, field, isGood: IntakePlan.dates.contains { $0.rawValue == field },
                        reason: "no column of dates means that"))
            }
        }
        let header = Set(columns.header)
        for (field, column) in columns.fields.sorted(by: { $0.key < $1.key }) {
            checks.append(
                Check(
                    "columns.fields", field, isGood: RequestField(rawValue: field) != nil,
                    reason: "no column means that"))
            checks.append(
                Check(
                    "columns.fields.\(field)", column, isGood: header.isEmpty || header.contains(column),
                    reason: "no column of the header has the name"))
        }
        if let precision {
            checks.append(
                Check("precision.usual", Int(precision.usual), in: 0...Int(Self.mostDecimals)))
        }
        if let form = positionForm {
            checks.append(
                Check(
                    "position_form", form.order ?? form.thousands ?? "", isGood: form.isGood,
                    reason: "its order is longitude first or latitude first, its thousands a point or a comma"
                ))
        }
        return checks.fault
    }

    private var faultOfPlaces: FactFault? {
        for (index, point) in defaultPoints.enumerated() {
            let name = "default_points[\(index)]"
            if let fault = [
                Check("\(name).longitude", degrees: point.longitude, limit: 180),
                Check("\(name).latitude", degrees: point.latitude, limit: 90),
                Check("\(name).requests", point.requests, in: 0...Int(Int32.max)),
                Check("\(name).streets", point.streets, in: 0...Int(Int32.max)),
            ].fault {
                return fault
            }
        }
        return places?.fault
    }

    private var faultOfRepeats: FactFault? {
        for (index, repeated) in repeatedIDs.enumerated() {
            let name = "repeated_ids[\(index)]"
            for (part, row) in [("winner", repeated.winner)] + repeated.others.map({ ("others", $0) }) {
                if let fault = [
                    Check("\(name).\(part).file", row.file, in: 0...max(0, files.count - 1)),
                    Check("\(name).\(part).line", row.line, in: 1...Int(Int32.max)),
                    Check(
                        "\(name).\(part).kind", row.kind ?? "",
                        isGood: row.kind.map {
                            [FoldedRow.Kind.merged.name, FoldedRow.Kind.superseded.name].contains($0)
                        }
                            ?? true, reason: "it has to be merged or superseded"),
                ].fault {
                    return fault
                }
            }
        }
        return nil
    }

    private var faultOfRadii: FactFault? {
        var checks: [Check] = []
        for (index, error) in positionErrors.enumerated() {
            checks.append(Check("position_errors[\(index)].pairs", error.pairs, in: 0...Int(Int32.max)))
            checks.append(
                Check("position_errors[\(index)].radius_m", metres: error.radius, to: Self.widestRadius))
        }
        if let agreement = addressAgreement {
            checks.append(
                Check("address_agreement.compared", agreement.compared, in: 0...Int(Int32.max)))
            checks.append(
                Check("address_agreement.apart", agreement.apart, in: 0...max(0, agreement.compared)))
            for (index, part) in (agreement.parts ?? []).enumerated() {
                let name = "address_agreement.parts[\(index)]"
                let lines = part.lines.map { $0.count == 2 && $0[0] >= 1 && $0[1] >= $0[0] } ?? true
                checks.append(Check("\(name).compared", part.compared, in: 0...Int(Int32.max)))
                checks.append(Check("\(name).apart", part.apart, in: 0...max(0, part.compared)))
                checks.append(
                    Check(
                        "\(name).lines", "a line", isGood: lines,
                        reason: "they have to be the first and the last, from 1"))
            }
        }
        for (index, assignment) in (assignments ?? []).enumerated() {
            let name = "assignments[\(index)]"
            checks.append(Check("\(name).compared", assignment.compared, in: 0...Int(Int32.max)))
            checks.append(Check("\(name).agreeing", assignment.agreeing, in: 0...max(0, assignment.compared)))
            checks.append(
                Check(
                    "\(name).by_chance", "\(assignment.byChance)", isGood: assignment.byChance >= 0,
                    reason: "it may not be below 0"))
        }
        for (index, channel) in (answers?.channels ?? []).enumerated() {
            checks.append(
                Check("answers.channels[\(index)].answers", channel.answers, in: 0...Int(Int32.max)))
            checks.append(
                Check("answers.channels[\(index)].radius_m", metres: channel.radius, to: Self.widestRadius))
        }
        for (index, street) in (answers?.streets ?? []).enumerated() {
            checks.append(
                Check("answers.streets[\(index)].factor", metres: street.factor, to: Self.widestRadius))
        }
        if let filling {
            let shares = filling.knots.allSatisfy { (0...1).contains($0) }
            checks.append(
                Check("filling.knots", "a knot", isGood: shares, reason: "it has to be between 0 and 1"))
            checks.append(Check("filling.count", filling.count, in: 0...Int(Int32.max)))
        }
        if let found = fullHundreds {
            checks.append(Check("full_hundreds.hundreds", found.hundreds, in: 0...Int(Int32.max)))
            checks.append(Check("full_hundreds.next", found.next, in: 0...Int(Int32.max)))
        }
        return checks.fault
    }

    private func faultOfLayers(_ layers: Set<String>) -> FactFault? {
        func unknown(_ name: String, _ found: [String]) -> FactFault? {
            for (index, layer) in found.enumerated() where !layers.contains(layer) {
                return FactFault(
                    field: "\(name)[\(index)].layer",
                    reason: "is “\(layer)”, and the city file has no such layer")
            }
            return nil
        }
        for (index, witness) in witnesses.enumerated() {
            let pairs = witness.places.indices.map { ($0, witness.places[$0]) }
            if witness.places.count % 2 != 0
                || !pairs.allSatisfy({ abs($0.1) <= ($0.0 % 2 == 0 ? 180 : 90) })
            {
                return FactFault(
                    field: "witnesses[\(index)].places", reason: "are no longitudes and latitudes by turns")
            }
            for (name, count) in [
                ("requests", witness.requests), ("across", witness.across ?? 0),
                ("astray", witness.astray ?? 0),
            ] {
                let check = Check("witnesses[\(index)].\(name)", count, in: 0...Int(Int32.max))
                if let fault = check.fault { return fault }
            }
        }
        for (index, pair) in stale.enumerated() {
            if let fault = Check("stale[\(index)].requests", pair.requests, in: 0...Int(Int32.max)).fault {
                return fault
            }
        }
        return unknown("witnesses", witnesses.map(\.layer)) ?? unknown("stale", stale.map(\.layer))
            ?? unknown("aliases", aliases.map(\.layer))
            ?? unknown("assignments", (assignments ?? []).map(\.layer))
    }
}

extension CityFacts.Places {
    fileprivate var fault: FactFault? {
        var checks: [Check] = []
        func add(_ name: String, longitude: Double, latitude: Double) {
            checks += [
                Check("\(name).longitude", degrees: longitude, limit: 180),
                Check("\(name).latitude", degrees: latitude, limit: 90),
            ]
        }
        if let middle { add("places.middle", longitude: middle.longitude, latitude: middle.latitude) }
        for (index, place) in catchAlls.enumerated() {
            let name = "places.catch_alls[\(index)]"
            add(name, longitude: place.longitude, latitude: place.latitude)
            checks += place.categories.map {
                Check("\(name).categories", $0, in: -1...categories.count - 1)
            }
        }
        return checks.fault
    }
}

/// One value of facts that was looked at.
private struct Check {
    let fault: FactFault?

    init(_ field: String, _ value: String, isGood: Bool, reason: String) {
        let shown = value.unicodeScalars.map { $0.value < 0x20 ? $0.escaped(asASCII: true) : String($0) }
            .joined()
        fault = isGood ? nil : FactFault(field: field, reason: "is “\(shown)”, and \(reason)")
    }

    init(_ field: String, _ count: Int, in range: ClosedRange<Int>) {
        self.init(
            field, "\(count)", isGood: range.contains(count),
            reason: "it has to be from \(range.lowerBound) to \(range.upperBound)")
    }

    init(_ field: String, degrees: Double, limit: Double) {
        self.init(
            field, "\(degrees)", isGood: abs(degrees) <= limit,
            reason: "degrees are from −\(Int(limit)) to \(Int(limit))")
    }

    init(_ field: String, metres: Double, to widest: Double) {
        self.init(
            field, "\(metres)", isGood: metres > 0 && metres <= widest,
            reason: "it has to be more than 0, and at most \(Int(widest))")
    }
}

extension [Check] {
    fileprivate var fault: FactFault? { lazy.compactMap(\.fault).first }
}
