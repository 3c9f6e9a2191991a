import Geometry
import Testing

@testable import Geocoding

struct AddressDegreesTests {
    // Each address of a list with decimal commas was without a place.
    @Test func `degrees have a point or a comma before the decimals`() {
        let place = Coordinate(longitude: -73.594, latitude: 45.501)
        #expect(AddressDegrees.position(longitude: "-73,594", latitude: "45,501") == place)
        #expect(AddressDegrees.position(longitude: "-73.594", latitude: "45.501") == place)
    }

    @Test(arguments: ["", "-73.594,0", "-7,359,4", "-730,5", "x"])
    func `other texts are no degrees`(text: String) {
        #expect(AddressDegrees.position(longitude: text, latitude: "45.5") == nil)
    }

    @Test func `names of streets have their types where the parser finds them in nearly all`() {
        #expect(StreetNameTexts.haveTypes(["rue Saint-Denis", "boulevard Saint-Laurent", "Main St"]))
        #expect(!StreetNameTexts.haveTypes(["Saint-Denis", "Main", "Oak St"]))
        #expect(!StreetNameTexts.haveTypes([]))
    }
}
