import Boundaries
import Chronology
import City
import Foundation
import Geometry
import Locating
import Records
package import RoutingAudit
import ServiceRequests

/// One request's whole story, in sentences that a clerk understands.
package struct Explanation {
    private let audit: AuditWork
    private let row: Int
    private let findings: [Finding]

    /// - Throws: ``WardlineError`` for an id that no request has.
    package init(_ audit: AuditWork, _ result: AuditResult, ofRequest id: String) throws(WardlineError) {
        guard let row = audit.table.row(id: id) else {
            throw WardlineError(
                reason: QuestionError.noRequest(id: id, source: audit.table.intake.sourceName))
        }
        self.audit = audit
        self.row = row
        findings = result.findings.filter { $0.row == row }
    }

    package var text: String {
        TerminalText.text(ofLines: [head, place] + lookup + findings.map(story))
    }

    /// What the geocoder says of the address; nothing where there are no streets to look it up in.
    private var lookup: [String] {
        guard let book = audit.addresses, let geocoded = book.geocoded(row: row, in: audit.table) else {
            return []
        }
        return AddressStory(geocoded: geocoded, recorded: recordedPosition).lines
    }

    /// The recorded position where it says something.
    private var recordedPosition: Coordinate? {
        guard request.positionState == .recorded, audit.placeholders.placeholder(at: row) == nil else {
            return nil
        }
        return request.position
    }

    private var request: ServiceRequest { audit.table[row] }

    private var head: String {
        let request = request
        var text = "Request \(request.id) (\(request.category ?? "no category"))"
        text += request.opened.map { " was opened \(audit.clock.text(at: $0))" } ?? " has no opening date"
        return text + " \(state). It stands on line \(request.line) of \(audit.table.intake.sourceName)."
    }

    /// How far the work on it is, by its status or, where no word of that is known, by its closing time.
    private var state: String {
        let closed = audit.table.closed[row].map(audit.clock.text)
        switch audit.table.state(at: row) {
        case .closed: return closed.map { "and closed \($0)" } ?? "and is closed; when, was not recorded"
        case .open where closed == nil: return "and is not closed"
        case .open: return "and is open again; it was closed \(closed ?? "")"
        case .ignored:
            return "and counts nowhere, as void, cancelled or a test by its status"
                + (closed.map { "; it was closed \($0)" } ?? "")
        }
    }

    private var place: String {
        let request = request
        let address = request.address.map { "The address is “\($0)”." } ?? "It has no address."
        guard let position = request.position else { return address + " No position is recorded." }
        let numbers = "longitude \(position.longitude), latitude \(position.latitude)"
        if let placeholder = audit.placeholders.placeholder(at: row) {
            return address
                + " The recorded position, \(numbers), is a default point: \(placeholder.requests) requests on"
                + " \(placeholder.streets) streets carry it. It says nothing about this one."
        }
        return switch request.positionState {
        case .recorded: address + " The recorded position is \(numbers)."
        case .zero: address + " A half of the recorded position is 0, which stands for none."
        default: address + " The recorded position, \(numbers), is no place on a map."
        }
    }

    private func story(_ finding: Finding) -> String {
        let layer = audit.layers[finding.layer]
        let recorded = request.assigned[finding.layer.index]
        var sentences = ["\(layer.title): \(finding.verdict.rawValue)."]
        sentences.append(recorded.map { "The CRM assigned \($0)." } ?? "The CRM assigned nothing.")
        if finding.edition.exists {
            let edition = layer.editions[finding.edition]
            sentences.append("The map in force was \(edition.name).")
            if finding.expected.exists, finding.expected != finding.assigned {
                let place = finding.position?.source == .recorded ? "recorded position" : "address"
                sentences.append("The \(place) lies in \(edition.code(of: finding.expected)).")
            }
        }
        sentences += measures(finding)
        let evidence = finding.evidenceText(in: layer)
        if let cause = finding.cause { sentences.append("Cause: \(cause.rawValue).") }
        if !evidence.isEmpty { sentences.append("Evidence: \(evidence).") }
        sentences.append(advice(finding))
        return sentences.joined(separator: " ")
    }

    private func measures(_ finding: Finding) -> [String] {
        guard let position = finding.position else { return [] }
        var sentences: [String] = []
        if let distance = finding.distance, distance > 0 {
            sentences.append("The assigned area is \(NumberText.decimal(distance)) m away.")
        }
        if let margin = finding.margin {
            sentences.append(
                "The nearest border is \(NumberText.decimal(margin)) m away, and the position may be off by"
                    + " \(NumberText.decimal(position.uncertainty)) m.")
        }
        return sentences
    }

    private func isUnreadable(_ finding: Finding) -> Bool {
        switch finding.evidence {
        case .unreadableArea, .hiddenGround: true
        default: false
        }
    }

    private func advice(_ finding: Finding) -> String {
        switch finding.verdict {
        case .correct: "Nothing is to be done."
        case .misrouted where finding.isAnswered: "It should be routed anew, as a clerk answered."
        case .misrouted where finding.evidence.isOfOverlap:
            "Areas overlap there: mend the boundary file before it is routed anew."
        case .misrouted where finding.isBorneOut:
            "It should be routed anew: no cause is known, and a second source says the same as the map."
        case .misrouted where finding.cause == .unexplained:
            "Record and map disagree, and nothing says which is wrong: look before it is routed anew."
        case .misrouted: "It should be routed anew."
        case .uncertain: "It cannot be told beyond doubt: ask the caller or look at the place."
        case .outside: "Check the place: it lies in no area of this layer."
        case .unassigned: "The CRM should record an area."
        case .unknownArea where finding.repair?.confidence == .certain:
            "No area of the map in force has its code: it should be routed anew."
        case .unknownArea: "Check the code: no area of the map in force has it."
        case .unlocatable where isUnreadable(finding):
            "Mend the boundary file: wardline boundaries check says what is wrong."
        case .unlocatable: "Neither a position nor the address can be placed: ask the caller."
        }
    }
}
