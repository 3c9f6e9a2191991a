import Boundaries
import Locating
package import Chronology
package import Disclosure
package import PageLanguage
package import Records
import ServiceLevels
import ServiceRequests

/// The call-back list as a table.
///
/// Everybody may see neither ids nor house numbers nor private categories; who works with the cases sees all.
package struct CallBackRecords {
    private let survey: ClosureSurvey
    private let list: CallBackList
    private let privacy: PrivateCategories
    private let place: (Int) -> String?
    private let words: PageWords

    /// - Parameters:
    ///   - words: Of the evidence.
    ///   - place: Returns the block of a row, for everybody to see; `nil` where none may be told.
    package init(
        _ survey: ClosureSurvey, list: CallBackList, privacy: PrivateCategories, words: PageWords = .english,
        place: @escaping (Int) -> String? = { _ in nil }
    ) {
        self.survey = survey
        self.list = list
        self.privacy = privacy
        self.words = words
        self.place = place
    }

    package static let columns = [
        RecordColumn("request_id", "id of the request; empty in a public edition"),
        RecordColumn("category", "category of the request"),
        RecordColumn("area", "code of the area it is counted in"),
        RecordColumn("opened", .moment, "opening of the request"),
        RecordColumn("closed", .moment, "closing of the request"),
        RecordColumn(
            "minutes_open", .number, "minutes from the opening to the closing; empty in a public edition"),
        RecordColumn(
            "reasons", "fast_for_its_kind, came_back, duplicate_of_open or closed_before_opened"),
        RecordColumn("evidence", "what speaks for each reason, with its figures"),
        RecordColumn(
            "next_request_ids",
            "id of the request that was reported afterwards, or of the open original; empty in a public edition"
        ),
        RecordColumn("distance_m", .number, "metres to that request; empty in a public edition"),
        RecordColumn(
            "days_after", .number,
            "days from the closing until it was reported; whole ones in a public edition"),
        RecordColumn("address", "address of the request; its block in a public edition"),
    ]

    private var isPublic: Bool { privacy.audience == .public }

    /// The entries that the audience may see.
    package var shown: [CallBack] {
        list.entries.filter { !privacy.isWithheld(survey.name(category(of: $0))) }
    }

    /// The first day of closing that is listed.
    package var since: CivilDate { list.since }

    private func category(of entry: CallBack) -> Int {
        Int(survey.history.cases[Int(entry.index)].category)
    }

    package var table: RecordTable {
        let entries = shown
        return RecordTable(
            name: "call_back", title: "Call-back list", columns: Self.columns, count: entries.count
        ) { record(entries[$0]) }
    }

    private func record(_ entry: CallBack) -> TableRecord {
        let own = survey.history.cases[Int(entry.index)]
        let row = Int(own.row)
        let clock = survey.history.clock
        let area = own.area.exists ? survey.layer?.edition.areas[own.area].code : nil
        let minutes = own.end == .closed ? Double(own.closed - own.opened) / 60 : nil
        // A caller's own moment would tell the call: the public sees days.
        let moments: [RecordValue] =
            isPublic
            ? [
                .day(survey.table.opened[row].map(clock.date)),
                .day(survey.table.closed[row].map(clock.date)),
            ]
            : [.moment(survey.table.opened[row], clock), .moment(survey.table.closed[row], clock)]
        return TableRecord(
            values: [
                .text(isPublic ? nil : survey.table.id(at: row)), .text(survey.name(Int(own.category))),
                .text(area),
            ] + moments + [
                .number(isPublic ? nil : minutes, decimals: 1), .texts(entry.reasons.map(\.rawValue)),
                .texts(entry.evidence.map { $0.text(words, for: privacy.audience) }),
                .texts(isPublic || entry.next < 0 ? [] : [survey.table.id(at: survey.row(entry.next))]),
                .number(isPublic ? nil : entry.distance, decimals: 1),
                isPublic
                    ? .number(entry.daysAfter?.rounded(), decimals: 0)
                    : .number(entry.daysAfter, decimals: 2),
                .text(isPublic ? place(row) : survey.table.address(at: row)),
            ])
    }
}
