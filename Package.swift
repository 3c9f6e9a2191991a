// swift-tools-version: 6.2
import PackageDescription

/// The same strictness for each of our targets: what a module imports is its own, and a warning is an error.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// A target of this package with its tests beside it: `Sources/NAME` and `Tests/NAMETests`.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource] = []) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

/// Tests are compiled for a moment and run once: optimising them took twice as long as compiling them.
let unoptimised: [SwiftSetting] = [.unsafeFlags(["-Onone"], .when(configuration: .release))]

func tests(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [],
    resources: [Resource] = []
) -> Target {
    .testTarget(
        name: "\(name)Tests", dependencies: dependencies + [.byName(name: name)], exclude: exclude,
        resources: resources, swiftSettings: strict + unoptimised)
}

func system(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([apt])])
}

let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let systemPackage: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
/// SQLite's own functions, for limits that GRDB does not set.
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let algorithms: Target.Dependency = .product(name: "Algorithms", package: "swift-algorithms")
let collections: Target.Dependency = .product(name: "OrderedCollections", package: "swift-collections")

let package = Package(
    name: "Wardline",
    products: [
        .library(name: "WardlineKit", targets: ["WardlineKit"]),
        .executable(name: "wardline", targets: ["wardline"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/apple/swift-algorithms", exact: "1.2.1"),
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    ],
    targets: [
        // C libraries
        system("CGEOS", pkgConfig: "geos", apt: "libgeos-dev"),
        system("CPROJ", pkgConfig: "proj", apt: "libproj-dev"),
        system("CShapefile", pkgConfig: "shapelib", apt: "libshp-dev"),
        system("CJSON", pkgConfig: "libcjson", apt: "libcjson-dev"),
        system("CCairo", pkgConfig: "cairo", apt: "libcairo2-dev"),
        system("CPango", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
        system("CQPDF", pkgConfig: "libqpdf", apt: "libqpdf-dev"),
        system("CQRCode", pkgConfig: "libqrencode", apt: "libqrencode-dev"),
        system("CXLSXWriter", pkgConfig: "xlsxwriter", apt: "libxlsxwriter-dev"),
        system("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
        system("CMinizip", pkgConfig: "minizip", apt: "libminizip-dev"),
        system("CExpat", pkgConfig: "expat", apt: "libexpat1-dev"),
        .systemLibrary(name: "CAllocator"),

        // Values
        module("Statistics"),
        tests("Statistics"),
        module("Chronology"),
        tests("Chronology"),
        module("WorkSharing", ["CAllocator"]),
        tests("WorkSharing", ["TestSupport"]),
        module("Wording"),
        tests("Wording"),
        module("Geometry", ["Statistics"]),
        tests("Geometry"),

        // Engines
        module("GeometryEngine", ["Geometry", "CGEOS", "CPROJ"]),
        tests("GeometryEngine", ["Geometry", "TestSupport"]),

        // Files
        module("TableFiles", ["Chronology", "CZlib", "CMinizip", "CExpat", algorithms]),
        tests("TableFiles"),
        module(
            "FeatureFiles",
            ["Geometry", "TableFiles", "WorkSharing", "CJSON", "CShapefile", grdb, sqlite, algorithms]),
        tests("FeatureFiles", ["Geometry", "TestSupport", grdb]),
        module("DelimitedText", ["TableFiles"]),
        tests("DelimitedText", ["TableFiles", "TestSupport"]),
        module(
            "Records",
            [
                "Geometry", "Chronology", "DelimitedText", "WorkSharing", "CXLSXWriter", grdb,
                systemPackage,
            ]),
        tests("Records", ["Chronology", "DelimitedText", "Geometry", "TestSupport", "WorkSharing", grdb]),

        // Intake
        module("City", ["Geometry", "Chronology", "Wording", "Yams", algorithms]),
        tests(
            "City", ["Chronology", "Geocoding", "Geometry", "ServiceRequests", "TestSupport", "Wording"]),
        module(
            "ServiceRequests",
            [
                "Geometry", "GeometryEngine", "Chronology", "DelimitedText", "City", "Statistics",
                "WorkSharing",
                "Wording", algorithms,
            ]),
        tests(
            "ServiceRequests",
            ["Chronology", "City", "DelimitedText", "Geometry", "TestSupport", "WorkSharing", "Wording"]),
        module(
            "Workspace",
            [
                "Chronology", "Geometry", "Records", "ServiceRequests", "Wording", "WorkSharing", grdb,
                sqlite,
            ]),
        tests(
            "Workspace", ["Chronology", "Geometry", "ServiceRequests", "TestSupport", "Wording", grdb]),
        module(
            "Boundaries",
            [
                "Geometry", "GeometryEngine", "FeatureFiles", "Chronology", "Records", "Statistics",
                "Wording", "WorkSharing", algorithms, collections,
            ]),
        tests(
            "Boundaries", ["Geometry", "GeometryEngine", "FeatureFiles", "Chronology", "TestSupport"]),
        module("AddressParsing", ["Records", "Statistics", "Wording", algorithms]),
        tests("AddressParsing", ["TestSupport"]),
        module(
            "Geocoding",
            [
                "AddressParsing", "City", "ServiceRequests", "Geometry", "GeometryEngine", "FeatureFiles",
                "DelimitedText", "Records", "Statistics", "WorkSharing", "Wording", grdb, algorithms,
            ]),
        tests("Geocoding", ["AddressParsing", "Geometry", "ServiceRequests", "TestSupport"]),

        // Locate
        module(
            "Locating",
            [
                "AddressParsing", "City", "ServiceRequests", "Boundaries", "Geocoding", "Geometry",
                "GeometryEngine", "Chronology", "Statistics", "WorkSharing", "Wording",
            ]),
        tests(
            "Locating",
            [
                "AddressParsing", "Boundaries", "Chronology", "Geocoding", "Geometry", "GeometryEngine",
                "ServiceRequests", "Statistics", "TestSupport",
            ]),

        // Who may see what, and the words of what people read
        module("Disclosure", ["AddressParsing", "City", "Geocoding", "Geometry", "Wording", algorithms]),
        tests("Disclosure", ["AddressParsing", "City", "Geocoding", "Geometry", "TestSupport"]),
        module("PageLanguage", ["Chronology", "Records", "Wording"], resources: [.embedInCode("es.po")]),
        tests("PageLanguage", ["Chronology", "Wording"]),

        // Judge, group, measure
        module(
            "ServiceLevels",
            [
                "Boundaries", "Chronology", "City", "DelimitedText", "Disclosure", "Locating", "PageLanguage",
                "Records", "ServiceRequests", "Statistics", "Wording", "WorkSharing", algorithms,
            ]),
        tests(
            "ServiceLevels",
            [
                "Boundaries", "Chronology", "City", "Disclosure", "PageLanguage", "ServiceRequests",
                "Statistics", "TestSupport", "WorkSharing",
            ],
            exclude: ["expected.py"]
        ),
        module(
            "Closures",
            [
                "Boundaries", "Chronology", "City", "Disclosure", "Geometry", "GeometryEngine", "Locating",
                "PageLanguage", "Records", "ServiceLevels", "ServiceRequests", "Statistics", "Wording",
                "WorkSharing", algorithms,
            ]),
        tests(
            "Closures",
            [
                "Boundaries", "Chronology", "City", "DelimitedText", "Disclosure", "Geometry", "Locating",
                "Records", "ServiceLevels", "ServiceRequests", "Statistics", "TestSupport",
            ]),
        module(
            "RoutingAudit",
            [
                "AddressParsing", "Locating", "ServiceRequests", "Boundaries", "Geocoding", "Geometry",
                "GeometryEngine", "Chronology", "Records", "Statistics", "Wording", "WorkSharing",
                algorithms, collections,
            ]),
        tests(
            "RoutingAudit",
            [
                "AddressParsing", "Boundaries", "Chronology", "City", "Geocoding", "Geometry",
                "GeometryEngine", "Locating", "ServiceRequests", "TestSupport",
            ]),
        module(
            "Hotspots",
            [
                "AddressParsing", "Boundaries", "Chronology", "City", "Disclosure", "Geocoding",
                "Geometry", "GeometryEngine", "Locating", "Records", "ServiceRequests", "Statistics",
                "WorkSharing", "Wording", algorithms,
            ]),
        tests(
            "Hotspots",
            [
                "Geometry", "Chronology", "Locating", "ServiceRequests", "Statistics", "TestSupport",
                "Wording",
            ],
            exclude: ["Significance/expected.py"],
            resources: [.copy("Significance/NewYorkLeukemia.csv")]),

        // A city file from a city's files
        module(
            "CityDrafting",
            [
                "Boundaries", "Chronology", "City", "DelimitedText", "FeatureFiles", "Geocoding",
                "Geometry", "GeometryEngine", "Locating", "Records", "ServiceRequests", "Statistics",
                "Wording", algorithms,
            ]),
        tests("CityDrafting", ["City", "Geometry", "ServiceRequests", "TestSupport"]),

        // Present
        module(
            "Maps",
            [
                "Geometry", "PageLanguage", "Records", "Statistics", "CCairo", "CPango", "CQPDF", "CQRCode",
                algorithms,
            ],
            resources: [
                .embedInCode("Web/page.html"), .embedInCode("Web/page.css"), .embedInCode("Web/page.js"),
                .embedInCode("Web/frame.html"), .embedInCode("Web/atlas.html"), .embedInCode("Web/atlas.css"),
                .embedInCode("Web/document.html"), .embedInCode("Web/document.css"),
            ]),
        tests("Maps", ["Geometry", "PageLanguage", "Records", "TestSupport"], exclude: ["Browser"]),
        module(
            "CasePages",
            [
                "AddressParsing", "Boundaries", "Chronology", "City", "Disclosure", "Geocoding",
                "Geometry", "Hotspots", "Locating", "Maps", "PageLanguage", "Records", "RoutingAudit",
                "ServiceRequests", "Statistics", "Wording", "WorkSharing", algorithms,
            ]),
        tests("CasePages", ["PageLanguage", "TestSupport"]),
        module(
            "ReportPages",
            [
                "Boundaries", "Chronology", "City", "Closures", "Disclosure", "Locating", "Maps",
                "PageLanguage", "Records", "ServiceLevels", "ServiceRequests",
            ]),
        tests(
            "ReportPages",
            [
                "Boundaries", "Chronology", "City", "Closures", "Disclosure", "Geometry", "Locating", "Maps",
                "PageLanguage", "ServiceLevels", "ServiceRequests", "TestSupport",
            ]),
        module(
            "WardlineKit",
            [
                "AddressParsing", "Boundaries", "CasePages", "Geometry", "Chronology", "City",
                "CityDrafting", "Closures", "DelimitedText", "Disclosure", "FeatureFiles", "Geocoding",
                "GeometryEngine", "Hotspots", "Locating", "Maps", "PageLanguage", "Records", "ReportPages",
                "ServiceLevels", "ServiceRequests", "Statistics", "Wording", "WorkSharing", "RoutingAudit",
                "Workspace", algorithms, collections,
            ]),
        tests("WardlineKit", ["RoutingAudit", "TestSupport", "Wording", "WorkSharing"]),

        // The command, and the sample city
        .executableTarget(
            name: "wardline",
            dependencies: [
                "AddressParsing", "Boundaries", "CasePages", "Chronology", "City", "CityDrafting",
                "Closures", "DelimitedText", "Disclosure", "Geocoding", "Geometry", "GeometryEngine",
                "Hotspots", "Locating", "Maps", "PageLanguage", "Records", "ReportPages", "RoutingAudit",
                "ServiceLevels", "ServiceRequests", "WardlineKit", "Wording", "Workspace", argumentParser,
            ],
            swiftSettings: strict),
        tests("wardline", ["TestSupport", "Wording"]),
        .executableTarget(
            name: "SampleCity",
            dependencies: [
                "Geometry", "Chronology", "Records", "Statistics", "Wording", algorithms, argumentParser,
            ],
            swiftSettings: strict),
        tests("SampleCity", ["TestSupport"]),

        // For tests and measurements
        .target(
            name: "TestSupport", dependencies: ["CShapefile", "CZlib", "Statistics", grdb],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        .target(
            name: "FuzzedReaders",
            dependencies: [
                "AddressParsing", "Boundaries", "Chronology", "City", "DelimitedText", "FeatureFiles",
                "Geocoding", "Geometry", "Locating", "ServiceLevels", "ServiceRequests", "TestSupport",
                "WardlineKit", "Workspace",
            ],
            path: "Tests/FuzzedReaders", swiftSettings: strict),
        tests("FuzzedReaders", ["TestSupport"]),
        .executableTarget(
            name: "Microbenchmarks",
            dependencies: [
                "AddressParsing", "Geocoding", "Geometry", "GeometryEngine", "Boundaries", "FeatureFiles",
                "Chronology", "DelimitedText", "ServiceRequests", "Statistics", "WardlineKit",
            ],
            path: "Benchmarks/Microbenchmarks", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

// What `make fuzz` builds, with the compiler's help for libFuzzer, which no other build has.
if Context.environment["WARDLINE_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "Fuzzing", dependencies: ["FuzzedReaders"], path: "Tests/Fuzzing",
            // Its entry is libFuzzer's or its own function, not the file.
            swiftSettings: strict + [.unsafeFlags(["-parse-as-library"])]))
}
