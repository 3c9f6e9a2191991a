import Foundation
import TableFiles
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import DelimitedText

/// Tables whose letters are stored in one of the older encodings.
struct EncodingTests {
    /// One table: its encoding as the system names it, and what it says.
    struct Sample: Sendable {
        let encoding: String
        let categories: [String]

        var text: String {
            let rows = (0..<12).map { "R\($0),\(categories[$0 % categories.count]) \(1000 + $0)" }
            return "id,category\n" + rows.joined(separator: "\n") + "\n"
        }
    }

    private static let japanese = ["道路の穴", "街灯の故障", "ごみの不法投棄", "ソーラー表示能"]
    private static let cyrillic = ["Яма на дороге", "Не горит фонарь", "Мусор", "Шум и грязь"]
    private static let ukrainian = ["Яма на дорозі", "Не працює ліхтар", "Сміття", "Дніпровський район"]
    private static let french = ["Nid-de-poule", "Éclairage défectueux", "Déchets ménagers", "À réparer"]

    /// What the bytes alone tell.
    static let told = [
        Sample(encoding: "CP932", categories: japanese), Sample(encoding: "EUC-JP", categories: japanese),
        Sample(encoding: "GB18030", categories: ["路面坑洞", "路灯损坏", "垃圾未收", "噪音"]),
        Sample(encoding: "CP950", categories: ["路面坑洞", "路燈故障", "垃圾未收", "噪音"]),
        Sample(encoding: "CP949", categories: ["도로 파손", "가로등 고장", "쓰레기", "소음"]),
        Sample(encoding: "CP1251", categories: cyrillic), Sample(encoding: "KOI8-R", categories: cyrillic),
        Sample(encoding: "CP866", categories: cyrillic), Sample(encoding: "CP1251", categories: ukrainian),
        Sample(encoding: "MACINTOSH", categories: french),
        Sample(encoding: "CP850", categories: french),
    ]

    /// What is used where the city lies.
    static let usual = [
        (
            "Europe/Prague",
            Sample(encoding: "CP1250", categories: ["Díra v silnici", "Žlutá čára", "Přeplněný koš"])
        ),
        ("Europe/Athens", Sample(encoding: "CP1253", categories: ["Λακκούβα", "Φωτισμός", "Σκουπίδια"])),
        (
            "Europe/Istanbul",
            Sample(encoding: "CP1254", categories: ["Çukur", "Işık arızası", "Gürültü şikayeti"])
        ),
        ("Asia/Jerusalem", Sample(encoding: "CP1255", categories: ["בור בכביש", "תאורה", "אשפה"])),
        ("Asia/Bangkok", Sample(encoding: "CP874", categories: ["หลุมบนถนน", "ไฟถนน", "ขยะ"])),
        // Most letters of the commonest word have accents.
        (
            "Europe/Istanbul",
            Sample(encoding: "CP1254", categories: ["Çöp", "Çöp", "Çöp toplama", "Çöp", "İşlemde"])
        ),
    ]

    private func read(_ bytes: [UInt8], _ hints: TextHints = TextHints()) throws -> (
        categories: [String], encoding: FoundEncoding?
    ) {
        var known = KnownShape()
        known.text = hints
        let file = try ScratchFile(bytes)
        var categories: [String] = []
        _ = try DelimitedFile(.file(file.path), known: known).forEachRecord(requiredCount: 1) {
            categories.append($1[1])
        }
        let blocks = try DelimitedFile(.file(file.path), known: known).makeBlockReader()
        var encoding: FoundEncoding?
        while let block = try blocks.next(reusing: nil) { encoding = block.encoding }
        return (categories, encoding)
    }

    private func expected(_ sample: Sample) -> [String] {
        sample.text.split(separator: "\n").dropFirst().map { String($0.split(separator: ",")[1]) }
    }

    @Test(arguments: told)
    func `an older encoding is known by its bytes, and told`(sample: Sample) throws {
        let found = try read(sample.text.encoded(sample.encoding))
        #expect(found.categories == expected(sample))
        #expect(found.encoding == FoundEncoding(CodePage(name: sample.encoding), .bytes))
        #expect(found.encoding?.remark?.contains("encoding: under requests:") == true)
    }

    @Test(arguments: usual)
    func `what other encodings fit as well is read as is usual where the city lies`(
        zone: String, sample: Sample
    ) throws {
        let found = try read(sample.text.encoded(sample.encoding), TextHints(timeZone: zone))
        #expect(found.categories == expected(sample))
        #expect(found.encoding?.name == sample.encoding)
    }

    @Test func `what is said goes before what the bytes fit`() throws {
        let sample = Sample(encoding: "CP1250", categories: ["Žlutá čára"])
        let stated = try #require(FoundEncoding(named: "windows-1250", .stated))
        #expect(
            try read(sample.text.encoded("CP1250"), TextHints(encoding: stated)).categories
                == expected(sample))
    }

    /// Text from elsewhere in a city where Windows-1252 is usual, or that lies nowhere known.
    @Test(
        arguments: [
            Sample(
                encoding: "CP1250",
                categories: ["Díra v silnici", "Žlutá čára", "Přeplněný koš", "Chybějící značka"]),
            Sample(
                encoding: "CP1250",
                categories: ["Łódzka dziura", "Śmieci", "Żółta ławka", "Oświetlenie uliczne"]),
            Sample(
                encoding: "CP1250",
                categories: ["Kátyú az úttesten", "Közvilágítás", "Törött szemétgyűjtő", "Őrült zaj"]),
            Sample(encoding: "CP1254", categories: ["Çukur", "Işık arızası", "Gürültü şikâyeti", "İşlemde"]),
            Sample(
                encoding: "CP1257",
                categories: ["Duobė gatvėje", "Šiukšlės", "Gatvės apšvietimas", "Triukšmas ąžuolyne"]),
        ], ["America/Chicago", nil])
    func `letters that no western language has together are not taken for western ones in silence`(
        sample: Sample, zone: String?
    ) throws {
        let found = try read(sample.text.encoded(sample.encoding), TextHints(timeZone: zone))
        #expect(found.categories == expected(sample))
        #expect(found.encoding == FoundEncoding(CodePage(name: sample.encoding), .doubtful))
        #expect(found.encoding?.remark?.hasPrefix("not certain") == true)
    }

    @Test(arguments: [
        "Peña", "Déjà vu", "Åsgård & Sønner", "Müllstraße", "Ação São João", "Þórðarson", "È già più giù",
        "Cañón",
    ])
    func `a few western letters are western`(text: String) throws {
        let sample = Sample(encoding: "CP1252", categories: [text])
        let found = try read(sample.text.encoded("CP1252"), TextHints(timeZone: "America/Chicago"))
        #expect(found.categories == expected(sample))
        #expect(found.encoding == FoundEncoding(.windows1252, .bytes))
    }

    @Test func `western text stays Windows-1252, and what fits nothing is said to be uncertain`() throws {
        let western = Sample(
            encoding: "CP1252",
            categories: Self.french + [
                "Straße müßig", "Señal dañada", "Förstörd väg", "L’école – 5 €", "ÖFFNUNG",
            ])
        let found = try read(western.text.encoded("CP1252"))
        #expect(found.categories == expected(western))
        #expect(found.encoding == FoundEncoding(.windows1252, .bytes))
        let hebrew = try read(Self.usual[3].1.text.encoded("CP1255"))
        #expect(hebrew.encoding == FoundEncoding(.windows1252, .none))
        #expect(hebrew.encoding?.remark?.hasPrefix("not certain") == true)
    }

    // Some databases have no capitals with accents.
    @Test func `small letters with accents among capitals are western text`() throws {
        let shouted = Sample(encoding: "CP1252", categories: ["12 CAFé ST", "PEñA AVE", "MONTRéAL"])
        let found = try read(shouted.text.encoded("CP1252"))
        #expect(found.categories == expected(shouted))
        #expect(found.encoding == FoundEncoding(.windows1252, .bytes))
    }

    @Test func `text of which most is UTF-8 is, and a single field may be otherwise`() throws {
        let rows = "id,category\n" + String(repeating: "1,Éclairage\n", count: 5)
        let found = try read(Array(rows.utf8) + Array("2,Montr".utf8) + [0xE9, 0x0A])
        #expect(found.categories == [String](repeating: "Éclairage", count: 5) + ["Montré"])
        #expect(found.encoding == FoundEncoding(.utf8, .valid))
    }

    // The first letter beyond ASCII stands behind the first MiB, and characters are cut by blocks.
    @Test func `the encoding is found wherever the first letter beyond ASCII stands`() throws {
        let plain = String(repeating: "1,Pothole in the road\n", count: 60_000)
        let foreign = String(repeating: "2,道路の穴ソーラー\n", count: 30_000)
        let found = try read(("id,category\n" + plain + foreign).encoded("CP932"))
        #expect(found.categories.count == 90_000)
        #expect(Set(found.categories) == ["Pothole in the road", "道路の穴ソーラー"])
        #expect(found.categories.suffix(30_000).allSatisfy { $0 == "道路の穴ソーラー" })
    }

    @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
    func `UTF-16 without a mark is known by its line ends where hardly anything is ASCII`(
        encoding: String.Encoding
    ) throws {
        let text = "番号,種別\n" + String(repeating: "一二三四五六七八九十,道路の穴ソーラー表示能\n", count: 20)
        let bytes = try #require(text.data(using: encoding))
        #expect(try read(Array(bytes)).categories == [String](repeating: "道路の穴ソーラー表示能", count: 20))
    }

    @Test(arguments: [
        ("Shift_JIS", "CP932"), ("windows-1251", "CP1251"), ("koi8-r", "KOI8-R"), ("gb18030", "GB18030"),
        ("ANSI 1252", "CP1252"), ("OEM 850", "CP850"), ("88591", "ISO-8859-1"), ("iso-8859-2", "ISO-8859-2"),
        ("Mac Roman", "MACINTOSH"), ("UTF-8", "UTF-8"), ("big5", "CP950"), ("iso-2022-jp", "ISO-2022-JP"),
    ])
    func `encodings are known by the names that people give them`(name: String, page: String) {
        #expect(CodePage.named(name)?.name.uppercased() == page)
        #expect(CodePage.named("klingon") == nil)
    }
}

extension String {
    /// The text's bytes in an encoding that the system knows by this name.
    fileprivate func encoded(_ name: String) throws -> [UInt8] {
        let converter = try #require(iconv_open(name, "UTF-8"))
        try #require(converter != iconv_t(bitPattern: -1))
        defer { iconv_close(converter) }
        var input = utf8.map { CChar(bitPattern: $0) }
        var output = [CChar](repeating: 0, count: input.count * 4)
        let room = output.count
        let free = input.withUnsafeMutableBufferPointer { source in
            output.withUnsafeMutableBufferPointer { target in
                var (from, left) = (source.baseAddress, source.count)
                var (to, free) = (target.baseAddress, room)
                #expect(iconv(converter, &from, &left, &to, &free) != Int(bitPattern: UInt.max))
                return free
            }
        }
        return output.prefix(room - free).map { UInt8(bitPattern: $0) }
    }
}
