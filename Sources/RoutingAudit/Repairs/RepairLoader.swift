/// What loads repairs into a CRM.
package enum RepairLoader: String, Sendable, CaseIterable {
    /// Upsert by an external id.
    case salesforce
    /// An import set whose transform map coalesces on the key.
    case servicenow
    /// Anything that sets the named columns of the record with the key.
    case plain

    /// The text that empties a field; a blank one leaves it as it is, but for `plain`.
    package var emptying: String {
        switch self {
        case .salesforce: "#N/A"
        case .servicenow: "NULL"
        case .plain: ""
        }
    }

    /// Whether a text empties a field, or is empty.
    package static func isEmpty(_ text: String) -> Bool {
        text.isEmpty || allCases.contains { $0.emptying == text }
    }
}
