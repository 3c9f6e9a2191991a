import Foundation

/// All files of the sample, made from a seed and put into two folders.
struct SampleFiles {
    private let map: CityMap
    private let areas: CityAreas
    private let requests: RequestFiles

    init(requests count: Int, seed: UInt64) {
        map = CityMap(seed: seed)
        areas = CityAreas(map: map, seed: seed)
        requests = RequestFiles(story: RequestStory(map: map, areas: areas, requests: count, seed: seed))
    }

    /// Writes every file below a folder; each one replaces an older one at once or not at all.
    func write(to folder: URL) throws {
        for (path, text) in small() { try write([text], to: folder.appending(path: path)) }
        var pieces: [String] = []
        requests.writeRequests { pieces.append($0) }
        try write(pieces, to: folder.appending(path: "SampleData/requests.csv"))
    }

    /// The files by their path, but for the requests.
    private func small() -> [(path: String, text: String)] {
        let layers = AreaFiles(map: map, areas: areas)
        let reference = ReferenceFiles(map: map)
        return [
            ("Boundaries/collection-zones-2023.geojson", layers.zones(areas.zones2023, edition: 2023)),
            ("Boundaries/collection-zones-2024.geojson", layers.zones(areas.zones2024, edition: 2024)),
            ("Boundaries/council-districts.geojson", layers.districts),
            ("Boundaries/postcodes.geojson", layers.postcodes),
            ("Boundaries/water.geojson", WaterFile.text),
            ("SampleData/streets.geojson", reference.streets),
            ("SampleData/addresses.csv", reference.addresses),
            ("SampleData/city.yaml", CityFileText.text),
            ("SampleData/incomes.csv", IncomeFile(map: map, areas: areas).text),
            ("SampleData/truth.csv", requests.truth),
            ("SampleData/truth-hotspots.csv", requests.hotspotTruth),
            ("SampleData/truth-closures.csv", requests.closureTruth),
        ]
    }

    private func write(_ pieces: [String], to file: URL) throws {
        let manager = FileManager.default
        try manager.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        var data = Data()
        for piece in pieces { data.append(contentsOf: piece.utf8) }
        try data.write(to: file, options: .atomic)
    }
}
