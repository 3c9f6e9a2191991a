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
