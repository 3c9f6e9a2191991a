/// Reads the postal tables into words with their roles, and lists of standard forms.
struct LexiconTables {
    private(set) var types: [String] = [""]
    private(set) var roads: [String] = [""]
    private(set) var owners: [String] = [""]
    private(set) var units: [String] = [""]
    private(set) var states: [String] = [""]
    private(set) var zipPrefixes: [[ClosedRange<Int>]] = [[]]
    private(set) var postalLetters: [[UInt8]] = [[]]
    private(set) var typesBefore: [String] = [""]
    private(set) var words: [UInt64: WordMeaning] = [:]
    private(set) var stateNames: [UInt64: UInt8] = [:]

    init() {
        addStreetTypes()
        addDirectionals()
        addRoads()
        addUnits()
        addStates()
        addNumbers()
        addWords()
    }
}

extension LexiconTables {
    private mutating func edit(_ word: some StringProtocol, _ change: (inout WordMeaning) -> Void) {
        change(&words[WordHash.of(word), default: WordMeaning()])
    }

    private mutating func mark(_ list: String, _ role: WordRoles) {
        for word in list.split(separator: " ") { edit(word) { $0.roles.insert(role) } }
    }

    private mutating func addStreetTypes() {
        for row in StreetTypeTable.text.split(separator: "\n") {
            let isStrong = row.hasPrefix("!")
            let spellings = row.drop { $0 == "!" }.split(separator: " ")
            types.append(String(spellings[0]))
            let entry = UInt16(types.count - 1)
            for spelling in spellings {
                edit(spelling) {
                    $0.type = entry
                    $0.roles.insert(isStrong ? .strongType : .weakType)
                }
            }
        }
        mark("AVE AVENUE AV BLVD BOULEVARD RD ROAD", .closingType)
        mark(
            "STREETS STS AVENUES AVES AVS ROADS RDS DRIVES DRS LANES BOULEVARDS HWYS HIGHWAYS RTES",
            .pluralType)
    }

    private mutating func addDirectionals() {
        for (index, row) in WordTable.directionals.split(separator: "\n").enumerated() {
            for spelling in row.split(separator: " ") {
                edit(spelling) {
                    $0.directional = UInt8(index)
                    $0.isFullDirectional = spelling.utf8.count > 3
                    $0.roles.insert(.directional)
                }
            }
        }
    }

    private mutating func addRoads() {
        for row in WordTable.roadWords.split(separator: "\n") {
            let spellings = row.split(separator: " ")
            roads.append(String(spellings[0]))
            let entry = UInt8(roads.count - 1)
            for spelling in spellings {
                edit(spelling) {
                    $0.road = entry
                    $0.roles.insert(.roadWord)
                }
            }
        }
        for row in WordTable.roadOwners.split(separator: "\n") {
            let spellings = row.split(separator: " ")
            owners.append(String(spellings[0]))
            let entry = UInt8(owners.count - 1)
            for spelling in spellings {
                edit(spelling) {
                    $0.owner = entry
                    $0.roles.insert(.roadOwner)
                }
            }
        }
    }

    private mutating func addUnits() {
        for row in UnitTable.text.split(separator: "\n") {
            let flags = row.prefix { $0 == "!" || $0 == "~" }
            let spellings = row.dropFirst(flags.count).split(separator: " ")
            units.append(String(spellings[0]))
            let entry = UInt8(units.count - 1)
            for spelling in spellings {
                edit(spelling) {
                    $0.unit = entry
                    $0.roles.insert(.unit)
                    if flags.contains("!") { $0.roles.insert(.unitAlone) }
                    if flags.contains("~") { $0.roles.insert(.unitCoarse) }
                }
            }
        }
        mark(UnitTable.needingId, .unitNeedsId)
    }

    private mutating func addStates() {
        for row in StateTable.text.split(separator: "\n") {
            let fields = row.split(separator: ",", omittingEmptySubsequences: false)
            states.append(String(fields[0]))
            zipPrefixes.append(fields[2].split(separator: " ").compactMap(Self.range))
            postalLetters.append(fields[2].utf8.filter { $0 >= 65 && $0 <= 90 })
            let entry = UInt8(states.count - 1)
            addState(fields[0], entry, [.state])
            let name = fields[1].split(separator: " ")
            if name.count == 1 { addState(fields[1], entry, [.state, .stateName]) }
            if name.count > 1 { stateNames[TownIndex.phrase(name)] = entry }
        }
        for row in StateTable.names.split(separator: "\n") {
            let fields = row.split(separator: ",")
            guard let entry = states.firstIndex(of: String(fields[0])) else { continue }
            stateNames[TownIndex.phrase(fields[1].split(separator: " "))] = UInt8(entry)
        }
        for pair in StateTable.spellings.split(separator: " ") {
            let sides = pair.split(separator: "=")
            guard let entry = states.firstIndex(of: String(sides[1])) else { continue }
            addState(sides[0], UInt8(entry), [.state, .ambiguousState])
        }
        mark(StateTable.ambiguous, .ambiguousState)
    }

    private mutating func addState(_ word: Substring, _ entry: UInt8, _ roles: WordRoles) {
        edit(word) {
            $0.state = entry
            $0.roles.formUnion(roles)
        }
    }

    private static func range(_ text: Substring) -> ClosedRange<Int>? {
        let ends = text.split(separator: "-").compactMap { Int($0) }
        return ends.count == 2 ? ends[0]...ends[1] : nil
    }

    private mutating func addNumbers() {
        for (index, word) in NumberWordTable.cardinals.split(separator: " ").enumerated() {
            edit(word) {
                $0.ordinal = UInt16(index + 1)
                $0.roles.insert(.cardinal)
            }
        }
        let ordinals = NumberWordTable.ordinals.split(separator: " ")
        for (index, word) in ordinals.enumerated() { addOrdinal(word, index + 1) }
        for (index, row) in NumberWordTable.tens.split(separator: "\n").enumerated() {
            let forms = row.split(separator: " ")
            let value = 20 + 10 * index
            addOrdinal(forms[1], value)
            edit(forms[0]) {
                $0.ordinal = UInt16(value)
                $0.roles.insert(.tens)
            }
            for (unit, word) in ordinals.prefix(9).enumerated() {
                addOrdinal("\(forms[0])-\(word)", value + unit + 1)
                addOrdinal("\(forms[0])\(word)", value + unit + 1)
            }
        }
    }

    private mutating func addOrdinal(_ word: some StringProtocol, _ value: Int) {
        edit(word) {
            $0.ordinal = UInt16(value)
            $0.roles.insert(.ordinal)
        }
    }

    private mutating func addFrenchTypes() {
        for row in WordTable.frenchTypes.split(separator: "\n") {
            let spellings = row.split(separator: "=")[0].split(separator: " ")
            typesBefore.append(String(spellings[0]))
            let entry = UInt8(typesBefore.count - 1)
            for spelling in spellings {
                edit(spelling) {
                    $0.typeBefore = entry
                    $0.roles.insert(.typeBefore)
                }
            }
        }
    }

    private mutating func addWords() {
        mark(WordTable.typesBefore, .typeBefore)
        addFrenchTypes()
        mark(WordTable.typelessNames, .typeless)
        mark(WordTable.townStarts, .townStart)
        mark(WordTable.townEnds, .townEnd)
        mark(WordTable.landmarkWords, .landmark)
        mark(WordTable.careOf, .careOf)
        mark("ST SAINT STE", .saint)
        mark(JointWords.block, .block)
        mark(JointWords.and, .and)
        mark(JointWords.at, .at)
        mark(JointWords.near, .near)
        mark(JointWords.between, .between)
        mark(JointWords.corner, .corner)
        mark(JointWords.cornerLetters, .corner)
        mark(JointWords.foreign, .foreignJoint)
        mark(WordTable.travelDirections, .travel)
        mark("OF", .of)
        mark(WordTable.townOpeners, .townOpener)
        mark("OLD FORMER HISTORIC", .modifier)
        mark(
            "BUSINESS BUS BYPASS BYP ALT ALTERNATE SPUR TRUCK LOOP SCENIC EXT TOLL SERVICE FRONTAGE ACCESS FEEDER SVC BSNSS TUNNEL TUNL TUN",
            .roadSuffix)
        mark("NO NUM NUMBER # NBR", .numberSign)
        mark("BOX BX LOCKBOX LBX DRAWER CALLER", .box)
        mark("USA", .country)
        mark("GROUND TOP MAIN LOWER UPPER GARDEN MEZZANINE", .floorName)
    }
}
