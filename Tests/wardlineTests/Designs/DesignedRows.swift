import Foundation
import Testing

/// What an audit found in cities that were designed for measuring, against what was planted in them.
struct DesignedRows {
    struct Row {
        let story: String
        let clear: String
        let verdict: String
        let cause: String

        var isPlanted: Bool { story != "right" }
    }

    /// What addresses are looked up in.
    enum Reference: String {
        case both, streets
        case addresses = "points"

        /// The line of the city file that is left out.
        fileprivate var missing: String? {
            switch self {
            case .both: nil
            case .streets: "addresses:"
            case .addresses: "streets:"
            }
        }
    }

    private(set) var rows: [Row] = []

    /// Makes and audits one city of a design for each seed.
    init(design: String, noise: Int, reference: Reference, seeds: ClosedRange<Int>) throws {
        for seed in seeds {
            let folder = try Wardline.scratchFolder()
            let made = try Wardline.shell(
                "SampleCity --design \(design) --noise \(noise) --seed \(seed) --requests 4000"
                    + " --output '\(folder.path)'"
                    + (reference.missing.map { " && sed -i '/^  \($0)/d' '\(folder.path)/city.yaml'" } ?? "")
                    + " && wardline audit '\(folder.path)/requests.csv' --all -o '\(folder.path)/findings.csv'"
            )
            #expect(made.status == 0, "\(made.errors)")
            let truth = try Self.table(folder.appending(path: "truth.csv"))
            let findings = try Self.table(folder.appending(path: "findings.csv"))
            #expect(truth.count == findings.count)
            rows += zip(truth, findings).map { truth, finding in
                Row(story: truth[1], clear: truth[3], verdict: finding[4], cause: finding[5])
            }
            try FileManager.default.removeItem(at: folder)
        }
    }

    private static func table(_ path: URL) throws -> [[String]] {
        try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst().map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
    }
}

/// One share that an audit of a designed city is measured by.
struct DesignMeasure: Sendable {
    enum Limit: Sendable {
        case atLeast(Double)
        case atMost(Double)

        func holds(_ share: Double) -> Bool {
            switch self {
            case .atLeast(let least): share >= least
            case .atMost(let most): share <= most
            }
        }

        var text: String {
            switch self {
            case .atLeast(let least): "≥ \(Self.text(least))"
            case .atMost(let most): "≤ \(Self.text(most))"
            }
        }

        private static func text(_ share: Double) -> String {
            let text = String(format: "%.3f", share)
            return text.hasSuffix("0") ? String(text.dropLast()) : text
        }
    }

    let title: String
    let limit: Limit
    /// Whether the limit holds also in cities of streets alone, where less is found and no more is accused.
    var isHeldByStreets = true
    /// Of which rows it is a share.
    let isMeant: @Sendable (DesignedRows.Row) -> Bool
    let holds: @Sendable (DesignedRows.Row) -> Bool

    /// How many rows are meant, and of how many of these it holds.
    func counts(_ rows: [DesignedRows.Row]) -> (meant: Int, held: Int) {
        let meant = rows.filter(isMeant)
        return (meant.count, meant.count(where: holds))
    }

    /// The measures with the limits for a noise, metres.
    static func all(noise: Int) -> [DesignMeasure] {
        let precision = [5: 0.998, 15: 0.995, 40: 0.97][noise] ?? 0.97
        return [
            DesignMeasure(
                title: "misroutes with a clear address found", limit: .atLeast(0.95), isHeldByStreets: false,
                isMeant: isClearMisroute,
                holds: { $0.verdict == "misrouted" }),
            DesignMeasure(
                title: "of these `correct`", limit: .atMost(0.01), isMeant: isClearMisroute,
                holds: { $0.verdict == "correct" }),
            DesignMeasure(
                title: "wrong sides found", limit: .atLeast(0.80), isHeldByStreets: false,
                isMeant: { $0.story == "wrong_side" },
                holds: { $0.verdict == "misrouted" }),
            DesignMeasure(
                title: "of these `correct`", limit: .atMost(0.03), isMeant: { $0.story == "wrong_side" },
                holds: { $0.verdict == "correct" }),
            DesignMeasure(
                title: "far geocodes with an unclear address `correct`", limit: .atMost(0.05),
                isMeant: { $0.story == "geocoding_error" && $0.clear == "no" },
                holds: { $0.verdict == "correct" }),
            DesignMeasure(
                title: "`misrouted` that are", limit: .atLeast(precision),
                isMeant: { $0.verdict == "misrouted" }, holds: \.isPlanted),
            DesignMeasure(
                title: "causes right", limit: .atLeast(0.97),
                isMeant: { $0.verdict == "misrouted" && $0.isPlanted }, holds: { $0.cause == $0.story }),
            DesignMeasure(
                title: "right ones `correct`", limit: .atLeast(0.90), isMeant: { !$0.isPlanted },
                holds: { $0.verdict == "correct" }),
        ]
    }

    private static let isClearMisroute: @Sendable (DesignedRows.Row) -> Bool = {
        $0.isPlanted && $0.clear == "yes"
    }
}
