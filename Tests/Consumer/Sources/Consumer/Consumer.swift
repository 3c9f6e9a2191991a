import WardlineKit

/// Audits the sample city, looks for hotspots, and prints the counts.
@main
enum Consumer {
    static func main() async throws {
        let city = try await WardlineCity.open("SampleData/city.yaml")
        let audit = try await city.audit("SampleData/requests.csv")
        print("\(city.name): \(audit.requestCount) requests, \(audit.rejectedCount) rejected")
        for layer in audit.layers {
            let counts = AuditVerdict.allCases.map { "\($0.rawValue) \(layer.counts[$0] ?? 0)" }
            print("\(layer.name): \(counts.joined(separator: ", "))")
        }
        let areas = try await city.locate(longitude: -70.8570, latitude: 41.6095, on: "2024-06-30")
        print(areas.map { "\($0.layer) \($0.codes.joined(separator: " and "))" }.joined(separator: ", "))
        let levels = try await city.serviceLevels("SampleData/requests.csv", layer: "district")
        print("\(levels.first?.onTime ?? 0) on time, \(levels.first?.late ?? 0) late on \(levels.asOf)")
        let hotspots = try await city.hotspots("SampleData/requests.csv")
        print("\(hotspots.count) hotspots; the worst has \(hotspots.first?.episodes ?? 0) episodes")
    }
}
