/// The random numbers of training: small, fast and the same on every machine.
///
///     s ← s + 0x9E3779B97F4A7C15;  z ← s
///     z ← (z ⊕ z≫30) · 0xBF58476D1CE4E5B9
///     z ← (z ⊕ z≫27) · 0x94D049BB133111EB;  give z ⊕ z≫31
///
/// Everything that training draws comes from here, so a seed says all. Not for secrets.
/// Source: Steele, Lea & Flood 2014, "Fast splittable pseudorandom number generators".
public struct SplitMix64: RandomNumberGenerator, Hashable, Sendable {
  private var state: UInt64

  /// Starts the sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 random bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// Starts a second sequence that is independent of what this one gives from now on.
  public mutating func split() -> SplitMix64 { SplitMix64(seed: next()) }

  /// A number from 0 up to but not including 1, a multiple of 2⁻⁵³.
  public mutating func nextUnit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A number from `-bound` to `bound`.
  public mutating func nextUniform(within bound: Double) -> Double {
    (2 * nextUnit() - 1) * bound
  }

  /// Whether an event of this probability happens.
  public mutating func happens(_ probability: Double) -> Bool { nextUnit() < probability }

  /// One of the elements, each as likely as any other.
  public mutating func element<Element>(of elements: [Element]) -> Element {
    precondition(!elements.isEmpty, "a draw from nothing")
    let (place, _) = UInt64(elements.count).multipliedFullWidth(by: next())
    return elements[Int(place)]
  }
}
