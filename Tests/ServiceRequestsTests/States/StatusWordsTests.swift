import Testing

@testable import ServiceRequests

struct StatusWordsTests {
    private let words = StatusWords()

    // Case 57: a part of a word is no word, and “not” turns one.
    @Test(arguments: [
        "Open", "Unresolved", "Incomplete", "Not completed", "Work to be done", "NOT  YET   COMPLETED",
        "un-resolved",
        "Un-Closed", "In-Progress", "InProgress", "in_progress", "Pending closure", "To be closed",
        "Open - Dup",
        "Not fixed", "Hasn't been fixed", "Unassigned", "Not started", "Unopened", "Never resolved", "New",
        "Acceptée", "Non résolue", "Pas encore terminé", "En attente", "À traiter", "Pendiente",
        "No resuelto",
        "Sin resolver", "EN TRÁMITE", "No cerrado", "Incompleto",
    ])
    func `words for work that goes on are open, also by what turns them`(status: String) {
        #expect(words.reading(of: status).state == .open)
    }

    @Test(arguments: [
        "0% complete", "25% Complete", "Complete 50%", "99.5 % completed", "1 of 3 completed",
        "Completed: No",
        "Resolved: no", "Closed = false", "Close failed", "ni resuelto", "50 % terminé", "Resuelto: no",
        "Work order closed, case open",
    ])
    func `what is done in part, or denied behind the word, is open`(status: String) {
        #expect(words.reading(of: status).state == .open)
    }

    @Test(arguments: [
        "100% complete", "100.0 % completed", "3 of 3 completed", "Resolved: yes", "Open: no", "Closed - no",
        "Closed: no further action", "Work order closed",
    ])
    func `what is done in full, or not denied, is closed`(status: String) {
        #expect(words.reading(of: status).state == .closed)
    }

    // Case 72: other languages than English.
    @Test(arguments: [
        "Closed", "CLOSED", "Closed - Open work order", "Complete", "Duplicate (closed)",
        "Closed (Transferred)", "No longer open",
        "No further action", "Not open", "Terminée", "Fermé", "Clôturée", "RÉSOLU", "Cerrado", "Resuelta",
        "Finalizado",
        "Not unresolved", "Closed, not resolved", "Résolu", "Terminadà", "Closed (voided)",
    ])
    func `words for work that is over are closed, the first word deciding`(status: String) {
        #expect(words.reading(of: status).state == .closed)
    }

    @Test(arguments: ["Voided", "VOID", "Cancelled", "Canceled - closed", "Test", "Annulée", "Anulado"])
    func `voided, cancelled and test requests are ignored`(status: String) {
        #expect(words.reading(of: status).state == .ignored)
    }

    @Test(arguments: [
        "Abandoned", "", "Duplicate", "Transferred", "Referred to Other Agency", "Email Sent", "Disclosed",
        "Enclosed",
        "Foreclosure", "Reopenable", "Not cancelled", "—", "Abandonnée",
    ])
    func `other words and marks decide nothing`(status: String) {
        #expect(words.reading(of: status).state == nil)
    }

    @Test(arguments: [
        "Partially completed", "Partly Resolved", "Ready to close", "Will be resolved", "Will close",
        "Request to close",
        "Nearly done", "Teilweise erledigt", "Parcialmente resuelto",
    ])
    func `what is done in part or later is open`(status: String) {
        #expect(words.reading(of: status).state == .open)
    }

    @Test(arguments: [
        "Cannot be closed", "Can't be repaired", "Couldn't complete", "Unable to close", "Close requested",
        "Close pending", "To close", "To complete", "Cancellation pending",
        "Inspection complete; work pending", "Investigation completed - repair needed",
        "Inspection complete, follow-up required", "Invalid address - awaiting info",
        "Canceled appointment - rescheduled", "Inspección completada - trabajo pendiente",
    ])
    func `a wish, and a step or a detail of a request that goes on, are open`(status: String) {
        #expect(words.reading(of: status).state == .open)
    }

    @Test func `a step alone, or with nothing left to do, says what its word says`() {
        for status in [
            "Inspection complete", "Inspection completed - no action required", "Invalid address",
            "Address resolved, closed", "Closed - inspection pending", "Closed, repair needed",
            "Closed requested",
            "Completed, work pending",
        ] {
            #expect(words.reading(of: status).state == .closed, "\(status)")
        }
        for status in [
            "Canceled appointment", "Inspection complete - cancelled", "Cancelled, close requested",
        ] {
            #expect(words.reading(of: status).state == .ignored, "\(status)")
        }
        // Whether it was cancelled, the closing time says.
        for status in ["Cancel requested", "To cancel", "No repair needed"] {
            #expect(words.reading(of: status).state == nil, "\(status)")
        }
    }

    @Test func `closed and reopened may be either, unless the city says which`() {
        #expect(words.reading(of: "Closed - Reopened") == StatusReading(state: nil, marks: .reopened))
        #expect(words.reading(of: "Closed, not reopened").state == .closed)
        let city = StatusWords(city: StatusWordList(closed: ["closed"]))
        #expect(city.reading(of: "Closed - Reopened").state == .closed)
    }

    @Test(arguments: ["Closed in error", "Closed by mistake", "Prematurely closed", "Fermé par erreur"])
    func `what was closed by mistake may be open again, and the closing time decides`(status: String) {
        #expect(words.reading(of: status).state == nil)
        #expect(words.reading(of: "Closed - error in the address").state == .closed)
    }

    @Test func `half done is not done`() {
        #expect(words.reading(of: "Half done").state == .open)
    }

    @Test(arguments: ["Changed to closed", "Set to complete", "Partially opened", "Fully completed"])
    func `other words before one change nothing`(status: String) {
        #expect(words.reading(of: status).state == (status.hasSuffix("opened") ? .open : .closed))
    }

    @Test func `marks stand beside the state`() {
        #expect(words.reading(of: "Closed (Duplicate)") == StatusReading(state: .closed, marks: .duplicate))
        #expect(words.reading(of: "Open - Dup") == StatusReading(state: .open, marks: .duplicate))
        #expect(words.reading(of: "Not a duplicate") == StatusReading(state: nil))
        #expect(words.reading(of: "Re-Opened") == StatusReading(state: .open, marks: .reopened))
        #expect(words.reading(of: "ReOpened") == StatusReading(state: .open, marks: .reopened))
        #expect(words.reading(of: "Referred Out") == StatusReading(state: nil, marks: .referred))
        #expect(
            words.reading(of: "Closed, transferred") == StatusReading(state: .closed, marks: .transferred))
    }

    @Test func `the city's words come before the profile's, and those before the common ones`() {
        let city = StatusWordList(
            open: ["Closed pending review"], closed: ["Abandoned", "Voided"], ignored: ["Spam"])
        let profile = StatusWordList(open: ["Spam"], closed: ["RESOL"], ignored: ["Abandoned"])
        let words = StatusWords(city: city, profile: profile)
        #expect(words.reading(of: "abandoned").state == .closed)
        #expect(words.reading(of: "Not abandoned").state == .open)
        #expect(words.reading(of: "Voided").state == .closed)
        #expect(words.reading(of: "Spam").state == .ignored)
        #expect(words.reading(of: "Closed - Pending Review").state == .open)
        #expect(words.reading(of: "Closed").state == .closed)
        #expect(words.reading(of: "RESOL").state == .closed)
    }
}
