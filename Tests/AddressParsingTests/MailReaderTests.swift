import Testing

@testable import AddressParsing

struct MailReaderTests {
    @Test func `boxes and routes cannot be placed and say why`() {
        expect("PO Box 12", "kind=post_office_box")
        expect("P.O. Box 12, Salem OR 97301", "kind=post_office_box · city=SALEM · state=OR · zip=97301")
        expect("RR 2 Box 45", "kind=rural_route")
        expect(
            "General Delivery, Salem OR 97301", "kind=general_delivery · city=SALEM · state=OR · zip=97301")
        expect("PSC 3 Box 4120 APO AE 09021", "kind=military_mail · city=APO · state=AE · zip=09021")
    }

    @Test func `a street beside a box can be placed`() {
        expect(
            "100 Main St PO Box 5 Salem OR 97301",
            "n=100 · name=MAIN · type=ST · city=SALEM · state=OR · zip=97301")
    }

    @Test func `landmarks, towns and nothing cannot be placed`() {
        #expect(AddressParser().parse("Museum of Art").best.kind == .unplaceable(.landmark))
        expect("Salem, OR 97301", "kind=place_only · city=SALEM · state=OR · zip=97301")
        expect("", "kind=empty")
        expect(" .,- ", "kind=empty")
    }
}
