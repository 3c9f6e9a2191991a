import Disclosure
import Maps
import PageLanguage
import ReportPages
import Testing

/// What a reader, and who has a page read aloud, finds on the pages of a report and of closures.
struct PageStructureTests {
    enum Subject: CaseIterable {
        case levels, closures
    }

    private let made: MadeUpPages

    init() throws { made = try MadeUpPages() }

    private func pages(
        _ subject: Subject, _ audience: Audience = .public, words: PageWords = .english
    ) throws -> ReadyPages {
        switch subject {
        case .levels: try made.levels(audience, words: words)
        case .closures: try made.closures(audience, words: words)
        }
    }

    @Test(arguments: Subject.allCases)
    func `there is one title, then headings one below it, each of a section that it names`(subject: Subject)
        throws
    {
        let ready = try pages(subject)
        let page = try ready.html
        #expect(page.ranges(of: "<h1").count == 1)
        let numbers = page.matches(of: /<section aria-labelledby="s(\d+)"><h2 id="s(\d+)">/)
        #expect(numbers.map { String($0.1) } == ready.document.sections.indices.map { String($0 + 1) })
        #expect(numbers.allSatisfy { $0.1 == $0.2 })
        #expect(!page.contains("<h3"))
        #expect(ready.document.sections.allSatisfy { !$0.heading.isEmpty })
    }

    @Test(arguments: Subject.allCases)
    func `sentences come first, at most five, and formulas last`(subject: Subject) throws {
        let document = try pages(subject).document
        #expect((1...5).contains(document.sentences.count))
        #expect(document.sections.count >= 3)
        #expect(document.sections.last?.heading == "Formulas and sources")
        #expect(document.sections.last?.paragraphs.isEmpty == false)
    }

    @Test(arguments: Subject.allCases)
    func `each table has a caption, and each of its headings says of what it is one`(subject: Subject) throws
    {
        let page = try pages(subject, .internal).html
        let tables = page.ranges(of: "<table").count
        #expect(tables >= 3)
        #expect(page.ranges(of: "<caption>").count == tables)
        #expect(!page.contains("<caption></caption>"))
        let headings = page.ranges(of: "<th").count - page.ranges(of: "<thead").count
        let scoped = page.ranges(of: "<th scope=\"col\"").count + page.ranges(of: "<th scope=\"row\"").count
        #expect(headings == scoped)
        // No row has more cells than the table has headings.
        let sections = try pages(subject, .internal).document.sections
        for table in sections.flatMap(\.tables) {
            #expect(table.rows.allSatisfy { $0.count <= table.header.count }, "\(table.caption)")
        }
    }

    @Test(arguments: Subject.allCases)
    func `each picture is told in words, and its table stands behind it`(subject: Subject) throws {
        let ready = try pages(subject, .internal)
        let drawn = ready.document.sections.filter { $0.figure != nil }
        #expect(!drawn.isEmpty)
        for section in drawn {
            #expect(section.figure?.alternative.isEmpty == false, "\(section.heading)")
            #expect(!section.tables.isEmpty, "\(section.heading)")
        }
        let page = try ready.html
        #expect(page.ranges(of: "<figure>").count == drawn.count)
        #expect(page.ranges(of: "<details><summary>").count >= drawn.count)
    }

    @Test(arguments: Subject.allCases)
    func `a page says its language, and speaks it`(subject: Subject) throws {
        let english = try pages(subject).html
        #expect(english.contains("<html lang=\"en-US\" dir=\"ltr\">"))
        let spanish = try pages(subject, words: PageWords(language: "es"))
        #expect(try spanish.html.contains("<html lang=\"es\" dir=\"ltr\">"))
        #expect(spanish.document.sections.last?.heading == "Fórmulas y fuentes")
        let headings = Set(try pages(subject).document.sections.map(\.heading))
        #expect(headings.isDisjoint(with: spanish.document.sections.map(\.heading)))
    }

    @Test(arguments: Subject.allCases, [Audience.public, .internal])
    func `names of a city, its kinds and its areas stand in a page as text`(
        subject: Subject, audience: Audience
    ) throws {
        let page = try pages(subject, audience).html
        #expect(page.contains("FAIR &amp; HAVEN &lt;B&gt;"))
        #expect(!page.contains("<B>") && !page.contains("Haven <b>"))
        // The page's own scripts and styles come without what the city is called.
        #expect(page.contains("Leak &lt;script&gt;") && !page.contains("Leak <script>"))
        #expect(!page.contains("Trees \"tall\" & old"))
        #expect(!page.contains("Ward <1>"))
        if subject == .levels { #expect(page.contains("Ward &lt;1&gt;")) }
    }

    @Test(arguments: Subject.allCases)
    func `a page says for whom it is, and tells everybody of private kinds by a band alone`(subject: Subject)
        throws
    {
        let (open, own) = (try pages(subject).html, try pages(subject, .internal).html)
        #expect(open.contains("Public edition") && !open.contains("Internal edition"))
        #expect(own.contains("Internal edition") && !own.contains("Public edition"))
        let told = "Requests of private categories are in no figure: Wellness 50 to 199."
        #expect(open.contains(told))
        #expect(!open.replacing(told, with: "").contains("Wellness") && own.contains("Wellness"))
        #expect(open.contains("Counts below 11 are hidden") && !own.contains("Counts below 11 are hidden"))
        // Ids of requests are the city's own.
        #expect(!open.contains(/\bR\d{1,3}\b/))
    }

    @Test(arguments: Subject.allCases)
    func `pages ask no other host, and say of which day they are`(subject: Subject) throws {
        let ready = try pages(subject)
        let page = try ready.html
        #expect(!page.contains("http://") && !page.contains("https://"))
        #expect(ready.document.colophon.contains("2025"))
        #expect(ready.document.subtitle.contains("2025") || ready.document.colophon.contains("data until"))
    }

    @Test func `an ending names a form of pages, also as old systems write it`() {
        #expect(PageFormat(ending: "a/b.html") == .html && PageFormat(ending: "B.HTM") == .html)
        #expect(PageFormat(ending: "b.pdf") == .pdf)
        #expect(PageFormat(ending: "b.csv") == nil && PageFormat(ending: "html") == nil)
    }
}
