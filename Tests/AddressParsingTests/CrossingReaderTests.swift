import Testing

@testable import AddressParsing

struct CrossingReaderTests {
    @Test func `two streets cross whatever joins them`() {
        for sign in ["&", "and", "at", "@", "/", "AND"] {
            expect("Oak St \(sign) 5th Ave", "kind=intersection · name=OAK · type=ST · x=5TH AVE")
        }
        expect("A ST/B AVE", "kind=intersection · name=A · type=ST · x=B AVE")
        expect("corner of Oak and Elm", "kind=intersection · name=OAK · x=ELM")
        expect("NE corner of Oak & Elm", "kind=intersection · name=OAK · x=ELM")
        expect("cnr Oak St + Elm Ave", "kind=intersection · name=OAK · type=ST · x=ELM AVE")
        expect("1 & 2", "kind=intersection · name=1 · x=2")
        expect("300 W & 200 S", "kind=intersection · name=300 · post=W · x=200 S")
    }

    @Test func `a street near another crosses it, and a numbered house stays one`() {
        expect("Oak St near Elm Ave", "kind=intersection · name=OAK · type=ST · x=ELM AVE")
        expect("near Oak and Elm", "kind=intersection · name=OAK · x=ELM")
        expect("near the corner of Oak and Elm", "kind=intersection · name=OAK · x=ELM")
        expect("12 Oak St near Elm Ave", "n=12 · name=OAK · type=ST")
        expect("12 Near Northside Dr", "n=12 · name=NEAR NORTHSIDE · type=DR")
    }

    @Test func `the town follows the last street`() {
        expect(
            "Oak & Elm San Francisco CA",
            "kind=intersection · name=OAK · x=ELM · city=SAN FRANCISCO · state=CA")
        expect(
            "Oak & Elm, Salem, OR 97301",
            "kind=intersection · name=OAK · x=ELM · city=SALEM · state=OR · zip=97301")
    }

    @Test func `without a comma, state or ZIP code the last street's words are its name`() {
        expect("Oak Ave & Park-Mount Royal", "kind=intersection · name=OAK · type=AVE · x=PARK MOUNT ROYAL")
        expect("Oak Ave & Loyola Southway", "kind=intersection · name=OAK · type=AVE · x=LOYOLA SOUTHWAY")
        expect(
            "Oak Ave & Loyola, Southway",
            "kind=intersection · name=OAK · type=AVE · x=LOYOLA · city=SOUTHWAY")
    }

    @Test func `a shared type or highway belongs to both`() {
        expect("Oak and Elm Streets", "kind=intersection · name=OAK · type=ST · x=ELM ST")
        expect("Hwy 4 & 12", "kind=intersection · type1=HWY · name=4 · x=HWY 12")
        expect("I-95 & Route 32", "kind=intersection · type1=I · name=95 · x=RTE 32")
    }

    @Test func `a tunnel is part of a route's name`() {
        expect(
            "I 95 Tunnel N & Keith Ave",
            "kind=intersection · type1=I · name=95 TUNNEL · post=N · x=KEITH AVE")
        expect("12 Tunnel Rd", "n=12 · name=TUNNEL · type=RD")
    }

    @Test func `a stretch lies between two streets`() {
        expect(
            "Oak St between 1st Ave and 2nd Ave", "kind=between · name=OAK · type=ST · x=1ST AVE · x=2ND AVE")
    }

    @Test func `a corner may be named by its letters`() {
        for corner in ["NWC", "SEC of", "NW corner of", "N/W corner", "NEC of"] {
            expect("\(corner) 3rd Ave & Oak Rd", "kind=intersection · name=3RD · type=AVE · x=OAK RD")
        }
    }

    @Test func `an ampersand in a numbered street's name is no crossing`() {
        expect("514 Peace & Plenty Lane", "n=514 · name=PEACE AND PLENTY · type=LN")
    }

    @Test func `the name of a street does not end in an article`() {
        let crossings = [
            "Avenida Campana & Calle de la Encino": ("AVENIDA CAMPANA", "CALLE DE LA ENCINO"),
            "Calle de la Encino & Avenida Campana": ("CALLE DE LA ENCINO", "AVENIDA CAMPANA"),
            "Main St & Calle de los Reyes": ("MAIN ST", "CALLE DE LOS REYES"),
            "rue Laval & rue de la Montagne": ("RUE LAVAL", "RUE DE LA MONTAGNE"),
            "rue Laval et rue de l'Église": ("RUE LAVAL", "RUE DE LEGLISE"),
        ]
        for (line, streets) in crossings {
            let best = AddressParser().parse(line).best
            #expect(best.streets.map(\.standard) == [streets.0, streets.1], "\(line)")
            #expect(best.city.isEmpty, "\(line)")
        }
        #expect(AddressParser().parse("Main St & Calle Vista, La Mesa").best.city == "LA MESA")
    }

    @Test func `b/w stands between two crossings`() {
        #expect(AddressParser().parse("Main St b/w Oak Ave & Elm St").best.kind == .between)
    }
}
