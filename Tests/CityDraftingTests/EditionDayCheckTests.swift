import City
import Foundation
import TestSupport
import Testing

@testable import CityDrafting

/// Whether the requests bear out the day that a file's name gives to an edition.
struct EditionDayCheckTests {
    private let generated: GeneratedCity

    init() throws { generated = try GeneratedCity() }

    /// - Parameter code: The code of a request, by the area in which it lies and whether it was opened before 2024.
    private func draft(code: (_ area: Int, _ isEarly: Bool) -> Int) throws -> CityDraft {
        let path = try generated.export("id,category,status,opened,lon,lat,district") { row in
            let isEarly = row % 12 < 6
            return [
                "24-\(1000 + row)", "Pothole", "Open",
                String(format: "%d-05-%02d", isEarly ? 2022 : 2024, row % 28 + 1),
            ] + GeneratedCity.degrees(row) + ["\(code(row % 6, isEarly) + 1)"]
        }
        return try generated.draft(
            path,
            areas: [
                generated.areas("districts_2012.geojson") { "\"CODE\": \"\(Self.old($0) + 1)\"" },
                generated.areas("districts_2024.geojson") { "\"CODE\": \"\($0 + 1)\"" },
            ]
        ).draft
    }

    /// The two last areas changed their codes.
    private static func old(_ area: Int) -> Int { area < 4 ? area : 9 - area }

    // 28 right requests were accused of an old map, by a day that nothing says.
    @Test func `a day is doubted where the newer map fits the requests before it`() throws {
        let draft = try draft { area, _ in area }
        #expect(draft.text.contains("from: 2024-01-01"))
        #expect(
            draft.doubts.contains {
                $0.contains(
                    "of the 60 requests opened before that day 60 agree with it and 40 with districts_2012.geojson"
                )
                    && $0.contains("it seems to have been in force then too")
            }, "\(draft.doubts)")
    }

    @Test func `a day that the requests bear out is only marked`() throws {
        let draft = try draft { area, isEarly in isEarly ? Self.old(area) : area }
        #expect(
            draft.doubts.contains("districts_2024.geojson: in force from 2024-01-01? Its name says no day"))
    }

    @Test func `a day is doubted where the older map fits the requests after it`() throws {
        let draft = try draft { area, _ in Self.old(area) }
        #expect(
            draft.doubts.contains { $0.contains("it does not seem to have been in force yet") },
            "\(draft.doubts)")
    }
}
