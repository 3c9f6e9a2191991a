/// The words of statuses that may be published: those that at least eleven cases have.
///
/// A rare one may be free text, with a name or a number in it; of such a case only `Open` or `Closed` is told.
package struct TellableStatuses: Sendable {
    private let told: Set<String>

    /// - Parameter statuses: The status of each case of the file.
    package init(_ statuses: some Sequence<String?>) {
        var counts: [String: Int] = [:]
        for status in statuses { if let status { counts[status, default: 0] += 1 } }
        self.init(counts: counts)
    }

    /// - Parameter counts: Each status with the number of its cases.
    package init(counts: [String: Int]) {
        told = Set(counts.filter { !$0.key.isEmpty && $0.value >= CountBand.threshold }.keys)
    }

    /// Returns the status where it may be told, else whether the case is open.
    package func text(_ status: String?, isOpen: Bool) -> String {
        if let status, told.contains(status) { return status }
        return isOpen ? "Open" : "Closed"
    }
}
