import Foundation

/// How often the long tests try what they try: `REPEATS=20 swift test …` for the figures of a
/// release.
enum Repeats {
  /// 1 unless the environment asks for more.
  static let factor = ProcessInfo.processInfo.environment["REPEATS"].flatMap { Int($0) } ?? 1

  /// Runs from 1 to so many times the factor.
  static func count(_ base: Int) -> ClosedRange<Int> { 1...max(1, base * factor) }
}
