import ArgumentParser
import City

/// A time of whole days: `30d`, `6w`, `1y`, or a number of days.
struct DayCount: ExpressibleByArgument, Sendable {
    let days: Int

    init?(argument: String) {
        guard let days = Units.days.value(of: argument), days.isFinite, days >= 0, days < 100_000 else {
            return nil
        }
        self.days = Int(days.rounded())
    }
}
