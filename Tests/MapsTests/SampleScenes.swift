import Geometry

@testable import Maps

/// Made-up scenes: a square district of a grid town with as many markers as a test asks for.
enum SampleScenes {
    static let west = -76.62
    static let south = 39.29

    static func rectangle(width: Double, height: Double) -> MultiPolygon<Coordinate> {
        MultiPolygon([
            Polygon(
                exterior: LinearRing([
                    Coordinate(longitude: west, latitude: south),
                    Coordinate(longitude: west + width, latitude: south),
                    Coordinate(longitude: west + width, latitude: south + height),
                    Coordinate(longitude: west, latitude: south + height),
                ]))
        ])
    }

    /// Streets of a grid that runs beyond the district on each side.
    static func streets(width: Double, height: Double) -> [MapStreet] {
        (0..<10).flatMap { index in
            let x = west - 0.01 + Double(index) * (width + 0.02) / 9
            let y = south - 0.01 + Double(index) * (height + 0.02) / 9
            return [
                MapStreet(
                    name: "North Avenue \(index)", importance: index % 3 == 0 ? .major : .minor,
                    line: LineString([
                        Coordinate(longitude: x, latitude: south - 0.01),
                        Coordinate(longitude: x, latitude: south + height + 0.01),
                    ])),
                MapStreet(
                    name: "East Street \(index)", importance: index % 3 == 0 ? .major : .minor,
                    line: LineString([
                        Coordinate(longitude: west - 0.01, latitude: y),
                        Coordinate(longitude: west + width + 0.01, latitude: y),
                    ])),
            ]
        }
    }

    /// Markers scattered by a linear congruential generator, so that each run sees the same.
    static func markers(_ count: Int, width: Double, height: Double) -> [Marker] {
        var state: UInt64 = 42
        func next() -> Double {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Double(state >> 33) / Double(1 << 31)
        }
        return (0..<count).map { index in
            Marker(
                position: Coordinate(longitude: west + width * next(), latitude: south + height * next()),
                category: index % 3, emphasis: index % 7 == 0 ? .repeated : [])
        }
    }

    static func sheet(
        markers count: Int, width: Double = 0.03, height: Double = 0.03,
        edition: EditionNotice = .open("Public edition")
    ) -> MapSheet {
        let east = rectangle(width: width, height: height).map {
            Coordinate(longitude: $0.longitude + width, latitude: $0.latitude)
        }
        let scene = MapScene(
            area: MapArea(title: "District 7", shape: rectangle(width: width, height: height)),
            neighbours: [MapArea(title: "District 8", shape: east)],
            streets: streets(width: width, height: height),
            categories: MarkerSymbol.series.prefix(3).enumerated().map {
                MarkerCategory(title: "Category \($0.offset + 1)", symbol: $0.element)
            }, markers: markers(count, width: width, height: height))
        return MapSheet(
            place: "FAIRHAVEN", title: "Council District 7", subtitle: "Open service requests",
            edition: edition,
            figures: [KeyFigure(value: "\(count)", caption: "open cases")], scene: scene,
            legendTitle: "Open cases by category",
            emphases: [EmphasisTitle(emphasis: .repeated, title: "Reported again and again")],
            notes: [SheetNote(heading: "Not on the map", lines: ["Two cases without a position"])],
            colophon: "Data of 2025-03-18.", emptyMessage: "No open cases in District 7",
            alternative: "Map of District 7 with \(count) open cases")
    }

    /// A list of the plan's markers as a caller would write it.
    static func list(_ plan: MapPlan) -> PacketSection {
        let rows = plan.order.map { marker in
            TableRow(
                [.strong("\(plan.labels[marker])"), .text("Case \(marker)"), .bar(share: 0.5, "12")],
                label: plan.labels[marker])
        }
        let columns = [
            TableColumn("No.", .fixed(30)), TableColumn("Case", .share(1)), TableColumn("Age", .share(1)),
        ]
        return PacketSection(heading: "The list", table: PacketTable(columns: columns, rows: rows))
    }

    static let facts = DocumentFacts(
        title: "Council District 7", author: "Fairhaven", subject: "Open cases",
        created: "2025-03-18T00:00:00Z")
}
