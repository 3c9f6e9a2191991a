import Geometry

/// The finished town: its blocks, the land between them, and its addresses.
struct CityMap: Sendable {
    let courses: [Course]
    let graph: PlanarGraph
    let faces: PlanarFaces
    let quarterOfFace: [Int]
    /// Which faces are park, water front or otherwise without houses.
    let isOpenLand: [Bool]
    let middleOfFace: [ProjectedPoint]
    private(set) var blocks: [CityBlock] = []
    private(set) var addresses: [CityAddress] = []

    init(seed: UInt64) {
        let draft = StreetDraft(seed: seed)
        var thinning = Thinning(Noding().graph(of: draft.lines), seed: seed)
        let thinned = thinning.thinned()
        let numbered = HouseNumbering(graph: thinned, courses: draft.courses).numbered()
        var generator = StoryGenerator(seed: seed, part: "blocks")
        // A few blocks were digitised against the direction of their numbers, as in any street file.
        let isAgainst = numbered.map { _ in generator.happens(0.12) }
        let edges = zip(numbered, isAgainst).map { $1 ? $0.edge.reversed() : $0.edge }
        courses = draft.courses
        graph = PlanarGraph(nodes: thinned.nodes, edges: edges)
        faces = PlanarFaces(of: graph)
        middleOfFace = faces.outlines.map(PatchMiddle.of)
        quarterOfFace = middleOfFace.map(Quarters.index(at:))
        isOpenLand = Self.openLand(faces, middles: middleOfFace)
        lay(numbered, isAgainst: isAgainst, generator: &generator)
        for complex in ApartmentComplexes.addresses(after: addresses, blocks: blocks, generator: &generator) {
            addresses.append(complex)
        }
    }

    func postcode(ofFace face: Int) -> String { Quarters.all[quarterOfFace[face]].postcode }

    /// The name of an address as a street sign and a door have it: `120 N Elm St`.
    func text(of address: CityAddress) -> String { "\(address.number) \(blocks[address.block].fullName)" }

    private static func openLand(_ faces: PlanarFaces, middles: [ProjectedPoint]) -> [Bool] {
        var isOpen = middles.indices.map { face in
            face == faces.outside
                || CityPlan.parks.contains { Chain.encloses(faces.outlines[face], $0.centre) }
        }
        for (index, edge) in faces.graph.edges.enumerated() where edge.kind == .river {
            isOpen[faces.face(leftOf: index)] =
                isOpen[faces.face(leftOf: index)] || isStrip(faces.face(leftOf: index))
            isOpen[faces.face(rightOf: index)] =
                isOpen[faces.face(rightOf: index)] || isStrip(faces.face(rightOf: index))
        }
        return isOpen
        func isStrip(_ face: Int) -> Bool {
            abs(Chain.doubledArea(faces.outlines[face])) / 2 < 130 * Chain.length(faces.outlines[face]) / 2
        }
    }

    private mutating func lay(
        _ numbered: [HouseNumbering.NumberedEdge], isAgainst: [Bool], generator: inout StoryGenerator
    ) {
        let evenOnLeft = courses.map { _ in generator.happens(0.2) }
        var placing = HousePlacing(generator: generator, faces: faces)
        for (index, item) in numbered.enumerated() {
            let edge = graph.edges[index]
            var block = CityBlock(
                edge: index, directional: item.directional, name: courses[edge.course].name, kind: edge.kind,
                points: edge.points, length: edge.length, leftFace: faces.face(leftOf: index),
                rightFace: faces.face(rightOf: index))
            if let span = item.span {
                let isEvenLeft = evenOnLeft[edge.course] != isAgainst[index]
                let sides = BlockSides(span: span, isEvenLeft: isEvenLeft, isFalling: isAgainst[index])
                settle(&block, sides: sides, placing: &placing)
            }
            blocks.append(block)
        }
        generator = placing.generator
    }

    /// Gives a block its ranges and houses, side by side.
    private mutating func settle(_ block: inout CityBlock, sides: BlockSides, placing: inout HousePlacing) {
        let isMixed = placing.generator.happens(0.015)
        for side in BlockSide.allCases {
            let face = block.face(on: side)
            guard !isOpenLand[face], !placing.generator.happens(0.025), !(isMixed && side == .left) else {
                continue
            }
            var range = sides.range(on: side, isMixed: isMixed)
            let lot = block.kind == .arterial ? 20...36 : Quarters.all[quarterOfFace[face]].lotWidth
            let houses = placing.houses(
                along: block.points, length: block.length, numbers: range, side: side, face: face, lot: lot,
                setback: block.kind <= .collector ? 15...22 : 11.5...17)
            guard let first = houses.first, let last = houses.last else { continue }
            if placing.generator.happens(0.25), first.number != last.number {
                range.from = first.number
                range.to = last.number
            }
            if side == .left { block.left = range } else { block.right = range }
            for house in houses {
                addresses.append(
                    CityAddress(
                        id: addresses.count + 1, number: house.number, block: block.edge, side: side,
                        face: face,
                        point: house.point, inward: house.inward, unit: ""))
            }
        }
    }
}

/// Which numbers stand on which side of a block.
struct BlockSides {
    let span: HouseNumbering.Span
    let isEvenLeft: Bool
    let isFalling: Bool

    func range(on side: BlockSide, isMixed: Bool) -> HouseNumbers {
        let isEven = (side == .left) == isEvenLeft
        let low = isMixed || isEven ? span.low : span.low + 1
        let high = isMixed || !isEven ? span.high + 1 : span.high
        let parity: Parity = isMixed ? .both : isEven ? .even : .odd
        return isFalling
            ? HouseNumbers(from: high, to: low, parity: parity)
            : HouseNumbers(from: low, to: high, parity: parity)
    }
}
