import Chronology
import City
import DelimitedText
import TestSupport
import Testing

@testable import ServiceRequests

/// What a city file says of the text of its requests.
struct CityTextTests {
    /// `Žlutá čára` and `Příkop` in Windows-1250.
    private let czech: [UInt8] =
        Array("id,category,status,opened\n1,".utf8)
        + [0x8E, 0x6C, 0x75, 0x74, 0xE1, 0x20, 0xE8, 0xE1, 0x72, 0x61] + Array(",Open,2024-01-01\n2,P".utf8)
        + [0xF8, 0xED] + Array("kop,Open,2024-01-02\n".utf8)

    private func read(zone: String, encoding: String? = nil) throws -> RequestTable {
        let file = try ScratchFile(czech)
        var city = CityFile(path: "city.yaml", name: "Town", timeZone: zone)
        city.requests.encoding = encoding
        return try RequestReader(
            source: .file(file.path), city: city, clock: try #require(CityClock(timeZone: zone))
        ).read()
    }

    @Test(arguments: CityKeys.textEncodings)
    func `the encodings that a city file may name are known`(name: String) {
        #expect(FoundEncoding(named: name, .stated) != nil)
    }

    @Test
    func `letters are read as the city file says, else as is usual where the city lies, and it is told`()
        throws
    {
        let usual = try read(zone: "Europe/Prague")
        #expect(usual.categories.values == ["Žlutá čára", "Příkop"])
        #expect(usual.intake.remarks.contains { $0.contains("it was read as Windows-1250") })
        let stated = try read(zone: "America/New_York", encoding: "windows-1250")
        #expect(stated.categories.values == usual.categories.values)
        #expect(stated.intake.remarks == ["text is Windows-1250, as is said"])
        let elsewhere = try read(zone: "America/New_York")
        #expect(elsewhere.categories.values == usual.categories.values)
        #expect(elsewhere.intake.remarks.contains { $0.hasPrefix("not certain: text is not UTF-8") })
    }

    @Test func `facts keep the encoding, so that a part is read as the whole`() throws {
        var facts = CityFacts(wardline: "1", city: "Town")
        facts.take(try read(zone: "Europe/Prague").intake)
        #expect(facts.dialect?.encoding == "CP1250")
        let file = try ScratchFile(czech)
        var reader = RequestReader(
            source: .file(file.path), clock: try #require(CityClock(timeZone: "America/New_York")))
        reader.facts = facts
        #expect(try reader.read().categories.values == ["Žlutá čára", "Příkop"])
        facts.dialect?.encoding = "klingon"
        #expect(facts.fault(layers: [])?.field == "dialect.encoding")
    }
}
