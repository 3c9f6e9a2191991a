/// A city file that was written by looking at a city's files, and what is to be known of it.
package struct CityDraft: Sendable {
    /// The file, with what each line rests on.
    package let text: String
    /// What was found, one short sentence each.
    package let findings: [String]
    /// What has to be looked at before the answers are relied on, one sentence each.
    package let doubts: [String]
    /// What a command would refuse, such as a date of opening that was not found; `nil` where nothing.
    package let failure: String?
    /// Whether requests can be audited: a layer has a column.
    package let canAudit: Bool
}

/// The files from which a city file is written.
package struct CityDraftSources: Sendable {
    package var requests: String
    package var areas: [String] = []
    /// The sheet of a workbook; `nil` for the first that looks like requests.
    package var sheet: String?
    package var streets: String?
    package var addresses: String?
    /// Where the city file will stand: its paths are taken from its folder.
    package var cityFile: String

    package init(requests: String, cityFile: String) {
        self.requests = requests
        self.cityFile = cityFile
    }
}
