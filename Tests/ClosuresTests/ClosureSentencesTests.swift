import Chronology
import Disclosure
import Geometry
import PageLanguage
import ServiceLevels
import ServiceRequests
import Testing

@testable import Closures

/// What is said of closures that are made up, and what is not.
struct ClosureSentencesTests {
    private static let minute = 1.0 / 1440

    private func place(_ number: Int) -> Coordinate {
        Coordinate(longitude: -76 + 0.01 * Double(number % 40), latitude: 39 + 0.01 * Double(number / 40))
    }

    /// Adds requests with so many days to close, all due after five days.
    private func add(
        _ count: Int, _ category: String = "Pothole", days: Double?, channel: String? = nil,
        isDue: Bool = true,
        to city: inout MadeUpCity
    ) {
        for _ in 0..<count {
            let number = city.requests.count
            let opened = 2.13 + Double(number % 440)
            city.add(category, place(number), opened: opened, closed: days.map { opened + $0 }) {
                if let channel { $0.channel = channel }
                if isDue {
                    $0.due = $0.opened.map { .init(secondsSince1970: $0.secondsSince1970 + 5 * 86_400) }
                }
            }
        }
    }

    private func city(_ make: (inout MadeUpCity) -> Void) throws -> ClosureSurvey {
        var city = MadeUpCity()
        make(&city)
        return try city.survey()
    }

    private func sentences(_ survey: ClosureSurvey, _ audience: Audience = .internal) throws -> [String] {
        let privacy = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: audience)
        return ClosureSentences(survey, list: CallBackList(survey), categories: privacy).all
    }

    // MARK: On time

    @Test func `entries of staff that are late lower the official share, and are not said to lift it`() throws
    {
        let survey = try city { city in
            add(90, days: 2, to: &city)
            add(10, days: 9, to: &city)
            add(100, days: 9, channel: "Internal", to: &city)
        }
        #expect(
            try sentences(survey).contains(
                """
                90.0 % of residents' requests were on time (90 of 100), not 45.0 %: 100 entries by staff lower the official share.
                """))
    }

    @Test func `entries of staff without a due time have no part in the difference`() throws {
        let survey = try city { city in
            add(80, days: 2, to: &city)
            add(20, days: nil, to: &city)
            add(100, days: Self.minute, channel: "Internal", isDue: false, to: &city)
        }
        #expect(
            try sentences(survey).first
                == """
                80.0 % of residents' requests were on time (80 of 100), not 100.0 %: 20 open cases past due are missing from the \
                official share.
                """)
    }

    @Test func `what is open of staff is not told as of residents, and who types is told of all entries`()
        throws
    {
        let survey = try city { city in
            add(80, days: 2, to: &city)
            add(19, days: 9, to: &city)
            add(1, days: nil, to: &city)
            add(60, days: nil, channel: "Internal", to: &city)
            add(24, days: Self.minute, channel: "Internal", to: &city)
        }
        let text = try sentences(survey).joined(separator: "\n")
        #expect(
            text.contains(
                """
                80.0 % of residents' requests were on time (80 of 100); the official share, of all closed with a due time, is \
                84.6 %. The official share leaves out 61 open cases past due, 1 of them of residents.
                """))
        #expect(!text.contains("typed"))
    }

    @Test func `entries of staff that differ by chance only are named as no cause`() throws {
        for late in [3, 5] {
            let survey = try city { city in
                add(80, days: 2, to: &city)
                add(20, days: 9, to: &city)
                add(20 - late, days: 2, channel: "Internal", to: &city)
                add(late, days: 9, channel: "Internal", to: &city)
            }
            let text = try sentences(survey).joined(separator: "\n")
            #expect(
                text.contains("80.0 % of residents' requests were on time (80 of 100); the official share"))
            #expect(!text.contains("by staff"))
        }
    }

    @Test func `entries of staff that are on time lift the official share`() throws {
        let survey = try city { city in
            add(80, days: 2, to: &city)
            add(20, days: 9, to: &city)
            add(100, days: Self.minute, channel: "Internal", to: &city)
        }
        #expect(
            try sentences(survey).first
                == """
                80.0 % of residents' requests were on time (80 of 100), not 90.0 %: 100 entries by staff, most closed as they were \
                typed, lift the official share.
                """)
    }

    // MARK: The order

    @Test func `the worst are said, those against closings first, and what only describes last`() {
        func finding(_ text: String, _ kind: ClosureFinding.Kind, _ weight: Int) -> ClosureFinding {
            ClosureFinding(text: text, kind: kind, weight: weight)
        }
        let findings = [
            finding("all on time", .description, 1753), finding("came back", .closings, 67),
            finding("fast", .closings, 77), finding("duplicates", .closings, 28),
            finding("late", .closings, 3000), finding("backlog", .backlog, 6809),
        ]
        #expect(
            ClosureSentences.worst(findings, count: 4).map(\.text) == [
                "late", "fast", "came back", "backlog",
            ])
        #expect(
            ClosureSentences.worst(Array(findings.prefix(2)), count: 4).map(\.text) == [
                "came back", "all on time",
            ])
    }

    // MARK: Came back, bulk, early, opened again

    /// Repairs that fail at many places, each ten days after the closing, of two kinds.
    private func failing(_ kinds: [(name: String, fails: Int)]) throws -> ClosureSurvey {
        var city = MadeUpCity()
        for (name, fails) in kinds {
            for number in 0..<300 {
                let opened = 60.2 + Double(number)
                let here = place(number)
                city.add(name, here, opened: opened, closed: opened + 3)
                if number < fails { city.add(name, here, opened: opened + 13, closed: opened + 15) }
            }
        }
        var settings = ClosureSettings()
        settings.since = CivilDate(year: 2024, month: 1, day: 1)
        return try city.survey(settings: settings)
    }

    @Test func `a kind that comes back is told with its own number on the list, others apart`() throws {
        let survey = try failing([("Meter", 60), ("Signal", 90)])
        let list = CallBackList(survey)
        let privacy = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: .internal)
        let text = try #require(
            ClosureFindings(survey, list: list, privacy: privacy).cameBack?.text)
        #expect(list.entries.count == 150)
        #expect(text.hasPrefix("Of closed “Signal” 24.1 % came back within 14 days (90 of 373)"))
        #expect(text.contains(" The call-back list has 90 of them, closed since January 1, 2024."))
        #expect(text.hasSuffix(" Of one more kind more came back than would have anyway."))
    }

    // Nothing was said where each of many kinds had too few closings to be judged, and the page that it was as often as anyway.
    @Test func `what comes back in all is told where no kind is judged by itself`() throws {
        var city = MadeUpCity()
        for number in 0..<300 {
            let (opened, here, name) = (60.2 + Double(number), place(number), "Kind \(number % 10)")
            city.add(name, here, opened: opened, closed: opened + 3)
            if number % 3 == 0 { city.add(name, here, opened: opened + 13, closed: opened + 15) }
        }
        let survey = try city.survey()
        #expect(!survey.sample.isSample && survey.returns.residents.isAboveZero)
        #expect(survey.returns.categories.allSatisfy { !$0.excess.isJudged && !$0.standsOut })
        let text = try sentences(survey).joined()
        #expect(text.contains("came back within 14 days (98 of 388)"), "\(text)")
        #expect(text.contains("no kind stands out by itself."))
    }

    @Test func `one minute is no minutes`() {
        var settings = ClosureSettings()
        #expect(settings.fastTime(.english) == "10 minutes")
        settings.fastSeconds = 60
        #expect(settings.fastTime(.english) == "1 minute")
    }

    @Test func `the kind with most closings in bulk is named with how many and of how many`() throws {
        let survey = try city { city in
            for (name, sheets, alone) in [("Meter", 12, 20), ("Signal", 4, 1)] {
                for sheet in 0..<sheets {
                    for number in 0..<8 {
                        city.add(
                            name, place(number), opened: Double(sheet) + 0.3,
                            closed: 40.401 + Double(sheet) + (name == "Meter" ? 0 : 0.2))
                    }
                }
                for number in 0..<alone {
                    city.add(name, place(number), opened: 1.2, closed: 90.3 + Double(number))
                }
            }
        }
        #expect(survey.bulk.typedIn.first.map { survey.name($0.category) } == "Signal")
        let text = try sentences(survey).joined(separator: "\n")
        #expect(text.contains("96 of them of “Meter”, which are 82.8 % of its 116: their times"))
    }

    @Test func `closed before opened, and opened again, are said and have a table`() throws {
        let survey = try city { city in
            add(100, days: 3, to: &city)
            add(30, days: -1, to: &city)
            for number in 0..<20 {
                city.add("Tree", place(number), opened: 200.3, closed: 210) { $0.status = "Reopened" }
            }
        }
        let text = try sentences(survey).joined(separator: "\n")
        #expect(text.contains("30 of 150 requests have a closing before their opening"))
        #expect(text.contains("20 of 150 requests were opened again after they had been closed"))
        let privacy = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: .internal)
        let table = try #require(ClosureTables(survey, privacy: privacy, longest: 12).early)
        #expect(
            table.rows == [
                ["opened again", "20", "150", "13.3 %"],
                ["closed before they were opened", "30", "150", "20.0 %"],
            ])
    }

    @Test func `where most closings lie before the opening no wait is told`() throws {
        let survey = try city { city in
            add(40, days: 3, to: &city)
            add(60, days: -1, to: &city)
            add(20, days: nil, to: &city)
        }
        let all = try sentences(survey)
        #expect(
            all[0].hasPrefix(
                "60 of 100 closed requests have no closing time, or one before their opening: nothing is said"
            ))
        #expect(all[1].hasPrefix("60 of 120 requests have a closing before their opening"))
        #expect(survey.slowTypes.cityMedian == nil)
        // What is not said is in no table and in no measure either.
        let privacy = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: .internal)
        #expect(ClosureTables(survey, privacy: privacy, longest: 12).onTime == nil)
        #expect(survey.onTime.lines[0].all > 0 && !ToldClosures(survey, audience: .internal).tellsLine(0))
        let quarters = ToldSeries(survey.quarters, span: survey.quarterSpan, audience: .internal)
        #expect(quarters.text(.backlog, at: 0, in: .english) == "–")
    }

    @Test func `of a file of closed requests only its fast closings are told, and no share on time`() throws {
        let survey = try city { city in
            for number in 0..<400 {
                let (opened, wait) = (Double(number) + 0.13, Double((number * 37) % 80))
                guard opened + wait < 400 else { continue }
                city.add("Pothole", place(number), opened: opened, closed: opened + wait) {
                    $0.due = $0.opened.map { .init(secondsSince1970: $0.secondsSince1970 + 5 * 86_400) }
                }
            }
        }
        let text = try sentences(survey).joined(separator: "\n")
        #expect(text.hasPrefix("No request is open, where by the waits of the others"))
        #expect(text.contains("5 residents' requests that usually take a day or more were closed within"))
        #expect(!text.contains("on time (") && !text.contains("take more than"))
    }

    // MARK: For everybody

    @Test func `no share of a small count is told, nor of one that leaves a small one`() throws {
        for (onTime, late) in [(8, 4), (8, 90), (90, 8)] {
            let survey = try city { city in
                add(onTime, days: 2, to: &city)
                add(late, days: 9, to: &city)
            }
            let text = try sentences(survey, .public).joined(separator: "\n")
            #expect(!text.contains("on time (") && !text.contains("% of"), "\(text)")
            #expect(try sentences(survey).joined().contains("on time (\(onTime) of \(onTime + late))"))
        }
    }

    @Test func `a kind of which a few come back is named without its share`() throws {
        let survey = try failing([("Meter", 10)])
        #expect(survey.returns.categories.contains { $0.standsOut })
        #expect(try sentences(survey).joined().contains("Of closed “Meter”"))
        let text = try sentences(survey, .public).joined()
        #expect(!text.contains("came back within") && !text.contains("%"), "\(text)")
    }
}
