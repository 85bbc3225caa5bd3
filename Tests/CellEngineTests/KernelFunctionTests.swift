import CellEngine
import Testing

/// The kernels' functions, reached through a plain network that copies its input into its sums.
@Suite("The kernels' functions are accurate")
struct KernelFunctionTests {
  private static let functions: [Activation] = [
    .sigmoid, .tanh, .doubleBipolarSigmoid, .bipolarSigmoid,
  ]

  @Test(
    "In Float they are within 2.5 units in the last place",
    arguments: functions, InstructionSet.available)
  func float(function: Activation, set: InstructionSet) {
    var draw = Draw(seed: 51)
    let numbers: [Float] = (0..<6400).map { place in
      // Half of them anywhere, half where the functions bend.
      let bits = Float(bitPattern: UInt32(truncatingIfNeeded: Int(draw.number() * 0x1p32)))
      return place % 2 == 0 && bits.isFinite ? bits : Float(draw.number() * 12)
    }
    for (x, y) in zip(numbers, results(numbers, function, set)) {
      let error = abs(Double(y) - exact(function, Double(x)))
      #expect(error <= 2.5 * Double(unit(exact(function, Double(x)))), "at \(x): \(y)")
    }
  }

  @Test(
    "In Double they are within 5 units of the reference, which has some of its own",
    arguments: functions, InstructionSet.available)
  func double(function: Activation, set: InstructionSet) {
    var draw = Draw(seed: 52)
    let numbers = (0..<6400).map { $0 % 2 == 0 ? draw.number() * 40 : draw.number() }
    for (x, y) in zip(numbers, results(numbers, function, set)) {
      let known = exact(function, x)
      #expect(abs(y - known) <= 5 * known.ulp, "at \(x): \(y), not \(known)")
    }
  }

  @Test("Where they leave the normal numbers they round to what is there", arguments: functions)
  func denormal(function: Activation) {
    for x in [
      Float.leastNonzeroMagnitude, 0x1p-130, -0x1p-140, 0, -87.5, -100, -103.9, -104, -1e30,
    ] {
      let known = Float(exact(function, Double(x)))
      for set in InstructionSet.available {
        let y = results([x], function, set)[0]
        #expect(abs(y - known) <= 2 * known.ulp, "at \(x): \(y), not \(known)")
      }
    }
  }

  /// The function of each number.
  private func results<Scalar: CellScalar>(
    _ numbers: [Scalar], _ function: Activation, _ set: InstructionSet
  ) -> [Scalar] {
    let width = 64
    var cell = Cell<Scalar>(
      CellKind.rnn(RNN(function: function)).graph, inputs: width, units: width)
    guard let weights = cell.parameter(named: "activation.weight.input") else { return [] }
    for unit in 0..<width {
      cell.parameters[cell.parameterLayout[weights.index].lowerBound + unit * (width + 1)] = 1
    }
    let inputs = stride(from: 0, to: numbers.count, by: width).map { first in
      (0..<width).map { first + $0 < numbers.count ? numbers[first + $0] : 0 }
    }
    let trace = CompiledCell(cell, for: set).trace(inputs)
    return inputs.indices.flatMap { trace[cell.graph.output, $0] }
  }

  /// In Double without the cancellation that the definitions of the bipolar functions have.
  private func exact(_ function: Activation, _ x: Double) -> Double {
    switch function {
    case .doubleBipolarSigmoid: 2 * Activation.tanh(x / 2)
    case .bipolarSigmoid: Activation.tanh(x / 2)
    case .sigmoid, .tanh, .relu: function(x)
    }
  }

  /// The distance of neighbouring Floats at a number.
  private func unit(_ x: Double) -> Float {
    let near = Float(abs(x))
    return Double(near) <= abs(x) ? near.ulp : near.nextDown.ulp
  }
}
