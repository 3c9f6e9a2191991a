import Chronology
import City
import Foundation
import Geometry
import TestSupport
import Testing
import Wording

/// A folder with the files that a city file may name.
func folder() throws -> URL {
    let folder = try ScratchSpace.folder()
    for name in CityExample.files { try Data().write(to: folder.appending(path: name)) }
    let calendar = """
        BEGIN:VCALENDAR
        BEGIN:VEVENT
        DTSTART;VALUE=DATE:20240704
        DTEND;VALUE=DATE:20240705
        END:VEVENT
        BEGIN:VEVENT
        DTSTART:20241225T000000Z
        END:VEVENT
        END:VCALENDAR
        """
    try Data(calendar.utf8).write(to: folder.appending(path: "days.ics"))
    try Data("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:2024\n".utf8).write(to: folder.appending(path: "a.ics"))
    try Data("# Holidays\n2024-07-04 Independence Day\n\n2024-12-25\n".utf8).write(
        to: folder.appending(path: "days.txt"))
    return folder
}

private func message(of text: String) throws -> String {
    let path = try folder().appending(path: "city.yaml").path
    do throws(CityFileError) {
        _ = try CityFile.parse(text, path: path)
        return "no error"
    } catch {
        return error.description.replacing(path, with: "city.yaml")
    }
}

private let head = "name: X\ntimezone: America/New_York\n"

@Test func `a city file gives its layers, editions by date, aliases, quantities and categories`() throws {
    let path = try folder().appending(path: "city.yaml").path
    let city = try CityFile.parse(
        head + """
            requests:
              columns: {id: sr, longitude: lon}
              placeholders: [[-77, 39]]
            layers:
              - name: zone
                assigned: z
                aliases: {Downtown: "1"}
                uncertainty: 30 ft
                editions:
                  - {file: b.geojson, from: 2024-07-01}
                  - {file: a.geojson, code: zone}
            categories:
              Pothole: {radius: 30 m, minimum: 3, repair_life: 365 d}
              Wellness Check: {private: true}
            """, path: path)
    #expect(
        city.layers[0].editions.map { URL(filePath: $0.file).lastPathComponent } == [
            "a.geojson", "b.geojson",
        ])
    #expect(abs(city.layers[0].uncertainty - 9.144) < 1e-9)
    #expect(city.layers[0].aliases == ["Downtown": "1"])
    #expect(city.requests.placeholders.map(\.longitude) == [-77])
    #expect(city.categories["Pothole"]?.repairLife == 365)
    #expect(city.categories["Wellness Check"]?.privacy == .counted)
}

@Test(arguments: [
    (head + "layerz: []", "city.yaml line 3: unknown key “layerz”; did you mean layers?"),
    (
        head + "layers:\n  - {name: zone, asigned: z}",
        "city.yaml line 4: unknown key “asigned”; did you mean assigned?"
    ),
    ("name: X", "timezone: is missing"),
    ("timezone: America/New_Yrk", "did you mean America/New_York?"),
    (head + "layers:\n  - {name: zone, editions: [{file: c.geojson}]}", "there is no such file"),
    (head + "layers:\n  - {name: zone, editions: [{code: zone}]}", "file: is missing"),
    (head + "layers:\n  - {name: zone}", "layer zone has no edition"),
    (
        head + "layers:\n  - name: zone\n    editions: [{file: a.geojson}, {file: b.geojson}]",
        "a.geojson and b.geojson are both in force"
    ),
    (
        head + "layers:\n  - {name: zone, uncertainty: wide, editions: []}",
        "“wide” is no length; such as 10 m"
    ),
    ("name: [", "is not YAML"), ("", "holds no settings"),
])
func `a mistake in a city file is named with its line and what to do`(_ text: String, _ expected: String)
    throws
{
    let message = try message(of: text)
    #expect(message.contains(expected), "\(message)")
}

@Test func `a reference names its files, and the names that people use beside theirs`() throws {
    let text = """
        timezone: America/New_York
        reference:
          streets: {file: CityFileTests.swift, profile: tiger, offset: 30 ft, columns: {name: road}}
          aliases: {MLK Blvd: Martin Luther King Jr Blvd}
          towns: [Baltimore]
          town_aliases: {BC: Baltimore}
        """
    let city = try CityFile.parse(text, path: #filePath)
    #expect(city.streets?.profile == "tiger")
    #expect(city.streets?.columns == ["name": "road"])
    #expect(try abs(#require(city.streets?.sideOffset) - 9.144) < 1e-9)
    #expect(city.names.streets == ["MLK Blvd": "Martin Luther King Jr Blvd"])
    #expect(city.names.ownTowns == ["Baltimore"])
    #expect(city.names.towns == ["BC": "Baltimore"])
    #expect(city.names.file == nil)
}

@Test func `water for maps is a file that has to be there`() throws {
    let path = try folder().appending(path: "city.yaml").path
    let city = try CityFile.parse(head + "map: {water: {file: a.geojson, layer: rivers}}\n", path: path)
    #expect(city.water?.file.hasSuffix("/a.geojson") == true)
    #expect(city.water?.layer == "rivers")
    let missing = try message(of: head + "map: {water: {file: sea.geojson}}\n")
    #expect(missing.contains("the map's water names sea.geojson, and there is no such file"), "\(missing)")
    #expect(try message(of: head + "map: {wter: {file: a.geojson}}\n").contains("did you mean water"))
}

@Test(arguments: [
    ("timezone: EST", "“EST” is no time zone of the form Area/Place; did you mean America/New_York?"),
    (
        head + "requests: {profile: Baltimor}",
        "line 3: profile: “Baltimor” is not known; did you mean baltimore?"
    ),
    (
        head + "requests:\n  columns: {idd: sr}",
        "line 4: requests: columns: unknown key “idd”; did you mean id?"
    ),
    (head + "requests: {columns: [id]}", "columns should be a group of settings"),
    (
        head + "reference:\n  streets: {file: a.geojson, columns: {nme: x}}",
        "line 4: reference: streets: columns"
    ),
    (head + "reference: {streets: {file: a.geojson, profile: tigger}}", "did you mean tiger?"),
    (head + "requests: {dates: days first}", "did you mean day first?"),
    (head + "statuses: {open: [Held], closed: [held]}", "“Held” stands under closed: and under open:"),
    (head + "categories: {Pothole: {target: soon}}", "“soon” is no time; such as 30 d, 36 h, or 5 bd"),
    (head + "categories: {Pothole: {minimum: 0}}", "minimum should be a whole number, such as 3"),
    (head + "categories: {Pothole: 5}", "line 3: categories: Pothole should be a group of settings"),
    (head + "fiscal_year: Juno", "“Juno” is no month; such as July"),
    (head + "business: {days: Mon-Fry}", "“Mon-Fry” is no day of the week"),
    (head + "business: {hours: 17-8}", "“17-8” is no span of hours"),
    (head + "business: {holidays: [July 4]}", "“July 4” is no date"),
    (head + "business: {holidays: holidays.txt}", "there is no such file"),
    (head + "business: {holidays: a.ics}", "a.ics line 3: holds no day"),
    (head + "map: {contact: {url: example.org}}", "“example.org” is no page"),
    (
        head + "layers:\n  - {name: z, editions: [{file: a.geojson}], accepted: [{from: 1, to: 2}]}",
        "why: is missing"
    ),
    (head + "name: Y", "stands twice; leave one out"),
])
func `a value that no command could use is refused when the file is read`(_ text: String, _ expected: String)
    throws
{
    let message = try message(of: text)
    #expect(message.contains(expected), "\(message)")
}

// Case 43
@Test(arguments: [
    ("5 bd", Deadline.businessDays(5, BusinessCalendar(weekdays: [1, 2, 3]))),
    ("5 business days", .businessDays(5, BusinessCalendar(weekdays: [1, 2, 3]))),
    ("1 working day", .businessDays(1, BusinessCalendar(weekdays: [1, 2, 3]))), ("3 days", .days(3)),
    ("36 h", .days(1.5)), ("2 weeks", .days(14)), ("7", .days(7)),
])
func `a target counts days or business days`(_ text: String, _ target: Deadline) throws {
    let city = try CityFile.parse(
        head + "categories: {Pothole: {target: \(text)}}\nbusiness: {days: Mon-Wed}\n",
        path: folder().appending(path: "city.yaml").path)
    #expect(city.categories["Pothole"]?.target == target)
}

@Test func `holidays stand in the file, in a list of days or in a calendar`() throws {
    let days = try [#require(CivilDate(iso: "2024-07-04")), #require(CivilDate(iso: "2024-12-25"))]
    let path = try folder().appending(path: "city.yaml").path
    for holidays in ["[2024-07-04, 2024-12-25]", "days.txt", "days.ics"] {
        let city = try CityFile.parse(head + "business: {holidays: \(holidays)}\n", path: path)
        #expect(city.business.holidays == Set(days), "\(holidays)")
    }
}

@Test func `an address may stand in several columns`() throws {
    let path = try folder().appending(path: "city.yaml").path
    let parts = try CityFile.parse(head + "requests: {columns: {address: [No, Street]}}", path: path)
    #expect(parts.requests.addressParts == ["No", "Street"] && parts.requests.columns["address"] == nil)
    let whole = try CityFile.parse(head + "requests: {columns: {address: addr}}", path: path)
    #expect(whole.requests.addressParts.isEmpty && whole.requests.columns["address"] == "addr")
}

@Test
func `a date may stand in the three columns of its year, month and day, and in no other number of them`()
    throws
{
    let path = try folder().appending(path: "city.yaml").path
    let city = try CityFile.parse(
        head + "requests: {columns: {opened: [Year, Month, Day], closed: [Closed]}}", path: path)
    #expect(city.requests.dateParts == ["opened": ["Year", "Month", "Day"]])
    #expect(city.requests.columns["opened"] == nil && city.requests.columns["closed"] == "Closed")
    #expect {
        try CityFile.parse(head + "requests: {columns: {due: [Year, Month]}}", path: path)
    } throws: {
        "\($0)".contains("due: takes one column, or three")
    }
}

@Test func `a date and its time of day may stand in two columns`() throws {
    let path = try folder().appending(path: "city.yaml").path
    let city = try CityFile.parse(
        head + "requests: {columns: {opened: Date}, times: {opened: Time}}", path: path)
    #expect(city.requests.columns["opened"] == "Date")
    #expect(city.requests.timeColumns == ["opened": "Time"])
}

@Test func `all files that a city file names are known`() throws {
    let path = try folder().appending(path: "city.yaml").path
    let city = try CityFile.parse(
        head + """
            layers: [{name: z, editions: [{file: a.geojson}]}]
            map: {water: {file: b.geojson}}
            business: {holidays: days.txt}
            """, path: path)
    #expect(
        city.files.map { URL(filePath: $0).lastPathComponent } == [
            "city.yaml", "a.geojson", "b.geojson", "days.txt",
        ])
}

@Test func `an error says which key of which line is to blame, and of a file what is wrong with it`() throws {
    func error(_ text: String) -> CityFileError? {
        #expect(throws: CityFileError.self) { try CityFile.parse(text, path: "city.yaml") }
    }
    let zone = error("name: X\ntimezone: Nowhere\n")
    #expect(zone?.key == "timezone" && zone?.line == 2)
    let unknown = error(head + "layerz: []\n")
    #expect(unknown?.key == "layerz" && unknown?.line == 3)
    let place = try folder()
    for (path, fault) in [
        (place.appending(path: "no.yaml").path, CityFileError.Fault.missing), (place.path, .isFolder),
    ] {
        let error = #expect(throws: CityFileError.self) { try CityFile.read(path) }
        #expect(error?.fault == fault && error?.key == nil && error?.line == nil)
    }
}
