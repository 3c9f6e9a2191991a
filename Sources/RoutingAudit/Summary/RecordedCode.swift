package import Boundaries
import Foundation
package import Locating
package import ServiceRequests

/// A text that the CRM recorded in place of an area's code, and how many requests carry it.
package struct RecordedCode: Sendable, Equatable {
    package let code: String
    package let requests: Int
}

extension SummaryFindings {
    /// Returns the recorded codes of a layer that are no areas of the edition in force, the most frequent first.
    ///
    /// - Parameter table: Has the texts that the CRM recorded.
    package func unknownCodes(ofLayer layer: Ordinal<Layer>, in table: RequestTable) -> [RecordedCode] {
        codes(ofLayer: layer, in: table) { $0.verdict == .unknownArea && $0.edition.exists }
    }

    /// Returns the texts of a layer that were taken to say that no area was assigned, the most frequent first.
    package func unassignedWords(ofLayer layer: Ordinal<Layer>, in table: RequestTable) -> [RecordedCode] {
        codes(ofLayer: layer, in: table) { $0.verdict == .unassigned }
    }

    private func codes(
        ofLayer layer: Ordinal<Layer>, in table: RequestTable, where isCounted: (SummaryFinding) -> Bool
    ) -> [RecordedCode] {
        var counts: [Int32: Int] = [:]
        for finding in findings where finding.layer == layer && finding.code >= 0 && isCounted(finding) {
            counts[finding.code, default: 0] += 1
        }
        let texts = table.assigned[layer.index].values
        return counts.map { RecordedCode(code: texts[Int($0.key)], requests: $0.value) }
            .sorted { ($1.requests, $0.code) < ($0.requests, $1.code) }
    }
}

/// A recorded text that no area has for its code, and the code of the area in whose title that number is.
package struct TitleNumber: Sendable, Equatable {
    package let recorded: String
    package let code: String

    /// Returns those among recorded texts, in their order of first use, as the last edition that knows them has them.
    package static func all(among texts: [String], in layer: PreparedLayer) -> [TitleNumber] {
        texts.compactMap { text in
            guard let edition = layer.editions.last(where: { $0.isNumberOfTitle(text) }),
                let area = edition.area(text)
            else { return nil }
            return TitleNumber(recorded: text, code: edition.code(of: area))
        }.sorted { $0.recorded.compare($1.recorded, options: .numeric) == .orderedAscending }
    }
}
