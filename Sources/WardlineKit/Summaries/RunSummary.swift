package import Disclosure
import Records
package import ServiceRequests

/// What a command tells, as data: the same values that its text is made of, and the text itself.
///
/// `Docs/summary.md` describes the JSON. A key is never taken away or changed in meaning without a new ``schema``.
package struct RunSummary: Sendable {
    /// The form of the JSON.
    package static let schema = "wardline-summary/1"

    /// The form of the sums of a part.
    package static let partSchema = "wardline-part/1"

    /// A share, or a number that stands alone.
    package struct Figure: Sendable, Equatable {
        package let name: String
        package let value: Double?
        package let numerator: Int
        package let denominator: Int

        /// Creates the share that a part has of a whole; of nothing there is none.
        package init(_ name: String, _ part: Int, of whole: Int) {
            self.name = name
            (numerator, denominator) = (part, whole)
            value = whole > 0 ? Double(part) / Double(whole) : nil
        }
    }

    /// Parts that have to be a whole together.
    package struct Sum: Sendable, Equatable {
        package let name: String
        package let total: Int
        package let parts: [(name: String, count: Int)]
        /// Whether they are.
        package var holds: Bool { parts.reduce(0) { $0 + $1.count } == total }

        package init(_ name: String, total: Int, parts: [(name: String, count: Int)]) {
            self.name = name
            self.total = total
            self.parts = parts
        }

        package static func == (one: Sum, other: Sum) -> Bool {
            one.name == other.name && one.total == other.total
                && one.parts.elementsEqual(other.parts) { $0 == $1 }
        }
    }

    /// Something that nobody said and that was taken all the same.
    package struct Assumption: Sendable, Equatable {
        package let what: String
        package let value: String
        /// What it rests on; empty where that is plain.
        package let basis: String

        package init(_ what: String, _ value: String, basis: String = "") {
            self.what = what
            self.value = value
            self.basis = basis
        }
    }

    package let command: String
    package var sources: [(role: String, name: String)] = []
    package var takenForGranted: [Assumption] = []
    package var counts: [(name: String, count: Int)] = []
    package var figures: [Figure] = []
    package var warnings: [String] = []
    package var sums: [Sum] = []
    /// The sums that parts are put together by, as JSON; `nil` where they are not asked for.
    package var part: [UInt8]?
    /// By what a part was judged, as JSON.
    package var partSettings: [UInt8]?
    /// The lines that people read.
    package var text: [String] = []

    package init(command: String) { self.command = command }

    /// The summary on one line of JSON.
    package var json: [UInt8] {
        var object = JSONObjectBuffer()
        object.add("schema", Self.schema)
        object.add("wardline", WardlineVersion.current)
        object.add("command", command)
        object.add(
            "sources",
            json: list(sources) {
                $0.add("role", $1.role); $0.add("name", $1.name)
            })
        object.add(
            "taken_for_granted",
            json: list(takenForGranted) {
                $0.add("what", $1.what)
                $0.add("value", $1.value)
                $0.add("basis", $1.basis.isEmpty ? nil : $1.basis)
            })
        object.add("counts", json: self.object(counts))
        object.add(
            "figures",
            json: list(figures) {
                $0.add("name", $1.name)
                $0.add("value", $1.value, decimals: 6)
                $0.add("numerator", $1.numerator)
                $0.add("denominator", $1.denominator)
            })
        object.add("warnings", warnings)
        object.add(
            "sums",
            json: list(sums) {
                $0.add("name", $1.name)
                $0.add("total", $1.total)
                $0.add("parts", json: self.object($1.parts))
                $0.add("holds", json: Array(($1.holds ? "true" : "false").utf8))
            })
        if let part {
            object.add("part_schema", Self.partSchema)
            if let partSettings { object.add("part_settings", json: partSettings) }
            object.add("part", json: part)
        }
        object.add("text", text)
        return object.finished() + [0x0A]
    }

    private func object(_ counts: [(name: String, count: Int)]) -> [UInt8] {
        var object = JSONObjectBuffer()
        for (name, count) in counts { object.add(name, count) }
        return object.finished()
    }

    private func list<Item>(_ items: [Item], _ fill: (inout JSONObjectBuffer, Item) -> Void) -> [UInt8] {
        let objects = items.map { item in
            var object = JSONObjectBuffer()
            fill(&object, item)
            return object.finished()
        }
        return Array("[".utf8) + Array(objects.joined(separator: ",".utf8)) + Array("]".utf8)
    }
}

extension RunSummary {
    /// Adds what became of a file's rows, and what its columns, dates and statuses were taken for.
    ///
    /// - Parameter audience: Who reads the summary; everybody sees no rare status.
    package mutating func add(_ table: RequestTable, for audience: Audience = .internal) {
        add(IntakeCounts(table), table.intake, for: audience)
    }

    /// Adds the same of rows that were counted.
    mutating func add(
        _ rows: IntakeCounts, _ intake: IntakeSummary, for audience: Audience = .internal
    ) {
        sources.append(("requests", intake.sourceName))
        let parts = [
            ("requests", rows.requests), ("rejected", rows.rejected), ("merged", rows.merged),
            ("superseded", rows.superseded),
        ]
        counts += [("rows", rows.rows)] + parts
        sums.append(Sum("rows", total: rows.rows, parts: parts))
        counts += [
            ("notes", rows.notes.values.reduce(0, +)), ("repeated_ids", rows.repeatedIDRows),
            ("spreadsheet_ids", intake.spreadsheetIDs),
            ("dates_in_another_order", intake.dateOrder?.contrary ?? 0),
        ]
        let profile = intake.profile.map { "profile \($0)" } ?? ""
        for field in RequestField.allCases {
            guard let name = intake.columns[field] else { continue }
            for column in intake.dateParts[field] ?? [name] {
                takenForGranted.append(Assumption("column.\(field.rawValue)", column, basis: profile))
            }
        }
        for name in intake.assignedColumns { takenForGranted.append(Assumption("column.assigned", name)) }
        for part in intake.addressParts { takenForGranted.append(Assumption("column.address", part)) }
        for field in RequestField.allCases {
            for format in intake.dateFormats[field] ?? [] {
                takenForGranted.append(Assumption("dates.\(field.rawValue)", format))
            }
        }
        if let order = intake.dateOrder {
            takenForGranted.append(
                Assumption("date_order", "\(order.order)", basis: Self.words(order.basis)))
            for (field, count) in (order.cells?.mended ?? [:]).sorted(by: { $0.key < $1.key }) {
                takenForGranted.append(
                    Assumption(
                        "dates.\(field).exchanged", "\(count)",
                        basis: "day and month, which a spreadsheet exchanged, put right"))
            }
        }
        for entry in rows.statuses.entries {
            takenForGranted.append(
                Assumption(
                    "status.\(entry.state.map { "\($0)" } ?? "unknown")",
                    entry.isNamed(to: audience) ? entry.status ?? "" : "(other text)",
                    basis: "\(entry.count) requests"))
        }
    }

    private static func words(_ basis: SettledDateOrder.Basis) -> String {
        switch basis {
        case .cityFile: "city file"
        case .facts(let certain): certain ? "facts" : "facts, which nothing settled: not certain"
        case .deniedFacts: "facts, not certain: more of the file's own dates say otherwise"
        case .earlierFiles: "earlier files of the city"
        case .dates(let count): "\(count) dates that can be read in no other order"
        case .sequence(let count): "\(count) closings before openings in the other order"
        case .years(let count): "\(count) dates whose first number has few values, as years have"
        case .imports(let names): "taken by \(names.listed()), which nothing settled: not certain"
        case .openYear: "the year may come first or last, not certain"
        case .usual(let timeZone): "usual in \(timeZone), not certain"
        }
    }
}
