import Boundaries
import Chronology
import City
import Closures
import Disclosure
import Geometry
import Locating
import PageLanguage
import ReportPages
import ServiceLevels
import ServiceRequests
import TestSupport

/// Pages of a small city that is made up, with names that would end an element if they stood in a page as they are.
final class MadeUpPages {
    static let city = "Fair & Haven <b>"
    /// Of the kinds one is closed within days, one after weeks, and one is private.
    static let kinds = ["Leak <script>", "Trees \"tall\" & old", "Wellness"]
    private static let firstDay = CivilDate(daysSince1970: 19_723)  // 2024-01-01
    private static let days = 420

    private let folder: ScratchFolder
    private let city: CityFile
    private let requests = (0..<900).map(MadeUpPages.request)
    private let asOf = CivilDate(daysSince1970: firstDay.daysSince1970 + days - 1)

    init() throws {
        folder = try ScratchFolder()
        let areas = (0..<3).map { number in
            let west = -76.6 + 0.1 * Double(number)
            let corners = [(west, 39.0), (west + 0.1, 39.0), (west + 0.1, 39.1), (west, 39.1), (west, 39.0)]
            let ring = corners.map { "[\($0.0),\($0.1)]" }.joined(separator: ",")
            return """
                {"type":"Feature","properties":{"code":"\(number + 1)","title":"Ward <\(number + 1)>"},
                "geometry":{"type":"Polygon","coordinates":[[\(ring)]]}}
                """
        }
        _ = try folder.write(
            "{\"type\":\"FeatureCollection\",\"features\":[\(areas.joined(separator: ","))]}",
            to: "wards.geojson")
        city = try CityFile.parse(
            """
            name: "\(Self.city)"
            timezone: America/New_York
            layers:
              - name: ward
                title: Ward
                editions: [{file: wards.geojson, code: code, title: title}]
            categories: {Wellness: {private: true}}
            """, path: folder("city.yaml"))
    }

    private static func request(_ number: Int) -> ServiceRequest {
        var request = ServiceRequest(id: "R\(number)")
        let kind = number % 10 < 5 ? 0 : number % 10 < 9 ? 1 : 2
        request.category = kinds[kind]
        let opened = Int64(firstDay.daysSince1970) * 86_400 + Int64(number % days) * 86_400 + 50_000
        request.opened = Timestamp(secondsSince1970: opened)
        let wait = Int64(kind == 0 ? 1 + number % 5 : 20 + number % 30) * 86_400 + Int64(number)
        let isClosed = opened + wait < (Int64(firstDay.daysSince1970) + Int64(days)) * 86_400
        request.closed = isClosed ? Timestamp(secondsSince1970: opened + wait) : nil
        request.status = isClosed ? "Closed" : "Open"
        request.due = Timestamp(secondsSince1970: opened + 10 * 86_400)
        request.address = "\(100 + number) ELM ST"
        request.position = Coordinate(
            longitude: -76.6 + 0.1 * Double(number % 3) + 0.0001 * Double(number % 900), latitude: 39.05)
        request.positionState = .recorded
        return request
    }

    /// The requests that an audience is told of.
    private func table(_ audience: Audience) -> RequestTable {
        RequestTable(
            requests.filter { audience == .internal || $0.category != Self.kinds[2] }, layerCount: 0)
    }

    private func privateCounts(_ privacy: PrivateCategories) -> PrivateCounts? {
        PrivateCounts(privacy, counts: requests.map { ($0.category ?? "", 1) })
    }

    func closures(_ audience: Audience = .public, words: PageWords = .english) throws -> ReadyPages {
        let table = table(audience)
        let survey = try ClosureSurvey(
            table, city: city, clock: .utc, asOf: asOf,
            missing: { MissingPosition(table.positionStates[$0]) })
        let privacy = try PrivateCategories(
            city: city, categories: survey.history.names, audience: audience)
        let list = CallBackList(survey)
        return ClosurePages(
            survey, privacy: privacy,
            sentences: ClosureSentences(survey, list: list, categories: privacy, words: words),
            callBacks: CallBackRecords(survey, list: list, privacy: privacy, words: words),
            privateCounts: privateCounts(privacy), words: words
        ).pages
    }

    func levels(_ audience: Audience = .public, words: PageWords = .english) throws -> ReadyPages {
        let table = table(audience)
        let layer = try AreaLayer(city.layers[0], city: city, rows: table.count, asOf: asOf, jobs: 1)
        var settings = ServiceLevelSettings()
        settings.audience = audience
        let home: @Sendable (Int) -> RequestHome = { RequestHome(Ordinal($0 % 3)) }
        let survey = try ServiceLevelSurvey(
            table, city: city, clock: .utc, layer: layer, asOf: asOf, settings: settings, home: home)
        let history = survey.history(clock: .utc, jobs: 1, home: home)
        let listed = history.names.indices.filter { survey.isListed(history.names[$0]) }
        let report = try PeriodReport(
            history, by: .quarter, areaCount: layer.areaCount, listed: Set(listed), jobs: 1)
        return try LevelPages(
            survey, report: report, slow: SlowTypes(history),
            areaTypes: AreaTypes(history, areaCount: layer.areaCount), further: [], times: 3,
            privateCounts: privateCounts(survey.privacy), words: words
        ).pages
    }
}

extension ReadyPages {
    /// The pages as one for browsers.
    var html: String { get throws { String(decoding: try bytes(.html), as: UTF8.self) } }
}
