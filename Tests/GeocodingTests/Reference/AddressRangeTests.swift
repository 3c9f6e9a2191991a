import Testing

@testable import Geocoding

struct AddressRangeTests {
    @Test func `a range is read as files write it`() {
        #expect(AddressRange(from: "101", to: "199") == AddressRange(from: 101, to: 199, parity: .odd))
        #expect(AddressRange(from: "198", to: "100")?.low == 100)
        #expect(AddressRange(from: "0", to: "0") == nil)
        #expect(AddressRange(from: "", to: "") == nil)
        #expect(AddressRange(from: "100", to: "") == AddressRange(from: 100, to: 100))
        #expect(AddressRange(from: "45-12", to: "45-98")?.from == 4512)
        #expect(AddressRange(from: "101", to: "198")?.parity == .both)
        #expect(AddressRange(from: "101", to: "199", parity: "B")?.parity == .both)
        #expect(AddressRange(from: "0", to: "0", parity: "Z") == nil)
        #expect(AddressRange(from: "123.0", to: "125.0") == AddressRange(from: 123, to: 125))
    }

    // The range was 95 to 9501, and held each number of the block before.
    @Test func `an end of a range is one number, whichever of its halves is the larger`() {
        #expect(AddressRange(from: "95-01", to: "95-99") == AddressRange(from: 9501, to: 9599))
        #expect(AddressRange(from: "10-98", to: "10-02") == AddressRange(from: 1098, to: 1002))
        #expect(AddressRange(from: "94-002", to: "94-998") == AddressRange(from: 94002, to: 94998))
    }
}
