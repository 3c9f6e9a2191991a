import Foundation
import WardlineKit

/// Cancels audits of a file at moments spread over their time; says how long the answers took.
enum CancellationBenchmark {
    static func run(_ arguments: [String]) async throws {
        guard arguments.count >= 2 else {
            print("usage: Microbenchmarks cancellation REQUESTS CITY [TIMES]")
            return
        }
        let (requests, city) = (arguments[0], arguments[1])
        let times = arguments.count > 2 ? Int(arguments[2]) ?? 20 : 20
        let whole = try await ContinuousClock().measure { _ = try await audit(requests, of: city) }
        var answers: [Double] = []
        for number in 0..<times {
            let task = Task { try await audit(requests, of: city) }
            try await Task.sleep(for: whole * (Double(number) + 0.5) / Double(times))
            let start = ContinuousClock.now
            task.cancel()
            guard case .failure(is CancellationError) = await task.result else { continue }
            answers.append((ContinuousClock.now - start) / .milliseconds(1))
        }
        answers.sort()
        print(
            "an audit takes \(whole); \(answers.count) of \(times) were cancelled before its end; milliseconds to",
            "the answer, least, median and most:", answers.first ?? 0,
            answers.isEmpty ? 0 : answers[answers.count / 2], answers.last ?? 0)
    }

    private static func audit(_ requests: String, of city: String) async throws -> CityAudit {
        try await WardlineCity.open(city).audit(requests, listing: .all)
    }
}
