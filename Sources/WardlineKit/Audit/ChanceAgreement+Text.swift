import City
import Locating
import Records
import RoutingAudit
import Statistics

extension AuditAccount {
    /// Says in which layers what was recorded agrees with where the requests lie by chance alone, a sentence each.
    package var assignmentDoubts: [String] {
        zip(basis.layers, findings.assignments).compactMap { layer, agreement in
            agreement?.doubt(
                ofColumn: basis.city.layers.first { $0.name == layer.name }?.assigned ?? layer.name,
                layer: layer.name)
        }
    }

    /// Says which addresses seem to be those of something else than the requests, a sentence each.
    package var addressDoubts: [String] { basis.measured?.agreement.doubts ?? [] }
}

extension ChanceAgreement {
    /// Says that a column is no assignment of a layer's areas.
    fileprivate func doubt(ofColumn column: String, layer: String) -> String {
        let chance = NumberText.count(Int(byChance.rounded()))
        return
            "The column \(column) is doubtful for layer \(layer): of \(NumberText.count(compared)) requests with a code of its areas"
            + " \(NumberText.count(agreeing)) lie in the area that it names, and \(chance) would by chance. It may be another layer's"
            + " column, its codes may be those of another map, or the addresses may not be those of the requests. Whatever the layer's"
            + " verdicts say is to be doubted: no repair in it is certain, and no request is accused by its address alone"
    }
}
