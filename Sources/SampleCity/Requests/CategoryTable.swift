/// The sixty categories of Fairhaven's 311.
enum CategoryTable {
    static let missedTrash = "Missed Trash Pickup"
    static let missedRecycling = "Missed Recycling Pickup"
    static let missedYardWaste = "Missed Yard Waste Pickup"
    static let missedPickups: Set<String> = [missedTrash, missedRecycling, missedYardWaste]
    static let pothole = "Pothole"
    static let dumping = "Illegal Dumping"
    static let rats = "Rodent Activity"
    static let graffiti = "Graffiti"
    static let drain = "Clogged Storm Drain"
    static let streetCan = "Overflowing Street Can"
    static let grass = "Tall Grass"

    static let all: [Category] = [
        Category(missedTrash, 7.4, target: 3, median: 2.7, spread: 0.35, .autumn),
        Category(missedRecycling, 3.6, target: 3, median: 2.8, spread: 0.35, .autumn),
        Category(missedYardWaste, 1.6, target: 3, median: 2.9, spread: 0.35, .autumn),
        Category("Bulk Item Pickup", 6.2, target: 10, median: 6, .spring),
        Category("Trash Cart Request", 3.0, target: 14, median: 8),
        Category("Recycling Cart Request", 1.8, target: 14, businessTarget: 10, median: 9),
        Category("Damaged Cart", 1.7, target: 14, median: 9),
        Category("Electronics Pickup", 0.9, target: 14, median: 8),
        Category(streetCan, 1.5, target: 2, median: 1.1, .summer, .street),
        Category("Street Sweeping", 1.1, target: 14, median: 6, .autumn, .street),
        Category(pothole, 6.0, target: 5, median: 4.5, .spring, .street),
        Category("Sidewalk Repair", 2.1, target: 180, median: 95, spread: 0.9, .even, .house),
        Category("Curb Damage", 0.7, target: 120, median: 70, spread: 0.8, .spring, .house),
        Category("Street Resurfacing", 0.6, target: 365, median: 150, spread: 0.8, .spring, .street),
        Category("Sinkhole", 0.4, target: 3, median: 2, .spring, .street),
        Category("Street Light Out", 4.3, target: 10, median: 9, spread: 0.9, .winter, .street),
        Category("Street Light Damaged", 0.7, target: 30, median: 24, spread: 0.8, .even, .street),
        Category("Traffic Signal Out", 1.4, target: 1, median: 0.4, .even, .junction),
        Category("Traffic Signal Timing", 0.5, target: 30, median: 21, .even, .junction),
        Category("Stop Sign Down", 0.9, target: 1, median: 0.6, .winter, .junction),
        Category("Street Sign Missing", 1.0, target: 20, median: 15, .even, .junction),
        Category("Crosswalk Faded", 0.5, target: 60, median: 44, .spring, .junction),
        Category("Speeding Complaint", 0.9, target: 45, median: 30, spread: 0.9, .summer, .street),
        Category("Parking Enforcement", 4.8, target: 1, median: 0.25, .even, .street),
        Category("Blocked Driveway", 2.2, target: 1, median: 0.15),
        Category("Abandoned Vehicle", 3.4, target: 10, median: 8, .even, .street),
        Category("Abandoned Bicycle", 0.4, target: 14, median: 10, .even, .street),
        Category("Snow Not Plowed", 1.9, target: 1, median: 0.7, .winter, .street),
        Category("Unshoveled Sidewalk", 1.5, target: 2, median: 1.5, .winter),
        Category("Icy Street", 0.8, target: 1, median: 0.3, .winter, .street),
        Category("Tree Trimming", 2.6, target: 120, median: 80, spread: 0.9, .summer),
        Category("Dead Tree Removal", 1.0, target: 120, median: 75, spread: 0.9, .summer),
        Category("Fallen Branch", 1.5, target: 3, median: 1.4, .summer, .street),
        Category("Tree Planting", 0.5, target: 270, median: 170, spread: 0.6, .spring),
        Category(grass, 1.9, target: 21, median: 14, .summer),
        Category("Park Maintenance", 0.9, target: 14, median: 8, .summer, .street),
        Category("Playground Damage", 0.3, target: 7, median: 5, .summer, .street),
        Category(graffiti, 2.4, target: 7, median: 5, .summer, .street),
        Category(dumping, 2.6, target: 5, median: 4, .summer, .street),
        Category("Litter", 1.2, target: 5, median: 3, .summer, .street),
        Category(rats, 2.3, target: 10, median: 7, .summer),
        Category("Dead Animal", 1.6, target: 1, median: 0.6, .summer, .street),
        Category("Stray Animal", 1.3, target: 1, median: 0.4, .summer, .street),
        Category("Barking Dog", 0.9, target: 7, median: 4, .summer),
        Category("Mosquitoes", 0.5, target: 7, median: 4, .summer),
        Category("Bee Or Wasp Nest", 0.4, target: 5, median: 3, .summer),
        Category("Noise Complaint", 2.7, target: 1, median: 0.1, .summer),
        Category("Construction Noise", 0.7, target: 2, median: 0.5, .summer),
        Category("Water Main Leak", 0.9, target: 1, median: 0.5, .winter, .street),
        Category("No Water", 0.6, target: 1, median: 0.2, .winter),
        Category("Sewer Backup", 0.9, target: 1, median: 0.4, .spring),
        Category(drain, 1.4, target: 7, median: 5, .autumn, .street),
        Category("Hydrant Leak", 0.4, target: 2, median: 1, .summer, .street),
        Category(
            "Housing Code Violation", 2.2, target: 30, businessTarget: 21, median: 21, spread: 0.9, .winter),
        Category("Vacant Building", 0.9, target: 30, median: 26, spread: 0.9),
        Category("No Heat", 0.8, target: 2, median: 1, .winter),
        Category("Building Permit Question", 0.8, target: 10, median: 5),
        Category("Encampment", 1.0, target: 14, median: 8, .summer, .street),
        Category("Wellness Check", 1.2, target: 1, median: 0.2, .winter),
        Category("General Question", 1.8, target: 5, businessTarget: 3, median: 1.5),
    ]

    static func index(of name: String) -> Int { all.firstIndex { $0.name == name } ?? 0 }
}
