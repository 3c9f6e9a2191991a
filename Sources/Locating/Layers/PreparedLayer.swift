/// A layer ready for locating requests: its editions with their cells and borders.
package struct PreparedLayer: Sendable {
    package let name: String
    package let title: String
    /// The radius within which a recorded position may be wrong, metres.
    package let uncertainty: Double
    /// In order of time; a request is judged by the edition in force when it was opened.
    package let editions: [PreparedEdition]

    package init(name: String, title: String, uncertainty: Double, editions: [PreparedEdition]) {
        self.name = name
        self.title = title
        self.uncertainty = uncertainty
        self.editions = editions
    }
}
