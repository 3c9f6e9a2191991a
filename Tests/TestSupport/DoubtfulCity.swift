/// A city of two districts whose requests are told by each other: towns of one street name, blocks that lie across their street,
/// requests without a date, ids that come again, a default point, maps of before, and a private category.
package struct DoubtfulCity {
    private var numbers: SeededNumbers
    private var rows: [String] = []

    private static let header = "id,category,status,channel,opened,closed,address,lon,lat,district\n"

    private static let yaml = """
        name: Testville
        timezone: America/New_York
        requests:
          columns: {id: id, category: category, status: status, channel: channel, opened: opened, closed: closed,
                    address: address, longitude: lon, latitude: lat}
        layers:
          - name: district
            assigned: district
            uncertainty: 10 m
            editions:
              - {file: before.geojson, code: district}
              - {file: now.geojson, code: district, from: 2024-01-01}
        reference:
          towns: [Northtown, Southtown]
          streets: {file: streets.geojson, profile: tiger}
        categories:
          Wellness Check: {private: true}

        """

    /// Writes the city's files and its requests in an order that the seed gives.
    ///
    /// - Parameter plain: How many requests are told by nothing else.
    /// - Returns: The paths of the requests and of the city file.
    package static func write(
        to folder: ScratchFolder, seed: UInt64, plain: Int
    ) throws -> (requests: String, city: String) {
        // The border runs along -76.61. In the south district 3 was on both of its sides, and is in the east alone now.
        let north = 39.2905...39.3
        let south = 39.28...39.2905
        _ = try folder.write(
            areas([
                ("1", -76.62 ... -76.61, north), ("2", -76.61 ... -76.6, north),
                ("3", -76.62 ... -76.6, south),
            ]), to: "before.geojson")
        _ = try folder.write(
            areas([
                ("1", -76.62 ... -76.61, 39.28...39.3), ("2", -76.61 ... -76.6, north),
                ("3", -76.61 ... -76.6, south),
            ]), to: "now.geojson")
        _ = try folder.write(streets, to: "streets.geojson")
        var city = DoubtfulCity(numbers: SeededNumbers(seed))
        city.addAll(plain: plain)
        city.rows.shuffle(using: &city.numbers)
        return (
            try folder.write(header + city.rows.joined(), to: "requests.csv"),
            try folder.write(yaml, to: "city.yaml")
        )
    }

    private static func areas(
        _ areas: [(code: String, longitudes: ClosedRange<Double>, latitudes: ClosedRange<Double>)]
    ) -> String {
        let features = areas.map { code, longitudes, latitudes in
            let (west, east) = (longitudes.lowerBound, longitudes.upperBound)
            let (south, north) = (latitudes.lowerBound, latitudes.upperBound)
            return """
                {"type":"Feature","properties":{"district":"\(code)"},"geometry":{"type":"Polygon","coordinates":
                [[[\(west),\(south)],[\(east),\(south)],[\(east),\(north)],[\(west),\(north)],[\(west),\(south)]]]}}
                """
        }
        return collection(features)
    }

    /// Streets along the border. The ranges of Pine St have its sides exchanged.
    private static var streets: String {
        let streets = [
            ("Pine St", 500...598, 501...599, 39.294), ("Oak St", 501...599, 500...598, 39.296),
            ("Ash St", 501...599, 500...598, 39.285),
        ]
        return collection(
            streets.map { name, left, right, south in
                """
                {"type":"Feature","properties":{"FULLNAME":"\(name)","LFROMHN":"\(left.lowerBound)",
                "LTOHN":"\(left.upperBound)","RFROMHN":"\(right.lowerBound)","RTOHN":"\(right.upperBound)",
                "ZIPL":"","ZIPR":""},"geometry":{"type":"LineString",
                "coordinates":[[-76.61,\(south)],[-76.61,\(south + 0.001)]]}}
                """
            })
    }

    private static func collection(_ features: [String]) -> String {
        #"{"type":"FeatureCollection","features":[\#(features.joined(separator: ","))]}"#
    }

    // MARK: Requests

    private init(numbers: SeededNumbers) { self.numbers = numbers }

    private mutating func below(_ limit: Int) -> Int { Int(numbers.fraction() * Double(limit)) }

    private mutating func add(
        _ id: String, category: String = "Pothole", status: String = "Closed", opened: String = "2024-09-02",
        _ address: String, _ longitude: Double, _ latitude: Double, _ district: String
    ) {
        let closed = opened.isEmpty || status == "Open" ? "" : "2024-12-\(10 + below(15))"
        rows.append(
            "\(id),\(category),\(status),\(["App", "Web", "Phone"][below(3)]),\(opened),\(closed),"
                + "\"\(address)\",\(longitude),\(latitude),\(district)\n")
    }

    private mutating func addAll(plain: Int) {
        addPlain(plain)
        addAcross()
        addTowns()
        addUndatedAndOld()
        addDefaultPoint()
        addRepeats()
    }

    /// Requests of either district, some of a private category, some in the wrong one, unassigned, or with a code that is none.
    private mutating func addPlain(_ count: Int) {
        for index in 0..<count {
            let isWest = below(2) == 0
            let longitude = (isWest ? -76.6195 : -76.6095) + Double(below(9_000)) / 1e6
            let right = isWest ? "1" : "2"
            let district =
                switch below(40) {
                case 0: isWest ? "2" : "1"
                case 1: ""
                case 2: "Harbour"
                default: right
                }
            let town = ["Northtown, MD 21299", "Southtown, MD 21201"][below(2)]
            add(
                "P\(index)", category: ["Pothole", "Graffiti", "Wellness Check"][below(3)],
                status: ["Open", "Closed", "Test"][below(3)],
                opened: "2024-0\(1 + below(9))-\(10 + below(18))",
                "\(100 + below(2_000)) \(["Elm", "Main", "Birch", "Dock"][below(4)]) St, \(town)",
                longitude, 39.291 + Double(below(8_500)) / 1e6, district)
        }
    }

    /// A block across its street, one request across among others that are right, and a block that lies across where the old
    /// map is taken for chance.
    private mutating func addAcross() {
        for index in 0..<8 {
            let isOdd = index % 2 == 1
            let latitude = 0.0001 * Double(index + 1)
            for (street, south) in [("Pine", 39.294), ("Oak", 39.296)] {
                add(
                    "\(street)-\(index)", "\(510 + 3 * index) \(street) St", isOdd ? -76.61012 : -76.60988,
                    south + latitude, isOdd ? "1" : "2")
            }
        }
        add("Oak-9", "533 Oak St", -76.60988, 39.2965, "2")
        for (index, number) in [511, 515, 512, 516].enumerated() {
            let isOdd = number % 2 == 1
            add(
                "Ash-\(index)", "\(number) Ash St", isOdd ? -76.60988 : -76.61012,
                39.2852 + 0.0001 * Double(index), isOdd ? "3" : "1")
        }
    }

    /// Requests of one block that witness for one town alone, and tests that witness for none; and a block whose witnesses speak
    /// against a position.
    private mutating func addTowns() {
        for number in [4101, 4103, 4105] {
            add("S-\(number)", "\(number) Main St, Southtown, MD 21201", -76.605, 39.295, "2")
            add("T-\(number)", status: "Test", "\(number) Lake St, Southtown, MD 21201", -76.605, 39.296, "2")
            add("A-\(number)", "\(number) Alder St", -76.615, 39.295, "1")
        }
        add("S", "4109 Main St, Southtown, MD 21201", -76.6051, 39.295, "1")
        add("N", "4109 Main St, Northtown, MD 21299", -76.6051, 39.295, "1")
        add("T", "4109 Lake St, Southtown, MD 21201", -76.6051, 39.296, "1")
        add("A", "4103 Alder St", -76.605, 39.295, "1")
    }

    /// Requests that the map of before is right for: without a date, many of one pair of areas, and two of another.
    private mutating func addUndatedAndOld() {
        for index in 0..<4 { add("U-\(index)", opened: "", "\(index) Bay St", -76.615, 39.285, "3") }
        for index in 0..<2 { add("O-\(index)", "\(9 + index) Cove St", -76.606, 39.2906, "3") }
    }

    private mutating func addDefaultPoint() {
        for index in 0..<80 { add("D-\(index)", "\(index) Way\(index) St", -76.612345, 39.299, "2") }
    }

    /// Rows that come again as they are, and in a later state.
    private mutating func addRepeats() {
        let all = rows
        for index in stride(from: 0, to: all.count, by: 9) {
            rows.append(index % 2 == 0 ? all[index] : all[index].replacing(",Open,", with: ",Closed,"))
        }
    }
}
