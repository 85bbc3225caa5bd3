// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target: language mode 6 (the default of this tools version), all warnings are errors.
let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let strictC: [CSetting] = [
  .treatAllWarnings(as: .error),
  .enableWarning("all"),
  .enableWarning("extra"),
]

let package = Package(
  name: "cellscope",
  platforms: [.macOS(.v14)],
  products: [
    .library(name: "CellEngine", targets: ["CellEngine"]),
    .executable(name: "cellscope", targets: ["cellscope"]),
    .executable(name: "cellscope-bench", targets: ["cellscope-bench"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", .upToNextMinor(from: "1.8.0")),
    .package(url: "https://github.com/apple/swift-numerics", .upToNextMinor(from: "1.1.0")),
  ],
  targets: [
    .target(name: "CKernels", cSettings: strictC),
    .target(
      name: "CellEngine",
      dependencies: ["CKernels", .product(name: "RealModule", package: "swift-numerics")],
      swiftSettings: strict),
    .target(name: "ModelFiles", dependencies: ["CellEngine"], swiftSettings: strict),
    .target(name: "Screen", swiftSettings: strict),
    .target(
      name: "Training",
      dependencies: [
        "CKernels", "CellEngine", .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: strict),
    .target(
      name: "CellScene", dependencies: ["CellEngine", "Screen", "Training"], swiftSettings: strict),
    .target(
      name: "CNcurses",
      cSettings: strictC + [
        .define("_GNU_SOURCE", .when(platforms: [.linux])),
        .define("_DARWIN_C_SOURCE", .when(platforms: [.macOS])),
      ],
      linkerSettings: [
        .linkedLibrary("ncursesw", .when(platforms: [.linux])),
        .linkedLibrary("tinfo", .when(platforms: [.linux])),
        .linkedLibrary("ncurses", .when(platforms: [.macOS])),
      ]),
    .target(name: "Terminal", dependencies: ["Screen", "CNcurses"], swiftSettings: strict),
    .target(name: "CAssets", cSettings: strictC + [.disableWarning("c23-extensions")]),
    .executableTarget(
      name: "cellscope",
      dependencies: [
        "CellEngine", "ModelFiles", "Training", "Screen", "CellScene", "Terminal", "CAssets",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "cellscope-bench",
      dependencies: [
        "CellEngine", "Training",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CellEngineTests", dependencies: ["CKernels", "CellEngine"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "ModelFilesTests", dependencies: ["ModelFiles", "CellEngine", "Training"],
      exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "TrainingTests",
      dependencies: [
        "CellEngine", "Training", .product(name: "RealModule", package: "swift-numerics"),
      ],
      swiftSettings: strict),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"], swiftSettings: strict),
    .testTarget(
      name: "CellSceneTests",
      dependencies: ["CellScene", "CellEngine", "ModelFiles", "Screen", "Training"],
      exclude: ["Goldens", "Transcripts"], swiftSettings: strict),
    .executableTarget(
      name: "TerminalProbe", dependencies: ["CNcurses", "ModelFiles", "Screen", "Terminal"],
      path: "Tests/TerminalProbe", swiftSettings: strict),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "CellEngine", "CellScene", "ModelFiles", "Screen", "Training", "cellscope",
        "TerminalProbe",
      ],
      swiftSettings: strict),
  ]
)

// Needs libFuzzer; see Tests/Fuzzer/fuzz.
if Context.environment["FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzzer", dependencies: ["CellEngine", "CellScene", "ModelFiles", "Screen"],
      path: "Tests/Fuzzer", exclude: ["Corpus", "fuzz"], swiftSettings: strict))
  package.products.append(.executable(name: "Fuzzer", targets: ["Fuzzer"]))
}

// What is run with checks of memory or threads needs no program; see Tests/release.
if Context.environment["SANITIZED"] != nil {
  let unneeded = ["cellscope", "cellscope-bench", "TerminalProbe", "EndToEndTests"]
  package.products.removeAll()
  package.targets.removeAll { unneeded.contains($0.name) }
}
