import Chronology
import Hotspots
import Records

/// Where and when a category made up more of the requests than elsewhere, for people.
struct ScanTable {
    let study: SignificanceStudy
    let found: ScanFindings
    let top: Int

    var text: SignificanceText {
        var table = TextTable([.right, .left, .right, .left, .right, .right, .right, .right])
        table.add(["#", "Around", "Radius", "From – to", "Requests", "Expected", "Risk", "p"])
        for (index, cluster) in found.clusters.prefix(top).enumerated() {
            let days = found.days(of: cluster)
            table.add([
                String(index + 1), study.label(cluster.center),
                StatisticText.metres(found.radius(of: cluster)),
                "\(days.lowerBound) – \(days.upperBound)", NumberText.count(cluster.cases),
                NumberText.decimal(cluster.expected),
                "× \(NumberText.decimal(cluster.relativeRisk))", StatisticText.p(cluster.p),
            ])
        }
        let significant = found.clusters.count { $0.p <= 0.05 }
        return SignificanceText(
            title: "\(study.source): \(significant) outbreaks at p ≤ 0.05, \(study.subject)",
            notes: [
                "\(NumberText.count(found.cases)) among \(NumberText.count(found.population)) requests of all categories, "
                    + "in \(study.cells) and slices of \(study.settings.sliceDays) days",
                "Bernoulli model: LLR = c ln(c/n) + (n − c) ln((n − c)/n) + (C − c) ln((C − c)/(N − n)) + (N − n − C + c) "
                    + "ln((N − n − C + c)/(N − n)) − C ln(C/N) − (N − C) ln((N − C)/N), c of C of the category among n of N "
                    + "requests: Kulldorff's scan, Communications in Statistics 26 (1997); circles and spans up to half of "
                    + "all",
                "p = rank among \(NumberText.count(study.settings.replications)) random orders of the categories + 1, "
                    + "seed \(study.settings.seed): it allows for the number of windows",
            ],
            table: table.fitting(Terminal.columns, dispensable: []),
            moreCount: max(0, found.clusters.count - top), records: found.table)
    }
}
