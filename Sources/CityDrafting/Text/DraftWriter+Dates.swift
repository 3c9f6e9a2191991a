import Records
import ServiceRequests
import Wording

/// The order of dates, and the columns with their times of day.
extension DraftWriter {
    mutating func writeDates() {
        // Where one column has another order, each settles its own.
        guard let order = parts.trial?.dateOrder else { return }
        doubts += order.cells?.sentences ?? []
        guard order.apart == nil else { return }
        let word =
            order.order.hasPrefix("month")
            ? "month first" : order.order.hasPrefix("day") ? "day first" : "year first"
        switch order.basis {
        case .dates(let count):
            file.add(
                "dates: \(word)", indent: 2,
                because: "\(NumberText.count(count)) dates can be read in no other order"
                    + (order.contrary > 0 ? ", \(NumberText.count(order.contrary)) only in the other" : ""))
        case .sequence(let count):
            file.add(
                "dates: \(word)", indent: 2,
                because:
                    "read in the other order \(NumberText.count(count)) more would be closed before they were opened"
            )
        case .years(let count):
            file.add(
                "dates: \(word)", indent: 2,
                because: "the first number of \(NumberText.count(count)) dates has few values, as years have")
        case .openYear:
            file.offer(
                "dates: \(word)", indent: 2,
                because: "nothing in the file settles whether the year comes first or last")
            doubts.append("dates: nothing settles whether the year comes first or last")
        case .usual(let zone):
            file.offer(
                "dates: \(word)", indent: 2,
                because:
                    "usual in \(zone); nothing in the file settles whether the day or the month comes first")
            doubts.append("dates: nothing settles whether the day or the month comes first")
        case .cityFile, .facts, .deniedFacts, .imports, .earlierFiles: break
        }
    }

    mutating func writeTimes() {
        noteLooseTimes()
        let fields = Self.needed.filter { columns.times[$0] != nil && columns.column($0) != nil }
        guard !fields.isEmpty else { return }
        file.add("times:", indent: 2)
        for field in fields {
            guard let time = columns.times[field], let date = columns.column(field) else { continue }
            file.add(
                "\(field.rawValue): \(YAMLText.value(columns.name(time)))", indent: 4,
                because: "times of day, of which \(columns.name(date)) has none")
        }
    }

    /// Says which times of day belong to no date that was taken, where a date has none.
    private mutating func noteLooseTimes() {
        let dates = [RequestField.opened, .closed].compactMap { field in
            columns.column(field).flatMap {
                columns.times[field] == nil && columns.hasNoTimes($0) ? field : nil
            }
        }
        let used = columns.used
        let loose = columns.traits.indices.filter {
            !used.contains($0) && columns.traits[$0].hasName && columns.traits[$0].areTimesOfDay
        }
        guard !dates.isEmpty, !loose.isEmpty else { return }
        let told =
            "\(loose.map(columns.name).joined(separator: ", ")) \(loose.count == 1 ? "holds" : "hold") times of day, and"
            + " no name says of which date; \(dates.map(\.rawValue).joined(separator: ", ")) has none: name it under times:"
        file.comment(told, indent: 2)
        doubts.append("times: \(told)")
    }
}
