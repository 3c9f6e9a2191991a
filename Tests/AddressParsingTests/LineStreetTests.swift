import Testing

@testable import AddressParsing

struct LineStreetTests {
    private let parser = AddressParser()

    @Test(arguments: [
        ("Runeberginkatu 95, Helsinki", "Runeberginkatu", 95),
        ("Runeberginkatu 118, 00100 Helsinki", "Runeberginkatu", 118),
        ("Hämeentie 117 A 4, Helsinki", "Hameentie", 117),
        ("Aleksanterinkatu 23 Helsinki", "Aleksanterinkatu", 23),
        ("Kirchgasse 46, Berlin", "Kirchgasse", 46), ("Garibaldi 54, 10115 Berlin-Mitte", "Garibaldi", 54),
        ("Hauptstrasse 70, Zürich", "Hauptstrasse", 70), ("Runeberginkatu 25, Whg 4", "Runeberginkatu", 25),
        ("Mannerheimintie 59, 1. OG", "Mannerheimintie", 59),
        ("Runeberginkatu 28, Top 4", "Runeberginkatu", 28),
        ("Runeberginkatu 29 A3", "Runeberginkatu", 29),
        ("Aleksanterinkatu 63, lgh 1104", "Aleksanterinkatu", 63),
        ("Hämeentie 94, Familie Meier4", "Hameentie", 94),
        ("Runeberginkatu 42, bei Frau Schmidt", "Runeberginkatu", 42),
        ("Mannerheimintie 68, Tel 040 1234561", "Mannerheimintie", 68),
        ("Mannerheimintie 54 m. 2", "Mannerheimintie", 54),
        ("Main St 300", "Main St", 300),
    ])
    func `words before the number are the street, and nothing behind it is`(
        line: String, title: String, number: Int
    ) {
        #expect(parser.lineStreet(line) == LineStreet(title: title, blockNumber: number, house: number))
    }

    @Test(arguments: [
        ("Rua Mannerheimintie 42, Apto 4", "Mannerheimintie"),
        ("Via Runeberginkatu 95, int. 2", "Runeberginkatu"),
        ("Calle Hämeentie 87, 3º B", "Hameentie"),
    ])
    func `a kind of street before its name is part of it`(line: String, name: String) {
        #expect(
            parser.lineStreet(line)?.title.contains(name) == true,
            "\(String(describing: parser.lineStreet(line)))")
    }

    @Test(arguments: [
        ("101 ELM ST", "Elm St", 101), ("1200 M St NW", "M St NW", 1200), ("12 Call St", "Call St", 12),
        ("Apt 4, 12 Main St", "Main St", 12), ("No. 12 Main St", "Main St", 12),
        ("12 Casa Grande Dr", "Casa Grande Dr", 12),
        ("1234 Main St, Springfield, IL 62701", "Main St", 1234), ("3-12 Elm St", "Elm St", 3),
        ("Adjacent to 12 Elm St", "Elm St", 12), ("Adj 12 Elm St", "Elm St", 12),
        ("Alongside 12 Elm St", "Elm St", 12), ("Cerca de 12 Elm St", "Elm St", 12),
        ("Kitty corner 12 Elm St", "Elm St", 12),
    ])
    func `where nothing stands before the number, the street is behind it`(
        line: String, title: String, number: Int
    ) {
        let street = parser.lineStreet(line)
        #expect(street?.title == title && street?.blockNumber == number, "\(String(describing: street))")
    }

    @Test(arguments: [
        "Jane Roe, 12 Main St", "Jane Roe 12 Main St", "Acme Mgmt LLC, 12 Main St",
        "The X Building, 12 Main St",
        "Unit X 12 Main St", "Krebs Court, 12 Main St",
    ])
    func `what stands before the number is no street where the streets stand behind it`(line: String) {
        #expect(parser.lineStreet(line, side: .behind)?.title ?? "Main St" == "Main St")
        let alone = parser.lineStreet(line)
        #expect(alone.map { $0.title == "Main St" } ?? true, "\(String(describing: alone))")
    }

    @Test(arguments: [
        "Main St 12 Roe", "Main Street 12 Jane Roe", "Rua Direita 12 Roe", "Hauptstrasse 12 Roe",
    ])
    func `a name between which and its street the number stands is no street`(line: String) {
        for side in [nil, .before, .behind] as [LineOrder?] {
            let title = parser.lineStreet(line, side: side)?.title ?? ""
            #expect(!title.contains("Roe"), "\(title)")
        }
    }

    @Test(arguments: [
        "12 Main St roe@mail.example", "12 roe@mail.example", "12 Main St <roe@mail.example>",
        "12 410-555-0199 Main St", "12 4105550199 Main St", "12 (Roe) Main St",
        "12, Roe, Main St", "12 - Roe - Main St", "12 Apt 4 Roe Main St", "12 home of Mrs Roe",
        "12 home of Roe",
        "12 Rue Haute chez Roe", "12 rue Haute Mme Roe", "12 Calle Mayor Sra. Roe", "12 Via Roma presso Roe",
        "12 Broadway chez Roe",
    ])
    func `mail, telephone numbers and names between the number and the street are no street's`(line: String) {
        for side in [nil, .before, .behind] as [LineOrder?] {
            let title = parser.lineStreet(line, side: side)?.title ?? ""
            #expect(
                !title.lowercased().contains("roe") && title.count(where: \.isNumber) < 3,
                "\(title)")
        }
    }

    @Test(arguments: [
        " - ", " – ", " — ", "—", " · ", " • ", " * ", " > ", " = ", " _ ", "_", "/", " / ", "\\", "+", " + ",

        ". ", ": ", "; ", ", ", " | ", " ~ ", " → ",
    ])
    func `a name beside a street is no part of it, whatever sign parts them`(sign: String) {
        for line in [
            "Schmidt\(sign)Kirchgasse 77", "77 Kowalski\(sign)Cedar Ln", "77 Cedar Ln\(sign)Roe",
            "77 rue Pasteur\(sign)Dupont", "77 M. Dupont", "77 rue Pasteur M. Dupont",
            "(Schmidt) Kirchgasse 77", "Schmidt & Kirchgasse 77",
        ] {
            for side in [nil, .before, .behind] as [LineOrder?] {
                let title = parser.lineStreet(line, side: side)?.title ?? ""
                #expect(
                    !["Schmidt", "Kowalski", "Roe", "Dupont"].contains { title.contains($0) },
                    "\(line): \(title)")
            }
        }
    }

    @Test(arguments: [
        ("Av. Paral·lel 5", "Paral·lel"), ("Karl-Marx-Allee 5", "Karl Marx Allee"),
        ("Ober- und Unterstr. 5", "Ober Und Unterstr"), ("12 O'Brien St", "Obrien St"),
        ("12 St. Mary's Rd", "St Marys Rd"), ("12 Martin Luther King Jr. Blvd", "Martin Luther King"),
        ("Hauptstraße - 5", "Hauptstrasse"), ("Hauptstraße: 5", "Hauptstrasse"),
        ("12 B & O Rd", "B And O Rd"),
        ("Mitte: Hauptstraße 5", "Hauptstrasse"), ("Avda. de la Constitución, 5", "Constitucion"),
        ("77 Broadway, Spring Hill", "Broadway"),
    ])
    func `signs that names of streets have part none`(line: String, part: String) {
        let title = parser.lineStreet(line)?.title ?? ""
        #expect(title.contains(part), "\(title)")
    }

    @Test(arguments: [
        ("1200 M St, NW", "M St NW"), ("12 Calle Nuestra Señora del Carmen", "Senora"),
        ("12 County Road 4512", "4512"), ("12 Main St, Apt 4", "Main St"), ("12 Main St (rear)", "Main St"),
        ("12 Main St 4105550199", "Main St"), ("12 Avenue of the Americas", "Of The Americas"),
    ])
    func `streets with several words and numbers are still streets`(line: String, part: String) {
        let title = parser.lineStreet(line)?.title ?? ""
        #expect(title.lowercased().contains(part.lowercased()), "\(title)")
    }

    @Test func `the side of the streets is that of most lines`() {
        let lines = [
            "12 Main St": 2, "Jane Roe, 12 Elm St": 1, "Main St & Elm St": 5, "10115 Berlin, Hauptstr. 5": 5,
        ]
        #expect(LineOrder.most(of: lines) == .behind)
        #expect(
            LineOrder.most(of: ["Kirchgasse 46, Berlin": 1, "Hauptstr. 5": 1, "12 Main St": 1]) == .before)
        #expect(LineOrder.most(of: ["Main St & Elm St": 1]) == nil)
    }

    @Test(arguments: [
        "bei Frau Schmidt 42", "Familie Meier 12", "Apto 4", "Whg 4, links", "c/o Jane Roe 12",
        "12 Familie Meier",
        "12, bei Frau Schmidt", "42 Apto 3", "Calle 12 34", "10115 Berlin, Hauptstr. 5", "PO Box 123",
        "KR 7 72 41", "Elm St & 5th Ave",
        "",
    ])
    func `flats, persons, towns and crossings are no street`(line: String) {
        let street = parser.lineStreet(line)
        #expect(
            street.map { $0.title.hasPrefix("5th") || $0.title.hasPrefix("Calle") } ?? true,
            "\(String(describing: street))")
    }
}
