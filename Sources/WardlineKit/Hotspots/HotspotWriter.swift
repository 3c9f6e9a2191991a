package import Hotspots
package import Records
import WorkSharing

/// Writes clusters, one a record, in the order of their rank.
package struct HotspotWriter {
    private let survey: HotspotSurvey
    private let format: RecordFormat
    private let jobs: Int

    package init(survey: HotspotSurvey, format: RecordFormat, jobs: Int) {
        self.survey = survey
        self.format = format
        self.jobs = jobs
    }

    package func write(to destination: OutputDestination) throws {
        let slices = try mapSlices(
            count: survey.clusters.count, sliceLength: 64, jobs: jobs,
            makeWorker: { () throws in try HotspotPlaces(survey) },
            body: { (places: inout HotspotPlaces, range: Range<Int>) throws in
                try survey.clusters[range].map { try record(of: $0, places) }
            })
        try RecordWriter(format: format, columns: HotspotRecord.columns)
            .write(Array(slices.joined()), to: destination)
    }

    private func record(of cluster: HotspotCluster, _ places: HotspotPlaces) throws -> TableRecord {
        let place = places.place(of: cluster)
        return TableRecord(
            values: HotspotRecord.values(cluster, at: place, in: survey),
            geometry: format == .geojson
                ? GeoJSONGeometryText.surface(try places.outline(of: place)) : GeoJSONGeometryText.null)
    }
}
