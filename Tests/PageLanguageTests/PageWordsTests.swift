import Chronology
import Foundation
import Testing
import Wording

@testable import PageLanguage

@Suite struct PageWordsTests {
    private let spanish: PageWords

    init() throws { spanish = try PageWords(language: "es") }

    @Test func `English stands as it is written, with its gaps filled`() {
        let words = PageWords.english
        #expect(words("\(words.count(1234)) of \("all") lie elsewhere.") == "1,234 of all lie elsewhere.")
        #expect(words.tag == "en-US")
    }

    @Test func `Spanish has its own words, days and order of gaps`() throws {
        let day = try #require(CivilDate(iso: "2025-06-30"))
        #expect(spanish.tag == "es")
        #expect(spanish("Not on the map") == "Fuera del mapa")
        #expect(spanish.day(day) == "30 de junio de 2025")
        #expect(spanish.shortDay(day) == "30 de junio")
        #expect(spanish.days(1) == "1 día" && spanish.days(1200) == "1,200 días")
        #expect(spanish("Page \("2") of \("5")") == "Página 2 de 5")
    }

    @Test func `a text of several meanings is told apart by what it is said of`() {
        #expect(spanish("Open") == "Abierto")
        #expect(spanish("Open", context: "requests") == "Abiertas")
        #expect(PageWords.english("Open", context: "requests") == "Open")
    }

    @Test func `English writes shares, days and decimals as the tables do`() {
        let words = PageWords.english
        #expect(words.share(1, of: 3) == "33.3 %" && words.share(1, of: 3, places: 0) == "33 %")
        #expect(
            words.share(0, of: 0) == "–" && words.shortDays(nil) == "–" && words.shortDays(2.5) == "2.5 d")
        #expect(words.percent(0.7474) == "74.7 %" && words.decimal(-1.25, places: 2) == "-1.25")
    }

    @Test func `a text has as many gaps as it needs`() {
        let gaps = (1...12).map { "<\($0)>" }
        let text: PageText =
            "\(gaps[0])\(gaps[1])\(gaps[2])\(gaps[3])\(gaps[4])\(gaps[5])\(gaps[6])\(gaps[7])\(gaps[8])\(gaps[9])\(gaps[10])\(gaps[11])"
        #expect(PageWords.english(text) == gaps.joined())
    }

    @Test func `a text that a catalogue lacks stays English`() {
        #expect(spanish("Nobody wrote this \("one")") == "Nobody wrote this one")
    }

    @Test func `a name of another script does not turn the words around it`() {
        #expect(
            PageWords.english("\("3") of \("حفرة"), \("Pothole")") == "3 of \u{2068}حفرة\u{2069}, Pothole")
        #expect(WritingDirection(tag: "he").isolating("בור") == "בור")
        #expect(WritingDirection(tag: "he").isolating("Pothole") == "\u{2068}Pothole\u{2069}")
        #expect(WritingDirection(tag: "he").isolating("3.5") == "3.5")
    }

    @Test(arguments: ["ar", "he-IL", "FA", "ur_PK"])
    func `a language that is written from the right says so`(tag: String) {
        #expect(WritingDirection(tag: tag).rawValue == "rtl")
        #expect(PageWords.english.direction.rawValue == "ltr")
    }

    @Test func `what fills a gap is not searched for gaps`() {
        #expect(PageWords.english("\("{2}") and \("b")") == "{2} and b")
    }
}

@Suite struct CatalogueTests {
    private func words(_ text: String) throws -> PageWords {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).po")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        return try PageWords(language: file.path)
    }

    private let head = "msgid \"\"\nmsgstr \"\"\n\"Language: fr\\n\"\n\n"

    @Test func `a text that it lacks is isolated in a page that is written from the right`() throws {
        let hebrew = try words(
            """
            msgid ""
            msgstr ""
            "Language: he\\n"

            msgid "Open"
            msgstr "פתוח"

            """)
        #expect(hebrew("Open") == "פתוח")
        #expect(hebrew("Nobody wrote this (yet).") == "\u{2068}Nobody wrote this (yet).\u{2069}")
        #expect(hebrew("12") == "12")
    }

    @Test func `a file brings another language, its numbers, and says what it lacks`() throws {
        let words = try words(
            head + """
                # a remark
                msgid "Not on "
                "the map"
                msgstr "Hors "
                "de la carte"

                msgid "1,000"
                msgstr "1 000"

                msgid "1.5"
                msgstr "1,5"

                msgctxt "requests"
                msgid "Open"
                msgstr "Ouvertes"

                #, fuzzy
                msgid "Cases"
                msgstr "Caisses"

                msgid "Street"
                msgstr ""
                """)
        #expect(words.tag == "fr")
        #expect(words("Not on the map") == "Hors de la carte")
        #expect(words.count(1_234_567) == "1 234 567")
        #expect(words.decimal(1234.56) == "1234,6" && words.marked("86,400.5") == "86 400,5")
        #expect(words("Open", context: "requests") == "Ouvertes" && words("Open") == "Open")
        #expect(words.notes.count == 1)
        #expect(words("Cases") == "Cases", "a fuzzy entry is none")
        #expect(words("Street") == "Street")
        #expect(words.missingCount > 100)
    }

    @Test(arguments: [
        ("msgstr \"x\"\n", "line 5: msgstr stands without a msgid"),
        ("msgid \"a\"\nmsgid \"b\"\n", "line 6: the msgid before has no msgstr"),
        ("msgid \"{1} a\"\nmsgstr \"{2} b\"\n\n", "a gap {2}"),
        ("msgid a\n", "line 5: a text has no quotes"), ("hello\n", "line 5: neither msgctxt"),
    ]) func `a line that is none of a catalogue is named`(text: String, words expected: String) {
        let error = #expect(throws: PageLanguageError.self) { try words(head + text) }
        #expect(error?.description.contains(expected) ?? false, "\(error?.description ?? "")")
    }

    @Test func `a head without a language, and a language that is not there, say what to do`() {
        #expect(throws: PageLanguageError.self) { try words("msgid \"a\"\nmsgstr \"b\"\n") }
        let error = #expect(throws: PageLanguageError.unknown("fr")) { try PageWords(language: "fr") }
        #expect(error?.description.contains("Docs/pages.pot") ?? false)
    }

    @Test func `a target of days is told in the language of the page`() throws {
        let spanish = try PageWords(language: "es")
        #expect(spanish.deadline(.days(3)) == "3 días" && spanish.deadline(.days(1)) == "1 día")
        #expect(spanish.deadline(.days(0.5)) == "0,5 días" || spanish.deadline(.days(0.5)) == "0.5 días")
        #expect(PageWords.english.deadline(.days(10)) == "10 days")
    }
}
