import CellEngine
import Training

/// Numbers that another program can make too, from a name alone.
///
/// The name's bytes, hashed by FNV-1a of 64 bits, are the seed of SplitMix64; of each of its results
/// the high 24 bits make a number in [−1, 1), which Float holds exactly.
func drawn(_ name: String, count: Int) -> [Float] {
  let seed = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { hash, byte in
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
  var random = SplitMix64(seed: seed)
  return (0..<count).map { _ in Float(random.next() >> 40) / 0x1p23 - 1 }
}

extension Cell<Float> {
  /// Gives each parameter the numbers of its name, such as `update.weight.input`, times 1/√H.
  mutating func drawParameters() {
    let scale = 1 / Float(unitCount).squareRoot()
    for (index, parameter) in graph.parameters.enumerated() {
      let id = ParameterID(index)
      self[id] = drawn(parameter.name, count: self[id].count).map { $0 * scale }[...]
    }
  }
}
