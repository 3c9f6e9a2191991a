import Statistics
import Testing

struct GatheredValuesTests {
    @Test(arguments: [0, 1, 16, 17, 1_000, 200_000])
    func `gathered values come back in their order`(count: Int) {
        var gathered = GatheredValues<Int>()
        for value in 0..<count { gathered.append(value) }
        var values = [-1]
        gathered.append(to: &values)
        #expect(gathered.count == count)
        #expect(values == Array(-1..<count))
    }
}
