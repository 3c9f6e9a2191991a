import Foundation
import Testing
import Wording

@testable import City

/// What people write that is no city file, or no zone, and what they are told.
struct CityFileWordsTests {
    private func message(of text: String) throws -> String {
        let path = try folder().appending(path: "city.yaml").path
        do throws(CityFileError) {
            _ = try CityFile.parse(text, path: path)
            return "no error"
        } catch {
            return error.description.replacing(path, with: "city.yaml")
        }
    }

    @Test(arguments: [
        ("GMT-5", "Etc/GMT+5 (whose sign is the other way around)"), ("UTC-5", "Etc/GMT+5"),
        ("UTC+01:00", "Etc/GMT-1"), ("-0500", "Etc/GMT+5"), ("Z", "never changes, UTC"),
        ("GMT-5", "names no place, and so no summer time; name the city's zone, such as America/New_York"),
        ("Eastern", "did you mean America/New_York?"), ("US Central Time", "did you mean America/Chicago?"),
        ("Pacific Time (US & Canada)", "did you mean America/Los_Angeles?"),
        ("mountain standard time", "did you mean America/Denver?"),
        ("Hawaii", "did you mean Pacific/Honolulu?"),
        ("est", "did you mean America/New_York?"), ("America/NewYork", "did you mean America/New_York?"),
    ])
    func `what is no time zone is told with the one that is meant`(zone: String, words: String) throws {
        let message = try message(of: "name: X\ntimezone: \(zone)\n")
        #expect(message.hasPrefix("city.yaml line 2: “\(zone)”") && message.contains(words), "\(message)")
    }

    @Test(arguments: ["Etc/GMT+5", "UTC", "America/New_York", "US/Eastern"])
    func `a zone that is proposed is one`(zone: String) throws {
        #expect(try message(of: "name: X\ntimezone: \(zone)\n") == "no error")
    }

    @Test(arguments: [
        ("name: X\nrequests:\n\tcolumns: {id: a}\n", "city.yaml line 3: a tab; indent by spaces"),
        ("name: X\nrequests:\n  columns:\n  \tid: a\n", "city.yaml line 4: a tab; indent by spaces"),
        ("name: X\ntimezone: UTC\n---\nname: Y\n", "city.yaml line 3: a second document begins here"),
        ("name: X\ntimezone: U\0TC\n", "city.yaml line 2: holds a character"),
        ("name: [X\ntimezone: UTC\n", "is not YAML"),
    ])
    func `what is no YAML is told in plain words, with its line`(text: String, words: String) throws {
        let message = try message(of: text)
        #expect(message.contains(words) && !message.contains("\0"), "\(message)")
    }

    @Test func `a tab within a text is none that indents`() throws {
        #expect(try message(of: "name: X\t# a city\ntimezone: UTC\n") == "no error")
    }

    /// They would be passed over, and what they stand for with them.
    @Test(arguments: [
        ("statuses: {closed: [~]}", "line 2: closed: an entry of the list is empty"),
        ("statuses:\n  closed:\n    - Done\n    - \"\"\n", "line 5: closed: an entry of the list is empty"),
        ("returning: [\" \"]", "line 2: returning: an entry of the list is empty"),
        ("staff: {channels: [null]}", "line 2: channels: an entry of the list is empty"),
    ])
    func `an empty entry of a list is an error`(text: String, words: String) throws {
        let message = try message(of: "timezone: UTC\n" + text)
        #expect(message.contains(words), "\(message)")
    }
}
