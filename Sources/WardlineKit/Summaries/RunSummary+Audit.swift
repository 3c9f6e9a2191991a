import Boundaries
import City
import Geometry
import Locating
import RoutingAudit
import ServiceRequests
import Statistics

extension RunSummary {
    /// Creates the summary of an audit.
    package init(_ account: AuditAccount, baseline: BaselineComparison?) {
        self.init(command: "audit")
        let audit = account.basis
        add(account.rows, audit.intake)
        sources.append(("city", audit.city.path))
        for layer in audit.layers {
            sources += layer.editions.map { ("layer.\(layer.name)", $0.name) }
            takenForGranted.append(
                Assumption(
                    "uncertainty.\(layer.name)", "\(layer.uncertainty) m",
                    basis: layer.isUncertaintyStated ? "city file" : "usual"))
        }
        for channel in audit.decisions.learnt.channels {
            takenForGranted.append(
                Assumption(
                    "radius.\(channel.name ?? "")", "\(channel.radius) m",
                    basis: "\(channel.answers) answers of clerks"))
        }
        for street in audit.decisions.learnt.streets {
            takenForGranted.append(
                Assumption(
                    "radius_factor.\(street.words)", "\(street.factor)",
                    basis: "\(street.answers) answers of clerks"))
        }
        for point in audit.placeholders {
            takenForGranted.append(
                Assumption(
                    "placeholder", "\(point.coordinate.longitude), \(point.coordinate.latitude)",
                    basis: point.origin == .named
                        ? "city file" : "\(point.requests) requests on \(point.streets) streets"))
        }
        if let use = audit.addressUse { add(use) }
        takenForGranted += (audit.measured?.agreement.assumptions ?? []).map {
            Assumption($0.name, "doubtful", basis: $0.basis)
        }
        for (layer, agreement) in zip(audit.layers, account.findings.assignments) {
            guard let agreement else { continue }
            takenForGranted.append(
                Assumption(
                    "assigned.\(layer.name)", "doubtful",
                    basis: "\(agreement.agreeing) of \(agreement.compared) agree, as by chance"))
        }
        let troubles = EditionTroubles(
            findings: account.findings, layers: audit.layers, table: audit.table,
            leftOut: audit.layersLeftOut)
        let judged = account.findings.judged
        counts.append(("judged", judged))
        for ordinal in audit.layers.ordinals {
            let (layer, found) = (audit.layers[ordinal], account.findings.layers[ordinal])
            let verdicts = Verdict.allCases.map { ($0.rawValue, found[$0]) }
            counts += verdicts.map { ("\(layer.name).\($0.0)", $0.1) }
            for cause in Cause.allCases where found[.misrouted, cause] > 0 {
                counts.append(("\(layer.name).misrouted.\(cause.rawValue)", found[.misrouted, cause]))
            }
            if found.answered > 0 { counts.append(("\(layer.name).misrouted_by_answer", found.answered)) }
            counts += [
                ("\(layer.name).correct_near_border", found.correctNearBorder),
                ("\(layer.name).accepted", found.accepted.values.reduce(0, +)),
            ]
            counts += troubles.setAside(ofLayer: ordinal).map { ("\(layer.name).\($0.name)", $0.count) }
            takenForGranted += account.findings.unassignedWords(ofLayer: ordinal, in: audit.table).map {
                Assumption("unassigned.\(layer.name)", $0.code, basis: "\($0.requests) requests")
            }
            takenForGranted += account.titleNumbers[ordinal.index].map {
                Assumption(
                    "area.\(layer.name)", "\($0.recorded) for \($0.code)",
                    basis: "the number in the area's title, which is no area's code")
            }
            sums.append(Sum("\(layer.name).verdicts", total: judged, parts: verdicts))
            figures += verdicts.filter { $0.1 > 0 }.map { Figure("\(layer.name).\($0.0)", $0.1, of: judged) }
            let assigned = FailLimit.judged(found, .misrouted)
            figures.append(
                Figure("\(layer.name).misrouted_of_assigned", found[.misrouted], of: assigned))
        }
        guard let baseline else { return }
        sources.append(("baseline", baseline.baselineName))
        counts += baseline.setAside.map { ("baseline.\($0.name)", $0.count) }
        for (layer, changes) in zip(audit.layers, baseline.counts) {
            counts += BaselineComparison.Change.allCases.map {
                ("\(layer.name).\($0.rawValue)", changes[$0] ?? 0)
            }
        }
    }

    /// Adds what became of the requests without a usable position.
    private mutating func add(_ use: AddressUse) {
        let parts =
            Position.Source.allCases.compactMap { source in
                use.placed[source].map { ("placed_by.\(source.rawValue)", $0) }
            } + [
                ("address_tied", use.tied), ("address_not_found", use.notFound),
                ("without_address", use.withoutAddress),
            ]
        counts += [
            ("addresses", use.addressed), ("addresses_found", use.found),
            ("addresses_of_other_countries", use.ofOtherCountries), ("without_position", use.total),
        ]
        counts += parts
        sums.append(Sum("without_position", total: use.total, parts: parts))
    }
}
