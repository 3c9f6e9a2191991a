import Chronology
import City
import Disclosure
import Geometry
import Records
import ServiceLevels
import ServiceRequests
import Statistics
import Testing

@testable import Closures

/// The rules of closures on cases that are written out.
struct ClosureRulesTests {
    private static let place = Coordinate(longitude: -76.5, latitude: 39.5)
    private static let minute = 1.0 / 1440

    /// A city with 30 residents' potholes that took three days each.
    private func city(_ more: (inout MadeUpCity) -> Void) -> [ServiceRequest] {
        var city = MadeUpCity()
        for index in 0..<30 {
            city.add(
                "Pothole", Coordinate(longitude: -76 + 0.01 * Double(index), latitude: 39.5),
                opened: 10 * Double(index), closed: 10 * Double(index) + 3)
        }
        more(&city)
        city.add("Other", Self.place, opened: 499, closed: nil)
        return city.requests
    }

    @Test func `fast is fast for its kind only where half of the kind take a day`() throws {
        let requests = city { city in
            city.add("Pothole", Self.place, opened: 450, closed: 450 + 4 * Self.minute)
            city.add("Pothole", Self.place, opened: 460, closed: 460 + 10 * Self.minute)
            city.add("Pothole", Self.place, opened: 470, closed: 470 + 4 * Self.minute) {
                $0.channel = "Internal"
            }
            for index in 0..<30 {
                city.add(
                    "Question", Self.place, opened: 400 + Double(index),
                    closed: 400 + Double(index) + 3 * Self.minute)
            }
        }
        let survey = try MadeUpCity.survey(requests)
        #expect(survey.fast.fastForTheirKind.count == 1)
        #expect(survey.fast.staff.fast == 1)
        let list = CallBackList(survey)
        #expect(list.entries.map(\.reasons) == [[.fastForItsKind]])
        #expect(
            list.entries.first?.evidence.map { $0.text() } == [
                "closed after 4 min; half of its kind take 3.0 d"
            ])
        // Questions close fast rightly, and look like staff's entries: that is only said.
        #expect(survey.fast.suggestedStaff.map { survey.name($0.category) } == ["Question"])
    }

    /// Ten potholes of the ordinary kind that were closed on the day of their opening, as a file with days tells them.
    private func sameDay(openedByDay: Bool, closedByDay: Bool) -> [ServiceRequest] {
        func startOfDay(_ moment: Timestamp) -> Timestamp {
            Timestamp(secondsSince1970: moment.secondsSince1970 / 86_400 * 86_400)
        }
        return city { city in
            for index in 0..<10 {
                city.add(
                    "Pothole", Coordinate(longitude: -76 + 0.01 * Double(index), latitude: 39.6),
                    opened: 480, closed: 480.2)
            }
        }.map { request in
            var request = request
            if openedByDay { request.opened = request.opened.map(startOfDay) }
            if closedByDay { request.closed = request.closed.map(startOfDay) }
            return request
        }
    }

    @Test(arguments: [(false, true), (true, true), (true, false)])
    func `a day without a time is no minute, so that nothing is fast or in bulk by it`(
        openedByDay: Bool, closedByDay: Bool
    ) throws {
        let survey = try MadeUpCity.survey(sameDay(openedByDay: openedByDay, closedByDay: closedByDay))
        #expect(survey.fast.fastForTheirKind.isEmpty)
        #expect(survey.fast.all.fast == 0)
        #expect(survey.fast.byDay == 40)
        #expect(survey.fast.knowsNoMinutes)
        #expect(survey.closedBeforeOpened.isEmpty)
        #expect(survey.bulk.found.rows == (closedByDay ? 0 : 10))
        let list = CallBackList(survey)
        #expect(list.entries.isEmpty)
        let privacy = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: .internal)
        let sentences = ClosureSentences(survey, list: list, categories: privacy)
        #expect(
            sentences.all.last
                == "This file has days without times: it says nothing about working hours or cases closed within minutes."
        )
        let tables = ClosureTables(survey, privacy: privacy, longest: 12)
        #expect(tables.fast == nil)
        #expect(
            tables.remarks.contains(
                "40 of 40 closings have a day without a time, so that nothing is said of their minutes"))
    }

    @Test func `what has times is judged by them beside what has days`() throws {
        let timed = city { $0.add("Pothole", Self.place, opened: 450, closed: 450 + 4 * Self.minute) }
        let byDay = sameDay(openedByDay: true, closedByDay: true).suffix(11).prefix(10)
        let survey = try MadeUpCity.survey(
            timed
                + byDay.enumerated().map { index, request in
                    var request = request
                    request.id = "D\(index)"
                    return request
                })
        #expect(survey.fast.byDay == 10)
        #expect(survey.fast.all.closed == 31)
        #expect(survey.fast.fastForTheirKind.count == 1)
    }

    @Test func `a kind that is closed at the instant is closed by rule and not listed case by case`() throws {
        let requests = city { city in
            for index in 0..<25 {
                city.add(
                    "Letter", Self.place, opened: 300 + Double(index),
                    closed: 300 + Double(index) + (index < 13 ? 0 : 5))
            }
        }
        let survey = try MadeUpCity.survey(requests)
        #expect(survey.fast.closedByRule.map(survey.name) == ["Letter"])
        #expect(survey.fast.fastForTheirKind.isEmpty)
    }

    @Test func `a crew's sheet typed in one minute is a bulk, the same at one address is none`() throws {
        let requests = city { city in
            for index in 0..<6 {
                city.add(
                    "Tree", Coordinate(longitude: -76.2 + 0.01 * Double(index), latitude: 39.4),
                    opened: 100 + Double(index), closed: 200.0001)
                city.add("Sign", Self.place, opened: 100 + Double(index), closed: 210.0001)
            }
        }
        let survey = try MadeUpCity.survey(requests)
        #expect(survey.bulk.found == .init(groups: 1, rows: 6, largest: 6))
        #expect(CallBackList(survey).entries.isEmpty)
    }

    @Test func `what is in bulk, and would be by chance, does not depend on the order of rows`() throws {
        var city = MadeUpCity()
        var generator = SeededGenerator(seed: 5)
        for (kind, name) in ["Tree", "Sign", "Lamp"].enumerated() {
            for index in 0..<120 {
                city.add(
                    name, Coordinate(longitude: -76.2 + 0.01 * Double(index % 9), latitude: 39.4),
                    opened: 100 + Double(index), closed: 300.2 + Double(kind) + Double(index % 31) / 1440)
            }
        }
        let bulk = try MadeUpCity.survey(city.requests).bulk
        #expect(bulk.rowsByChance > 0 && bulk.groupsByChance > 0)
        for _ in 0..<5 {
            var shuffled = city.requests
            generator.shuffle(&shuffled)
            let survey = try MadeUpCity.survey(shuffled)
            #expect(survey.history.names == ["Lamp", "No category", "Sign", "Tree"])
            #expect(survey.bulk.found == bulk.found)
            #expect(survey.bulk.rowsByChance == bulk.rowsByChance)
            #expect(survey.bulk.groupsByChance == bulk.groupsByChance)
        }
    }

    @Test func `a duplicate that was closed while its original is open is listed`() throws {
        let near = Coordinate(longitude: Self.place.longitude + 40 / 86_000, latitude: Self.place.latitude)
        let requests = city { city in
            city.add("Tree", Self.place, opened: 420, closed: nil)
            city.add("Tree", near, opened: 450, closed: 452) { $0.status = "Closed (Duplicate)" }
            city.add("Sign", Self.place, opened: 420, closed: 430)
            city.add("Sign", near, opened: 450, closed: 452) { $0.status = "Closed (Duplicate)" }
            city.add("Lamp", near, opened: 450, closed: nil) { $0.status = "Open (Duplicate)" }
        }
        let survey = try MadeUpCity.survey(requests)
        #expect(survey.duplicates.map(\.state) == [.open, .onlyClosed, .none])
        let list = CallBackList(survey)
        #expect(list.entries.map(\.reasons) == [[.duplicateOfOpen]])
        #expect(
            list.entries.first?.evidence.map { $0.text() }
                == ["closed as a duplicate; its original, 40 m away, is still open"])
        // Its open duplicate is open, as in every command.
        #expect(survey.quarters.backlogNow == 3)
    }

    @Test func `a parent that the file names is the original wherever it lies`() throws {
        let requests = city { city in
            city.add("Tree", Coordinate(longitude: -75, latitude: 39), opened: 420, closed: nil) {
                $0.id = "P"
            }
            city.add("Sign", Self.place, opened: 450, closed: 452) { $0.parent = "P" }
            city.add("Sign", Self.place, opened: 450, closed: 452) { $0.parent = "nowhere" }
        }
        #expect(try MadeUpCity.survey(requests).duplicates.map(\.state) == [.open, .none])
    }

    @Test func `closed before opened is in no wait and on the list, before 1970 is open`() throws {
        let requests = city { city in
            city.add("Tree", Self.place, opened: 450, closed: 440)
            city.add("Tree", Self.place, opened: 450, closed: -25_000)
        }
        let survey = try MadeUpCity.survey(requests)
        #expect(survey.closedBeforeOpened.count == 1)
        #expect(survey.closedBefore1970 == 1)
        #expect(survey.quarters.backlogNow == 2)
        #expect(survey.quarters.levels.map(\.opened).reduce(0, +) == 32)
    }

    @Test func `staff are those that the city file names, and then no usual names`() throws {
        let requests = city { city in
            city.add("Tree", Self.place, opened: 450, closed: 452) { $0.channel = "Internal" }
            city.add("Tree", Self.place, opened: 450, closed: 452) { $0.channel = "Depot" }
            city.add("Sweep Proactive", Self.place, opened: 450, closed: 452)
        }
        let usual = try MadeUpCity.survey(requests)
        #expect(usual.history.staff.matched.map(\.name) == ["Internal", "Sweep Proactive"])
        let named = try MadeUpCity.survey(requests) { $0.staff.channels = ["depot"] }
        #expect(named.history.staff.matched.map(\.name) == ["Depot"])
        #expect(named.history.staff.isNamed)
    }

    @Test func `a public edition has neither ids nor addresses nor moments`() throws {
        let requests = city { $0.add("Pothole", Self.place, opened: 450, closed: 450 + 4 * Self.minute) }
        let survey = try MadeUpCity.survey(requests)
        let list = CallBackList(survey)
        let everybody = try PrivateCategories(
            city: survey.city, categories: survey.history.names, audience: .public)
        let table = CallBackRecords(survey, list: list, privacy: everybody).table
        let record = try #require(Array(table.records).first)
        #expect(record.values[0] == .text(nil))
        #expect(record.values[3] == .day(CivilDate(iso: "2025-03-26")))
        #expect(record.values.last == .text(nil))
        let text = ClosureSentences(survey, list: list, categories: everybody).all.joined()
        #expect(text.contains("Fewer than 11 residents' requests"))
    }

    @Test func `a clock that is early in one year is told with hours and months`() throws {
        let requests = city { city in
            // Openings from 8 to 18 h, but 4 h earlier until the end of 2024.
            for index in 0..<1400 {
                let day = Double(index) / 2.9
                let shift = day < 366 ? -4.0 : 0
                city.add(
                    "Call", Self.place, opened: day.rounded(.down) + (8 + Double(index % 11) + shift) / 24,
                    closed: day + 2)
            }
        }
        let shift = try #require(try MadeUpCity.survey(requests.filter { $0.category == "Call" }).clock.shift)
        #expect(shift.hours == 4...4)
        #expect(shift.isFirst && !shift.isLast)
        #expect(shift.last == (2024, 12))
    }
}
