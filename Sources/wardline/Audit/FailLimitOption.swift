import ArgumentParser
import RoutingAudit
import WardlineKit

/// What is too much.
struct FailLimitOption: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Exit with 2 where more requests have a verdict: misrouted=2% of those with an assigned area, zone:uncertain=40. May be given several times.",
            valueName: "limit"))
    var failOver: [String] = []

    var limits: [FailLimit] { failOver.compactMap(FailLimit.init) }

    func validate() throws {
        if let text = failOver.first(where: { FailLimit($0) == nil }) {
            throw ValidationError("--fail-over \(FailLimit.refusal(of: text))")
        }
    }

    /// - Throws: An error of usage for a limit of a layer that is not judged.
    func check(_ layers: @autoclosure () throws -> JudgedLayers) throws {
        guard !limits.isEmpty, let refusal = try layers().refusal(of: limits) else { return }
        throw ValidationError("--fail-over \(refusal)")
    }
}
