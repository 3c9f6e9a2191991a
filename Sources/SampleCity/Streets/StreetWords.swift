/// Words that streets are named for: trees, places, and plain things. No one's name is among them.
enum StreetWords {
    static let trees = [
        "Elm", "Oak", "Maple", "Cedar", "Walnut", "Chestnut", "Spruce", "Pine", "Birch", "Ash", "Willow",
        "Linden",
        "Beech", "Poplar", "Hickory", "Juniper", "Laurel", "Sycamore", "Magnolia", "Alder", "Cypress",
        "Hemlock",
        "Locust", "Mulberry", "Larch", "Tamarack", "Aspen", "Sumac", "Hawthorn", "Dogwood",
    ]
    static let places = [
        "Bristol", "Concord", "Salem", "Dover", "Exeter", "Plymouth", "Durham", "Lancaster", "Windsor",
        "York",
        "Camden", "Newport", "Norfolk", "Hampton", "Warwick", "Kent", "Essex", "Sussex", "Devon", "Richmond",
        "Chester", "Oxford", "Bath", "Avon", "Surrey", "Cambridge", "Quincy", "Boston", "Albany", "Hartford",
        "Bangor", "Portland", "Vermont", "Maine", "Delaware", "Ohio", "Erie", "Superior", "Huron", "Georgia",
    ]
    static let plain = [
        "Meadow", "Orchard", "Prospect", "Summit", "Spring", "Pleasant", "Granite", "Quarry", "Foundry",
        "Canal",
        "Market", "School", "Water", "Bridge", "Winter", "Summer", "Garden", "Forest", "Field", "Brook",
        "Cliff",
        "Clover", "Copper", "Fern", "Heron", "Ivy", "Lantern", "Moss", "Pebble", "Plover", "Quail", "Raven",
        "Sparrow", "Thistle", "Wren", "Anchor", "Barrel", "Beacon Hill", "Cobble", "Compass", "Cooper",
        "Cotton",
        "Crescent", "Ferry", "Glen", "Grove", "Harvest", "High", "Highland", "Hollow", "Island", "Kettle",
        "Ledge", "Lighthouse", "Lookout", "Marsh", "Millstone", "Mooring", "North Star", "Osprey", "Overlook",
        "Paddock", "Pasture", "Pier", "Point", "Ropewalk", "Saltbox", "Sandy", "Schooner", "Shady", "Slate",
        "Stone", "Sunset", "Tanner", "Tidewater", "Union", "Vine", "Windmill", "Wharf", "Woodland",
    ]
    static let letters = ["A", "B", "C", "D", "F", "G", "H", "J", "K", "L", "M", "P", "Q", "R", "T", "V"]

    /// Returns 1st, 2nd, 3rd, 11th…
    static func ordinal(_ number: Int) -> String {
        let ending =
            switch (number % 100, number % 10) {
            case (11...13, _): "th"
            case (_, 1): "st"
            case (_, 2): "nd"
            case (_, 3): "rd"
            default: "th"
            }
        return "\(number)\(ending)"
    }
}
