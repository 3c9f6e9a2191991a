import ArgumentParser
import DelimitedText
import Geometry
import Hotspots
import OutputFiles
import WorkSharing

/// How clusters are written.
enum HotspotFormat: String, CaseIterable, ExpressibleByArgument {
    case csv, geojson

    /// Creates the format that a file's ending names; CSV for any other.
    init(ending path: String) {
        let ending = path.lowercased()
        self = ending.hasSuffix(".geojson") || ending.hasSuffix(".json") ? .geojson : .csv
    }
}

/// Writes clusters, one a record, in the order of their rank.
struct HotspotWriter {
    let survey: HotspotSurvey
    let format: HotspotFormat
    let jobs: Int

    func write(to destination: OutputDestination) throws {
        let file = try OutputFile(destination)
        switch format {
        case .csv:
            var header = DelimitedBuffer()
            header.appendRecord(HotspotRecord.columns)
            try file.write(header.bytes)
            for piece in try pieces(rows) { try file.write(piece) }
        case .geojson:
            try file.write("{\"type\":\"FeatureCollection\",\"features\":[")
            for piece in try pieces(features) { try file.write(piece) }
            try file.write("\n]}\n")
        }
        try file.commit()
    }

    /// Returns the bytes of consecutive clusters, in order.
    private func pieces(
        _ bytes: @Sendable (Range<Int>, HotspotPlaces) throws -> [UInt8]
    ) throws -> [[UInt8]] {
        try mapSlices(
            count: survey.clusters.count, sliceLength: 64, jobs: jobs,
            makeWorker: { () throws in try HotspotPlaces(survey) },
            body: { (places: inout HotspotPlaces, range: Range<Int>) throws in try bytes(range, places) })
    }

    private func rows(_ range: Range<Int>, _ places: HotspotPlaces) -> [UInt8] {
        var buffer = DelimitedBuffer()
        for cluster in survey.clusters[range] {
            let record = HotspotRecord(cluster, at: places.place(of: cluster), in: survey)
            for (_, value) in record.fields {
                switch value {
                case .text(let text): buffer.append(text ?? "")
                case .number(let number, let decimals): buffer.append(number ?? .nan, decimals: decimals)
                }
            }
            buffer.endRecord()
        }
        return buffer.bytes
    }

    private func features(_ range: Range<Int>, _ places: HotspotPlaces) throws -> [UInt8] {
        var bytes: [UInt8] = []
        for index in range {
            let place = places.place(of: survey.clusters[index])
            var properties = JSONObjectBuffer()
            for (name, value) in HotspotRecord(survey.clusters[index], at: place, in: survey).fields {
                switch value {
                case .text(let text): properties.add(name, text)
                case .number(let number, let decimals): properties.add(name, number, decimals: decimals)
                }
            }
            if index > 0 { bytes.append(UInt8(ascii: ",")) }
            GeoJSONFeature(ring: try places.outline(of: place), properties: properties.finished())
                .append(to: &bytes)
        }
        return bytes
    }
}
