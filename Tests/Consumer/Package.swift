// swift-tools-version: 6.2
import PackageDescription

/// A package of somebody else: it sees of this one what `WardlineKit` makes public, and nothing more.
let package = Package(
    name: "Consumer",
    dependencies: [.package(name: "Wardline", path: "../..")],
    targets: [
        .executableTarget(
            name: "Consumer", dependencies: [.product(name: "WardlineKit", package: "Wardline")])
    ],
    swiftLanguageModes: [.v6]
)
