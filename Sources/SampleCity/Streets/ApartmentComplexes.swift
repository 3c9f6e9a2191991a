import Geometry

/// Houses with many doors: each flat is a row of its own in the address file.
enum ApartmentComplexes {
    static func addresses(
        after addresses: [CityAddress], blocks: [CityBlock], generator: inout StoryGenerator
    ) -> [CityAddress] {
        var found: [CityAddress] = []
        var taken: Set<Int> = []
        while taken.count < 9 {
            let house = generator.pick(addresses)
            guard blocks[house.block].kind != .arterial, taken.insert(house.block).inserted else { continue }
            let floors = generator.integer(in: 2...4)
            let doors = generator.integer(in: 4...8)
            for floor in 1...floors {
                for door in 1...doors {
                    let unit =
                        taken.count % 3 == 0 ? "Unit \(floor)\(letter(door))" : "Apt \(floor * 100 + door)"
                    found.append(
                        CityAddress(
                            id: addresses.count + found.count + 1, number: house.number, block: house.block,
                            side: house.side, face: house.face, point: house.point, inward: house.inward,
                            unit: unit))
                }
            }
        }
        return found
    }

    private static func letter(_ number: Int) -> String {
        ["A", "B", "C", "D", "E", "F", "G", "H"][number - 1]
    }
}
