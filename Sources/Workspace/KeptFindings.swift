package import Records

/// The findings of one audit on their way into a workspace.
package struct KeptFindings {
    /// One finding.
    package struct Record {
        /// The request's number in the workspace.
        let request: Int64
        let layer: String
        let record: TableRecord

        package init(request: Int, layer: String, record: TableRecord) {
            self.request = Int64(request)
            self.layer = layer
            self.record = record
        }

        /// Where it lies, as a GeoPackage has it.
        var blob: [UInt8]? {
            if case .point(let place) = record.geometry { GeoPackageBlob.point(place) } else { nil }
        }
    }

    /// The layers that were audited. Findings in others stay as they are.
    package let layers: [String]
    package let columns: [RecordColumn]
    /// How many requests were judged.
    package let requests: Int
    package let records: [Record]

    package init(layers: [String], columns: [RecordColumn], requests: Int, records: [Record]) {
        self.layers = layers
        self.columns = columns
        self.requests = requests
        self.records = records
    }
}

/// What became of the findings of a workspace.
package struct KeepCounts: Sendable, Equatable {
    /// Findings that no earlier run had, or had otherwise.
    package var new = 0
    /// Findings of earlier runs that are there no more, or otherwise.
    package var gone = 0
    /// Findings that stay.
    package var standing = 0
}
