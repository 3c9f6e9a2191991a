/// Free text as callers leave it. All of it is made up; public editions must never show any of it.
enum CallerWords {
    private static let openings: [String: [String]] = [
        CategoryTable.missedTrash: [
            "Truck skipped our side of the street again", "Carts out since six, nobody came",
            "Third week in a row, the whole block was missed",
        ],
        CategoryTable.missedRecycling: [
            "Blue bin still full", "Recycling truck drove past without stopping",
        ],
        CategoryTable.missedYardWaste: ["Leaf bags still at the curb", "Eleven leaf bags left behind"],
        CategoryTable.pothole: [
            "Deep hole, bent a rim", "Same hole as last spring", "Patch has come out again",
            "Hole by the storm drain",
        ],
        CategoryTable.rats: [
            "Burrows under the shed", "Rats by the dumpster at dusk", "Seen three in daylight",
        ],
        CategoryTable.dumping: ["Mattress and paint cans", "Load of roofing left overnight", "Tires again"],
        CategoryTable.graffiti: ["Red paint on the side wall", "Tag on the utility box"],
        "Wellness Check": [
            "Mail piling up, curtains drawn since Sunday", "Elderly resident has not answered the bell",
            "Upstairs tenant sounded confused",
        ],
        "Encampment": ["Two tents behind the hedge", "Someone sleeping under the bridge stairs"],
        "Housing Code Violation": ["Ceiling leaks onto the crib", "Landlord shut off the hall lights"],
        "No Heat": ["Radiators cold for two days, infant in the flat", "Boiler out, rear apartment"],
        "Noise Complaint": ["Bass through the wall until three", "Party in the yard behind"],
    ]
    private static let common = [
        "Please send someone", "Reported before, no answer", "Getting worse each week",
        "It blocks the way for strollers",
        "Seen from the bus stop", "Neighbors have complained too", "Has been like this since the storm",
    ]
    private static let endings = [
        "side gate code 4417", "ring the green door twice", "caller asks for a call back after six",
        "dog in the yard, knock first", "key is with the shop downstairs",
        "leave a note with the blue mailbox",
    ]

    static func text(for category: Category, generator: inout StoryGenerator) -> String {
        guard generator.happens(0.36) else { return "" }
        let opening = generator.pick(openings[category.name] ?? common)
        return generator.happens(0.25) ? "\(opening); \(generator.pick(endings))" : opening
    }
}
