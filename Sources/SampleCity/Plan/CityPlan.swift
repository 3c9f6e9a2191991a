import Geometry

/// The lines that give Fairhaven its shape, drawn by hand, in metres from the middle.
enum CityPlan {
    static let river = Curve.smooth(
        points([
            (-1150, 2900), (-1010, 2350), (-620, 1830), (-120, 1480), (230, 1010), (250, 500), (10, 60),
            (-330, -330),
            (-430, -800), (-190, -1230), (330, -1520), (900, -1690), (1350, -2030), (1610, -2470),
            (1750, -2950),
        ]))

    static let limit = points([
        (-2480, -1880), (-1720, -2060), (-1690, -2420), (-1000, -2460), (-380, -2610), (420, -2590),
        (1020, -2480),
        (1240, -2640), (2080, -2560), (2330, -2240), (2390, -1560), (2690, -1450), (2740, -620), (2660, 60),
        (2720, 640), (2480, 800), (2560, 1490), (2130, 1760), (2010, 2260), (1420, 2310), (930, 2480),
        (260, 2390),
        (-480, 2530), (-1290, 2460), (-1330, 2130), (-2080, 2040), (-2170, 1420), (-2590, 1240), (-2640, 420),
        (-2560, -330), (-2420, -420), (-2510, -1100),
    ])

    static let main = Curve.smooth(
        points([
            (-1060, -2750), (-1010, -2000), (-930, -1300), (-870, -700), (-840, 30), (-860, 600),
            (-930, 1150),
            (-1060, 1650), (-1330, 2120), (-1480, 2750),
        ]))
    static let center = Curve.smooth(
        points([
            (-2900, -190), (-2200, -70), (-1500, 0), (-840, 30), (-300, 30), (60, 50), (700, 120), (1400, 90),
            (2100, 190), (2950, 130),
        ]))

    static let arterials: [(name: String, axis: Course.Axis, points: [ProjectedPoint])] = [
        ("Main St", .northSouth, main),
        ("Center St", .eastWest, center),
        (
            "Beacon Ave", .alongCourse,
            points([(-2850, 1500), (-840, 30), (-310, -350), (600, -960), (1500, -1530), (2700, -2150)])
        ),
        (
            "Mill Rd", .eastWest,
            smooth([
                (-2900, 860), (-2300, 990), (-1600, 1120), (-900, 1170), (-300, 1120), (190, 1110),
                (700, 1200),
                (1400, 1140), (2000, 1260), (2900, 1150),
            ])
        ),
        (
            "Southern Blvd", .eastWest,
            smooth([
                (-2850, -1090), (-2000, -1200), (-1400, -1130), (-920, -1190), (-280, -1070), (300, -930),
                (900, -850), (1500, -910), (2100, -820), (2950, -790),
            ])
        ),
        (
            "Eastern Ave", .northSouth,
            smooth([
                (1310, 2750), (1180, 1900), (1260, 1160), (1340, 600), (1300, 90), (1390, -500), (1330, -890),
                (1260, -1360), (1480, -1830), (1900, -2150), (2150, -2750),
            ])
        ),
        (
            "Depot St", .northSouth,
            smooth([
                (560, 2750), (520, 1900), (660, 1200), (730, 600), (700, 120), (630, -450), (590, -950),
                (520, -1400),
            ])
        ),
        (
            "Hill Rd", .northSouth,
            smooth([
                (-2050, 2350), (-1790, 1750), (-1700, 1110), (-1580, 560), (-1530, 0), (-1620, -600),
                (-1560, -1140), (-1430, -1700), (-1480, -2700),
            ])
        ),
    ]

    static let highway = smooth([
        (1690, 2850), (1790, 2000), (2010, 1250), (2110, 600), (2060, 180), (2040, -500), (2130, -820),
        (2250, -1500),
        (2170, -1900), (2260, -2750),
    ])

    /// Roads along the river, and two that wind: collectors.
    static let collectors: [(name: String, axis: Course.Axis, points: [ProjectedPoint])] = [
        ("River St", .northSouth, bank(-100, from: 700, to: 4000)),
        ("Shore Rd", .northSouth, bank(105, from: 350, to: 5300)),
        (
            "Ridge Rd", .alongCourse,
            smooth([
                (-2580, 60), (-2300, 330), (-2050, 420), (-2080, 700), (-1950, 900), (-2080, 1200),
                (-1900, 1500), (-1690, 1560),
            ])
        ),
        (
            "Pond Rd", .alongCourse,
            smooth([
                (-2620, -620), (-2250, -560), (-2060, -760), (-1960, -1000), (-1990, -1180), (-1850, -1400),
                (-1900, -1750), (-1830, -2150),
            ])
        ),
        (
            "Orchard Rd", .alongCourse,
            smooth([(1180, 1620), (1420, 1540), (1640, 1680), (1830, 1560)])
        ),
    ]

    /// Land without streets: parks, a cemetery, a school's ground, a reservoir.
    static let parks: [(name: String, centre: ProjectedPoint, radii: (Double, Double))] = [
        ("Harbor Park", point(1180, -2210), (330, 210)),
        ("Town Common", point(-640, 190), (75, 85)),
        ("Reservoir Woods", point(-2270, 640), (230, 190)),
        ("Oak Grove Cemetery", point(-1260, -1560), (200, 170)),
        ("Quarry Park", point(960, 1560), (190, 170)),
        ("Fairgrounds", point(1720, -420), (190, 150)),
        ("Mill Pond", point(-2210, -860), (150, 160)),
        ("Lincoln Field", point(-330, 700), (85, 110)),
        ("Northgate School", point(-380, 1750), (110, 90)),
        ("Depot Yards", point(960, -330), (210, 90)),
        ("South Field", point(-560, -1900), (130, 120)),
        ("Eastgate Park", point(1000, 420), (95, 90)),
    ]

    /// The lines in whose faces the quarters are laid out.
    static let barriers = [river, highway]

    static func point(_ x: Double, _ y: Double) -> ProjectedPoint { ProjectedPoint(x: x, y: y) }
    static func points(_ pairs: [(Double, Double)]) -> [ProjectedPoint] { pairs.map { point($0.0, $0.1) } }
    private static func smooth(_ pairs: [(Double, Double)]) -> [ProjectedPoint] {
        Curve.smooth(points(pairs))
    }

    /// A piece of the line beside the river, between two distances along it, metres.
    private static func bank(_ offset: Double, from start: Double, to end: Double) -> [ProjectedPoint] {
        let line = Curve.parallel(to: river, at: offset)
        let inner = stride(from: start, through: min(end, Chain.length(line)), by: 60).map {
            Chain.place(along: line, at: $0).point
        }
        return Curve.simplified(inner, tolerance: 1.5)
    }
}
