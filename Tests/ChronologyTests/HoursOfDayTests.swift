import Testing

@testable import Chronology

struct HoursOfDayTests {
    private func hours(_ hours: [Double]) -> HoursOfDay {
        var result = HoursOfDay()
        for hour in hours { result.add(minute: Int64(hour * 60)) }
        return result
    }

    @Test(arguments: [([23, 1], 0), ([9, 15], 12), ([22, 23.5], 22.75), ([6], 6)] as [([Double], Double)])
    func `the mean goes around midnight`(_ hours: [Double], mean: Double) {
        let apart = abs(self.hours(hours).mean - mean)
        #expect(min(apart, 24 - apart) < 1e-9)
    }

    @Test func `hours that are spread evenly lie together nowhere, equal ones all`() {
        #expect(hours((0..<24).map(Double.init)).concentration < 1e-9)
        #expect(abs(hours([14.5, 14.5, 14.5]).concentration - 1) < 1e-9)
        #expect(hours([]).concentration == 0)
    }

    @Test func `two sums together are the sum of all`() {
        var sum = hours([3, 10])
        sum.add(hours([11, 5.75]))
        let whole = hours([3, 10, 11, 5.75])
        #expect(abs(sum.mean - whole.mean) < 1e-9 && sum.count == 4)
        #expect(sum.nightShare == 0.5)
    }
}
