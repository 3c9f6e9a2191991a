/// How far recorded positions may be off in one layer, where that is more than one number: what was learnt from clerks' answers,
/// before what the city file states, before what was measured against addresses, before the usual.
package struct PositionRadii: Sendable {
    /// By the channels of the table and, at the end, of requests without one: metres. Empty where the layer's own uncertainty
    /// counts for all.
    package let channels: [Double]
    /// By the row, where its street differs.
    package let rows: [Int32: Double]

    package init(layer: PreparedLayer, learnt: LearntRadii?, measured: MeasuredUncertainty?) {
        let measured = layer.isUncertaintyStated ? nil : measured?.radii
        rows = learnt?.rows ?? [:]
        guard let learnt else {
            channels = measured ?? []
            return
        }
        channels = learnt.channels.indices.map {
            learnt.channels[$0] ?? measured?[$0] ?? layer.uncertainty
        }
    }
}
