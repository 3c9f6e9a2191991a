import Geometry
import Locating
import ServiceRequests
import Statistics
import Testing

/// Default points of made-up requests, counted by dictionaries as the judge.
@Suite struct PlaceholderFinderTests {
    /// Requests at few positions: some with one street, some with many, some without an address.
    private func requests(seed: UInt64) -> [ServiceRequest] {
        var generator = SeededGenerator(seed: seed)
        return (0..<4_000).map { index in
            let point = Int(generator.next(below: 60))
            var request = ServiceRequest(id: "\(index)")
            request.position = Coordinate(longitude: -71 - Double(point) / 1_000, latitude: 42)
            request.positionState = .recorded
            let street = generator.next(below: UInt64(1 + point % 25))
            let number = generator.next(below: 3)
            request.address =
                generator.nextUnit() < 0.1 ? nil : "\(number) \(Self.streets[Int(street)]) St"
            return request
        }
    }

    /// Words that are no directions.
    private static let streets = (0..<25).map { "Q\(["A", "B", "C", "D", "F"][$0 / 5])\($0 % 5)X" }

    @Test(arguments: [1, 2, 5])
    func `default points have the requests and the streets that a plain count gives`(jobs: Int) {
        for seed in UInt64(1)...3 {
            let requests = requests(seed: seed)
            let found = PlaceholderFinder().find(in: RequestTable(requests, layerCount: 0), jobs: jobs)
            var counts: [Coordinate: (requests: Int, streets: Set<Substring>)] = [:]
            for request in requests {
                guard let position = request.position else { continue }
                counts[position, default: (0, [])].requests += 1
                let street = request.address.map { $0.split(separator: " ")[1] }
                if let street { counts[position]?.streets.insert(street) }
            }
            let expected = counts.filter { $0.value.requests >= 20 && $0.value.streets.count >= 10 }
            #expect(!expected.isEmpty && expected.count < counts.count)
            #expect(Set(found.all.map(\.coordinate)) == Set(expected.keys))
            for point in found.all {
                #expect(point.requests == expected[point.coordinate]?.requests)
                #expect(point.streets == expected[point.coordinate]?.streets.count)
            }
            for (row, request) in requests.enumerated() {
                let isOne = request.position.map { expected[$0] != nil } ?? false
                #expect(found.contains(row) == isOne)
                #expect(found.placeholder(at: row)?.coordinate == (isOne ? request.position : nil))
            }
        }
    }

    private func placeholders(_ addresses: [String]) -> [Placeholder] {
        let requests = addresses.enumerated().map { index, address in
            var request = ServiceRequest(id: "\(index)")
            request.position = Coordinate(longitude: -97.27, latitude: 37.72)
            request.positionState = .recorded
            request.address = address
            return request
        }
        return PlaceholderFinder().find(in: RequestTable(requests, layerCount: 0)).all
    }

    @Test(arguments: [
        "100 Avenue #", "12 Highway #", "12 County Road #", "4000 FM #", "Calle # # 3-12", "456 # St NW",
    ])
    func `a point of requests on many streets that are named by numbers is a default point`(form: String) {
        let found = placeholders(
            (0..<60).map { form.replacing("#", with: "\($0 % 14 + 1)", maxReplacements: 1) })
        #expect(found.map(\.streets) == [14])
    }

    @Test(arguments: [
        "# Hall, 100 University Ave", "Unit 4 # House, 100 High St", "# Cafe 100 Mall Rd",
        "# Building, University Ave", "Apt #, 100 Broadway", "100# Main St", "100 Broadway 3#",
    ])
    func `a point of one street is none, whatever buildings and units are named before the number`(
        form: String
    ) {
        let names =
            form.contains("00#") || form.contains("3#")
            ? (0..<14).map { String(UnicodeScalar(UInt8(65 + $0))) } : Self.streets
        let found = placeholders((0..<60).map { form.replacing("#", with: names[$0 % 14]) })
        #expect(found.isEmpty)
    }
}
