import Chronology
import ServiceRequests
import Testing

/// How a request ended, by the moment where there is one.
struct RequestEndTests {
    private static let day: Int64 = 19_700 * 86_400

    private func end(opened: Int64, closed: Int64?, status: String = "Closed") -> RequestEnd {
        var request = ServiceRequest(id: "1")
        request.status = status
        request.opened = Timestamp(secondsSince1970: opened)
        request.closed = closed.map { Timestamp(secondsSince1970: $0) }
        return RequestTable([request], layerCount: 0).end(
            at: 0, opened: Timestamp(secondsSince1970: opened), clock: .utc,
            before: Timestamp(secondsSince1970: Self.day + 10 * 86_400))
    }

    @Test func `a closing earlier on the day of the opening is before it`() {
        let noon = Self.day + 43_200
        #expect(end(opened: noon, closed: noon - 60) == .closedBeforeOpened)
        #expect(end(opened: noon, closed: noon) == .closed(Timestamp(secondsSince1970: noon)))
        #expect(end(opened: noon, closed: noon - 86_400) == .closedBeforeOpened)
    }

    @Test func `a day without a time is at the opening of that day, and before that of the next`() {
        let noon = Self.day + 43_200
        #expect(end(opened: noon, closed: Self.day) == .closed(Timestamp(secondsSince1970: noon)))
        #expect(end(opened: noon + 86_400, closed: Self.day) == .closedBeforeOpened)
    }

    @Test func `a closing before 1970, or that is not seen yet, is none`() {
        let noon = Self.day + 43_200
        #expect(end(opened: noon, closed: -2_208_988_800) == .open)
        #expect(end(opened: noon, closed: Self.day + 10 * 86_400) == .open)
        #expect(end(opened: noon, closed: nil) == .closedWithoutDate)
        #expect(end(opened: noon, closed: noon + 60, status: "Open") == .open)
    }
}
