import Geometry
import Testing

@testable import Maps

@Suite struct OverviewTests {
    private func classes(_ values: [Double]) -> [OverviewClass] {
        OverviewClass.classes(of: values, decimals: 0)
    }

    @Test func `one area far above the others has a colour of its own`() {
        let found = classes([3, 31, 35, 37, 40, 46, 57, 58, 390])
        #expect(found.last == OverviewClass(lower: 390, upper: 390, decimals: 0))
        #expect(found.count == 4)
    }

    @Test func `natural breaks are those of all ways to part the values`() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<50 {
            let values = (0..<9).map { _ in Double(Int.random(in: 0...40, using: &random)) }.sorted()
            let found = classes(values)
            #expect(abs(spread(found, values) - leastSpread(values, found.count)) < 1e-6, "\(values)")
        }
    }

    private func spread(_ classes: [OverviewClass], _ values: [Double]) -> Double {
        classes.reduce(0) { sum, range in
            sum + spread(values.filter { $0 >= range.lower && $0 <= range.upper })
        }
    }

    private func spread(_ values: [Double]) -> Double {
        let mean = values.reduce(0, +) / Double(values.count)
        return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    }

    /// By trying all ways.
    private func leastSpread(_ values: [Double], _ count: Int) -> Double {
        guard count > 1 else { return spread(values) }
        guard values.count >= count else { return .infinity }
        return (1...values.count - count + 1).map {
            spread(Array(values.prefix($0))) + leastSpread(Array(values.dropFirst($0)), count - 1)
        }.min() ?? .infinity
    }

    @Test func `equal values share a class, and areas that are all alike have none`() {
        #expect(classes([5, 5, 5]).isEmpty && classes([]).isEmpty && classes([7]).isEmpty)
        #expect(classes([1, 1, 1, 2]).count == 2)
    }

    @Test func `no name of an area is printed over another, and large areas have theirs`() {
        // Narrow areas beside one another, and a wide one below.
        let shapes =
            (0..<12).map {
                SampleScenes.rectangle(width: 0.002, height: 0.02).moved(east: Double($0) * 0.002)
            }
            + [SampleScenes.rectangle(width: 0.024, height: 0.02).moved(east: 0, north: -0.02)]
        let areas = shapes.enumerated().map {
            OverviewArea(
                label: "Ward \($0)", title: "", amount: "1,234", value: 1, link: nil, shape: $1)
        }
        let frame = PageBox(x: 0, y: 0, width: 400, height: 700)
        let overview = Overview(areas: areas, measure: "", decimals: 0)
        guard let extent = overview.extent else { return #expect(Bool(false), "no extent") }
        let naming = OverviewNaming(
            projection: PageProjection(showing: extent, in: frame, margin: 6), frame: frame,
            measure: .init(
                nameHeight: 20, nameDown: -10, amountHeight: 16, amountDown: 12,
                width: { text, _ in Double(text.count) * 10 }))
        let labels = naming.labels(of: areas)
        #expect(labels.first?.area == 12 && labels.first?.amount != nil)
        #expect((2..<13).contains(labels.count))
        let boxes = labels.flatMap { label in
            [PageBox(center: label.name, halfWidth: 30, halfHeight: 10)]
                + (label.amount.map { [PageBox(center: $0, halfWidth: 25, halfHeight: 8)] } ?? [])
        }
        for (index, box) in boxes.enumerated() {
            #expect(boxes[(index + 1)...].allSatisfy { !$0.overlaps(box) })
        }
    }

    @Test func `the name of an island too small for it stands beside it, and on no other area`() throws {
        let shapes = [
            SampleScenes.rectangle(width: 0.02, height: 0.02),
            SampleScenes.rectangle(width: 0.0004, height: 0.0004).moved(east: 0.0202, north: 0.01),
        ]
        let areas = shapes.enumerated().map {
            OverviewArea(label: "\($0 + 10)", title: "", amount: "5", value: 1, link: nil, shape: $1)
        }
        let frame = PageBox(x: 0, y: 0, width: 700, height: 400)
        let overview = Overview(areas: areas, measure: "", decimals: 0)
        let projection = PageProjection(showing: try #require(overview.extent), in: frame, margin: 6)
        let labels = OverviewNaming(
            projection: projection, frame: frame,
            measure: .init(
                nameHeight: 20, nameDown: -10, amountHeight: 16, amountDown: 12,
                width: { text, _ in Double(text.count) * 10 })
        ).labels(of: areas)
        let island = try #require(labels.first { $0.area == 1 })
        #expect(labels.first { $0.area == 0 }?.isWithin == true && !island.isWithin)
        let box = PageBox(center: island.name, halfWidth: 11, halfHeight: 10)
        #expect(shapes.allSatisfy { !PageSurface($0, projection).meets(box) } && frame.holds(box))
    }

    // The middle of a bent area may be narrow where its foot has room.
    @Test func `an amount stands where its area has room, if not in its middle`() throws {
        func place(_ x: Double, _ y: Double) -> Coordinate {
            Coordinate(longitude: SampleScenes.west + x / 1000, latitude: SampleScenes.south + y / 1000)
        }
        // A trunk as wide as a name, and a low foot beside it.
        let boot = MultiPolygon([
            Polygon(
                exterior: LinearRing([
                    place(0, 0), place(9, 0), place(9, 2.2), place(2.6, 2.2), place(2.6, 9), place(0, 9),
                ]))
        ])
        let areas = [OverviewArea(label: "11", title: "", amount: "1,234", value: 1, link: nil, shape: boot)]
        let frame = PageBox(x: 0, y: 0, width: 200, height: 240)
        let overview = Overview(areas: areas, measure: "", decimals: 0)
        let labels = OverviewNaming(
            projection: PageProjection(showing: try #require(overview.extent), in: frame, margin: 6),
            frame: frame,
            measure: .init(
                nameHeight: 20, nameDown: -10, amountHeight: 16, amountDown: 12,
                width: { text, _ in Double(text.count) * 12 })
        ).labels(of: areas)
        #expect(labels.first?.isWithin == true && labels.first?.amount != nil)
    }

    @Test func `the picture lists the amounts that have no room on it, the largest first`() {
        let shape = SampleScenes.sheet(markers: 0).scene.area.shape
        let areas = [3.0, 18, 7].enumerated().map {
            OverviewArea(
                label: "\($0)", title: "District \($0)", amount: "\(Int($1))", value: $1, link: nil,
                shape: shape)
        }
        let picture = OverviewPicture(
            place: "Fairhaven", title: "Open", subtitle: "Now",
            overview: Overview(areas: areas, measure: "Overdue", decimals: 0),
            notes: ["Outside every district: 1."])
        let labels = [
            OverviewNaming.Label(
                area: 0, name: PagePoint(x: 0, y: 0), amount: PagePoint(x: 0, y: 9), isWithin: true),
            OverviewNaming.Label(area: 2, name: PagePoint(x: 9, y: 0), amount: nil, isWithin: true),
        ]
        #expect(
            picture.remarks(without: labels) == [
                "Outside every district: 1.", "No room on the map: District 1: 18, District 2: 7.",
            ])
    }

    @Test(arguments: [(OverviewPicture.Shape.wide, 1200, 630), (.square, 1080, 1080)])
    func `the picture has the measures of newsletters`(shape: OverviewPicture.Shape, width: Int, height: Int)
        throws
    {
        let scene = SampleScenes.sheet(markers: 0).scene
        let areas = [scene.area] + scene.neighbours
        let overview = Overview(
            areas: areas.enumerated().map {
                OverviewArea(
                    label: "\($0)", title: $1.title, amount: "1", value: Double($0), link: nil,
                    shape: $1.shape)
            }, measure: "Overdue", decimals: 0)
        let png = try OverviewPicture(place: "Fairhaven", title: "Open", subtitle: "Now", overview: overview)
            .png(shape)
        func number(_ at: Int) -> Int { png[at..<(at + 4)].reduce(0) { $0 << 8 | Int($1) } }
        #expect(number(16) == width && number(20) == height)
    }
}

extension MultiPolygon<Coordinate> {
    fileprivate func moved(east: Double, north: Double = 0) -> Self {
        map { Coordinate(longitude: $0.longitude + east, latitude: $0.latitude + north) }
    }
}
