// swift-tools-version: 6.1
import PackageDescription

// A target stands for a reason the compiler can check: a foreign dependency that it alone may have, or a direction.
// The pure ones (Catalogues, Lexicons, Reconciliation) come first and know nothing of files, clocks or Foundation.
let house: [SwiftSetting] = [
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("ExistentialAny"),
]

let package = Package(
    name: "specsync",
    products: [.executable(name: "specsync", targets: ["specsync"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(name: "CXXHash", pkgConfig: "libxxhash", providers: [.apt(["libxxhash-dev"])]),
        .systemLibrary(name: "CLibCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "CByteScan"),
        .target(name: "CSpecData", exclude: ["lexicon", "profiles", "targets", "templates"]),

        .target(name: "Catalogues", dependencies: ["CByteScan"], swiftSettings: house),
        .target(name: "Lexicons", dependencies: ["CSpecData"], swiftSettings: house),
        .target(name: "Reconciliation", dependencies: ["Catalogues", "Lexicons"], swiftSettings: house),

        .target(name: "XMLStreams", dependencies: ["CLibXML2"], swiftSettings: house),
        .target(
            name: "Feeds",
            dependencies: [
                "Catalogues", "CByteScan", "CSpecData", "CXXHash", "XMLStreams",
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: house),
        .target(
            name: "Ledgers",
            dependencies: ["Catalogues", "Reconciliation", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: house),
        .target(name: "Transport", dependencies: ["CLibCurl"], swiftSettings: house),
        .target(
            name: "Reports", dependencies: ["Catalogues", "CByteScan", "CSpecData", "Lexicons", "Reconciliation"],
            swiftSettings: house),
        .target(
            name: "Pipeline",
            dependencies: [
                "CSpecData", "Catalogues", "Feeds", "Ledgers", "Lexicons", "Reconciliation", "Reports", "Transport",
                .product(name: "Logging", package: "swift-log"), .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: house),
        .executableTarget(
            name: "specsync",
            dependencies: [
                "Catalogues", "Feeds", "Ledgers", "Lexicons", "Pipeline", "Reconciliation", "Reports",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ],
            swiftSettings: house),

        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: house),
        .testTarget(name: "CataloguesTests", dependencies: ["Catalogues"], swiftSettings: house),
        .testTarget(
            name: "LexiconsTests", dependencies: ["Lexicons", "TestSupport"], exclude: ["pairs.csv", "numbers.csv"],
            swiftSettings: house),
        .testTarget(
            name: "ReconciliationTests", dependencies: ["Catalogues", "Lexicons", "Reconciliation"],
            swiftSettings: house),
        .testTarget(
            name: "LedgersTests",
            dependencies: [
                "Catalogues", "Ledgers", "Reconciliation", "TestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ], swiftSettings: house),
        .testTarget(name: "XMLStreamsTests", dependencies: ["XMLStreams"], swiftSettings: house),
        .testTarget(name: "FeedsTests", dependencies: ["Feeds", "Catalogues", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "ReportsTests", dependencies: ["Catalogues", "Lexicons", "Reconciliation", "Reports"],
            swiftSettings: house),
        // The mail and feed servers that these start are scripts in Tests/Servers.
        .testTarget(name: "TransportTests", dependencies: ["Transport", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "PipelineTests", dependencies: ["Catalogues", "Feeds", "Pipeline", "Reconciliation", "Reports"],
            swiftSettings: house),
        // These read the sources and the documentation, or run the program that `make build` leaves.
        .testTarget(name: "HouseTests", swiftSettings: house),
        .testTarget(
            name: "DocumentationTests",
            dependencies: ["Feeds", "Ledgers", "Lexicons", "Pipeline", "Reconciliation", "Reports"],
            swiftSettings: house),
        .testTarget(name: "CommandTests", dependencies: ["TestSupport"], swiftSettings: house),
    ],
    swiftLanguageModes: [.v6]
)
