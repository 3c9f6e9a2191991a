import Testing

@testable import Hotspots

struct ParentLinksTests {
    @Test func `chains lead to the request that all others repeat`() {
        #expect(ParentLinks.roots([-1, 0, 1, 2, -1, 4]) == [0, 0, 0, 0, 4, 4])
        #expect(ParentLinks.roots([1, 2, 3, -1]) == [3, 3, 3, 3])
        #expect(ParentLinks.roots([]) == [])
    }

    @Test func `a ring of links repeats its first request, and so does what leads into it`() {
        #expect(ParentLinks.roots([2, 0, 1, 0, 4]) == [0, 0, 0, 0, 4])
        #expect(ParentLinks.roots([3, 2, 1, 1]) == [1, 1, 1, 1])
    }

    @Test func `a parent that is not in the data joins those that share it`() {
        #expect(ParentLinks.roots([5, -1, 5, 2]) == [5, 1, 5, 5])
    }
}
