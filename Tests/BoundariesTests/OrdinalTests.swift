import Boundaries
import Testing

/// Stands for something that is made of each area.
private struct Label: Numbered {
    typealias Subject = Area
    let text: String
}

@Suite struct OrdinalTests {
    @Test func `an ordinal finds the element that stands at it`() {
        let labels = ["a", "b", "c"].map(Label.init)
        #expect(labels[Ordinal<Area>(2)].text == "c")
        #expect(labels.ordinals.map { labels[$0].text } == ["a", "b", "c"])
        #expect(labels.ordinals.map(\.index) == [0, 1, 2])
    }

    @Test func `ordinals come in the order in which they are counted`() {
        #expect([2, 0, 1].map(Ordinal<Area>.init).sorted().map(\.index) == [0, 1, 2])
        #expect(Ordinal<Area>.first(3).max() == Ordinal(2))
        #expect(Ordinal<Area>.first(0).isEmpty)
    }

    @Test func `the ordinal of nothing does not exist and stands before all others`() {
        #expect(!Ordinal<Edition>.none.exists)
        #expect(Ordinal<Edition>(0).exists)
        #expect(Ordinal<Edition>.none < Ordinal(0))
        #expect(Ordinal<Edition>.none.index == -1)
        #expect(Ordinal<Edition>.none == Ordinal(-1))
    }

    @Test func `equal ordinals are one key`() {
        #expect(Set([3, 1, 3].map(Ordinal<Layer>.init)).count == 2)
        #expect([Ordinal<Layer>(3): "three"][Ordinal(3)] == "three")
    }
}
