import Foundation
import Geometry

/// Writes a designed city: streets, addresses, zones, requests, the truth about them, and the city file.
struct DesignFiles {
    private let city: DesignedCity
    private let requests: [DesignedRequests.Request]

    init(_ design: CityDesign, noise: Double, requests count: Int, seed: UInt64) {
        city = DesignedCity(design, seed: seed)
        requests = DesignedRequests(city, noise: noise, count: count, seed: seed).requests
    }

    func write(to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in [
            ("streets.geojson", streets), ("addresses.csv", addresses), ("zones.geojson", zones),
            ("requests.csv", table), ("truth.csv", truth), ("city.yaml", cityFile),
        ] {
            try Data(text.utf8).write(to: folder.appendingPathComponent(name), options: .atomic)
        }
    }

    private var streets: String {
        var file = GeoJSONText(name: "streets")
        for (index, block) in city.blocks.enumerated() {
            let first = block.hundred
            file.append(
                properties: [
                    ("TLID", "\(index + 1)"), ("FULLNAME", GeoJSONText.string(block.street.text)),
                    ("LFROMHN", "\"\(first + 1)\""), ("LTOHN", "\"\(first + 99)\""),
                    ("RFROMHN", "\"\(first)\""), ("RTOHN", "\"\(first + 98)\""),
                    ("ZIPL", "null"), ("ZIPR", "null"), ("ROAD_MTFCC", "\"S1400\""), ("PARITYL", "\"O\""),
                    ("PARITYR", "\"E\""), ("OFFSETL", "\"N\""), ("OFFSETR", "\"N\""),
                ], geometry: GeoJSONText.line(block.points))
        }
        return file.closed
    }

    private var addresses: String {
        var text = "LON,LAT,NUMBER,STREET,UNIT,CITY,DISTRICT,REGION,POSTCODE,ID,HASH\n"
        for (index, house) in city.houses.enumerated() {
            text += degrees(house.point)
            text += ",\(house.number),\(city.blocks[house.block].street.text),,,,,,A\(index + 1),\n"
        }
        return text
    }

    private var zones: String {
        var file = GeoJSONText(name: "zones")
        for (index, ring) in city.zones.enumerated() {
            file.append(
                properties: [("zone", "\"\(index + 1)\"")],
                geometry: GeoJSONText.surface(MultiPolygon([Polygon(exterior: LinearRing(ring))])))
        }
        return file.closed
    }

    private var table: String {
        var text = "id,category,status,channel,opened,closed,address,lon,lat,zone\n"
        for (index, request) in requests.enumerated() {
            let day = String(format: "%02d", index % 28 + 1)
            text += "\(id(index)),Pothole,Closed,Phone,2024-03-\(day) 10:00:00,2024-04-\(day) 10:00:00,"
            text += "\(request.address),\(degrees(request.recorded)),\(request.assigned + 1)\n"
        }
        return text
    }

    private var truth: String {
        var text = "id,story,zone,clear\n"
        for (index, request) in requests.enumerated() {
            text += "\(id(index)),\(request.story.rawValue),\(request.house.zone + 1),"
            text += "\(request.clarity.rawValue)\n"
        }
        return text
    }

    private var cityFile: String {
        """
        name: Design \(city.design.rawValue)
        timezone: America/New_York
        requests:
          columns: {id: id, category: category, status: status, channel: channel, opened: opened, closed: closed,
                    address: address, longitude: lon, latitude: lat}
        layers:
          - name: zone
            assigned: zone
            editions: [{file: zones.geojson, code: zone}]
        reference:
          streets: {file: streets.geojson, profile: tiger}
          addresses: {file: addresses.csv, profile: openaddresses}

        """
    }

    private func id(_ index: Int) -> String { "R\(index + 1)" }

    private func degrees(_ point: ProjectedPoint) -> String {
        let coordinate = CityFrame.coordinate(of: point)
        return "\(GeoJSONText.degrees(coordinate.longitude)),\(GeoJSONText.degrees(coordinate.latitude))"
    }
}
