import Testing

@testable import Training

@Suite struct SplitMix64Tests {
  @Test func `gives the published sequence`() {
    var random = SplitMix64(seed: 1_234_567)
    let drawn = (0..<5).map { _ in random.next() }
    #expect(
      drawn == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test func `draws every element about equally often`() {
    var random = SplitMix64(seed: 3)
    var counts = [0, 0, 0]
    for _ in 0..<3_000 { counts[random.element(of: [0, 1, 2])] += 1 }
    #expect(counts.allSatisfy { (900...1_100).contains($0) }, "\(counts)")
  }

  @Test func `draws uniform numbers inside the bound and on both sides of zero`() {
    var random = SplitMix64(seed: 4)
    let drawn = (0..<1_000).map { _ in random.nextUniform(within: 0.25) }
    #expect(drawn.allSatisfy { (-0.25...0.25).contains($0) })
    #expect(abs(drawn.reduce(0, +) / 1_000) < 0.02)
  }
}
