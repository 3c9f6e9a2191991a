/// How far recorded positions may be off in one layer, where that is more than one number: what was learnt from clerks' answers,
/// before what the city file states, before what was measured against addresses, before the usual.
package struct PositionRadii: Sendable {
    /// By the channels of the table and, at the end, of requests without one: metres. Empty where the layer's own uncertainty
    /// counts for all.
    package let channels: [Double]
    /// By the same indices how far positions may be off that the radius does not hold since it was cut to the largest that is taken,
    /// metres: as far as they are measured at all. The radius itself where it was not.
    package let reaches: [Double]
    /// By the row, where its street differs.
    package let rows: [Int32: Double]

    package init(layer: PreparedLayer, learnt: LearntRadii?, measured: MeasuredUncertainty?) {
        let measured = layer.isUncertaintyStated ? nil : measured?.radii
        let measuredReaches = measured?.map(MeasuredUncertainty.reach)
        rows = learnt?.rows ?? [:]
        guard let learnt else {
            channels = measured ?? []
            reaches = measuredReaches ?? []
            return
        }
        channels = learnt.channels.indices.map {
            learnt.channels[$0] ?? measured?[$0] ?? layer.uncertainty
        }
        reaches = learnt.channels.indices.map {
            learnt.channels[$0] ?? measuredReaches?[$0] ?? layer.uncertainty
        }
    }
}
