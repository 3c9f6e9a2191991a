package import Boundaries
package import Locating
import Records
package import RoutingAudit
package import ServiceRequests
import Wording

/// What a summary says of layers, editions and streets by which requests could not be judged.
package struct EditionTroubles {
    private let findings: SummaryFindings
    private let layers: [PreparedLayer]
    private let table: RequestTable
    /// The names of the city's layers that are not audited.
    private let leftOut: [String]

    package init(
        findings: SummaryFindings, layers: [PreparedLayer], table: RequestTable, leftOut: [String]
    ) {
        self.findings = findings
        self.layers = layers
        self.table = table
        self.leftOut = leftOut
    }

    /// What stands before all else: areas of which nothing can be used.
    package var unreadable: [String] {
        layers.ordinals.flatMap { layer in
            layers[layer].editions.ordinals.flatMap { edition in unreadable(layer, edition) }
        }
    }

    private func unreadable(_ layer: Ordinal<Layer>, _ edition: Ordinal<Edition>) -> [String] {
        let prepared = layers[layer].editions[edition]
        return prepared.unreadable.ordinals.compactMap { ordinal in
            let area = prepared.unreadable[ordinal]
            let count = findings.requests(ofUnreadable: ordinal, edition: edition, layer: layer)
            guard count > 0 || area.hidesGround else { return nil }
            return
                "Area \(area.code) of \(prepared.name) cannot be read, so that \(NumberText.count(count)) request"
                + "\(count == 1 ? "" : "s") assigned to it could not be judged: \(area.reasonText)"
        }
    }

    /// Layers that take no part.
    package var notAudited: [String] {
        leftOut.map { "Layer \($0) is not audited: the city file names no assigned: column for it" }
    }

    /// Requests of a layer that one reason keeps from a plain verdict: a line of the text, and a count of the data.
    package struct SetAside {
        /// What the data call it.
        package let name: String
        package let count: Int
        /// `nil` where there is none.
        package let text: String?

        init(_ name: String, _ count: Int, text: @autoclosure () -> String?) {
            (self.name, self.count) = (name, count)
            self.text = count > 0 ? text() : nil
        }
    }

    /// Returns which requests of a layer were set aside, and why: the one list of it.
    package func setAside(ofLayer layer: Ordinal<Layer>) -> [SetAside] {
        let (before, undated) = (
            findings.beforeFirstEdition(ofLayer: layer), findings.undatedDoubts(ofLayer: layer)
        )
        let exchanged = findings.exchangedSides(ofLayer: layer)
        return [
            SetAside(
                "before_first_edition", before,
                text: layers[layer].editions.first?.from.map {
                    "\(NumberText.count(before)) request\(before == 1 ? " was" : "s were") opened before \($0), when the first edition begins"
                }),
            SetAside(
                "undated", undated,
                text:
                    "\(NumberText.count(undated)) request\(undated == 1 ? " has" : "s have") no date and would be right under"
                    + " another edition than the last: uncertain"),
            SetAside(
                "exchanged_sides", exchanged,
                text:
                    "\(NumberText.count(exchanged)) requests lie across the border street from their house numbers, and so do most"
                    + " of their blocks: the sides of these streets may be exchanged in the reference; uncertain"
            ),
        ]
    }

    /// What codes that no area has most likely mean, ready for the city file.
    package func aliases(ofLayer layer: Ordinal<Layer>) -> [String] {
        let pairs = proposedAliases(ofLayer: layer).map {
            "\(YAMLText.quoted($0.recorded)): \(YAMLText.quoted($0.area))"
        }
        guard !pairs.isEmpty else { return [] }
        return [
            "No recorded code is an area. By where their requests lie the codes mean (check it before use):",
            "  aliases: {\(pairs.joined(separator: ", "))}",
        ]
    }

    /// By where the requests lie or, where facts are used, by where all of the city's requests lie.
    private func proposedAliases(ofLayer layer: Ordinal<Layer>) -> [(recorded: String, area: String)] {
        let last = layers[layer].lastEdition
        let edition = layers[layer].editions[last]
        guard let facts = table.facts else {
            return findings.aliasProposals(ofLayer: layer, edition: last, in: table).map {
                ($0.recorded, edition.code(of: $0.area))
            }
        }
        // What the city file has taken up since is proposed no more.
        return facts.aliases.filter { $0.layer == layers[layer].name && edition.area($0.recorded) == nil }
            .map { ($0.recorded, $0.area) }
    }
}
