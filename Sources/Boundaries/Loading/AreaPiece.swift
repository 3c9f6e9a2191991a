import Geometry
import GeometryEngine

/// One feature on its way to become an area or a part of one.
struct AreaPiece: Sendable {
    let code: String
    let title: String
    let feature: Int
    var shape: MultiPolygon<MapPoint>
    var problem: GEOSGeometry.ValidityProblem?
    /// Why its surface cannot be repaired, in words.
    var damage: String?

    func checked(by repair: AreaRepair) throws(GeometryError) -> AreaPiece {
        let outcome = try repair.checked(shape)
        var piece = self
        piece.shape = outcome.shape
        piece.problem = outcome.problem
        piece.damage = outcome.damage
        return piece
    }
}
