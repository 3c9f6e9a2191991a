import City
import Testing
import Wording

@testable import ServiceRequests

/// One column for two meanings, where no column can be both.
struct SharedColumnsTests {
    private func message(_ columns: String, header: [String] = Self.header) throws -> String {
        let city = try CityFile.parse(
            "timezone: UTC\nrequests:\n  columns:\n    id: id\n    category: what\n    opened: opened\n\(columns)",
            path: "/city.yaml")
        var selection = ColumnSelection(city.requests)
        selection.cityFile = "city.yaml"
        do throws(RequestError) {
            _ = try ColumnMap(header: header, line: 1, source: "x.csv", selection: selection, layers: [])
            return "no error"
        } catch {
            return error.description
        }
    }

    private static let header = [
        "id", "what", "opened", "closed", "address", "lon", "lat", "status", "source", "text",
    ]

    @Test(arguments: [
        "    parent: id\n", "    closed: opened\n", "    due: opened\n",
        "    address: id\n", "    status: opened\n", "    status: what\n",
        "    longitude: lon\n    latitude: lon\n",
        "    address: address\n    longitude: address\n", "    channel: closed\n    closed: closed\n",
    ])
    func `two meanings that no column has both of are an error with the city file's line`(columns: String)
        throws
    {
        let message = try message(columns)
        #expect(message.hasPrefix("city.yaml line "), "\(message)")
        #expect(message.contains("x.csv: the column ") && message.contains("cannot be both"), "\(message)")
    }

    @Test func `the line is that of one of the keys, and the sentence names both`() throws {
        #expect(
            try message("    status: status\n    closed: opened\n").hasPrefix(
                "city.yaml line 6: x.csv: the column opened is to be closed: and opened:, and cannot be both")
        )
    }

    @Test(arguments: [
        "    closed: closed\n    updated: closed\n", "    address: address\n    location: address\n",
        "    channel: source\n    referral: source\n", "    description: what\n", "    channel: what\n",
        "    address: address\n    zip: address\n",
    ])
    func `meanings that a column may have both of are left alone`(columns: String) throws {
        #expect(try message(columns) == "no error")
    }

    /// The day is one, the times of day are two.
    @Test func `two moments may have one column of days and a column of times each`() throws {
        let columns = """
                closed: opened
              times: {opened: source, closed: text}

            """
        #expect(try message(columns) == "no error")
        #expect(
            try message(columns.replacing("closed: text", with: "closed: source")).contains("cannot be both"))
    }

    @Test func `a column that the file has not is told with its line, also one of times and of layers`()
        throws
    {
        #expect(
            try message("    status: statu\n").hasPrefix(
                "city.yaml line 7: x.csv has no column statu for status (did you mean status?)"))
        #expect(
            try message("  times: {opened: tim}\n").hasPrefix(
                "city.yaml line 7: x.csv has no column tim for times: opened"))
    }
}
