import Geometry

/// The quarters of Fairhaven.
enum Quarters {
    static let all = [
        oldTown, northgate, westHills, southEnd, southWest, eastBank, millVillage, harborside, orchard,
        eastfield,
    ]

    private static let trees = StreetWords.trees
    private static let places = StreetWords.places
    private static let plain = StreetWords.plain

    static let oldTown = Quarter(
        name: "Old Town",
        anchors: CityPlan.points([
            (-1200, 560), (-450, 450), (-500, 850), (-1250, 850), (-1150, 300), (-1200, -550), (-650, -500),
            (-600, -850),
            (-1300, -250),
        ]),
        grid: BentGrid(
            origin: CityPlan.point(-840, 30), turn: (0.9994, 0.0349), spacing: (128, 104), wave: (14, 1300)),
        postcode: "02719", thinning: 0.07, alleys: .some, lotWidth: 15...24,
        naming: QuarterNaming(
            northSouth: .words(trees, types: ["St"]),
            eastWest: .numbers(type: "Ave", otherSide: places, otherType: "St")))

    static let northgate = Quarter(
        name: "Northgate",
        anchors: CityPlan.points([(-1350, 1650), (-600, 1500), (-900, 2250), (-1600, 1500)]),
        grid: BentGrid(
            origin: CityPlan.point(-1000, 1180), turn: (0.9659, 0.2588), spacing: (165, 112), wave: (30, 1500)
        ),
        postcode: "02729", thinning: 0.12, alleys: .none, lotWidth: 19...32,
        naming: QuarterNaming(
            northSouth: .words(Array(places.dropFirst(10)), types: ["Ave", "St"]),
            eastWest: .words(Array(trees.dropFirst(8)) + Array(plain.dropFirst(40)), types: ["Ave", "Rd"])))

    static let westHills = Quarter(
        name: "West Hills",
        anchors: CityPlan.points([(-2000, 1500), (-2100, 500), (-2200, -300), (-1800, 300)]),
        grid: BentGrid(
            origin: CityPlan.point(-1560, 0), turn: (0.9397, -0.3420), spacing: (165, 215), wave: (78, 760)),
        postcode: "02729", thinning: 0.2, alleys: .none, lotWidth: 24...40,
        naming: QuarterNaming(
            northSouth: .words(Array(plain.dropFirst(16)), types: ["Dr", "Ln", "Rd", "Way"]),
            eastWest: .words(trees, types: ["Ct", "Ln", "Cir", "Dr", "Ter"])))

    static let southEnd = Quarter(
        name: "South End",
        anchors: CityPlan.points([(-700, -1750), (-1250, -2000), (-100, -2050), (100, -1800), (-500, -2300)]),
        grid: BentGrid(
            origin: CityPlan.point(-960, -1190), turn: (0.9816, -0.1908), spacing: (172, 100),
            wave: (22, 1100)),
        postcode: "02739", thinning: 0.1, alleys: .none, lotWidth: 18...30,
        naming: QuarterNaming(
            northSouth: .words(Array(places.dropFirst(24)) + Array(trees.dropFirst(5)), types: ["St", "Pl"]),
            eastWest: .letters(type: "St")))

    static let southWest = Quarter(
        name: "Pond Side", anchors: CityPlan.points([(-2000, -1000), (-1900, -1600), (-2100, -700)]),
        grid: BentGrid(
            origin: CityPlan.point(-1560, -1140), turn: (0.9613, 0.2756), spacing: (190, 170), wave: (60, 900)
        ),
        postcode: "02739", thinning: 0.22, alleys: .none, lotWidth: 24...40,
        naming: QuarterNaming(
            northSouth: .words(Array(plain.dropFirst(56)), types: ["Ln", "Dr"]),
            eastWest: .words(Array(trees.dropFirst(3)), types: ["Rd", "Ln", "Ct"])))

    static let eastBank = Quarter(
        name: "East Bank",
        anchors: CityPlan.points([
            (480, 700), (1000, 700), (400, -200), (1000, -200), (200, -600), (350, 300),
        ]),
        grid: BentGrid(
            origin: CityPlan.point(300, 90), turn: (0.9903, -0.1392), spacing: (112, 150), wave: (20, 1400)),
        postcode: "02749", thinning: 0.09, alleys: .some, lotWidth: 16...26,
        naming: QuarterNaming(
            northSouth: .words(trees, types: ["Ave"]), eastWest: .words(plain, types: ["St"])))

    static let millVillage = Quarter(
        name: "Mill Village", anchors: CityPlan.points([(300, 1700), (850, 1900), (0, 2000), (300, 2200)]),
        grid: BentGrid(
            origin: CityPlan.point(250, 1180), turn: (0.9272, 0.3746), spacing: (118, 162), wave: (26, 1000)),
        postcode: "02759", thinning: 0.12, alleys: .none, lotWidth: 18...30,
        naming: QuarterNaming(
            northSouth: .words(Array(trees.dropFirst(2)), types: ["Ct", "Pl"]),
            eastWest: .words(Array(plain.dropFirst(4)), types: ["Rd", "St"])))

    static let harborside = Quarter(
        name: "Harborside",
        anchors: CityPlan.points([(900, -1250), (700, -1150), (1750, -1250), (1800, -2200), (1600, -1900)]),
        grid: BentGrid(
            origin: CityPlan.point(590, -950), turn: (0.8387, -0.5446), spacing: (185, 138), wave: (12, 1500)),
        postcode: "02749", thinning: 0.15, alleys: .none, lotWidth: 34...70,
        naming: QuarterNaming(
            northSouth: .numbers(type: "St", otherSide: Array(plain.dropFirst(53)), otherType: "Way"),
            eastWest: .words(Array(plain.dropFirst(66)), types: ["St", "Way"])))

    static let orchard = Quarter(
        name: "Orchard", anchors: CityPlan.points([(1550, 1700), (2300, 1000), (1600, 2100), (2250, 1500)]),
        grid: BentGrid(
            origin: CityPlan.point(1180, 1180), turn: (0.9744, -0.2250), spacing: (168, 205), wave: (66, 820)),
        postcode: "02759", thinning: 0.18, alleys: .none, lotWidth: 24...40,
        naming: QuarterNaming(
            northSouth: .words(Array(trees.dropFirst(1)), types: ["Ter", "Ln"]),
            eastWest: .words(Array(places.dropFirst(3)), types: ["Rd", "Cir", "Ln"])))

    static let eastfield = Quarter(
        name: "Eastfield",
        anchors: CityPlan.points([(1700, 600), (1700, -200), (2400, 300), (2400, -300), (2400, -1200)]),
        grid: BentGrid(
            origin: CityPlan.point(1320, 90), turn: (0.9986, 0.0523), spacing: (148, 118), wave: (34, 1200)),
        postcode: "02759", thinning: 0.13, alleys: .none, lotWidth: 20...34,
        naming: QuarterNaming(
            northSouth: .words(places, types: ["Ave"]),
            eastWest: .words(Array(trees.dropFirst(6)), types: ["Dr", "Rd"])))

    /// Returns the index of the quarter that a patch of land belongs to.
    static func index(at point: ProjectedPoint) -> Int {
        all.indices.min { nearest(all[$0], point) < nearest(all[$1], point) } ?? 0
    }

    private static func nearest(_ quarter: Quarter, _ point: ProjectedPoint) -> Double {
        quarter.anchors.reduce(.infinity) { min($0, $1.distance(to: point)) }
    }
}
