package import Geometry

/// Which number comes first in a column of bare pairs: `-76.615, 39.295` here and `39.295, -76.615` there. One order holds for the
/// whole column: what can be no latitude tells it, else where the city's areas lie.
package struct LocationOrder: Sendable, Equatable {
    package private(set) var order: PositionText.Order?
    /// What there is to say of it, the same for parts of a file as for the whole; `nil` where nothing is out of the ordinary.
    package private(set) var remark: String?

    /// How far beside the areas' box a position may lie, degrees.
    private static let margin = 0.1
    private static let largestLatitude = 90.0

    /// Counts the pairs that show which number comes first.
    struct Survey: Sendable {
        private(set) var pairs = 0
        /// Pairs of which the first, or the second, number can be no latitude.
        private var eastFirst = 0
        private var eastSecond = 0
        /// Pairs that lie where the areas are with the latitude first, and with the longitude first.
        private var straight = 0
        private var turned = 0
        /// The box around the areas, with a margin; `nil` where nothing is known of them.
        private var region: Box<Coordinate>?

        init(city: Box<Coordinate>?) {
            region = city.map { $0.expanded(byX: LocationOrder.margin, y: LocationOrder.margin) }
        }

        mutating func look(at pair: PositionText?) {
            guard let pair, pair.isOpen else { return }
            let (first, second) = (pair.first.value, pair.second.value)
            guard first != 0, second != 0, abs(first) <= 360, abs(second) <= 360 else { return }
            pairs += 1
            if abs(first) > LocationOrder.largestLatitude { eastFirst += 1 }
            if abs(second) > LocationOrder.largestLatitude { eastSecond += 1 }
            guard let region else { return }
            if region.contains(Coordinate(longitude: second, latitude: first).standard) { straight += 1 }
            if region.contains(Coordinate(longitude: first, latitude: second).standard) { turned += 1 }
        }

        /// The same before it has looked at anything.
        var emptied: Survey {
            var survey = Survey(city: nil)
            survey.region = region
            return survey
        }

        static func += (one: inout Survey, other: Survey) {
            one.pairs += other.pairs
            one.eastFirst += other.eastFirst
            one.eastSecond += other.eastSecond
            one.straight += other.straight
            one.turned += other.turned
        }

        /// Whether the numbers alone tell the order.
        var isToldByNumbers: Bool { eastFirst != eastSecond }

        /// Whether so many pairs say the same that more of them would hardly say anything else.
        var isClear: Bool {
            let (most, least) =
                isToldByNumbers
                ? (max(eastFirst, eastSecond), min(eastFirst, eastSecond))
                : (max(straight, turned), min(straight, turned))
            return most >= PositionSurvey.enough && least * 100 <= most
        }

        fileprivate var isLongitudeFirst: Bool {
            isToldByNumbers ? eastFirst > eastSecond : turned * 2 > pairs && turned > 2 * straight
        }

        fileprivate var liesNowhere: Bool { region != nil && straight == 0 && turned == 0 }
    }

    /// - Parameters:
    ///   - texts: The column's, blank ones too.
    ///   - column: Its name.
    ///   - city: The box around the areas, asked for where nothing else tells the order; it gives `nil` where there are none.
    package init(_ texts: some Sequence<String>, column: String, city: () -> Box<Coordinate>?) {
        let pairs = texts.map { PositionText($0) }
        func survey(_ city: Box<Coordinate>?) -> Survey {
            var survey = Survey(city: city)
            for pair in pairs { survey.look(at: pair) }
            return survey
        }
        let plain = survey(nil)
        let isOpen = plain.pairs > 0 && !plain.isToldByNumbers
        self.init(isOpen ? survey(city()) : plain, column: column)
    }

    init(_ survey: Survey, column: String) {
        guard survey.pairs > 0 else { return }
        if survey.isLongitudeFirst {
            order = .longitudeFirst
            remark =
                survey.isToldByNumbers
                ? "\(column): longitude first, since first numbers can be no latitude"
                : "\(column): longitude first, since most pairs lie where the areas are so, and few the other way round"
        } else if survey.isToldByNumbers {
            order = .latitudeFirst
        } else if survey.liesNowhere {
            remark =
                "\(column): latitude first was taken; no pair lies where the areas are, in either order"
        }
    }
}
