import Chronology
package import Hotspots
package import Records
import ServiceRequests
import WorkSharing

/// Writes clusters, one a record, in the order of their rank.
package struct HotspotWriter {
    private let survey: HotspotSurvey
    private let writer: RecordWriter
    private let jobs: Int

    package init(survey: HotspotSurvey, writer: RecordWriter, jobs: Int) {
        self.survey = survey
        self.writer = writer
        self.jobs = jobs
    }

    /// - Parameter summary: What is told to people of the same clusters.
    package func write(to destination: OutputDestination, summary: String) throws {
        let slices = try mapSlices(
            count: survey.clusters.count, sliceLength: 64, jobs: jobs,
            makeWorker: { () throws in try HotspotPlaces(survey) },
            body: { (places: inout HotspotPlaces, range: Range<Int>) throws in
                try survey.clusters[range].map { try record(of: $0, places) }
            })
        let table = RecordTable(
            name: "hotspots", title: "Hotspots", columns: HotspotRecord.columns, shape: .surfaces,
            style: .plain("#d1495b"), records: Array(slices.joined()))
        try writer.write(
            RecordDocument(
                title: "Hotspots of \(survey.table.intake.sourceName)", tables: [table], summary: summary,
                timeZone: survey.clock.timeZone), to: destination)
    }

    private func record(of cluster: HotspotCluster, _ places: HotspotPlaces) throws -> TableRecord {
        let place = places.place(of: cluster)
        return TableRecord(
            values: HotspotRecord.values(cluster, at: place, in: survey),
            geometry: [.geojson, .gpkg].contains(writer.format)
                ? .surface(try places.outline(of: place)) : .none)
    }
}
