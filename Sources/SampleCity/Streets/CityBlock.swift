import Geometry

/// Which side of a street, looking along its digitised direction.
enum BlockSide: Sendable, CaseIterable { case left, right }

/// Which house numbers a side holds.
enum Parity: String, Sendable {
    case even = "E"
    case odd = "O"
    case both = "B"
}

/// The house numbers along one side of a block, from its first point to its last: they may fall.
struct HouseNumbers: Sendable {
    var from: Int
    var to: Int
    let parity: Parity

    var low: Int { min(from, to) }
    var high: Int { max(from, to) }
    func contains(_ number: Int) -> Bool {
        number >= low && number <= high && (parity == .both || (number % 2 == 0) == (parity == .even))
    }
}

/// One block of a street as the street file holds it. It shares its index with the graph's edge.
struct CityBlock: Sendable {
    let edge: Int
    let directional: String
    let name: String
    let kind: LineKind
    let points: [ProjectedPoint]
    let length: Double
    var left: HouseNumbers?
    var right: HouseNumbers?
    let leftFace: Int
    let rightFace: Int

    var fullName: String { directional.isEmpty ? name : "\(directional) \(name)" }
    var middle: ProjectedPoint { Chain.place(along: points, at: length / 2).point }
    func range(on side: BlockSide) -> HouseNumbers? { side == .left ? left : right }
    func face(on side: BlockSide) -> Int { side == .left ? leftFace : rightFace }
    /// The hundred that the block's numbers start with, or `nil` where no house stands.
    var hundred: Int? { (left ?? right).map { $0.low / 100 * 100 } }
}
